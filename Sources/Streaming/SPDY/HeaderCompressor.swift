internal import CZlib

/// Compresses header blocks of one SPDY connection: one zlib stream, which begins with SPDY's dictionary (SPDY/3,
/// section 2.6.10). Unsafe memory: zlib keeps a pointer to its state, which must not move.
final class HeaderCompressor {
    private let stream: UnsafeMutablePointer<z_stream>

    init?() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // Level and window are the sender's choice; blocks have some dozen bytes, and a smaller window holds less.
        let status = deflateInit2_(
            stream, 6, Z_DEFLATED, 11, 4, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else {
            stream.deinitialize(count: 1)
            stream.deallocate()
            return nil
        }
        let dictionary = SPDYDictionary.bytes
        _ = deflateSetDictionary(stream, dictionary, UInt32(dictionary.count))
    }

    deinit {
        deflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    /// A block of names and values, each with its length. Names are in lower case.
    func compress(_ headers: [(name: String, value: String)]) -> [UInt8] {
        var plain: [UInt8] = []
        func add(_ number: Int) {
            for shift in [24, 16, 8, 0] { plain.append(UInt8(truncatingIfNeeded: number >> shift)) }
        }
        add(headers.count)
        for header in headers {
            for text in [header.name, header.value] {
                add(text.utf8.count)
                plain.append(contentsOf: text.utf8)
            }
        }
        // zlib's bound for a flushed block of this size, with room to spare.
        var out = [UInt8](repeating: 0, count: plain.count + plain.count / 8 + 64)
        let written = plain.withUnsafeMutableBufferPointer { input in
            out.withUnsafeMutableBufferPointer { output in
                stream.pointee.next_in = input.baseAddress
                stream.pointee.avail_in = UInt32(clamping: input.count)
                stream.pointee.next_out = output.baseAddress
                stream.pointee.avail_out = UInt32(clamping: output.count)
                _ = deflate(stream, Z_SYNC_FLUSH)
                return output.count - Int(stream.pointee.avail_out)
            }
        }
        return Array(out.prefix(written))
    }
}
