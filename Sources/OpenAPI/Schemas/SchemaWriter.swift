import Objects
import Wire

/// Writes the schemas of types that the program was built with.
struct SchemaWriter {
    let dialect: Dialect
    let descriptions: DescriptionTable
    /// All groups and versions that are served: the options of a deletion and an event of a watch belong to each.
    let groupVersions: [GroupVersion]

    func write(_ type: MessageDescriptor, to writer: inout JSONWriter) {
        let entry = descriptions.entry(type.fullName)
        writer.beginObject()
        if !entry.text.isEmpty { writer.member("description", entry.text) }
        var properties: [Property] = []
        collect(type, entry, into: &properties)
        if !properties.isEmpty {
            properties.sort { $0.name < $1.name }
            writer.key("properties")
            writer.beginObject()
            for property in properties {
                writer.key(property.name)
                write(property, to: &writer)
            }
            writer.endObject()
        }
        // In the order of declaration, as clients print what is missing.
        let required = Self.required(type)
        if !required.isEmpty { writer.member("required", required) }
        writer.member("type", "object")
        let kinds = groupVersionKinds(of: type)
        if !kinds.isEmpty { writer.member("x-kubernetes-group-version-kind", kinds) }
        if type.isAtomic { writer.member("x-kubernetes-map-type", "atomic") }
        writer.endObject()
    }

    // MARK: Properties

    private struct Property {
        let name: String
        let description: String
        /// nil: `kind` and `apiVersion`, which no message has.
        let field: FieldDescriptor?
    }

    private func collect(
        _ type: MessageDescriptor, _ entry: DescriptionTable.Entry, into properties: inout [Property]
    ) {
        if type.isKind {
            properties.append(Property(name: "kind", description: StandardWords.kind, field: nil))
            properties.append(Property(name: "apiVersion", description: StandardWords.apiVersion, field: nil))
        }
        for field in type.fields {
            if field.isInline, let inner = field.message {
                collect(inner, descriptions.entry(inner.fullName), into: &properties)
            } else {
                properties.append(
                    Property(name: field.name, description: words(for: field, of: type, entry), field: field))
            }
        }
    }

    private func words(
        for field: FieldDescriptor, of type: MessageDescriptor, _ entry: DescriptionTable.Entry
    ) -> String {
        let own = entry.field(field.name)
        guard own.isEmpty, type.isKind else { return own }
        switch (field.name, field.message?.name) {
        case ("metadata", "ObjectMeta"): return StandardWords.metadata
        case ("metadata", "ListMeta"): return StandardWords.listMetadata
        case ("items", _): return StandardWords.items
        default: return own
        }
    }

    private static func required(_ type: MessageDescriptor) -> [String] {
        type.fields.flatMap { field -> [String] in
            if field.isInline, let inner = field.message { return required(inner) }
            return field.isRequired ? [field.name] : []
        }
    }

    private func write(_ property: Property, to writer: inout JSONWriter) {
        guard let field = property.field else {
            writer.beginObject()
            writer.member("description", property.description)
            writer.member("type", "string")
            writer.endObject()
            return
        }
        switch field.label {
        case .singular: element(field, of: property, to: &writer)
        case .repeated, .map:
            writer.beginObject()
            if field.label == .map {
                writer.key("additionalProperties")
                element(field, of: nil, to: &writer)
            }
            if !property.description.isEmpty { writer.member("description", property.description) }
            if field.label == .repeated {
                writer.key("items")
                element(field, of: nil, to: &writer)
            }
            writer.member("type", field.label == .map ? "object" : "array")
            extensions(of: field, to: &writer)
            writer.endObject()
        }
    }

    /// The value of a field, or of one item or member of it.
    ///
    /// - Parameter property: whose value it is; nil: an item's, which carries nothing of the field but its type.
    private func element(_ field: FieldDescriptor, of property: Property?, to writer: inout JSONWriter) {
        switch field.kind {
        case .message, .time, .microTime, .duration, .quantity, .intOrString, .raw, .schemaOrArray, .schemaOrBool,
            .schemaOrStringArray, .members:
            reference(field, of: property, to: &writer)
        case .stringList:
            writer.beginObject()
            if let property, !property.description.isEmpty { writer.member("description", property.description) }
            writer.key("items")
            writer.beginObject()
            if dialect == .v3 { writer.member("default", "") }
            writer.member("type", "string")
            writer.endObject()
            writer.member("type", "array")
            if property != nil { extensions(of: field, to: &writer) }
            writer.endObject()
        case .bool, .int32, .int64, .uint32, .uint64, .double, .float, .string, .bytes:
            scalar(field, of: property, to: &writer)
        }
    }

    private func reference(_ field: FieldDescriptor, of property: Property?, to writer: inout JSONWriter) {
        let target = dialect.reference(ModelName.of(fullName: field.typeName))
        let description = property?.description ?? ""
        let hasDefault =
            dialect == .v3 && field.kind == .message && !(property != nil && field.hasPresence)
        let isBare = description.isEmpty && !hasDefault && !(property != nil && field.hasExtensions)
        writer.beginObject()
        switch dialect {
        // A reference in v3 stands alone: what is said beside it would be passed over.
        case .v3 where !isBare:
            writer.key("allOf")
            writer.beginArray()
            writer.beginObject()
            writer.member("$ref", target)
            writer.endObject()
            writer.endArray()
            if hasDefault {
                writer.key("default")
                writer.beginObject()
                writer.endObject()
            }
        case .v2, .v3: writer.member("$ref", target)
        }
        if !description.isEmpty { writer.member("description", description) }
        if property != nil { extensions(of: field, to: &writer) }
        writer.endObject()
    }

    private func scalar(_ field: FieldDescriptor, of property: Property?, to writer: inout JSONWriter) {
        let (type, format) = field.kind.scalarType
        writer.beginObject()
        if dialect == .v3 { defaultValue(of: field, isItem: property == nil, to: &writer) }
        if let property, !property.description.isEmpty { writer.member("description", property.description) }
        if !field.enumValues.isEmpty { writer.member("enum", field.enumValues.sorted()) }
        if !format.isEmpty { writer.member("format", format) }
        writer.member("type", type)
        if property != nil { extensions(of: field, to: &writer) }
        writer.endObject()
    }

    /// The default that the schema declares; else zero, where a value is always written.
    private func defaultValue(of field: FieldDescriptor, isItem: Bool, to writer: inout JSONWriter) {
        if !isItem, let text = field.defaultValue {
            writer.key("default")
            switch field.kind {
            case .string: writer.string(text)
            case .bool: writer.bool(text == "true")
            case .int32, .int64, .uint32, .uint64: writer.int(Int(text) ?? 0)
            case .double, .float: writer.double(Double(text) ?? 0)
            default: writer.string(text)
            }
            return
        }
        guard isItem || (!field.omitsEmpty && !field.hasPresence) else { return }
        switch field.kind {
        case .bool: writer.member("default", false)
        case .int32, .int64, .uint32, .uint64, .double, .float:
            writer.key("default")
            writer.int(0)
        case .string: writer.member("default", "")
        default: break
        }
    }

    private func extensions(of field: FieldDescriptor, to writer: inout JSONWriter) {
        if field.listType != .unspecified {
            if !field.listMapKeys.isEmpty { writer.member("x-kubernetes-list-map-keys", field.listMapKeys) }
            writer.member("x-kubernetes-list-type", "\(field.listType)")
        }
        if let mapType = field.isAtomic ? "atomic" : field.isGranular ? "granular" : nil {
            writer.member("x-kubernetes-map-type", mapType)
        }
        if let key = field.mergeKey { writer.member("x-kubernetes-patch-merge-key", key) }
        if !field.patchStrategy.isEmpty { writer.member("x-kubernetes-patch-strategy", field.patchStrategy) }
    }

    // MARK: Kinds

    private func groupVersionKinds(of type: MessageDescriptor) -> [GroupVersionKind] {
        let isMeta = ModelName.of(type).hasPrefix(ModelName.meta)
        if isMeta, type.name == "DeleteOptions" || type.name == "WatchEvent" {
            let core = GroupVersion(group: "", version: "v1")
            return (groupVersions.contains(core) ? groupVersions : [core] + groupVersions).map {
                GroupVersionKind(group: $0.group, version: $0.version, kind: type.name)
            }
        }
        guard type.isKind else { return [] }
        if isMeta { return [GroupVersionKind(group: "", version: "v1", kind: type.name)] }
        let found = GroupVersion(apiVersion: type.apiVersion)
        return [GroupVersionKind(group: found.group, version: found.version, kind: type.name)]
    }
}

extension FieldDescriptor {
    fileprivate var hasExtensions: Bool {
        listType != .unspecified || mergeKey != nil || !patchStrategy.isEmpty || isAtomic || isGranular
    }
}

extension FieldKind {
    /// As OpenAPI names a scalar: type and format.
    var scalarType: (type: String, format: String) {
        switch self {
        case .bool: ("boolean", "")
        case .int32: ("integer", "int32")
        case .int64, .uint32, .uint64: ("integer", "int64")
        case .double: ("number", "double")
        case .float: ("number", "float")
        case .bytes: ("string", "byte")
        default: ("string", "")
        }
    }
}
