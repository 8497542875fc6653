/// Reads the text form of label selectors; errors are worded as Kubernetes words them.
struct LabelSelectorParser {
    private enum Token: Equatable {
        case end, comma, open, close, equal, doubleEqual, notEqual, not, greater, less
        case word(String)

        var text: String {
            switch self {
            case .end: ""
            case .comma: ","
            case .open: "("
            case .close: ")"
            case .equal: "="
            case .doubleEqual: "=="
            case .notEqual: "!="
            case .not: "!"
            case .greater: ">"
            case .less: "<"
            case .word(let word): word
            }
        }
    }
    private let tokens: [Token]
    private var at = 0

    init(_ text: String) {
        var tokens: [Token] = []
        var word = ""
        func flush() {
            if !word.isEmpty { tokens.append(.word(word)) }
            word = ""
        }
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case " ", "\t", "\r", "\n": flush()
            case ",", "(", ")", ">", "<":
                flush()
                tokens.append(
                    scalar == ","
                        ? .comma : scalar == "(" ? .open : scalar == ")" ? .close : scalar == ">" ? .greater : .less)
            case "=":
                flush()
                if scalars.first == "=" {
                    scalars.removeFirst()
                    tokens.append(.doubleEqual)
                } else {
                    tokens.append(.equal)
                }
            case "!":
                flush()
                if scalars.first == "=" {
                    scalars.removeFirst()
                    tokens.append(.notEqual)
                } else {
                    tokens.append(.not)
                }
            default: word.unicodeScalars.append(scalar)
            }
        }
        flush()
        self.tokens = tokens
    }

    private var next: Token { at < tokens.count ? tokens[at] : .end }

    private mutating func take() -> Token {
        defer { at += 1 }
        return next
    }

    mutating func requirements() throws(SelectorError) -> [LabelSelector.Requirement] {
        var requirements: [LabelSelector.Requirement] = []
        if next == .end { return [] }
        while true {
            switch next {
            case .word, .not: requirements.append(try requirement())
            case let other: throw SelectorError("found '\(other.text)', expected: !, identifier, or 'end of string'")
            }
            switch take() {
            case .end: return requirements
            case .comma:
                if case .word = next { continue }
                if next == .not { continue }
                throw SelectorError("found '\(next.text)', expected: identifier after ','")
            case let other: throw SelectorError("found '\(other.text)', expected: ',' or 'end of string'")
            }
        }
    }

    private mutating func requirement() throws(SelectorError) -> LabelSelector.Requirement {
        let negated = next == .not
        if negated { _ = take() }
        guard case .word(let key) = next else { throw SelectorError("found '\(next.text)', expected: identifier") }
        _ = take()
        try check(Names.qualifiedNameProblems(key), key)
        if negated { return LabelSelector.Requirement(key, .doesNotExist) }
        switch next {
        case .end, .comma: return LabelSelector.Requirement(key, .exists)
        case .equal, .doubleEqual:
            _ = take()
            return LabelSelector.Requirement(key, .isIn, [try exactValue()], isEquality: true)
        case .notEqual:
            _ = take()
            return LabelSelector.Requirement(key, .notIn, [try exactValue()], isEquality: true)
        case .greater, .less:
            let op: LabelSelector.Operator = take() == .greater ? .greaterThan : .lessThan
            let value = try exactValue()
            guard Int64(value) != nil else {
                throw SelectorError("for 'Gt', 'Lt' operators, the value must be an integer")
            }
            return LabelSelector.Requirement(key, op, [value])
        case .word("in"), .word("notin"):
            let op: LabelSelector.Operator = take() == .word("in") ? .isIn : .notIn
            return LabelSelector.Requirement(key, op, try values())
        case let other:
            throw SelectorError("found '\(other.text)', expected: in, notin, =, ==, !=, gt, lt")
        }
    }

    /// One value; nothing stands for the empty value.
    private mutating func exactValue() throws(SelectorError) -> String {
        switch next {
        case .end, .comma: return ""
        case .word(let value):
            _ = take()
            try check(Names.labelValueProblems(value), value)
            return value
        case let other: throw SelectorError("found '\(other.text)', expected: identifier")
        }
    }

    private mutating func values() throws(SelectorError) -> [String] {
        guard next == .open else { throw SelectorError("found '\(next.text)' expected: '('") }
        _ = take()
        var values: [String] = []
        var value = ""
        while true {
            switch take() {
            case .word(let word):
                try check(Names.labelValueProblems(word), word)
                value = word
            case .comma:
                values.append(value)
                value = ""
            case .close:
                values.append(value)
                return values
            case let other: throw SelectorError("found '\(other.text)', expected: ',', ')' or identifier")
            }
        }
    }

    private func check(_ problems: [String], _ text: String) throws(SelectorError) {
        if let problem = problems.first { throw SelectorError("\"\(text)\": \(problem)") }
    }
}
