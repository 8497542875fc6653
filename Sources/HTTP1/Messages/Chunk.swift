internal import Reactor

/// Chunked framing in place (RFC 9112, section 7.1): the payload is written behind room for its size, which is filled in
/// afterwards. Unsafe memory, because it is the connection's write buffer: nothing is copied twice before encryption.
enum Chunk {
    private static let digits = 4
    private static let headBytes = digits + 2

    /// Where a chunk's payload goes when the chunk is the next thing on the stage; empty when there is no room.
    static func room(on stage: ByteStage) -> UnsafeMutableRawBufferPointer {
        let room = min(stage.room - HTTP1Limits.chunkFrameBytes - HTTP1Limits.lastChunkBytes, HTTP1Limits.chunkBytes)
        guard room > 0 else { return UnsafeMutableRawBufferPointer(start: nil, count: 0) }
        return UnsafeMutableRawBufferPointer(start: stage.base + stage.count + headBytes, count: room)
    }

    /// Makes a chunk of the first `count` bytes of the room. Nothing for 0, which would be the last chunk.
    static func seal(_ count: Int, on stage: ByteStage) {
        guard count > 0 else { return }
        let start = stage.base + stage.count
        let text = String(count, radix: 16)
        let size = text.utf8.count
        // Moved to where the shorter size ends: a chunk that needs fewer than four digits is small.
        if size < digits {
            (start + size + 2).copyMemory(from: start + headBytes, byteCount: count)
        }
        var at = start
        for byte in text.utf8 {
            at.storeBytes(of: byte, as: UInt8.self)
            at += 1
        }
        at.storeBytes(of: 0x0d, as: UInt8.self)
        (at + 1).storeBytes(of: 0x0a, as: UInt8.self)
        at += 2 + count
        at.storeBytes(of: 0x0d, as: UInt8.self)
        (at + 1).storeBytes(of: 0x0a, as: UInt8.self)
        stage.advance(size + 2 + count + 2)
    }

    /// The last chunk, before the trailer section.
    static let last = Array("0\r\n".utf8)
}
