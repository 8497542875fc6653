import CZlib

/// What gzip (RFC 1952) or zlib (RFC 1950) has compressed, as it arrives in pieces.
public final class Inflation {
    /// What came is not compressed data.
    public struct Broken: Error {}

    /// In memory that does not move: zlib keeps its address.
    private let stream: UnsafeMutablePointer<z_stream>
    private var isOver = false

    /// Nil when zlib has no memory for it.
    public init?() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 15 bits of window, and 32 more for either of the two headers.
        guard inflateInit2_(stream, 15 + 32, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            stream.deallocate()
            return nil
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// - Parameter bytes: the next piece: what it stands for can be a thousand times as long. What follows the end is left
    ///   out.
    public func next(_ bytes: [UInt8]) throws(Broken) -> [UInt8] {
        var output: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 16 * 1024)
        var isBroken = false
        // zlib reads `avail_in` bytes and writes no more than `avail_out`, which are the sizes of the two buffers, and
        // keeps neither beyond these closures.
        bytes.withUnsafeBufferPointer { input in
            stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            stream.pointee.avail_in = UInt32(clamping: input.count)
            var isFull = true
            while !isOver, !isBroken, stream.pointee.avail_in > 0 || isFull {
                let written = room.withUnsafeMutableBufferPointer { buffer in
                    stream.pointee.next_out = buffer.baseAddress
                    stream.pointee.avail_out = UInt32(clamping: buffer.count)
                    switch inflate(stream, Z_NO_FLUSH) {
                    case Z_OK, Z_BUF_ERROR: break
                    case Z_STREAM_END: isOver = true
                    default: isBroken = true
                    }
                    return buffer.count - Int(stream.pointee.avail_out)
                }
                isFull = written == room.count
                output.append(contentsOf: room[..<written])
                if written == 0 { break }
            }
        }
        if isBroken { throw Broken() }
        return output
    }
}
