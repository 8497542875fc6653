import Testing
import Wire

/// Random words are new each time, whoever asks.
struct RandomWordsTests {
    @Test func `none comes twice, over many supplies and from many threads`() async {
        let found = await withTaskGroup(of: [UInt64].self) { group in
            for _ in 0..<4 {
                group.addTask {
                    (0..<2000).flatMap { _ -> [UInt64] in
                        let pair = RandomWords.pair()
                        return [pair.0, pair.1]
                    }
                }
            }
            return await group.reduce(into: [UInt64]()) { $0 += $1 }
        }
        #expect(Set(found).count == found.count)
        // Each bit is set in about half of them: 16,000 draws stay within 9 standard deviations.
        for bit in 0..<64 {
            let count = found.count { $0 >> UInt64(bit) & 1 == 1 }
            #expect(abs(count - 8000) < 570)
        }
    }
}
