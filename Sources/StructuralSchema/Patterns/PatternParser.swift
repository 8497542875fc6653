/// Reads RE2's syntax (github.com/google/re2, "Syntax"), which has neither backreferences nor looking around.
struct PatternParser {
    let text: [Unicode.Scalar]
    var at = 0
    var depth = 0

    struct Flags {
        var ignoresCase = false
        var isMultiline = false
        var dotTakesNewline = false
    }
    var flags = Flags()

    static func parse(_ pattern: String) throws(PatternError) -> PatternTree {
        var parser = PatternParser(text: Array(pattern.unicodeScalars))
        let tree = try parser.choice()
        if parser.at < parser.text.count { throw PatternError(code: .unexpectedParenthesis, part: pattern) }
        return tree
    }

    private init(text: [Unicode.Scalar]) { self.text = text }

    var next: Unicode.Scalar? { at < text.count ? text[at] : nil }

    func part(from start: Int, to end: Int? = nil) -> String {
        var part = ""
        part.unicodeScalars.append(contentsOf: text[start..<min(end ?? text.count, text.count)])
        return part
    }

    func error(_ code: PatternError.Code, from start: Int, to end: Int? = nil) -> PatternError {
        PatternError(code: code, part: part(from: start, to: end))
    }

    // MARK: Structure

    mutating func choice() throws(PatternError) -> PatternTree {
        depth += 1
        defer { depth -= 1 }
        if depth > SchemaLimits.patternNesting { throw error(.nestsTooDeeply, from: 0) }
        var choices: [PatternTree] = []
        while true {
            choices.append(try sequence())
            guard next == "|" else { break }
            at += 1
        }
        return choices.count == 1 ? choices[0] : .choice(choices)
    }

    mutating func sequence() throws(PatternError) -> PatternTree {
        var parts: [PatternTree] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            let start = at
            let isOperator = scalar == "*" || scalar == "+" || scalar == "?"
            if isOperator { throw error(.missingRepeatArgument, from: start, to: start + 1) }
            if scalar == "{", try count() != nil { throw error(.missingRepeatArgument, from: start, to: at) }
            at = start
            if scalar == "\\", at + 1 < text.count, text[at + 1] == "Q" {
                parts += quoted()
                if let last = parts.popLast() { parts.append(try repeated(last)) }
                continue
            }
            parts.append(try repeated(try atom()))
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    /// `\Q…\E`: letters as they stand.
    mutating func quoted() -> [PatternTree] {
        at += 2
        var parts: [PatternTree] = []
        while let scalar = next {
            if scalar == "\\", at + 1 < text.count, text[at + 1] == "E" {
                at += 2
                return parts
            }
            parts.append(literal(scalar))
            at += 1
        }
        return parts
    }

    /// The operators that follow an atom.
    mutating func repeated(_ atom: PatternTree) throws(PatternError) -> PatternTree {
        var tree = atom
        var before: Int?
        while let scalar = next {
            let start = at
            let bounds: (least: Int, most: Int?)
            switch scalar {
            case "*": bounds = (0, nil)
            case "+": bounds = (1, nil)
            case "?": bounds = (0, 1)
            case "{":
                guard let found = try count() else {
                    at = start
                    return tree
                }
                bounds = found
                at -= 1
            default: return tree
            }
            at += 1
            if let before { throw error(.invalidRepeatOperator, from: before, to: at) }
            if next == "?" { at += 1 }
            before = start
            tree = .repetition(tree, least: bounds.least, most: bounds.most)
        }
        return tree
    }

    /// `{n}`, `{n,}` or `{n,m}`; nil: the brace stands for itself.
    mutating func count() throws(PatternError) -> (least: Int, most: Int?)? {
        let start = at
        at += 1
        guard let least = number() else { return nil }
        var most: Int? = least
        if next == "," {
            at += 1
            if next == "}" {
                most = nil
            } else {
                guard let found = number() else { return nil }
                most = found
            }
        }
        guard next == "}" else { return nil }
        at += 1
        if least > SchemaLimits.patternRepeat || most ?? 0 > SchemaLimits.patternRepeat || most ?? least < least {
            throw error(.invalidRepeatSize, from: start, to: at)
        }
        return (least, most)
    }

    mutating func number() -> Int? {
        let start = at
        var value = 0
        while let scalar = next, ("0"..."9").contains(scalar) {
            value = min(value * 10 + Int(scalar.value - 0x30), 1_000_000)
            at += 1
        }
        let hasLeadingZero = at > start + 1 && text[start] == "0"
        return at == start || hasLeadingZero ? nil : value
    }

    // MARK: Atoms

    mutating func atom() throws(PatternError) -> PatternTree {
        guard let scalar = next else { return .empty }
        switch scalar {
        case "(": return try group()
        case "[": return .set(try characterClass())
        case ".":
            at += 1
            var set = ScalarSet()
            if flags.dotTakesNewline {
                set.insert(0...ScalarSet.last)
            } else {
                set.insert(ScalarSet.complement([0x0a...0x0a]))
            }
            return .set(set)
        case "^":
            at += 1
            return .assertion(flags.isMultiline ? .lineStart : .textStart)
        case "$":
            at += 1
            return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
        case "\\": return try escape()
        default:
            at += 1
            return literal(scalar)
        }
    }

    func literal(_ scalar: Unicode.Scalar) -> PatternTree {
        guard flags.ignoresCase else { return .scalar(scalar.value) }
        var set = ScalarSet()
        set.insert(scalar.value)
        set.foldCase()
        set.finish()
        return set.ranges.count == 1 && set.ranges[0].count == 1 ? .scalar(scalar.value) : .set(set)
    }

    mutating func group() throws(PatternError) -> PatternTree {
        let start = at
        let outer = flags
        at += 1
        if next == "?" {
            at += 1
            if next == "P" || next == "<" {
                try name(start)
            } else if try options(start) {
                // Flags for the rest of the group around.
                return .empty
            }
        }
        let tree = try choice()
        guard next == ")" else { throw error(.missingParenthesis, from: 0) }
        at += 1
        flags = outer
        return tree
    }

    /// `P<name>` or `<name>` of a capture.
    mutating func name(_ start: Int) throws(PatternError) {
        if next == "P" { at += 1 }
        guard next == "<" else { throw error(.invalidPerlSyntax, from: start, to: at + 1) }
        let first = at + 1
        if first < text.count, text[first] == "=" || text[first] == "!" {
            throw error(.invalidPerlSyntax, from: start, to: first + 1)
        }
        while let scalar = next, scalar != ">" {
            if scalar == ")" { throw error(.invalidNamedCapture, from: start, to: at) }
            at += 1
        }
        guard next == ">" else { throw error(.invalidNamedCapture, from: start) }
        let isWord = text[first..<at].allSatisfy { $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" }
        guard at > first, isWord else { throw error(.invalidNamedCapture, from: start, to: at + 1) }
        at += 1
    }

    /// `(?i)`, `(?i:`: true when the group ends with its flags.
    mutating func options(_ start: Int) throws(PatternError) -> Bool {
        var isOn = true
        var hasFlag = false
        while let scalar = next {
            at += 1
            switch scalar {
            case "i": flags.ignoresCase = isOn
            case "m": flags.isMultiline = isOn
            case "s": flags.dotTakesNewline = isOn
            case "U": break
            case "-" where isOn:
                isOn = false
                hasFlag = false
                continue
            case ":" where isOn || hasFlag: return false
            case ")" where hasFlag: return true
            default: throw error(.invalidPerlSyntax, from: start, to: at)
            }
            hasFlag = true
        }
        throw error(.missingParenthesis, from: 0)
    }
}
