/// Looks at eight bytes at once (after Bit Twiddling Hacks, "Determine if a word has a byte less than n"). Vectors of the
/// standard library cost ten times as much here.
@usableFromInline
enum WordScan {
    @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }
    @inlinable static var tops: UInt64 { 0x8080_8080_8080_8080 }

    /// Whether a byte is no ASCII, or one that `JSONWriter` escapes: below a space, or one of `" \ < > &`.
    @inlinable @inline(__always)
    static func hasEscaped(_ word: UInt64) -> Bool {
        // " and & differ in one bit, < and > in another.
        let found =
            word | (word &- ones &* 0x20) & ~word | zeroes(word & ~(ones &* 0x04) ^ ones &* 0x22)
            | zeroes(word & ~(ones &* 0x02) ^ ones &* 0x3c) | zeroes(word ^ ones &* 0x5c)
        return found & tops != 0
    }

    @inlinable @inline(__always)
    static func zeroes(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
}
