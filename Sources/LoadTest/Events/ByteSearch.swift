/// Looking for bytes without copying them.
enum ByteSearch {
    /// The offset of the first such byte from `start` on. Eight bytes a step.
    static func first(_ byte: UInt8, in bytes: RawSpan, from start: Int) -> Int? {
        let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
        var at = start
        let end = bytes.byteCount
        while at &+ 8 <= end {
            // A byte of `word` is zero where the byte is found; the lowest set high bit names the first.
            let word = bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian ^ pattern
            let found = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
            if found != 0 { return at &+ found.trailingZeroBitCount / 8 }
            at &+= 8
        }
        while at < end {
            if bytes.unsafeLoad(fromByteOffset: at, as: UInt8.self) == byte { return at }
            at &+= 1
        }
        return nil
    }

    /// The offset after the first occurrence of `needle`.
    static func end(of needle: [UInt8], in bytes: RawSpan, from start: Int = 0) -> Int? {
        guard let head = needle.first else { return nil }
        var at = start
        while let found = first(head, in: bytes, from: at) {
            if starts(with: needle, bytes, at: found) { return found + needle.count }
            at = found + 1
        }
        return nil
    }

    static func starts(with needle: [UInt8], _ bytes: RawSpan, at start: Int) -> Bool {
        guard start >= 0, start <= bytes.byteCount - needle.count else { return false }
        for at in needle.indices
        where bytes.unsafeLoad(fromByteOffset: start + at, as: UInt8.self) != needle[at] { return false }
        return true
    }

    /// The decimal number at an offset; nil if there is none or it does not fit.
    static func decimal(in bytes: RawSpan, at start: Int) -> Int64? {
        var value: Int64 = 0
        var at = start
        while at < bytes.byteCount {
            let digit = bytes.unsafeLoad(fromByteOffset: at, as: UInt8.self) &- UInt8(ascii: "0")
            guard digit < 10 else { break }
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(Int64(digit))
            guard !overflow, !carry else { return nil }
            value = sum
            at += 1
        }
        return at > start ? value : nil
    }
}
