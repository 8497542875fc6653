import Objects
import OpenAPI
import Resources
import StructuralSchema
import WatchCache

/// What a version of a custom resource has beside its definition: what built-in kinds have in the schema tables.
struct CustomVersionParts: Sendable {
    /// For telling who owns which field.
    let fields: SchemaPlace?
    /// For OpenAPI: read from the definition when a document is made, and not kept.
    let schema: CustomSchema

    /// - Parameters:
    ///   - definitions: where the definition is found again when its schema is asked for.
    init(
        _ version: CustomVersion, of definition: APIExtensions.CustomResourceDefinition,
        in definitions: ServedResource
    ) {
        fields = version.schema.top
        let (name, versionName) = (definition.metadata.name, version.name)
        schema = CustomSchema(listKind: definition.status.acceptedNames.listKind) {
            guard let found = definitions.cache?.find(namespace: "", name: name),
                let message = try? StoredObject(found).message(definitions.stored.type)
            else { return [] }
            let spec = APIExtensions.CustomResourceDefinition(message).spec
            let props = spec.versions.first { $0.name == versionName }?.schema?.openAPIV3Schema
            return props.map { JSONEncoder.encode($0.message, as: nil) } ?? []
        }
    }
}
