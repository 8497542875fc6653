import Objects

/// What names one share of a device that several claims have at once: a UUID in its usual form (RFC 9562).
enum DeviceShareRules {
    private static let length = 36

    static func problems(_ text: String?, _ path: String) -> [FieldProblem] {
        guard let text else { return [] }
        if let why = misfit(text) { return [.invalid(path, text: text, "error validating uid: \(why)")] }
        guard text.utf8.count != length || text != text.lowercased() else { return [] }
        return [
            .invalid(
                path, text: text,
                "uid must be in RFC 4122 normalized form, `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx` with lowercase hexadecimal "
                    + "characters")
        ]
    }

    /// Why the text is no UUID in any of the forms that are in use: plain, without dashes, in braces, as a URN.
    private static func misfit(_ text: String) -> String? {
        var rest = text.utf8[...]
        switch rest.count {
        case length: break
        case length - 4: return rest.allSatisfy(isHexadecimal) ? nil : "invalid UUID format"
        case length + 2:
            guard rest.first == UInt8(ascii: "{"), rest.last == UInt8(ascii: "}") else {
                return "invalid bracketed UUID format"
            }
            rest = rest.dropFirst().dropLast()
        case length + 9:
            guard text.lowercased().hasPrefix("urn:uuid:") else {
                return "invalid urn prefix: \(GoText.quoted(String(text.prefix(9))))"
            }
            rest = rest.dropFirst(9)
        case let count: return "invalid UUID length: \(count)"
        }
        let groups = rest.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isGood = groups.map(\.count) == [8, 4, 4, 4, 12] && groups.allSatisfy { $0.allSatisfy(isHexadecimal) }
        return isGood ? nil : "invalid UUID format"
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }
}
