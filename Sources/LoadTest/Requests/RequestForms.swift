internal import HTTP2
internal import Wire

/// Makes the requests of a run in its face.
struct RequestForms: Sendable {
    struct Form: Sendable {
        var head: RequestHead
        var body: [UInt8]?
    }

    enum Start: Sendable, Equatable {
        case after(Int64)
        /// All objects first, then a bookmark that says so.
        case initialEvents
    }

    let face: Face
    let authority: String
    let scheme: String
    let token: String?

    private static let protobuf = "application/vnd.kubernetes.protobuf"
    /// Longer than any run: a server ends watches by itself after half an hour or so.
    private static let watchSeconds = 7 * 86_400

    func watch(_ interest: Interest, _ start: Start) -> Form {
        switch face {
        case .rpc: return rpcWatch(interest, start)
        case .json, .protobuf:
            var path = collection(interest.resource, interest.namespace)
            path += "?watch=1&timeoutSeconds=\(Self.watchSeconds)"
            switch start {
            case .after(let revision): path += "&resourceVersion=\(revision)"
            case .initialEvents:
                path += "&sendInitialEvents=true&allowWatchBookmarks=true"
                path += "&resourceVersionMatch=NotOlderThan&resourceVersion="
            }
            if !interest.labelSelector.isEmpty {
                path += "&labelSelector=" + PercentEncoding.encode(interest.labelSelector)
            }
            if !interest.fieldSelector.isEmpty {
                path += "&fieldSelector=" + PercentEncoding.encode(interest.fieldSelector)
            }
            let accept = face == .json ? "application/json" : Self.protobuf + ";stream=watch"
            return Form(head: head("GET", path, ["accept": accept]), body: nil)
        }
    }

    private func rpcWatch(_ interest: Interest, _ start: Start) -> Form {
        var writer = ProtobufWriter(capacity: 256)
        writer.varint(UInt64(Self.watchSeconds))
        writer.tag(9, .varint)
        switch start {
        case .after(let revision):
            writer.varint(UInt64(bitPattern: revision))
            writer.tag(5, .varint)
        case .initialEvents:
            writer.varint(1)
            writer.tag(8, .varint)
            writer.varint(1)
            writer.tag(7, .varint)
        }
        if !interest.fieldSelector.isEmpty { LoadObject.field(&writer, 4, interest.fieldSelector) }
        if !interest.labelSelector.isEmpty { LoadObject.field(&writer, 3, interest.labelSelector) }
        LoadObject.field(&writer, 2, interest.namespace)
        resource(&writer, interest.resource)
        return call("Watch", writer.finish())
    }

    /// Replaces an object, or patches it where replacing needs all that the server added.
    func update(_ object: LoadObject, payload: String) -> Form {
        if object.kind != .configMap { return patch(object, payload: payload) }
        switch face {
        case .rpc:
            var writer = ProtobufWriter(capacity: payload.utf8.count + 512)
            let value = writer.count
            writer.bytes(object.protobuf(payload: payload))
            writer.delimit(3, since: value)
            key(&writer, object)
            return call("Update", writer.finish())
        case .json:
            let headers: HeaderFields = ["content-type": "application/json", "accept": "application/json"]
            return Form(head: head("PUT", path(object), headers), body: object.json(payload: payload))
        case .protobuf:
            let headers: HeaderFields = ["content-type": Self.protobuf, "accept": Self.protobuf]
            return Form(head: head("PUT", path(object), headers), body: object.enveloped(payload: payload))
        }
    }

    private func patch(_ object: LoadObject, payload: String) -> Form {
        let patch = LoadObject.patch(payload: payload)
        guard face == .rpc else {
            let headers: HeaderFields = ["content-type": "application/merge-patch+json", "accept": accept]
            return Form(head: head("PATCH", path(object), headers), body: patch)
        }
        var writer = ProtobufWriter(capacity: patch.count + 256)
        let mark = writer.count
        writer.bytes(patch)
        writer.delimit(4, since: mark)
        writer.varint(1)
        writer.tag(3, .varint)
        key(&writer, object)
        return call("Patch", writer.finish())
    }

    func get(_ object: LoadObject) -> Form {
        guard face == .rpc else { return Form(head: head("GET", path(object), ["accept": accept]), body: nil) }
        var writer = ProtobufWriter(capacity: 128)
        key(&writer, object)
        return call("Get", writer.finish())
    }

    func list(_ interest: Interest) -> Form {
        guard face == .rpc else {
            return Form(
                head: head("GET", collection(interest.resource, interest.namespace), ["accept": accept]), body: nil)
        }
        var writer = ProtobufWriter(capacity: 128)
        LoadObject.field(&writer, 2, interest.namespace)
        resource(&writer, interest.resource)
        return call("List", writer.finish())
    }

    // MARK: The set-up, in JSON whatever the face

    func rest(_ method: String, _ path: String, _ body: [UInt8]? = nil) -> Form {
        Form(
            head: head(method, path, ["accept": "application/json", "content-type": "application/json"]), body: body)
    }

    func collection(_ resource: String, _ namespace: String) -> String { "/api/v1/namespaces/\(namespace)/\(resource)" }

    func path(_ object: LoadObject) -> String { collection(object.resource, object.namespace) + "/" + object.name }

    // MARK: Parts

    private var accept: String { face == .protobuf ? Self.protobuf : "application/json" }

    private func head(_ method: String, _ path: String, _ headers: HeaderFields) -> RequestHead {
        var headers = headers
        headers.append("user-agent", "apus-load")
        if let token { headers.append("authorization", "Bearer \(token)") }
        return RequestHead(method: method, path: path, authority: authority, scheme: scheme, headers: headers)
    }

    private func call(_ method: String, _ message: [UInt8]) -> Form {
        Form(
            head: head(
                "POST", "/apus.v1.Cluster/" + method, ["content-type": "application/grpc", "te": "trailers"]),
            body: GRPCFraming.frame(message))
    }

    /// `resource` = 1: `version` = 2, `resource` = 3.
    private func resource(_ writer: inout ProtobufWriter, _ name: String) {
        let mark = writer.count
        LoadObject.field(&writer, 3, name)
        LoadObject.field(&writer, 2, "v1")
        writer.delimit(1, since: mark)
    }

    /// `resource` = 1 and `key` = 2: `namespace` = 1, `name` = 2.
    private func key(_ writer: inout ProtobufWriter, _ object: LoadObject) {
        let mark = writer.count
        LoadObject.field(&writer, 2, object.name)
        LoadObject.field(&writer, 1, object.namespace)
        writer.delimit(2, since: mark)
        resource(&writer, object.resource)
    }
}
