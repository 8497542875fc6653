import Objects

/// The types that a document's operations name, and all that these refer to.
struct SchemaSet {
    /// A type's place among the definitions.
    enum Model {
        case message(MessageDescriptor)
        /// A type with a form of its own in JSON, by its full name in `proto/`.
        case special(String, FieldKind)
        case custom(DocumentedResource, CustomSchema)
        case customList(DocumentedResource, CustomSchema)
        /// What a PATCH carries, and what `/version` answers: no messages of the API.
        case patch, versionInfo
    }

    private(set) var models: [String: Model] = [:]

    /// Adds a type and all that it refers to. Types refer to each other in circles.
    mutating func insert(_ type: MessageDescriptor) {
        var waiting = [type]
        while let next = waiting.popLast() {
            let name = ModelName.of(next)
            guard models[name] == nil else { continue }
            models[name] = .message(next)
            collect(next, into: &waiting)
        }
    }

    mutating func insert(_ resource: DocumentedResource, _ custom: CustomSchema) {
        models[ModelName.custom(resource.group, resource.version, resource.kind)] = .custom(resource, custom)
        models[ModelName.custom(resource.group, resource.version, custom.listKind)] = .customList(resource, custom)
    }

    mutating func insertPatch() { models[ModelName.patch] = .patch }
    mutating func insertVersionInfo() { models[ModelName.versionInfo] = .versionInfo }

    /// In the order of their names.
    var sorted: [(name: String, model: Model)] {
        models.sorted { $0.key < $1.key }.map { (name: $0.key, model: $0.value) }
    }

    private mutating func collect(_ type: MessageDescriptor, into waiting: inout [MessageDescriptor]) {
        for field in type.fields {
            switch field.kind {
            case .message:
                guard let inner = field.message else { continue }
                // An inline field's members stand in the type itself; the inner type is none of the API's.
                if field.isInline { collect(inner, into: &waiting) } else { waiting.append(inner) }
            case .time, .microTime, .duration, .quantity, .intOrString, .raw:
                models[ModelName.of(fullName: field.typeName)] = .special(field.typeName, field.kind)
            case .schemaOrArray, .schemaOrBool, .schemaOrStringArray:
                models[ModelName.of(fullName: field.typeName)] = .special(field.typeName, field.kind)
                if let inner = field.message?.fields.first?.message { waiting.append(inner) }
            default: break
            }
        }
    }
}
