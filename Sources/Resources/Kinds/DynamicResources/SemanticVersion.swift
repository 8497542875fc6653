/// Versions as semver.org 2.0.0 writes them: `1.2.3-beta.1+build.5`.
enum SemanticVersion {
    static func isValid(_ text: String) -> Bool {
        let whole = text.utf8.split(separator: UInt8(ascii: "+"), maxSplits: 1, omittingEmptySubsequences: false)
        if whole.count == 2, !parts(whole[1]).allSatisfy(isIdentifier) { return false }
        guard let version = whole.first else { return false }
        let halves = version.split(separator: UInt8(ascii: "-"), maxSplits: 1, omittingEmptySubsequences: false)
        let numbers = halves.first.map { parts($0) } ?? []
        guard numbers.count == 3, numbers.allSatisfy(isNumber) else { return false }
        guard halves.count == 2 else { return true }
        return parts(halves[1]).allSatisfy { part in
            isIdentifier(part) && (!part.allSatisfy(isDigit) || isNumber(part))
        }
    }

    private static func parts(_ text: Substring.UTF8View) -> [Substring.UTF8View] {
        text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Without zeros before it.
    private static func isNumber(_ text: Substring.UTF8View) -> Bool {
        !text.isEmpty && text.allSatisfy(isDigit) && (text.count == 1 || text.first != 0x30)
    }

    private static func isIdentifier(_ text: Substring.UTF8View) -> Bool {
        !text.isEmpty
            && text.allSatisfy { isDigit($0) || (0x61...0x7a).contains($0 | 0x20) || $0 == UInt8(ascii: "-") }
    }
}
