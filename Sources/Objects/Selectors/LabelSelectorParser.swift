/// Reads the text form of label selectors; errors are worded as Kubernetes words them.
///
/// ```
/// selector    = [ requirement *( "," requirement ) ]
/// requirement = [ "!" ] key / key ( "=" / "==" / "!=" / ">" / "<" ) value / key ( "in" / "notin" ) "(" values ")"
/// ```
/// A value may be empty. White space separates words and means nothing else.
struct LabelSelectorParser {
    private let tokens: [LabelSelectorToken]
    private var at = 0

    init(_ text: String) { tokens = LabelSelectorToken.all(in: text) }

    private var next: LabelSelectorToken { at < tokens.count ? tokens[at] : .end }

    private mutating func take() -> LabelSelectorToken {
        defer { at += 1 }
        return next
    }

    mutating func requirements() throws(SelectorError) -> [LabelSelector.Requirement] {
        var requirements: [LabelSelector.Requirement] = []
        if next == .end { return [] }
        guard next.beginsRequirement else {
            throw SelectorError("found '\(next.text)', expected: !, identifier, or 'end of string'")
        }
        while true {
            do { requirements.append(try requirement()) } catch {
                throw SelectorError("unable to parse requirement: \(error)")
            }
            switch take() {
            case .end: return requirements
            case .comma:
                guard next.beginsRequirement else {
                    throw SelectorError("found '\(next.text)', expected: identifier after ','")
                }
            case let other: throw SelectorError("found '\(other.text)', expected: ',' or 'end of string'")
            }
        }
    }

    private mutating func requirement() throws(SelectorError) -> LabelSelector.Requirement {
        let isNegated = next == .not
        if isNegated { _ = take() }
        let token = take()
        guard case .word(let key) = token else { throw SelectorError("found '\(token.text)', expected: identifier") }
        let problems = Names.qualifiedNameProblems(key)
        guard problems.isEmpty else {
            throw SelectorError("<nil>: Invalid value: \(GoText.quoted(key)): \(problems.joined(separator: "; "))")
        }
        if isNegated { return LabelSelector.Requirement(key, .doesNotExist) }
        if next == .end || next == .comma { return LabelSelector.Requirement(key, .exists) }
        switch take() {
        case .equal, .doubleEqual: return try .init(validating: key, .isIn, [exactValue()], isEquality: true)
        case .notEqual: return try .init(validating: key, .notIn, [exactValue()], isEquality: true)
        case .greater: return try .init(validating: key, .greaterThan, [exactValue()])
        case .less: return try .init(validating: key, .lessThan, [exactValue()])
        case .word("in"): return try .init(validating: key, .isIn, values())
        case .word("notin"): return try .init(validating: key, .notIn, values())
        case let other: throw SelectorError("found '\(other.text)', expected: in, notin, =, ==, !=, gt, lt")
        }
    }

    /// One value; nothing stands for the empty value.
    private mutating func exactValue() throws(SelectorError) -> String {
        if next == .end || next == .comma { return "" }
        let token = take()
        guard case .word(let value) = token else { throw SelectorError("found '\(token.text)', expected: identifier") }
        return value
    }

    /// `(a,b)` in byte order without repeats; nothing before, between or after commas stands for the empty value.
    private mutating func values() throws(SelectorError) -> [String] {
        let opening = take()
        guard opening == .open else { throw SelectorError("found '\(opening.text)' expected: '('") }
        var values: Set<String> = []
        while true {
            switch take() {
            case .word(let value):
                values.insert(value)
                switch take() {
                case .comma: continue
                case .close: return values.sorted(by: bytesPrecede)
                case let other: throw SelectorError("found '\(other.text)', expected: ',' or ')'")
                }
            case .comma: values.insert("")
            case .close:
                values.insert("")
                return values.sorted(by: bytesPrecede)
            case let other:
                let expected = values.isEmpty ? "',', ')' or identifier" : "',', or identifier"
                throw SelectorError("found '\(other.text)', expected: \(expected)")
            }
        }
    }
}
