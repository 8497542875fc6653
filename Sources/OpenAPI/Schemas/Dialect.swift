import Wire

/// Where OpenAPI v2 (Swagger) and v3 write the same differently.
enum Dialect {
    case v2, v3

    func reference(_ model: String) -> String {
        switch self {
        case .v2: "#/definitions/\(model)"
        case .v3: "#/components/schemas/\(model)"
        }
    }
}

extension JSONWriter {
    mutating func member(_ key: String, _ text: String) {
        self.key(key)
        string(text)
    }

    mutating func member(_ key: String, _ flag: Bool) {
        self.key(key)
        bool(flag)
    }

    mutating func member(_ key: String, _ list: [String]) {
        self.key(key)
        beginArray()
        for text in list { string(text) }
        endArray()
    }

    mutating func member(_ key: String, _ kinds: [GroupVersionKind]) {
        self.key(key)
        beginArray()
        for kind in kinds { value(kind) }
        endArray()
    }

    mutating func value(_ kind: GroupVersionKind) {
        beginObject()
        member("group", kind.group)
        member("kind", kind.kind)
        member("version", kind.version)
        endObject()
    }

    /// `{"$ref": …}` and nothing else.
    mutating func reference(_ model: String, _ dialect: Dialect) {
        beginObject()
        member("$ref", dialect.reference(model))
        endObject()
    }
}
