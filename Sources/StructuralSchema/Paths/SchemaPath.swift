import Objects

/// A path from one schema to another below it, as selectable fields and rules name it: `.spec.size`,
/// `.spec.limits['a.b']`.
struct SchemaPath {
    typealias Props = APIExtensions.JSONSchemaProps
    /// The names on the way.
    let names: [String]
    /// What is there; nil: the schema says nothing of it.
    let target: Props?

    /// Why it leads nowhere, in Kubernetes' words.
    struct Refusal: Error { let why: String }

    private static let nowhere = Refusal(why: "does not refer to a valid field")
    private static let end = Refusal(why: "unexpected end of JSON path")

    /// - Parameter allowsBrackets: whether names may stand in brackets and quotes.
    init(_ text: String, in schema: Props, allowsBrackets: Bool) throws(Refusal) {
        var names: [String] = []
        var place: Props? = schema
        var tokens = Self.tokens(text)[...]
        func next() throws(Refusal) -> String {
            guard let token = tokens.popFirst() else { throw Self.end }
            return token
        }
        while let token = tokens.popFirst() {
            var name: String
            switch token {
            case ".": name = try next()
            case "[":
                guard allowsBrackets else { throw Refusal(why: "array notation is not allowed") }
                name = try next()
                guard name.utf8.count >= 2, name.hasPrefix("'"), name.hasSuffix("'") else {
                    throw Refusal(why: "expected single quoted string but got \(name)")
                }
                name = String(name.dropFirst().dropLast()).replacing("\\'", with: "'").replacing("\\\\", with: "\\")
                let closing = try next()
                guard closing == "]" else { throw Refusal(why: "expected ] but got \(closing)") }
            default: throw Refusal(why: "expected [ or . but got: \(token)")
            }
            guard let here = place else { throw Self.nowhere }
            let properties = here.properties
            if !properties.isEmpty {
                guard let found = properties[name] else { throw Self.nowhere }
                place = found
            } else if here.message["additionalProperties"] != nil {
                place = SchemaRules.additional(here)
            } else {
                throw Self.nowhere
            }
            names.append(name)
        }
        self.names = names
        target = place
    }

    /// Dots, brackets, and what is between them; a text in single quotes is one token.
    private static func tokens(_ text: String) -> [String] {
        var tokens: [String] = []
        var token = String.UnicodeScalarView()
        var isQuoted = false
        var last: Unicode.Scalar?
        func end() {
            if !token.isEmpty { tokens.append(String(token)) }
            token = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            if isQuoted {
                token.append(scalar)
                if scalar == "'", last != "\\" {
                    isQuoted = false
                    end()
                }
            } else if scalar == "." || scalar == "[" || scalar == "]" {
                end()
                tokens.append(String(scalar))
            } else {
                if scalar == "'", token.isEmpty { isQuoted = true }
                token.append(scalar)
            }
            last = scalar
        }
        end()
        return tokens
    }
}
