import Objects
import OpenAPI
import Resources

extension ServedResource {
    /// What OpenAPI is to tell of the resource.
    var documented: DocumentedResource {
        DocumentedResource(
            group: definition.group, version: definition.version, plural: definition.plural, kind: definition.kind,
            isNamespaced: definition.isNamespaced, verbs: Set(definition.verbs.map(\.rawValue)),
            schema: custom.map { .custom($0.schema) } ?? .message(definition.type, list: definition.listType),
            subresources: definition.subresources.map { $0.documented(on: definition) },
            returnsDeleted: definition.traits.contains(.returnsDeleted), token: index)
    }
}

extension Subresource {
    fileprivate func documented(on resource: ResourceDefinition) -> DocumentedSubresource {
        let told = kind(on: resource)
        let type = Schema.kubernetes.kind(
            told.kind, apiVersion: told.group.isEmpty ? told.version : "\(told.group)/\(told.version)")
        let isOwn = type === resource.type || told.kind == resource.kind
        let form: DocumentedSubresource.Form
        switch self {
        case .log: form = .text
        case .proxy: form = .proxy
        case .attach, .exec, .portForward: form = .connection
        default: form = .object
        }
        let options = self == .log ? Schema.kubernetes.kind("PodLogOptions", apiVersion: "v1") : type
        return DocumentedSubresource(
            name: rawValue, verbs: Set(verbs), type: isOwn || form != .object ? nil : type,
            options: form == .object ? nil : options, form: form)
    }
}
