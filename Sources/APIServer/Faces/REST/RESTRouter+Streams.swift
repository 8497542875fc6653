import HTTP2
import Objects
import Reactor
import Resources
import Store
import WatchCache

/// Answers that last: watches, logs, and connections to containers.
extension RESTRouter {
    func watch(_ call: RESTCall, _ response: PendingResponse, _ note: RequestNote) async throws(APIError) {
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
        guard !response.isAbandoned else { return }
        let type =
            call.accepted.encoding == .protobuf
            ? "application/vnd.kubernetes.protobuf;stream=watch" : "application/json"
        var headers: HeaderFields = ["content-type": type, "cache-control": Answer.uncached]
        let warnings = call.definition.deprecation.map { [$0] } ?? []
        for warning in WarningHeaders.values(warnings) { headers.append("warning", warning) }
        let head = response.marked(ResponseHead(status: 200, headers: headers))
        let stream = response.stream.value
        guard watches.open(request, from: beginning, on: stream, response.state, head: head) else {
            // As Kubernetes does: the watch opens and its only event says why it ends.
            let error = APIError.expired("too old resource version: \(options.revision?.rawValue ?? 0)")
            stream.respond(head, body: EventEncoding.error(error, shape), trailers: nil)
            return response.count(note, code: 410)
        }
        response.count(note, code: 200)
    }

    func log(_ call: RESTCall, _ response: PendingResponse, _ note: RequestNote) async throws(APIError) {
        guard call.method == "GET" else { throw APIError.methodNotAllowed() }
        guard let nodes, let operations = core.operations(call.resource) else { throw APIError.noSuchPath() }
        let problems = try LogOptions(call.query).problems
        guard problems.isEmpty else {
            throw APIError.invalid(kind: "PodLogOptions", group: "", name: call.path.name, problems)
        }
        let pod = try await pod(call, operations)
        _ = try NodeAccess.container(of: pod, wanted: call.query["container"])
        guard !pod.spec.nodeName.isEmpty else {
            // Nothing has run, and nothing has been said.
            response.stream.value.respond(response.marked(ResponseHead(status: 204)), body: [], trailers: nil)
            return response.count(note, code: 204)
        }
        let source = try await NodeLogs(nodes: nodes).open(pod, query: call.query.items, on: response.stream.loop)
        guard !response.isAbandoned else { return }
        source.attach(response)
        response.count(note, code: 200)
    }

    /// `exec`, `attach` and `portforward`; POST for clients of SPDY, GET for those of WebSocket.
    func connect(
        _ subresource: Subresource, _ call: RESTCall, _ response: PendingResponse, _ note: RequestNote
    ) async throws(APIError) {
        guard let nodes, let operations = core.operations(call.resource) else { throw APIError.noSuchPath() }
        guard call.method == "GET" || call.method == "POST" else { throw APIError.methodNotAllowed() }
        let pod = try await pod(call, operations)
        try await PodConnections(nodes: nodes).open(
            subresource, to: pod, call.query, headers: call.headers, on: response.stream)
        response.count(note, code: 101)
    }

    private func pod(_ call: RESTCall, _ operations: ResourceOperations) async throws(APIError) -> Core.Pod {
        let found = try await operations.get(namespace: call.path.namespace, name: call.path.name)
        return Core.Pod(try found.message(operations.definition.type))
    }
}
