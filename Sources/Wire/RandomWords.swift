internal import Glibc
internal import Synchronization

/// Words of the system's generator, fetched many at a time: asking the kernel for each would be most of what an identifier
/// costs, and every answer of a server has one.
public enum RandomWords {
    /// One page: 256 pairs.
    private static let count = 512

    private struct Supply {
        var words = [UInt64](repeating: 0, count: RandomWords.count)
        var used = RandomWords.count

        mutating func next() -> UInt64 {
            if used >= words.count {
                // Never fails, as glibc promises of it. Raw memory, because it is a call of C.
                words.withUnsafeMutableBytes { room in
                    if let base = room.baseAddress { arc4random_buf(base, room.count) }
                }
                used = 0
            }
            let word = words[used]
            // Who reads the process's memory later does not learn what was given.
            words[used] = 0
            used += 1
            return word
        }
    }
    private static let supply = Mutex(Supply())

    /// 128 random bits, for any thread.
    public static func pair() -> (UInt64, UInt64) { supply.withLock { ($0.next(), $0.next()) } }
}
