import Access
import HTTP2
import Objects
import Resources
import Reactor
import Store
import Synchronization
import WatchCache

/// The server's side of every stream: decides who asks and for what, and has it answered. Called on the loops.
final class RequestRouter: RequestHandler {
    private let core: ServerCore
    private let rest: RESTFace
    private let rpc: RPCFace
    private let watches: WatchFace
    private let discovery: Discovery
    private let openAPI: OpenAPIFace
    private let metrics: Metrics
    private let pages: DebugPages
    private let logs: (any PodLogSource)?
    /// Nil: the server does not ask nodes.
    private let connections: PodConnections?
    private let proxy: ResourceProxy
    private let authentication: CallerAuthentication
    /// By the loop's index.
    private let loops: [LoopBound<LoopState>]
    /// Known once the server is bound.
    private let address = Mutex("")

    /// - Parameter flags: what the server was started with.
    init(
        core: ServerCore, loops: [LoopBound<LoopState>], metrics: Metrics, nodes: NodeAccess?,
        flags: [String: String]
    ) {
        self.core = core
        self.loops = loops
        self.metrics = metrics
        pages = DebugPages(flags: flags)
        logs = nodes.map { NodeLogs(nodes: $0) }
        connections = nodes.map { PodConnections(nodes: $0) }
        proxy = ResourceProxy(targets: ProxyTargets(core: core), nodes: nodes)
        authentication = CallerAuthentication(core: core)
        rest = RESTFace(core: core)
        rpc = RPCFace(core: core)
        watches = WatchFace(core: core)
        discovery = Discovery(registry: core.registry)
        openAPI = OpenAPIFace(registry: core.registry)
    }

    /// Tells discovery where clients reach the server.
    func advertise(_ address: String) { self.address.withLock { $0 = address } }

    /// To be called once a second.
    func tick() { openAPI.tick() }

    func handle(_ request: consuming Request, on stream: any ResponseStream) {
        let request = request
        let exchange = Exchange(
            stream: LoopBound(stream, loop: stream.loop), ledger: metrics.requests(onLoop: stream.loop.index),
            startedNanoseconds: stream.loop.clockNanoseconds)
        exchange.ledger.requestStarted()
        Task.immediate(executorPreference: stream.loop) { [self] in
            await self.serve(request, exchange)
        }
    }

    /// A request that is being answered.
    private struct Exchange {
        let stream: LoopBound<any ResponseStream>
        let ledger: RequestLedger
        let startedNanoseconds: UInt64

        func count(_ note: RequestNote, code: Int) {
            let took = stream.loop.clockNanoseconds &- startedNanoseconds
            ledger.answered(note, code: code, nanoseconds: Int(clamping: took))
        }

        func send(_ answer: Answer, _ note: RequestNote) {
            switch answer.body {
            case .whole(let bytes):
                count(note, code: answer.status)
                stream.value.respond(answer.head, body: bytes, trailers: nil)
            case .list(let form): send(answer, form, note)
            }
        }

        private func send(_ answer: Answer, _ form: ListForm, _ note: RequestNote) {
            do throws(APIError) {
                var answer = answer
                if form.accepted.encoding == .yaml {
                    answer.body = .whole(try form.text())
                    return send(answer, note)
                }
                let body = ListBody(form.maker())
                if let whole = try body.begin() {
                    answer.body = .whole(whole)
                    return send(answer, note)
                }
                stream.value.respond(answer.head, producing: body, holding: form.heldBytes)
                // Its text is made until then.
                stream.value.onClose = { count(note, code: answer.status) }
            } catch { send(Answer(error, encoding: form.accepted.encoding), note) }
        }
    }

    private func serve(_ request: Request, _ exchange: Exchange) async {
        // Reset before its turn came: no work for nothing.
        guard !exchange.stream.value.isClosed else { return }
        if request.head.headers["content-type"]?.hasPrefix("application/grpc") == true {
            await serveRPC(request, exchange)
        } else {
            await serveREST(request, exchange)
        }
    }

    // MARK: Binary face

    private func serveRPC(_ request: Request, _ exchange: Exchange) async {
        let stream = exchange.stream
        var note = RequestNote(method: request.head.method)
        let head = ResponseHead(status: 200, headers: ["content-type": "application/grpc"])
        do throws(APIError) {
            let caller = try await authentication.caller(request, state(stream).peers)
            guard case .complete(let body) = request.body else {
                throw APIError.tooLarge(limitBytes: Self.limit(request))
            }
            guard request.head.method == "POST", request.head.path.hasPrefix(RPCFace.prefix) else {
                throw APIError(501, "NotImplemented", "there is no service at \(request.head.path)")
            }
            let method = request.head.path.dropFirst(RPCFace.prefix.count)
            if method == "Watch" {
                note.verb = .watch
                let watch = try await rpc.watch(body)
                note.concerns(watch.resource.index, namespace: watch.namespace, name: "", subresource: "")
                try await rpc.authorize(watch, caller)
                let beginning = try await watches.beginning(watch)
                guard !stream.value.isClosed else { return }
                guard watches.open(watch, from: beginning, on: stream.value, state(stream), head: head) else {
                    throw APIError.expired("too old resource version")
                }
                exchange.count(note, code: 200)
                return
            }
            let message = try await rpc.answer(
                method, body, caller: caller, userAgent: request.head.headers["user-agent"] ?? "", &note)
            exchange.count(note, code: 200)
            stream.value.respond(head, body: RPCFace.frame(message), trailers: GRPCStatus.ok.trailers)
        } catch {
            exchange.count(note, code: error.code)
            stream.value.respond(head, body: [], trailers: GRPCStatus(error).trailers)
        }
    }

    private func state(_ stream: LoopBound<any ResponseStream>) -> LoopState { loops[stream.loop.index].value }

    private static func limit(_ request: Request) -> Int {
        if case .tooLarge(let limit) = request.body { limit } else { 0 }
    }

    // MARK: REST

    private func serveREST(_ request: Request, _ exchange: Exchange) async {
        var encoding = Encoding.json
        var note = RequestNote(method: request.head.method)
        do throws(APIError) {
            let (pathText, query) = Self.split(request.head.path)
            guard let path = RequestPath(pathText) else { throw APIError.noSuchPath() }
            if !path.isLongRunning(query) { try RequestOptions.checkTimeout(query) }
            if case .other(let segments) = path, let answer = open(segments, query) {
                exchange.send(answer, note)
                return
            }
            let caller = try await authentication.caller(request, state(exchange.stream).peers)
            guard case .complete(let body) = request.body else {
                throw APIError.tooLarge(limitBytes: Self.limit(request))
            }
            switch path {
            case .other(let segments):
                try await authorize(caller, request.head.method, pathText)
                if segments.first == "openapi" {
                    exchange.send(try await openAPI.answer(segments, query, request.head.headers), note)
                } else {
                    exchange.send(try other(segments, request.head.headers), note)
                }
            case .discovery(let segments):
                try await authorize(caller, request.head.method, pathText)
                exchange.send(
                    try discovery.answer(
                        segments, method: request.head.method, headers: request.head.headers,
                        serverAddress: address.withLock { $0 }), note)
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
                    let status = try await proxy.serve(resource, request.head, body: body, on: exchange.stream)
                    exchange.count(note, code: status)
                    return
                }
                let accepted = try Accepted.choose(
                    request.head.headers["accept"], isCustom: served.definition.traits.contains(.isCustom),
                    hasRows: core.actions.find(served.definition, subresource) == nil)
                encoding = accepted.encoding
                let call = RESTCall(
                    method: request.head.method, path: resource, query: query, headers: request.head.headers,
                    body: body, caller: caller, accepted: accepted, resource: served, subresource: subresource)
                if isWatch(call) {
                    note.verb = .watch
                    try await watch(call, exchange, note)
                } else if subresource == .log {
                    try await log(call, exchange, note)
                } else if let subresource, subresource.form == .connection {
                    try await connect(subresource, call, exchange, note)
                } else {
                    exchange.send(try await ContentCoding.coded(try await rest.answer(call), for: call.headers), note)
                }
            }
        } catch {
            exchange.send(Answer(error, encoding: encoding), note)
        }
    }

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
        try await authorize(caller, verb, path, named, query)
        // A WebSocket is opened by a GET, and does what is otherwise done by a POST.
        if verb == .get, Subresource(rawValue: path.subresource)?.takesCommands == true {
            try await authorize(caller, .create, path, named, query)
        }
    }

    private func authorize(
        _ caller: Caller, _ verb: RightsVerb, _ path: RequestPath.ResourcePath, _ named: ServedResource?, _ query: Query
    ) async throws(APIError) {
        try await core.access.authorize(caller, RequestRights.key(path, verb, named), core) {
            RequestRights.attributes(path, verb, named, fieldSelector: query["fieldSelector"])
        }
    }

    /// The right to a path that names no resource.
    private func authorize(_ caller: Caller, _ method: String, _ path: Substring) async throws(APIError) {
        try await core.access.authorize(caller, nil, core) {
            AccessAttributes(method.lowercased(), path: Query.decode(path.utf8, plus: false))
        }
    }

    private static func split(_ path: String) -> (path: Substring, query: Query) {
        guard let mark = path.utf8.firstIndex(of: UInt8(ascii: "?")) else { return (path[...], Query()) }
        return (path[..<mark], Query(path[path.utf8.index(after: mark)...]))
    }

    private func isWatch(_ call: RESTCall) -> Bool {
        guard call.method == "GET", call.path.subresource.isEmpty else { return false }
        if call.path.isWatchPath { return true }
        return call.path.name.isEmpty && call.query.flag("watch") == true
    }

    private func watch(_ call: RESTCall, _ exchange: Exchange, _ note: RequestNote) async throws(APIError) {
        let stream = exchange.stream
        guard call.resource.allows(.watch) else { throw APIError.methodNotAllowed() }
        guard call.accepted.encoding != .yaml else { throw APIError.notStreamed }
        var options = try call.listOptions(isWatch: true)
        if !call.path.name.isEmpty {
            try RequestOptions.selectors(
                labels: call.query["labelSelector"] ?? "", fields: "metadata.name=\(call.path.name)",
                call.definition,
                &options)
        }
        let version = call.accepted.metaVersion
        let shape: WatchForm.Shape
        switch (call.accepted.presentation, call.accepted.encoding) {
        case (.table, _): shape = .table(try call.tableObjects, version)
        case (.partialMetadata, .protobuf), (.partialMetadataList, .protobuf): shape = .partialProtobuf(version)
        case (.partialMetadata, _), (.partialMetadataList, _): shape = .partialJSON(version)
        case (.object, .protobuf): shape = .protobuf
        case (.object, _): shape = .json
        }
        let request = WatchFace.Request(
            resource: call.resource, namespace: call.path.namespace, options: options, shape: shape,
            bookmarks: call.query.flag("allowWatchBookmarks") ?? false,
            initialEvents: call.query.flag("sendInitialEvents"),
            timeoutSeconds: options.timeoutSeconds)
        let beginning = try await watches.beginning(request)
        guard !stream.value.isClosed else { return }
        let type =
            call.accepted.encoding == .protobuf
            ? "application/vnd.kubernetes.protobuf;stream=watch" : "application/json"
        var headers: HeaderFields = ["content-type": type, "cache-control": Answer.uncached]
        let warnings = call.definition.deprecation.map { [$0] } ?? []
        for warning in WarningHeaders.values(warnings) { headers.append("warning", warning) }
        let head = ResponseHead(status: 200, headers: headers)
        guard watches.open(request, from: beginning, on: stream.value, state(stream), head: head) else {
            // As Kubernetes does: the watch opens and its only event says why it ends.
            let error = APIError.expired("too old resource version: \(options.revision?.rawValue ?? 0)")
            stream.value.respond(head, body: EventEncoding.error(error, shape), trailers: nil)
            exchange.count(note, code: 410)
            return
        }
        exchange.count(note, code: 200)
    }

    private func log(_ call: RESTCall, _ exchange: Exchange, _ note: RequestNote) async throws(APIError) {
        let stream = exchange.stream
        guard call.method == "GET" else { throw APIError.methodNotAllowed() }
        guard let logs, let operations = core.operations(call.resource) else { throw APIError.noSuchPath() }
        let problems = try LogOptions(call.query).problems
        guard problems.isEmpty else {
            throw APIError.invalid(kind: "PodLogOptions", group: "", name: call.path.name, problems)
        }
        let pod = Core.Pod(
            try await operations.get(namespace: call.path.namespace, name: call.path.name).message(
                operations.definition.type))
        _ = try NodeAccess.container(of: pod, wanted: call.query["container"])
        guard !pod.spec.nodeName.isEmpty else {
            // Nothing has run, and nothing has been said.
            stream.value.respond(ResponseHead(status: 204), body: [], trailers: nil)
            return exchange.count(note, code: 204)
        }
        let source = try await logs.open(pod, query: call.query.items, on: stream.loop)
        guard !stream.value.isClosed else { return }
        source.attach(stream)
        exchange.count(note, code: 200)
    }

    /// `exec`, `attach` and `portforward`; POST for clients of SPDY, GET for those of WebSocket.
    private func connect(
        _ subresource: Subresource, _ call: RESTCall, _ exchange: Exchange, _ note: RequestNote
    ) async throws(APIError) {
        guard let connections, let operations = core.operations(call.resource) else {
            throw APIError.noSuchPath()
        }
        guard call.method == "GET" || call.method == "POST" else { throw APIError.methodNotAllowed() }
        let pod = Core.Pod(
            try await operations.get(namespace: call.path.namespace, name: call.path.name).message(
                operations.definition.type))
        try await connections.open(subresource, to: pod, call.query, headers: call.headers, on: exchange.stream)
        exchange.count(note, code: 101)
    }

    /// What others verify this cluster's tokens with.
    private func tokenKeys(type: String, _ document: (ServiceAccountTokens) -> [UInt8]) -> Answer {
        var answer = Answer(contentType: type, body: document(core.access.settings.tokens.serviceAccounts))
        answer.headers.append("cache-control", "public, max-age=3600")
        return answer
    }

    /// What is open to everybody.
    private func open(_ segments: [String], _ query: Query) -> Answer? {
        switch segments.first {
        case "livez", "readyz", "healthz":
            return HealthFace.answer(segments, query, failure: core.cache.failure?.message)
        case "version": return .json(Version.document)
        default: return nil
        }
    }

    private func other(_ segments: [String], _ headers: HeaderFields) throws(APIError) -> Answer {
        if RootPaths.isMeant(segments) { return RootPaths.answer(core.registry) }
        if segments.count == 1, DebugPages.names.contains(segments[0]) {
            return try pages.answer(segments[0], paths: RootPaths.all(core.registry), accept: headers["accept"])
        }
        switch segments.first {
        case "metrics":
            return Answer(contentType: "text/plain; version=0.0.4; charset=utf-8", body: metrics.page(core: core))
        case "openid" where segments == ["openid", "v1", "jwks"]:
            return tokenKeys(type: "application/jwk-set+json") { $0.keys.jsonWebKeySet() }
        case ".well-known" where segments == [".well-known", "openid-configuration"]:
            let keysURL =
                core.access.settings.keysURL ?? "https://\(address.withLock { $0 })/openid/v1/jwks"
            return tokenKeys(type: "application/json") { $0.keys.discovery(issuer: $0.issuer, keysURL: keysURL) }
        default: return .text("404 page not found\n", status: 404)
        }
    }
}
