import Reactor
import Testing

@testable import HTTP1

@Suite struct ChunkTests {
    @Test(arguments: [1, 15, 16, 255, 256, 4095, 4096, 0xffff])
    func `a chunk is its size and its payload, behind what was there`(count: Int) {
        let stage = ByteStage(capacity: 80_000)
        Array("before".utf8).withUnsafeBytes { stage.append($0) }
        let payload = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let room = Chunk.room(on: stage)
        #expect(room.count >= count)
        room.copyBytes(from: payload)
        Chunk.seal(count, on: stage)
        let expected = Array("before\(String(count, radix: 16))\r\n".utf8) + payload + Array("\r\n".utf8)
        #expect(Array(stage.bytes) == expected)
    }

    @Test func `nothing makes no chunk, which would be the last`() {
        let stage = ByteStage(capacity: 100)
        Chunk.seal(0, on: stage)
        #expect(stage.count == 0)
    }

    @Test func `the frame and the last chunk fit where there is room`() {
        for capacity in 64..<200 {
            let stage = ByteStage(capacity: capacity)
            let room = Chunk.room(on: stage)
            if room.count > 0 { Chunk.seal(room.count, on: stage) }
            #expect(stage.room >= HTTP1Limits.lastChunkBytes)
        }
    }
}
