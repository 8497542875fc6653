/// HTTP header or trailer fields in order. Names are lower case (RFC 9113, section 8.2.1); pseudo-headers are not here.
public struct HeaderFields: Sendable, Equatable, ExpressibleByDictionaryLiteral {
    public struct Field: Sendable, Equatable {
        public var name: String
        public var value: String
    }
    public private(set) var fields: [Field] = []

    public init() {}
    public init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { append(name, value) }
    }
    public mutating func append(_ name: String, _ value: String) {
        fields.append(Field(name: name, value: value))
    }
    /// The first field of that name.
    public subscript(name: String) -> String? {
        for field in fields where field.name == name { return field.value }
        return nil
    }
    public func all(_ name: String) -> [String] {
        fields.compactMap { $0.name == name ? $0.value : nil }
    }
    /// All but those of that name.
    public func without(_ name: String) -> HeaderFields {
        var rest = self
        rest.fields.removeAll { $0.name == name }
        return rest
    }
}
