/// Reads RE2's syntax (github.com/google/re2, "Syntax"), which has neither backreferences nor looking around.
struct PatternParser {
    private let text: [Unicode.Scalar]
    private var at = 0
    private var depth = 0

    private struct Flags {
        var ignoresCase = false
        var isMultiline = false
        var dotTakesNewline = false
    }
    private var flags = Flags()

    static func parse(_ pattern: String) throws(PatternError) -> PatternTree {
        var parser = PatternParser(text: Array(pattern.unicodeScalars))
        let tree = try parser.choice()
        if parser.at < parser.text.count { throw PatternError(code: .unexpectedParenthesis, part: pattern) }
        return tree
    }

    private init(text: [Unicode.Scalar]) { self.text = text }

    private var next: Unicode.Scalar? { at < text.count ? text[at] : nil }

    private func part(from start: Int, to end: Int? = nil) -> String {
        var part = ""
        part.unicodeScalars.append(contentsOf: text[start..<min(end ?? text.count, text.count)])
        return part
    }

    private func error(_ code: PatternError.Code, from start: Int, to end: Int? = nil) -> PatternError {
        PatternError(code: code, part: part(from: start, to: end))
    }

    // MARK: Structure

    private mutating func choice() throws(PatternError) -> PatternTree {
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

    private mutating func sequence() throws(PatternError) -> PatternTree {
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
    private mutating func quoted() -> [PatternTree] {
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
    private mutating func repeated(_ atom: PatternTree) throws(PatternError) -> PatternTree {
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
    private mutating func count() throws(PatternError) -> (least: Int, most: Int?)? {
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

    private mutating func number() -> Int? {
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

    private mutating func atom() throws(PatternError) -> PatternTree {
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

    private func literal(_ scalar: Unicode.Scalar) -> PatternTree {
        guard flags.ignoresCase else { return .scalar(scalar.value) }
        var set = ScalarSet()
        set.insert(scalar.value)
        set.foldCase()
        set.finish()
        return set.ranges.count == 1 && set.ranges[0].count == 1 ? .scalar(scalar.value) : .set(set)
    }

    private mutating func group() throws(PatternError) -> PatternTree {
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
    private mutating func name(_ start: Int) throws(PatternError) {
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
    private mutating func options(_ start: Int) throws(PatternError) -> Bool {
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

    // MARK: Escapes and classes

    private mutating func escape() throws(PatternError) -> PatternTree {
        guard at + 1 < text.count else { throw PatternError(code: .trailingBackslash, part: "") }
        let letter = text[at + 1]
        switch letter {
        case "A": return assertion(.textStart)
        case "z": return assertion(.textEnd)
        case "b": return assertion(.wordBoundary)
        case "B": return assertion(.noWordBoundary)
        case "C": throw error(.invalidEscape, from: at, to: at + 2)
        default: break
        }
        var set = ScalarSet()
        if try insertClass(into: &set) {
            if flags.ignoresCase { set.foldCase() }
            set.finish()
            return .set(set)
        }
        return literal(try escapedScalar())
    }

    private mutating func assertion(_ assertion: PatternTree.Assertion) -> PatternTree {
        at += 2
        return .assertion(assertion)
    }

    /// `\d`, `\pL`, `\p{Lu}`, when one comes next.
    private mutating func insertClass(into set: inout ScalarSet) throws(PatternError) -> Bool {
        guard at + 1 < text.count, text[at] == "\\" else { return false }
        let start = at
        let letter = text[at + 1]
        if let ranges = ScalarSet.perl(letter) {
            at += 2
            set.insert(ranges)
            return true
        }
        guard letter == "p" || letter == "P" else { return false }
        at += 2
        var name = ""
        var isInverted = letter == "P"
        if next == "{" {
            at += 1
            if next == "^" {
                isInverted.toggle()
                at += 1
            }
            while let scalar = next, scalar != "}" {
                name.unicodeScalars.append(scalar)
                at += 1
            }
        } else if let scalar = next {
            name.unicodeScalars.append(scalar)
        }
        guard at < text.count, let mask = Categories.mask(named: name) else {
            throw error(.invalidClassRange, from: start, to: at + 1)
        }
        at += 1
        set.insert(categories: mask, inverted: isInverted)
        return true
    }

    /// What follows a backslash and stands for one character.
    private mutating func escapedScalar() throws(PatternError) -> Unicode.Scalar {
        let start = at
        guard at + 1 < text.count else { throw PatternError(code: .trailingBackslash, part: "") }
        let letter = text[at + 1]
        at += 2
        switch letter {
        case "a": return "\u{7}"
        case "f": return "\u{c}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "v": return "\u{b}"
        case "0"..."7":
            // A single digit but zero is a backreference, which there is none of.
            let following = next.map { ("0"..."7").contains($0) } ?? false
            guard letter == "0" || following else { throw error(.invalidEscape, from: start, to: at) }
            var value = letter.value - 0x30
            var digits = 1
            while digits < 3, let scalar = next, ("0"..."7").contains(scalar) {
                value = value * 8 + (scalar.value - 0x30)
                digits += 1
                at += 1
            }
            return Unicode.Scalar(value) ?? "\u{fffd}"
        case "x":
            let isBraced = next == "{"
            if isBraced { at += 1 }
            var value: UInt32 = 0
            var digits = 0
            while let scalar = next, let digit = Self.hexDigit(scalar), isBraced || digits < 2 {
                value = min(value * 16 + digit, 0x110000)
                digits += 1
                at += 1
            }
            let isClosed = !isBraced || next == "}"
            guard digits >= (isBraced ? 1 : 2), isClosed, let scalar = Unicode.Scalar(value) else {
                throw error(.invalidEscape, from: start, to: at + 1)
            }
            if isBraced { at += 1 }
            return scalar
        default:
            let isPunctuation = letter.isASCII && ScalarSet.perl("w")?.contains { $0.contains(letter.value) } == false
            guard isPunctuation else { throw error(.invalidEscape, from: start, to: at) }
            return letter
        }
    }

    private static func hexDigit(_ scalar: Unicode.Scalar) -> UInt32? {
        switch scalar {
        case "0"..."9": scalar.value - 0x30
        case "a"..."f": scalar.value - 0x61 + 10
        case "A"..."F": scalar.value - 0x41 + 10
        default: nil
        }
    }

    private mutating func characterClass() throws(PatternError) -> ScalarSet {
        let start = at
        var set = ScalarSet()
        at += 1
        if next == "^" {
            set.isInverted = true
            at += 1
        }
        var isFirst = true
        while let scalar = next, scalar != "]" || isFirst {
            // A `-` stands for itself at either end.
            if scalar == "-", !isFirst, at + 1 < text.count, text[at + 1] != "]" {
                throw error(.invalidClassRange, from: at, to: at + 2)
            }
            isFirst = false
            if scalar == "[", at + 1 < text.count, text[at + 1] == ":", try insertNamed(into: &set) { continue }
            if try insertClass(into: &set) { continue }
            let from = at
            let low = try classScalar(start)
            guard next == "-", at + 1 < text.count, text[at + 1] != "]" else {
                set.insert(low.value)
                continue
            }
            at += 1
            let high = try classScalar(start)
            guard low.value <= high.value else { throw error(.invalidClassRange, from: from, to: at) }
            set.insert(low.value...high.value)
        }
        guard next == "]" else { throw error(.missingBracket, from: start) }
        at += 1
        if flags.ignoresCase { set.foldCase() }
        set.finish()
        return set
    }

    private mutating func classScalar(_ start: Int) throws(PatternError) -> Unicode.Scalar {
        guard let scalar = next else { throw error(.missingBracket, from: start) }
        if scalar == "\\" { return try escapedScalar() }
        at += 1
        return scalar
    }

    /// `[:alpha:]`, `[:^alpha:]`.
    private mutating func insertNamed(into set: inout ScalarSet) throws(PatternError) -> Bool {
        var end = at + 2
        while end + 1 < text.count, !(text[end] == ":" && text[end + 1] == "]") { end += 1 }
        guard end + 1 < text.count else { return false }
        var name = part(from: at + 2, to: end)
        let isInverted = name.hasPrefix("^")
        if isInverted { name.removeFirst() }
        guard let ranges = ScalarSet.named(name) else { throw error(.invalidClassRange, from: at, to: end + 2) }
        set.insert(isInverted ? ScalarSet.complement(ranges) : ranges)
        at = end + 2
        return true
    }
}
