/// Escapes and classes of characters.
extension PatternParser {
    mutating func escape() throws(PatternError) -> PatternTree {
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

    mutating func assertion(_ assertion: PatternTree.Assertion) -> PatternTree {
        at += 2
        return .assertion(assertion)
    }

    /// `\d`, `\pL`, `\p{Lu}`, when one comes next.
    mutating func insertClass(into set: inout ScalarSet) throws(PatternError) -> Bool {
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
    mutating func escapedScalar() throws(PatternError) -> Unicode.Scalar {
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

    mutating func characterClass() throws(PatternError) -> ScalarSet {
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

    mutating func classScalar(_ start: Int) throws(PatternError) -> Unicode.Scalar {
        guard let scalar = next else { throw error(.missingBracket, from: start) }
        if scalar == "\\" { return try escapedScalar() }
        at += 1
        return scalar
    }

    /// `[:alpha:]`, `[:^alpha:]`.
    mutating func insertNamed(into set: inout ScalarSet) throws(PatternError) -> Bool {
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
