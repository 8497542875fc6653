import CZlib

/// gzip (RFC 1952), for answers of megabytes to clients that take it.
public enum Gzip {
    /// - Parameter level: 1, fastest, to 9.
    /// - Returns: nil when zlib has no memory for it.
    public static func compress(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8]? {
        guard bytes.count <= Int(UInt32.max) else { return nil }
        var stream = z_stream()
        // 15 bits of window, and 16 more for gzip's header in place of zlib's.
        guard
            deflateInit2_(
                &stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        let bound = Int(deflateBound(&stream, UInt(bytes.count)))
        // zlib works on pointers. It reads `avail_in` bytes and writes no more than `avail_out`, which are the sizes of the
        // two buffers, and keeps neither beyond these closures.
        return bytes.withUnsafeBufferPointer { input -> [UInt8]? in
            var isComplete = false
            let output = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
                stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(clamping: output.count)
                isComplete = deflate(&stream, Z_FINISH) == Z_STREAM_END
                count = output.count - Int(stream.avail_out)
            }
            return isComplete ? output : nil
        }
    }
}
