/// Looks at eight bytes at once (after Bit Twiddling Hacks, "Determine if a word has a byte less than n"). Vectors of the
/// standard library cost ten times as much here.
enum WordScan {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let tops: UInt64 = 0x8080_8080_8080_8080

    /// Whether a byte is no printable ASCII, or one that `JSONWriter` escapes: `" \ < > &`.
    @inline(__always)
    static func hasEscaped(_ word: UInt64) -> Bool {
        var found = word | (word &- ones &* 0x20) & ~word
        found |= zeroes(word ^ ones &* 0x22) | zeroes(word ^ ones &* 0x5c) | zeroes(word ^ ones &* 0x7f)
        found |= zeroes(word ^ ones &* 0x3c) | zeroes(word ^ ones &* 0x3e) | zeroes(word ^ ones &* 0x26)
        return found & tops != 0
    }

    @inline(__always)
    private static func zeroes(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
}
