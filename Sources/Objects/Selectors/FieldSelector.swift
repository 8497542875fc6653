/// Which objects are meant, by the values of fields: `metadata.name=x,spec.nodeName!=y`.
public struct FieldSelector: Sendable, Hashable, CustomStringConvertible {
    public struct Requirement: Sendable, Hashable {
        public let field: String
        public let value: String
        /// False: any other value.
        public let isEqual: Bool
    }
    /// In canonical order.
    public let requirements: [Requirement]

    public static let everything = FieldSelector([])
    public var isEverything: Bool { requirements.isEmpty }

    public init(_ requirements: [Requirement]) {
        self.requirements = requirements.sorted {
            bytesPrecede($0.field, $1.field)
                || ($0.field == $1.field
                    && (bytesPrecede($0.value, $1.value) || ($0.value == $1.value && $0.isEqual && !$1.isEqual)))
        }
    }

    /// - Parameter allowed: the fields that the resource can be selected by.
    public init(parsing text: String, allowed: [String]) throws(SelectorError) {
        var requirements: [Requirement] = []
        for term in Self.split(text) where !term.isEmpty {
            let requirement = try Self.requirement(term)
            guard allowed.contains(requirement.field) else {
                let known = allowed.map { "\"\($0)\"" }.joined(separator: ", ")
                throw SelectorError("\"\(requirement.field)\" is not a known field selector: only \(known)")
            }
            requirements.append(requirement)
        }
        self.init(requirements)
    }

    /// At commas that no backslash escapes.
    private static func split(_ text: String) -> [Substring.UnicodeScalarView] {
        let scalars = text.unicodeScalars[...]
        var terms: [Substring.UnicodeScalarView] = []
        var start = scalars.startIndex
        var isEscaped = false
        for index in scalars.indices {
            if isEscaped {
                isEscaped = false
            } else if scalars[index] == "\\" {
                isEscaped = true
            } else if scalars[index] == "," {
                terms.append(scalars[start..<index])
                start = scalars.index(after: index)
            }
        }
        terms.append(scalars[start...])
        return terms
    }

    private static func requirement(_ term: Substring.UnicodeScalarView) throws(SelectorError) -> Requirement {
        for index in term.indices {
            let rest = term[index...]
            for (sign, isEqual) in [("!=", false), ("==", true), ("=", true)]
            where rest.starts(with: sign.unicodeScalars) {
                let value = rest.dropFirst(sign.unicodeScalars.count)
                return Requirement(
                    field: String(String.UnicodeScalarView(term[..<index])), value: try unescape(value),
                    isEqual: isEqual)
            }
        }
        throw SelectorError(
            "invalid selector: '\(String(String.UnicodeScalarView(term)))'; can't understand '\(String(String.UnicodeScalarView(term)))'"
        )
    }

    private static func unescape(_ value: Substring.UnicodeScalarView) throws(SelectorError) -> String {
        var text = String.UnicodeScalarView()
        var rest = value
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\\":
                guard let next = rest.popFirst(), next == "\\" || next == "," || next == "=" else {
                    throw SelectorError("invalid field selector: invalid escape sequence in value")
                }
                text.append(next)
            case ",", "=":
                throw SelectorError("invalid field selector: unescaped character in value: '\(Character(scalar))'")
            default: text.append(scalar)
            }
        }
        return String(text)
    }

    public var description: String {
        requirements.map { requirement in
            let value = requirement.value.unicodeScalars.map { scalar in
                scalar == "\\" || scalar == "," || scalar == "=" ? "\\\(Character(scalar))" : String(Character(scalar))
            }.joined()
            return "\(requirement.field)\(requirement.isEqual ? "=" : "!=")\(value)"
        }.joined(separator: ",")
    }
}
