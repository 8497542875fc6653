/// A class of characters: ranges of Unicode scalars in ascending order, none touching another.
struct ScalarSet: Sendable, Equatable {
    private(set) var ranges: [ClosedRange<UInt32>] = []
    /// General categories that belong to it as a whole (`\pL`), as bits of `Categories`.
    private(set) var categories: UInt32 = 0
    /// Categories all of whose strangers belong to it (`\PL` within a class).
    private(set) var otherCategories: UInt32 = 0
    var isInverted = false

    static let last: UInt32 = 0x10ffff

    mutating func insert(_ range: ClosedRange<UInt32>) { ranges.append(range) }
    mutating func insert(_ scalar: UInt32) { ranges.append(scalar...scalar) }
    mutating func insert(_ other: [ClosedRange<UInt32>]) { ranges += other }
    mutating func insert(categories mask: UInt32, inverted: Bool) {
        if inverted { otherCategories |= mask } else { categories |= mask }
    }

    /// What lies between the ranges, which must be in order.
    static func complement(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        var result: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges {
            if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
            next = range.upperBound &+ 1
        }
        if next <= last { result.append(next...last) }
        return result
    }

    /// Adds the other case of letters that are in the ranges: of all ASCII letters, and of others in small ranges.
    mutating func foldCase() {
        var added: [ClosedRange<UInt32>] = []
        for range in ranges {
            for (from, to) in [(UInt32(0x41), UInt32(0x61)), (0x61, 0x41)] {
                let low = max(range.lowerBound, from)
                let high = min(range.upperBound, from + 25)
                if low <= high { added.append((low - from + to)...(high - from + to)) }
            }
            guard range.upperBound > 0x7f, range.count <= 2_048 else { continue }
            for value in range where value > 0x7f {
                guard let scalar = Unicode.Scalar(value) else { continue }
                for text in [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping] {
                    let other = text.unicodeScalars
                    if other.count == 1, let only = other.first { added.append(only.value...only.value) }
                }
            }
        }
        ranges += added
    }

    /// Puts the ranges in order and joins those that touch: to be called before `contains`.
    mutating func finish() {
        var joined: [ClosedRange<UInt32>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let before = joined.last, range.lowerBound <= before.upperBound &+ 1 {
                joined[joined.count - 1] = before.lowerBound...max(before.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        ranges = joined
    }

    func contains(_ scalar: UInt32) -> Bool { isInside(scalar) != isInverted }

    private func isInside(_ scalar: UInt32) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
        }
        if low < ranges.count, ranges[low].lowerBound <= scalar { return true }
        guard categories | otherCategories != 0 else { return false }
        let category = Categories.bit(of: scalar)
        return category & categories != 0 || otherCategories != 0 && category & otherCategories == 0
    }

    /// Perl's classes, of ASCII as in RE2.
    static func perl(_ letter: Unicode.Scalar) -> [ClosedRange<UInt32>]? {
        let digits: [ClosedRange<UInt32>] = [0x30...0x39]
        let words: [ClosedRange<UInt32>] = [0x30...0x39, 0x41...0x5a, 0x5f...0x5f, 0x61...0x7a]
        let spaces: [ClosedRange<UInt32>] = [0x09...0x0a, 0x0c...0x0d, 0x20...0x20]
        return switch letter {
        case "d": digits
        case "D": complement(digits)
        case "w": words
        case "W": complement(words)
        case "s": spaces
        case "S": complement(spaces)
        default: nil
        }
    }

    /// POSIX' named classes: `[:alpha:]`.
    static func named(_ name: String) -> [ClosedRange<UInt32>]? {
        switch name {
        case "alnum": [0x30...0x39, 0x41...0x5a, 0x61...0x7a]
        case "alpha": [0x41...0x5a, 0x61...0x7a]
        case "ascii": [0x00...0x7f]
        case "blank": [0x09...0x09, 0x20...0x20]
        case "cntrl": [0x00...0x1f, 0x7f...0x7f]
        case "digit": [0x30...0x39]
        case "graph": [0x21...0x7e]
        case "lower": [0x61...0x7a]
        case "print": [0x20...0x7e]
        case "punct": [0x21...0x2f, 0x3a...0x40, 0x5b...0x60, 0x7b...0x7e]
        case "space": [0x09...0x0d, 0x20...0x20]
        case "upper": [0x41...0x5a]
        case "word": [0x30...0x39, 0x41...0x5a, 0x5f...0x5f, 0x61...0x7a]
        case "xdigit": [0x30...0x39, 0x41...0x46, 0x61...0x66]
        default: nil
        }
    }
}

/// Unicode's general categories as bits.
enum Categories {
    private static let names = [
        "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po",
        "Sm",
        "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn",
    ]

    /// The bits of a category or of a family of them: `Lu`, `L`, `Any`; nil: no such category.
    static func mask(named name: String) -> UInt32? {
        if name == "Any" { return .max }
        var mask: UInt32 = 0
        for (index, known) in names.enumerated() where known == name || name.utf8.count == 1 && known.hasPrefix(name) {
            mask |= 1 << UInt32(index)
        }
        return mask == 0 ? nil : mask
    }

    static func bit(of value: UInt32) -> UInt32 {
        guard let scalar = Unicode.Scalar(value) else { return 0 }
        let index: UInt32 =
            switch scalar.properties.generalCategory {
            case .uppercaseLetter: 0
            case .lowercaseLetter: 1
            case .titlecaseLetter: 2
            case .modifierLetter: 3
            case .otherLetter: 4
            case .nonspacingMark: 5
            case .spacingMark: 6
            case .enclosingMark: 7
            case .decimalNumber: 8
            case .letterNumber: 9
            case .otherNumber: 10
            case .connectorPunctuation: 11
            case .dashPunctuation: 12
            case .openPunctuation: 13
            case .closePunctuation: 14
            case .initialPunctuation: 15
            case .finalPunctuation: 16
            case .otherPunctuation: 17
            case .mathSymbol: 18
            case .currencySymbol: 19
            case .modifierSymbol: 20
            case .otherSymbol: 21
            case .spaceSeparator: 22
            case .lineSeparator: 23
            case .paragraphSeparator: 24
            case .control: 25
            case .format: 26
            case .surrogate: 27
            case .privateUse: 28
            case .unassigned: 29
            @unknown default: 29
            }
        return 1 << index
    }
}
