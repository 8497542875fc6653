/// Copies short texts eight bytes at once: the last word overlaps the one before, so that there is no rest, and no call.
///
/// By unsafe pointers: the caller has seen to it that `count` bytes can be read, and written at `to`.
@usableFromInline
enum WordCopy {
    @usableFromInline typealias Source = UnsafePointer<UInt8>
    @usableFromInline typealias Target = UnsafeMutablePointer<UInt8>

    /// From here on a call of `memcpy` costs less than the words.
    @usableFromInline static let longBytes = 64

    @inlinable @inline(__always)
    static func word<Word: BitwiseCopyable>(_ from: Source, _ at: Int, _: Word.Type) -> Word {
        UnsafeRawPointer(from).loadUnaligned(fromByteOffset: at, as: Word.self)
    }

    @inlinable @inline(__always)
    static func store<Word: BitwiseCopyable>(_ word: Word, _ to: Target, _ at: Int) {
        UnsafeMutableRawPointer(to).storeBytes(of: word, toByteOffset: at, as: Word.self)
    }

    @inlinable @inline(__always)
    static func copy(_ from: Source, _ count: Int, to: Target) {
        if count >= 8 {
            if count > longBytes {
                to.update(from: from, count: count)
                return
            }
            var at = 0
            while at + 8 <= count {
                store(word(from, at, UInt64.self), to, at)
                at += 8
            }
            store(word(from, count - 8, UInt64.self), to, count - 8)
        } else if count >= 4 {
            let (first, last) = (word(from, 0, UInt32.self), word(from, count - 4, UInt32.self))
            store(first, to, 0)
            store(last, to, count - 4)
        } else {
            for at in 0..<count { to[at] = from[at] }
        }
    }

    /// False, and what stands at `to` means nothing: `WordScan.hasEscaped`.
    @inlinable @inline(__always)
    static func copyUnlessEscaped(_ from: Source, _ count: Int, to: Target) -> Bool {
        if count >= 8 {
            var at = 0
            while at + 8 <= count {
                let found = word(from, at, UInt64.self)
                if WordScan.hasEscaped(found) { return false }
                store(found, to, at)
                at += 8
            }
            let last = word(from, count - 8, UInt64.self)
            if WordScan.hasEscaped(last) { return false }
            store(last, to, count - 8)
            return true
        }
        if count >= 4 {
            let (first, last) = (word(from, 0, UInt32.self), word(from, count - 4, UInt32.self))
            if WordScan.hasEscaped(UInt64(first) | UInt64(last) << 32) { return false }
            store(first, to, 0)
            store(last, to, count - 4)
            return true
        }
        // Spaces for the bytes that there are not.
        var found: UInt64 = 0x2020_2020_2020_2020
        for at in 0..<count {
            found = found << 8 | UInt64(from[at])
            to[at] = from[at]
        }
        return !WordScan.hasEscaped(found)
    }
}
