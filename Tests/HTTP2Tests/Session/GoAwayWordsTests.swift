import Testing

@testable import HTTP2

/// A goodbye without words gets some, where they help; every other frame is left as it is.
struct GoAwayWordsTests {
    private static func goAway(_ code: UInt8, _ debug: [UInt8] = [], type: UInt8 = 7) -> [UInt8] {
        [0, 0, UInt8(8 + debug.count), type, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, code] + debug
    }

    @Test func aCompressionErrorSaysHowLongAFieldMayBe() throws {
        let made = try #require(Self.goAway(9).withUnsafeBytes { GoAwayWords.adding(to: $0) })
        // RFC 9113, section 4.1: 24 bits of length, then type, flags and stream.
        #expect(Int(made[0]) << 16 | Int(made[1]) << 8 | Int(made[2]) == made.count - 9)
        #expect(Array(made[3..<17]) == Array(Self.goAway(9)[3...]))
        #expect(String(decoding: made[17...], as: UTF8.self).contains("65536 bytes"))
    }

    @Test(arguments: [
        goAway(0), goAway(1), goAway(9, [33]), goAway(9, type: 6), [], [0, 0, 8, 7], Array(goAway(9).dropLast()),
    ])
    func otherFramesAreLeftAsTheyAre(_ frame: [UInt8]) {
        #expect(frame.withUnsafeBytes { GoAwayWords.adding(to: $0) } == nil)
    }
}
