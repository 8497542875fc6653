import Wire
import Resources

/// OpenAPI v3 by group and version: which operations there are, and that writes take `fieldValidation`, which tells clients
/// that the server validates.
struct OpenAPI: Sendable {
    let registry: ResourceRegistry

    /// `/openapi/v3`: where each group's document is.
    func index() -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("paths")
        writer.beginObject()
        for (group, versions) in registry.groupVersions {
            for version in versions {
                let path = group.isEmpty ? "api/\(version)" : "apis/\(group)/\(version)"
                writer.key(path)
                writer.beginObject()
                writer.key("serverRelativeURL")
                writer.string("/openapi/v3/\(path)?hash=\(Version.text)")
                writer.endObject()
            }
        }
        writer.endObject()
        writer.endObject()
        return writer.bytes
    }

    /// The document of one group and version; nil: there is no such group.
    func document(group: String, version: String) -> [UInt8]? {
        let found = registry.definitions.filter { $0.group == group && $0.version == version }
        guard !found.isEmpty else { return nil }
        var writer = JSONWriter(capacity: 16384)
        writer.beginObject()
        writer.key("openapi")
        writer.string("3.0.0")
        writer.key("info")
        writer.beginObject()
        writer.key("title")
        writer.string("Kubernetes")
        writer.key("version")
        writer.string(Version.kubernetes)
        writer.endObject()
        writer.key("paths")
        writer.beginObject()
        for definition in found {
            let root = group.isEmpty ? "/api/\(version)" : "/apis/\(group)/\(version)"
            let collection = root + (definition.isNamespaced ? "/namespaces/{namespace}" : "") + "/\(definition.plural)"
            writer.key(collection)
            path(definition, [("get", "list"), ("post", "post")], to: &writer)
            writer.key(collection + "/{name}")
            path(definition, [("get", "get"), ("put", "put"), ("patch", "patch"), ("delete", "delete")], to: &writer)
        }
        writer.endObject()
        writer.endObject()
        return writer.bytes
    }

    private func path(
        _ definition: ResourceDefinition, _ operations: [(method: String, action: String)], to writer: inout JSONWriter
    ) {
        writer.beginObject()
        for (method, action) in operations {
            writer.key(method)
            writer.beginObject()
            writer.key("parameters")
            writer.beginArray()
            if method == "post" || method == "put" || method == "patch" {
                for name in ["dryRun", "fieldManager", "fieldValidation"] {
                    writer.beginObject()
                    writer.key("name")
                    writer.string(name)
                    writer.key("in")
                    writer.string("query")
                    writer.key("schema")
                    writer.beginObject()
                    writer.key("type")
                    writer.string("string")
                    writer.endObject()
                    writer.endObject()
                }
            }
            writer.endArray()
            writer.key("responses")
            writer.beginObject()
            writer.key("200")
            writer.beginObject()
            writer.key("description")
            writer.string("OK")
            writer.endObject()
            writer.endObject()
            writer.key("x-kubernetes-action")
            writer.string(action)
            writer.key("x-kubernetes-group-version-kind")
            writer.beginObject()
            for (key, value) in [
                ("group", definition.group), ("version", definition.version), ("kind", definition.kind),
            ] {
                writer.key(key)
                writer.string(value)
            }
            writer.endObject()
            writer.endObject()
        }
        writer.endObject()
    }
}
