import CZlib
import Testing

@testable import Streaming

@Suite struct SPDYTests {
    /// What zlib makes of a block, with the dictionary or, later in the stream, without.
    final class Inflater {
        private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

        init() {
            stream.initialize(to: z_stream())
            inflateInit_(stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        }
        deinit {
            inflateEnd(stream)
            stream.deallocate()
        }

        func inflate(_ block: [UInt8]) -> [UInt8] {
            var input = block
            var output = [UInt8](repeating: 0, count: 4096)
            return input.withUnsafeMutableBufferPointer { input in
                output.withUnsafeMutableBufferPointer { output in
                    stream.pointee.next_in = input.baseAddress
                    stream.pointee.avail_in = UInt32(input.count)
                    stream.pointee.next_out = output.baseAddress
                    stream.pointee.avail_out = UInt32(output.count)
                    if CZlib.inflate(stream, Z_SYNC_FLUSH) == Z_NEED_DICT {
                        inflateSetDictionary(stream, SPDYDictionary.bytes, UInt32(SPDYDictionary.bytes.count))
                        _ = CZlib.inflate(stream, Z_SYNC_FLUSH)
                    }
                    return Array(output.prefix(output.count - Int(stream.pointee.avail_out)))
                }
            }
        }
    }

    @Test func `the dictionary is the one that SPDY/3 names`() {
        let bytes = SPDYDictionary.bytes
        #expect(bytes.count == 1423)
        // Its Adler-32, as it stands in the head of every SPDY/3 connection's compression.
        #expect(adler32(1, bytes, UInt32(bytes.count)) == 0xe3c6_a7c2)
    }

    @Test func `blocks of one connection are read in order`() throws {
        let compressor = try #require(HeaderCompressor())
        let inflater = Inflater()
        let first = compressor.compress([("streamtype", "error")])
        #expect(Array(first[2..<6]) == [0xe3, 0xc6, 0xa7, 0xc2])
        #expect(
            inflater.inflate(first) == [0, 0, 0, 1, 0, 0, 0, 10] + Array("streamtype".utf8) + [0, 0, 0, 5]
                + Array("error".utf8))
        let long = String(repeating: "x", count: 1000)
        let second = inflater.inflate(compressor.compress([("a", long), ("b", "")]))
        #expect(
            second == [0, 0, 0, 2, 0, 0, 0, 1, 0x61, 0, 0, 3, 232] + Array(long.utf8) + [0, 0, 0, 1, 0x62, 0, 0, 0, 0])
    }

    @Test func `frames are as the draft draws them`() {
        var bytes: [UInt8] = []
        SPDYFrame.appendOpen(3, block: [9, 9], to: &bytes)
        #expect(bytes == [0x80, 3, 0, 1, 0, 0, 0, 12, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 9, 9])
        bytes = []
        SPDYFrame.appendData(5, [1, 2], isLast: true, to: &bytes)
        #expect(bytes == [0, 0, 0, 5, 1, 0, 0, 2, 1, 2])
        bytes = []
        SPDYFrame.appendPing(2, to: &bytes)
        #expect(bytes == [0x80, 3, 0, 6, 0, 0, 0, 4, 0, 0, 0, 2])
    }

    @Test(arguments: [1, 3, 1000])
    func `what a server says is the same however it is cut`(size: Int) {
        let reply: [UInt8] = [0x80, 3, 0, 2, 0, 0, 0, 8, 0, 0, 0, 1, 7, 7, 7, 7]
        let bytes: [UInt8] =
            reply + [0, 0, 0, 1, 0, 0, 0, 2, 1, 2] + [0, 0, 0, 1, 1, 0, 0, 1, 3] + [0, 0, 0, 3, 1, 0, 0, 0]
            + [0x80, 3, 0, 3, 0, 0, 0, 8, 0, 0, 0, 5, 0, 0, 0, 5] + [0x80, 3, 0, 6, 0, 0, 0, 4, 0, 0, 0, 2]
            + [0x80, 3, 0, 9, 0, 0, 0, 8, 0, 0, 0, 1, 0, 1, 0, 0] + [0x80, 3, 0, 7, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0]
            + [0x80, 2, 0, 1, 0, 0, 0, 0]
        var reader = SPDYReader()
        var data: [UInt8] = []
        var others: [SPDYReader.Event] = []
        var at = 0
        while at < bytes.count {
            Array(bytes[at..<min(at + size, bytes.count)]).withUnsafeBytes {
                reader.read($0) { event in
                    if case .data(1, let piece, let isLast) = event {
                        data += piece
                        if isLast { others.append(.ended(1)) }
                    } else {
                        others.append(event)
                    }
                }
            }
            at += size
        }
        #expect(data == [1, 2, 3])
        #expect(others == [.ended(1), .ended(3), .reset(5), .ping(2), .goAway, .broken])
    }
}
