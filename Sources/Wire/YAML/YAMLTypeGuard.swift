/// Tells whether a text may stand unquoted, for our reader and for those of YAML 1.1, which know more types.
enum YAMLTypeGuard {
    static func readsAsText(_ text: String) -> Bool {
        guard case .string = YAMLScalar(plain: text) else { return false }
        let bytes = Array(text.utf8)
        // The signs of YAML 1.1's merge and value types: Kubernetes' tools leave them bare, and others then fail on
        // them.
        if text == "<<" || text == "=" { return false }
        guard let first = bytes.first else { return false }
        guard isDigit(first) || first == UInt8(ascii: "+") || first == UInt8(ascii: "-") else { return true }
        return !isTime(bytes) && !isBase60(bytes)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// `2001-1-2`, alone or before a time of day: a date of YAML 1.1.
    private static func isTime(_ text: [UInt8]) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "-"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[0].allSatisfy(isDigit), 1...2 ~= parts[1].count,
            parts[1].allSatisfy(isDigit)
        else { return false }
        let day = parts[2].prefix(while: isDigit)
        guard 1...2 ~= day.count else { return false }
        guard let next = parts[2].dropFirst(day.count).first else { return true }
        let rest = parts[2].dropFirst(day.count + 1)
        return (next | 0x20 == UInt8(ascii: "t") || next == 0x20) && rest.first.map(isDigit) == true
            && rest.contains(UInt8(ascii: ":"))
    }

    /// `1:20` or `-190:20:30.15`: a number to base 60 of YAML 1.1.
    private static func isBase60(_ text: [UInt8]) -> Bool {
        var rest = text[...]
        if rest.first.map(isDigit) == false { rest = rest.dropFirst() }
        let parts = rest.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count > 1, let head = parts.first, head.first.map(isDigit) == true,
            head.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "_") })
        else { return false }
        for (index, part) in parts.enumerated().dropFirst() {
            var digits = part
            if index == parts.count - 1, let point = part.firstIndex(of: UInt8(ascii: ".")) {
                guard part[(point + 1)...].allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "_") }) else { return false }
                digits = part[..<point]
            }
            guard 1...2 ~= digits.count, digits.allSatisfy(isDigit) else { return false }
            if digits.count == 2, let tens = digits.first, tens > UInt8(ascii: "5") { return false }
        }
        return true
    }
}
