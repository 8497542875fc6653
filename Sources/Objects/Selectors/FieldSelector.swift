/// Which objects are meant, by the values of fields: `metadata.name=x,spec.nodeName!=y` (Kubernetes, "Field
/// Selectors").
///
/// Kept in canonical order: selectors that ask for the same are equal in whatever order they were written.
public struct FieldSelector: Sendable, Hashable, CustomStringConvertible {
    public struct Requirement: Sendable, Hashable {
        public let field: String
        public let value: String
        /// False: any other value.
        public let isEqual: Bool

        public init(field: String, value: String, isEqual: Bool = true) {
            self.field = field
            self.value = value
            self.isEqual = isEqual
        }

        fileprivate static func precedes(_ a: Requirement, _ b: Requirement) -> Bool {
            if a.field != b.field { return bytesPrecede(a.field, b.field) }
            if a.value != b.value { return bytesPrecede(a.value, b.value) }
            return a.isEqual && !b.isEqual
        }
    }
    /// In canonical order, each once.
    public let requirements: [Requirement]

    /// Selects everything.
    public static let everything = FieldSelector([])
    public var isEverything: Bool { requirements.isEmpty }

    public init(_ requirements: [Requirement]) {
        let ordered = requirements.sorted(by: Requirement.precedes)
        var unique: [Requirement] = []
        unique.reserveCapacity(ordered.count)
        for requirement in ordered where unique.last != requirement { unique.append(requirement) }
        self.requirements = unique
    }

    /// The text form, as in `?fieldSelector=`; an empty text selects everything. In values `\`, `,` and `=` are written
    /// behind a backslash.
    /// - Parameters:
    ///   - allowed: the fields that the resource can be selected by.
    ///   - isGeneric: Kubernetes refuses others in one way for resources with fields of their own, in another for those
    ///     with a name only, which have no fields said of them. Nil: found out from the fields.
    ///   - words: what is said of a field that is not allowed, by resources that have words of their own.
    public init(
        parsing text: String, allowed: [String], isGeneric: Bool? = nil, words: ((String) -> String)? = nil
    ) throws(SelectorError) {
        let isGeneric = isGeneric ?? allowed.allSatisfy { $0.hasPrefix("metadata.") }
        var requirements: [Requirement] = []
        for term in Self.terms(Array(text.utf8)[...]).sorted(by: { $0.lexicographicallyPrecedes($1) })
        where !term.isEmpty {
            guard let (field, value, isEqual) = Self.parts(term) else {
                let shown = String(decoding: term, as: UTF8.self)
                throw SelectorError("invalid selector: '\(text)'; can't understand '\(shown)'")
            }
            let requirement = Requirement(
                field: String(decoding: field, as: UTF8.self), value: try Self.unescaped(value), isEqual: isEqual)
            guard allowed.contains(requirement.field) else {
                if let words { throw SelectorError(words(requirement.field)) }
                throw Self.unknown(requirement.field, isGeneric ? allowed : nil)
            }
            requirements.append(requirement)
        }
        self.init(requirements)
    }

    /// - Parameter allowed: those to be shown; nil: none are.
    private static func unknown(_ field: String, _ allowed: [String]?) -> SelectorError {
        guard let allowed else { return SelectorError("field label not supported: \(field)") }
        let known = allowed.map { GoText.quoted($0) }.joined(separator: ", ")
        return SelectorError("\(GoText.quoted(field)) is not a known field selector: only \(known)")
    }

    /// What stands between commas that no backslash escapes.
    private static func terms(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var terms: [ArraySlice<UInt8>] = []
        var start = text.startIndex
        var isEscaped = false
        for (index, byte) in zip(text.indices, text) {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: ",") {
                terms.append(text[start..<index])
                start = index + 1
            }
        }
        terms.append(text[start...])
        return terms
    }

    /// What stands around the first `!=`, `==` or `=`.
    private static func parts(
        _ term: ArraySlice<UInt8>
    ) -> (field: ArraySlice<UInt8>, value: ArraySlice<UInt8>, isEqual: Bool)? {
        let equal = UInt8(ascii: "=")
        for index in term.indices {
            let isDouble = index + 1 < term.endIndex && term[index + 1] == equal
            if term[index] == UInt8(ascii: "!"), isDouble { return (term[..<index], term[(index + 2)...], false) }
            if term[index] == equal { return (term[..<index], term[(index + (isDouble ? 2 : 1))...], true) }
        }
        return nil
    }

    private static func unescaped(_ value: ArraySlice<UInt8>) throws(SelectorError) -> String {
        var text = String.UnicodeScalarView()
        var rest = String(decoding: value, as: UTF8.self).unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\\":
                guard let next = rest.popFirst() else {
                    throw SelectorError("invalid field selector: invalid escape sequence: \\")
                }
                guard next == "\\" || next == "," || next == "=" else {
                    throw SelectorError("invalid field selector: invalid escape sequence: \\\(Character(next))")
                }
                text.append(next)
            case ",", "=":
                throw SelectorError("invalid field selector: unescaped character in value: \(scalar.value)")
            default: text.append(scalar)
            }
        }
        return String(text)
    }

    /// The one value that the field must have, if the selector names one: what an index can find the object by.
    public func exact(_ field: String) -> String? {
        requirements.first { $0.field == field && $0.isEqual }?.value
    }

    /// - Parameter value: gives a field's value; "" for an unset one.
    public func matches(_ value: (String) -> String) -> Bool {
        requirements.allSatisfy { (value($0.field) == $0.value) == $0.isEqual }
    }

    /// The canonical text form, which parses to the same selector.
    public var description: String {
        requirements.map { "\($0.field)\($0.isEqual ? "=" : "!=")\(Self.escaped($0.value))" }.joined(separator: ",")
    }

    private static func escaped(_ value: String) -> String {
        var text: [UInt8] = []
        for byte in value.utf8 {
            if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "=") {
                text.append(UInt8(ascii: "\\"))
            }
            text.append(byte)
        }
        return String(decoding: text, as: UTF8.self)
    }
}
