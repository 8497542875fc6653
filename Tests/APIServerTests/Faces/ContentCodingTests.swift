import HTTP2
import Testing

@testable import APIServer

@Suite("Large answers are compressed for those who ask")
struct ContentCodingTests {
    static let large = Answer.json([UInt8](repeating: UInt8(ascii: "a"), count: ContentCoding.thresholdBytes + 1))

    @Test(arguments: ["gzip", "deflate, gzip", "gzip;q=0.5", "*"])
    func asked(_ header: String) async throws {
        let coded = try await ContentCoding.coded(Self.large, for: ["accept-encoding": header])
        #expect(coded.headers["content-encoding"] == "gzip")
        #expect(coded.headers["vary"] == "Accept-Encoding")
        #expect(coded.bytes.starts(with: [0x1f, 0x8b]))
        #expect(coded.bytes.count < Self.large.bytes.count / 10)
    }

    @Test(arguments: ["", "identity", "deflate, br", "gzip;q=0"])
    func notAsked(_ header: String) async throws {
        let coded = try await ContentCoding.coded(Self.large, for: ["accept-encoding": header])
        #expect(coded.headers["content-encoding"] == nil)
        #expect(coded.bytes == Self.large.bytes)
    }

    @Test("small answers go as they are")
    func small() async throws {
        let small = Answer.json([UInt8](repeating: UInt8(ascii: "a"), count: ContentCoding.thresholdBytes))
        let coded = try await ContentCoding.coded(small, for: ["accept-encoding": "gzip"])
        #expect(coded.bytes == small.bytes)
    }
}
