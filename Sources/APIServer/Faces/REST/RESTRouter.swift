import Access
import HTTP2
import Resources
import Wire

/// Finds out who a REST request is of, what its path names and whether he may, and has it answered.
struct RESTRouter: Sendable {
    let core: ServerCore
    private let rest: RESTFace
    let watches: WatchFace
    private let paths: ServerPaths
    private let openAPI: OpenAPIFace
    private let discovery: Discovery
    private let authentication: CallerAuthentication
    private let proxy: ResourceProxy
    /// Nil: the server does not ask nodes.
    let nodes: NodeAccess?

    init(core: ServerCore, paths: ServerPaths, openAPI: OpenAPIFace, nodes: NodeAccess?) {
        self.core = core
        self.paths = paths
        self.openAPI = openAPI
        self.nodes = nodes
        rest = RESTFace(core: core)
        watches = WatchFace(core: core)
        discovery = Discovery(registry: core.registry)
        authentication = CallerAuthentication(core: core)
        proxy = ResourceProxy(targets: ProxyTargets(core: core), nodes: nodes)
    }

    func serve(_ request: Request, _ response: PendingResponse) async {
        var encoding = Encoding.json
        var note = RequestNote(method: request.head.method)
        do throws(APIError) {
            let (pathText, query) = Self.split(request.head.path)
            guard let path = RequestPath(pathText) else { throw APIError.noSuchPath() }
            if !path.isLongRunning(query) { try RequestOptions.checkTimeout(query) }
            if case .other(let segments) = path, let answer = paths.open(segments, query) {
                response.send(answer, note)
                return
            }
            let caller = try await authentication.caller(request, response.state.peers)
            let body = try request.wholeBody()
            switch path {
            case .other(let segments):
                try await authorize(caller, request.head.method, pathText)
                if segments.first == "openapi" {
                    response.send(try await openAPI.answer(segments, query, request.head.headers), note)
                } else {
                    response.send(try paths.answer(segments, query, request.head.headers), note)
                }
            case .discovery(let segments):
                try await authorize(caller, request.head.method, pathText)
                response.send(
                    try discovery.answer(
                        segments, method: request.head.method, headers: request.head.headers,
                        serverAddress: paths.address), note)
            case .resource(let resource) where !core.registry.hasGroup(resource.group):
                try await authorize(caller, request.head.method, resource, nil, query)
                throw core.registry.absence(inGroup: resource.group)
            case .resource(let resource):
                let (served, subresource) = try await resolve(resource, request.head.method, query, caller)
                note.concerns(
                    served.index, namespace: resource.namespace, name: resource.name, subresource: resource.subresource,
                    isDryRun: query["dryRun"] == "All")
                if subresource == .proxy {
                    guard ResourceProxy.methods.contains(request.head.method) else { throw APIError.methodNotAllowed() }
                    let status = try await proxy.serve(resource, request.head, body: body, for: response)
                    response.count(note, code: status)
                    return
                }
                let accepted = try Accepted.choose(
                    request.head.headers["accept"], isCustom: served.definition.traits.contains(.isCustom),
                    hasRows: core.actions.find(served.definition, subresource) == nil)
                encoding = accepted.encoding
                let call = RESTCall(
                    method: request.head.method, path: resource, query: query, headers: request.head.headers,
                    body: body, caller: caller, accepted: accepted, resource: served, subresource: subresource)
                try await answer(call, response, &note)
            }
        } catch {
            response.send(Answer(error, encoding: encoding), note)
        }
    }

    private func answer(
        _ call: RESTCall, _ response: PendingResponse, _ note: inout RequestNote
    ) async throws(APIError) {
        if call.isWatch {
            note.verb = .watch
            try await watch(call, response, note)
        } else if call.subresource == .log {
            try await log(call, response, note)
        } else if let subresource = call.subresource, subresource.form == .connection {
            try await connect(subresource, call, response, note)
        } else {
            response.send(try await ContentCoding.coded(try await rest.answer(call), for: call.headers), note)
        }
    }

    private static func split(_ path: String) -> (path: Substring, query: Query) {
        guard let mark = path.utf8.firstIndex(of: UInt8(ascii: "?")) else { return (path[...], Query()) }
        return (path[..<mark], Query(path[path.utf8.index(after: mark)...]))
    }

    // MARK: Rights

    /// What the path names, if the caller may do with it what he asks for. Whoever may not is not told whether it is there.
    private func resolve(
        _ path: RequestPath.ResourcePath, _ method: String, _ query: Query, _ caller: Caller
    ) async throws(APIError) -> (ServedResource, Subresource?) {
        let named = core.registry.find(group: path.group, version: path.version, path.plural)
        try await authorize(caller, method, path, named, query)
        return try await rest.resolve(path)
    }

    /// The right to do something to a resource.
    private func authorize(
        _ caller: Caller, _ method: String, _ path: RequestPath.ResourcePath, _ named: ServedResource?, _ query: Query
    ) async throws(APIError) {
        let isWatch = path.isWatchPath || (path.name.isEmpty && query.flag("watch") == true)
        guard let verb = RightsVerb(method: method, isNamed: !path.name.isEmpty, isWatch: isWatch) else {
            // Any other method is refused, but by who is behind a proxy: for it one must have the right to all verbs.
            guard path.subresource == Subresource.proxy.rawValue else { return }
            var right = RequestRights.attributes(path, .get, named, fieldSelector: nil)
            right.verb = ""
            return try await core.access.authorize(caller, right, core)
        }
        try await core.access.authorize(caller, verb, path, named, fieldSelector: query["fieldSelector"], core)
        // A WebSocket is opened by a GET, and does what is otherwise done by a POST.
        if verb == .get, Subresource(rawValue: path.subresource)?.takesCommands == true {
            try await core.access.authorize(caller, .create, path, named, fieldSelector: nil, core)
        }
    }

    /// The right to a path that names no resource.
    private func authorize(_ caller: Caller, _ method: String, _ path: Substring) async throws(APIError) {
        try await core.access.authorize(caller, nil, core) {
            AccessAttributes(method.lowercased(), path: PercentEncoding.decode(path))
        }
    }
}
