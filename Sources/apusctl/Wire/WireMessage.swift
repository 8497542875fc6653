import Objects

/// A message type by the name that a person types, and where in it objects are packed as bytes.
struct WireMessage {
    let type: MessageDescriptor
    /// Members that hold an object's bytes: `*` stands for each element of a list.
    let packed: [[String]]

    /// - Parameter name: `WatchResponse`, `apus.v1.WatchResponse`, `v1/Pod`, `apps/v1/Deployment`, a kind as in `get`, or
    ///   a full protobuf name.
    static func named(_ name: String) throws(UsageError) -> WireMessage {
        let schema = Schema.kubernetes
        if let type = schema.message(name) ?? schema.message("apus.v1.\(name)") {
            return WireMessage(type: type, packed: packed[type.fullName] ?? [])
        }
        if let slash = name.lastIndex(of: "/"),
            let type = schema.kind(String(name[name.index(after: slash)...]), apiVersion: String(name[..<slash]))
        {
            return WireMessage(type: type, packed: [])
        }
        if let kind = KindInfo.all.first(where: { $0.answers(to: name) || $0.kind == name }) {
            return WireMessage(type: kind.type, packed: [])
        }
        throw UsageError("there is no message \"\(name)\": write it like WatchResponse, v1/Pod or apps/v1/Deployment")
    }

    private static let packed: [String: [[String]]] = [
        "apus.v1.Object": [["value"]],
        "apus.v1.GetResponse": [["object", "value"]],
        "apus.v1.WriteResponse": [["object", "value"]],
        "apus.v1.DeleteResponse": [["object", "value"]],
        "apus.v1.ListResponse": [["objects", "*", "value"]],
        "apus.v1.CreateRequest": [["value"]],
        "apus.v1.UpdateRequest": [["value"]],
        "apus.v1.WatchEvent": [["object"]],
        "apus.v1.WatchResponse": [["events", "*", "object"]],
    ]
}
