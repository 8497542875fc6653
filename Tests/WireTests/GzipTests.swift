import Testing
import Wire

/// What is compressed is a gzip file (RFC 1952) that says how long its content is.
struct GzipTests {
    private static func littleEndian(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// CRC-32 as section 8 of the RFC defines it, bit by bit.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xffff_ffff
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
        }
        return ~crc
    }

    @Test(arguments: [0, 1, 100, 100_000])
    func contentIsNamedByItsLengthAndChecksum(_ count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 / 7) }
        let small = try #require(Gzip.compress(bytes))
        #expect(small.prefix(3) == [0x1f, 0x8b, 8])
        #expect(Self.littleEndian(small.suffix(4)) == UInt32(count))
        #expect(Self.littleEndian(small.dropLast(4).suffix(4)) == Self.checksum(bytes))
    }

    @Test func whatRepeatsBecomesSmall() throws {
        let text = Array(String(repeating: "the same words again, ", count: 5000).utf8)
        #expect(try #require(Gzip.compress(text)).count < text.count / 100)
        #expect(try #require(Gzip.compress(text, level: 1)).count < text.count / 20)
    }
}
