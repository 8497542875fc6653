import Objects
import Resources
import Wire

extension ResourceOperations {
    /// Applies conditions to the status of an object that has no namespace, as the server's own controllers do: beside those
    /// that others have written.
    ///
    /// - Parameter manager: who owns them.
    func tellConditions(_ conditions: [Message], of name: String, by manager: String) async throws(APIError) {
        var writer = JSONWriter()
        writer.beginObject()
        for (key, value) in [("apiVersion", definition.apiVersion), ("kind", definition.kind)] {
            writer.key(key)
            writer.string(value)
        }
        writer.key("metadata")
        writer.beginObject()
        writer.key("name")
        writer.string(name)
        writer.endObject()
        writer.key("status")
        writer.beginObject()
        writer.key("conditions")
        writer.beginArray()
        for condition in conditions { JSONEncoder.write(condition, as: nil, to: &writer) }
        writer.endArray()
        writer.endObject()
        writer.endObject()
        var options = WriteOptions(caller: .server, fieldManager: manager)
        options.force = true
        _ = try await apply(
            try ApplyRequest(writer.bytes, options), namespace: "", name: name, subresource: .status, options: options)
    }
}
