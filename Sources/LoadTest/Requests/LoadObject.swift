internal import Wire

/// An object that the load tester writes.
struct LoadObject: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        case configMap
        /// A pod that no kubelet runs.
        case pod(node: String)
    }
    var kind = Kind.configMap
    var namespace: String
    var name: String
    /// The value of the label `shard`; nil: no label.
    var shard: String?

    var resource: String { kind == .configMap ? "configmaps" : "pods" }

    /// The whole object as JSON, to create or to replace it.
    func json(payload: String) -> [UInt8] {
        var writer = JSONWriter(capacity: payload.utf8.count + 512)
        writer.beginObject()
        member(&writer, "apiVersion", "v1")
        member(&writer, "kind", kind == .configMap ? "ConfigMap" : "Pod")
        writer.key("metadata")
        writer.beginObject()
        member(&writer, "name", name)
        member(&writer, "namespace", namespace)
        if let shard {
            writer.key("labels")
            writer.beginObject()
            member(&writer, "shard", shard)
            writer.endObject()
        }
        if kind != .configMap { annotations(&writer, payload) }
        writer.endObject()
        switch kind {
        case .configMap:
            writer.key("data")
            writer.beginObject()
            member(&writer, "payload", payload)
            writer.endObject()
        case .pod(let node):
            writer.key("spec")
            writer.beginObject()
            member(&writer, "nodeName", node)
            writer.key("containers")
            writer.beginArray()
            writer.beginObject()
            member(&writer, "name", "load")
            member(&writer, "image", "localhost/none")
            writer.endObject()
            writer.endArray()
            writer.endObject()
        }
        writer.endObject()
        return writer.bytes
    }

    /// A merge patch (RFC 7396) that changes an object's annotation.
    static func patch(payload: String) -> [UInt8] {
        var writer = JSONWriter(capacity: payload.utf8.count + 64)
        writer.beginObject()
        writer.key("metadata")
        writer.beginObject()
        annotations(&writer, payload)
        writer.endObject()
        writer.endObject()
        return writer.bytes
    }

    private static func annotations(_ writer: inout JSONWriter, _ payload: String) {
        writer.key("annotations")
        writer.beginObject()
        writer.key("load")
        writer.string(payload)
        writer.endObject()
    }

    private func annotations(_ writer: inout JSONWriter, _ payload: String) { Self.annotations(&writer, payload) }

    private func member(_ writer: inout JSONWriter, _ name: String, _ value: String) {
        writer.key(name)
        writer.string(value)
    }

    /// A ConfigMap as a protobuf message: `metadata` = 1 (`name` = 1, `namespace` = 3, `labels` = 11), `data` = 2.
    func protobuf(payload: String) -> [UInt8] {
        var writer = ProtobufWriter(capacity: payload.utf8.count + 256)
        Self.entry(&writer, "payload", payload)
        writer.delimit(2, since: 0)
        let mark = writer.count
        if let shard {
            let label = writer.count
            Self.entry(&writer, "shard", shard)
            writer.delimit(11, since: label)
        }
        Self.field(&writer, 3, namespace)
        Self.field(&writer, 1, name)
        writer.delimit(1, since: mark)
        return writer.finish()
    }

    /// The same in Kubernetes' envelope: `k8s\0`, then `runtime.Unknown` with `typeMeta` = 1 and `raw` = 2.
    func enveloped(payload: String) -> [UInt8] {
        var writer = ProtobufWriter(capacity: payload.utf8.count + 320)
        writer.bytes(protobuf(payload: payload))
        writer.delimit(2, since: 0)
        let mark = writer.count
        Self.field(&writer, 2, "ConfigMap")
        Self.field(&writer, 1, "v1")
        writer.delimit(1, since: mark)
        writer.string("k8s\0")
        return writer.finish()
    }

    static func field(_ writer: inout ProtobufWriter, _ number: Int, _ text: String) {
        let mark = writer.count
        writer.string(text)
        writer.delimit(number, since: mark)
    }

    private static func entry(_ writer: inout ProtobufWriter, _ key: String, _ value: String) {
        field(&writer, 2, value)
        field(&writer, 1, key)
    }
}

/// What a watch wants to see.
struct Interest: Sendable, Equatable {
    var resource: String
    var namespace: String
    var labelSelector = ""
    var fieldSelector = ""
}
