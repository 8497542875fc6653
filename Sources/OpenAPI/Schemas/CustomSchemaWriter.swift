import Wire

/// Writes the schemas of custom resources: what the user declared, with what every object has beside it.
///
/// Swagger knows less than the declaration may say: alternatives (`oneOf`, `anyOf`, `not`), `nullable`, and members beside
/// those that are listed. Clients validate by it, so it must allow all that the server allows: what it cannot say is left
/// out, which says less.
struct CustomSchemaWriter {
    let dialect: Dialect

    func write(_ resource: DocumentedResource, _ custom: CustomSchema, to writer: inout JSONWriter) throws(WireError) {
        let json = custom.json()
        var reader = JSONReader(json.isEmpty ? Array("{}".utf8) : json)
        try node(&reader, .object([resource.groupVersionKind]), depth: 0, to: &writer)
    }

    func writeList(_ resource: DocumentedResource, _ custom: CustomSchema, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("description", StandardWords.list(of: resource.kind))
        writer.key("properties")
        writer.beginObject()
        text("apiVersion", StandardWords.apiVersion, to: &writer)
        writer.key("items")
        writer.beginObject()
        writer.member("description", StandardWords.items)
        writer.key("items")
        writer.reference(ModelName.custom(resource.group, resource.version, resource.kind), dialect)
        writer.member("type", "array")
        writer.endObject()
        text("kind", StandardWords.kind, to: &writer)
        metadata("ListMeta", StandardWords.listMetadata, to: &writer)
        writer.endObject()
        writer.member("required", ["items"])
        writer.member("type", "object")
        writer.member(
            "x-kubernetes-group-version-kind",
            [GroupVersionKind(group: resource.group, version: resource.version, kind: custom.listKind)])
        writer.endObject()
    }

    // MARK: Nodes

    /// What a schema describes.
    private enum Role {
        case value
        /// An object with `apiVersion`, `kind` and `metadata`: the resource itself, or one embedded in it.
        case object([GroupVersionKind])
    }

    /// What of a schema decides over the rest of it.
    private struct Traits {
        var isNullable = false
        var preservesUnknown = false
        var isIntOrString = false
        var isEmbedded = false
        var hasProperties = false
        var hasType = false
    }

    private func traits(_ reader: JSONReader) throws(WireError) -> Traits {
        var reader = reader
        var traits = Traits()
        try reader.beginObject()
        while let key = try reader.nextKey() {
            let name = try reader.text(key.text, hasEscapes: key.hasEscapes)
            let isTrue = try reader.peek() == .bool && reader.bytes[reader.position] == UInt8(ascii: "t")
            switch name {
            case "nullable": traits.isNullable = isTrue
            case "x-kubernetes-preserve-unknown-fields": traits.preservesUnknown = isTrue
            case "x-kubernetes-int-or-string": traits.isIntOrString = isTrue
            case "x-kubernetes-embedded-resource": traits.isEmbedded = isTrue
            case "properties": traits.hasProperties = true
            case "type": traits.hasType = true
            default: break
            }
            try reader.skipValue()
        }
        return traits
    }

    private func node(
        _ reader: inout JSONReader, _ role: Role, depth: Int, to writer: inout JSONWriter
    ) throws(WireError) {
        guard depth < OpenAPILimits.schemaDepth else {
            throw WireError(.nestingTooDeep, at: reader.position, "the schema nests too deep")
        }
        // A value that is no schema, where the specification allows true and false.
        guard try reader.peek() == .object else { return try reader.copy(to: &writer) }
        let traits = try traits(reader)
        var kinds: [GroupVersionKind]?
        if case .object(let found) = role { kinds = found } else if traits.isEmbedded { kinds = [] }
        let isOpen = dialect == .v2 && (traits.isNullable || traits.preservesUnknown)
        if dialect == .v2, traits.preservesUnknown, case .object(let kinds) = role {
            // Where any property stands, clients refuse all others.
            try reader.skipValue()
            writer.beginObject()
            writer.member("type", "object")
            writer.member("x-kubernetes-group-version-kind", kinds)
            return writer.endObject()
        }
        writer.beginObject()
        try reader.beginObject()
        while let key = try reader.nextKey() {
            let name = try reader.text(key.text, hasEscapes: key.hasEscapes)
            if isLeftOut(name, traits) {
                try reader.skipValue()
                continue
            }
            switch name {
            case "properties":
                writer.key(name)
                try properties(&reader, kinds, depth: depth, to: &writer)
            case "items", "additionalProperties", "not":
                writer.key(name)
                try node(&reader, .value, depth: depth + 1, to: &writer)
            case "allOf", "oneOf", "anyOf":
                writer.key(name)
                try reader.beginArray()
                writer.beginArray()
                while try reader.nextElement() { try node(&reader, .value, depth: depth + 1, to: &writer) }
                writer.endArray()
            default: try reader.copy(name, to: &writer)
            }
        }
        if let kinds {
            if !traits.hasProperties || isOpen {
                writer.key("properties")
                writer.beginObject()
                standardProperties(to: &writer)
                writer.endObject()
            }
            if !traits.hasType || (dialect == .v2 && traits.isNullable) { writer.member("type", "object") }
            if !kinds.isEmpty { writer.member("x-kubernetes-group-version-kind", kinds) }
        }
        writer.endObject()
    }

    private func isLeftOut(_ name: String, _ traits: Traits) -> Bool {
        guard dialect == .v2 else { return false }
        switch name {
        case "allOf", "anyOf", "oneOf", "not", "nullable", "default", "x-kubernetes-validations": return true
        case "type": return traits.isNullable || traits.isIntOrString
        case "items", "properties": return traits.isNullable || traits.preservesUnknown
        case "additionalProperties": return traits.isNullable
        // What is listed as required may be null, which clients take for absent.
        case "required": return traits.isNullable || traits.preservesUnknown
        default: return false
        }
    }

    private func properties(
        _ reader: inout JSONReader, _ kinds: [GroupVersionKind]?, depth: Int, to writer: inout JSONWriter
    ) throws(WireError) {
        writer.beginObject()
        if kinds != nil { standardProperties(to: &writer) }
        try reader.beginObject()
        while let key = try reader.nextKey() {
            let name = try reader.text(key.text, hasEscapes: key.hasEscapes)
            if kinds != nil, ["apiVersion", "kind", "metadata"].contains(name) {
                try reader.skipValue()
                continue
            }
            writer.key(name)
            try node(&reader, .value, depth: depth + 1, to: &writer)
        }
        writer.endObject()
    }

    private func standardProperties(to writer: inout JSONWriter) {
        text("apiVersion", StandardWords.apiVersion, to: &writer)
        text("kind", StandardWords.kind, to: &writer)
        metadata("ObjectMeta", StandardWords.metadata, to: &writer)
    }

    private func text(_ name: String, _ description: String, to writer: inout JSONWriter) {
        writer.key(name)
        writer.beginObject()
        writer.member("description", description)
        writer.member("type", "string")
        writer.endObject()
    }

    private func metadata(_ type: String, _ description: String, to writer: inout JSONWriter) {
        let target = ModelName.meta + type
        writer.key("metadata")
        writer.beginObject()
        switch dialect {
        case .v2: writer.member("$ref", dialect.reference(target))
        case .v3:
            writer.key("allOf")
            writer.beginArray()
            writer.reference(target, dialect)
            writer.endArray()
        }
        writer.member("description", description)
        writer.endObject()
    }
}

extension JSONReader {
    /// Copies the next value, as the member of that name.
    fileprivate mutating func copy(_ name: String, to writer: inout JSONWriter) throws(WireError) {
        writer.key(name)
        try copy(to: &writer)
    }
}
