import FieldOwnership
import Objects
import Wire

/// What these tests write with: kinds by name, objects as JSON text, and entries shown as short lines.
enum Kind {
    static let configMap = FieldOwnership(
        Core.ConfigMap.descriptor, as: TypeMeta(apiVersion: "v1", kind: "ConfigMap"))
    static let deployment = FieldOwnership(
        Apps.Deployment.descriptor, as: TypeMeta(apiVersion: "apps/v1", kind: "Deployment"),
        reset: FieldSet([[.field("status")]]))
    static let deploymentStatus = FieldOwnership(
        Apps.Deployment.descriptor, as: TypeMeta(apiVersion: "apps/v1", kind: "Deployment"), subresource: "status",
        reset: FieldSet([[.field("spec")], [.field("metadata"), .field("labels")]]))
    static let pod = FieldOwnership(
        Core.Pod.descriptor, as: TypeMeta(apiVersion: "v1", kind: "Pod"), reset: FieldSet([[.field("status")]]))
}

func free(_ json: String) throws -> Value { try FreeValue.parse(Array(json.utf8)) }

func message(_ type: MessageDescriptor, _ json: String) throws -> Value {
    .message(try JSONDecoder.decode(Array(json.utf8), as: type).message)
}

func moment(_ seconds: Int64) -> Timestamp { Timestamp(seconds: seconds, nanoseconds: 0) }

/// `manager operation apiVersion[/subresource] seconds fields`.
func shown(_ entries: [Meta.ManagedFieldsEntry]) -> [String] {
    entries.map { entry in
        let time = entry.time.map { String($0.seconds) } ?? "-"
        let way = entry.subresource.isEmpty ? entry.apiVersion : "\(entry.apiVersion)/\(entry.subresource)"
        return "\(entry.manager) \(entry.operation) \(way) \(time) \(entry.fieldsV1?.description ?? "none")"
    }
}

/// An entry as a client or the store has it.
func entry(
    _ manager: String, _ operation: String, _ fields: String, apiVersion: String = "v1", subresource: String = "",
    seconds: Int64? = 1
) -> Meta.ManagedFieldsEntry {
    var entry = Meta.ManagedFieldsEntry()
    entry.manager = manager
    entry.operation = operation
    entry.apiVersion = apiVersion
    entry.subresource = subresource
    entry.time = seconds.map(moment)
    entry.fieldsType = "FieldsV1"
    entry.fieldsV1 = RawJSON(Array(fields.utf8))
    return entry
}
