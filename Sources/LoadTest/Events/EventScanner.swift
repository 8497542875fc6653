/// Cuts the bytes of one watch into frames and reads their events. A frame that came whole is read where it lies; only one
/// that was cut is put together. No allocation per event.
struct EventScanner {
    let face: Face
    /// The beginning of a frame that has not come whole.
    private var partial: [UInt8] = []

    init(_ face: Face) { self.face = face }

    /// Bytes that wait for their frame's end.
    var pendingBytes: Int { partial.count }

    /// - Parameter visit: an event, and its bytes.
    @inline(__always)
    mutating func scan(_ bytes: RawSpan, _ visit: (ScannedEvent, RawSpan) -> Void) throws(ScanError) {
        var at = 0
        if !partial.isEmpty {
            at = try complete(with: bytes)
            guard let length = try frameEnd(partial.span.bytes, from: 0), length == partial.count else { return }
            var whole: [UInt8] = []
            swap(&whole, &partial)
            try read(whole.span.bytes, 0..<whole.count, visit)
            whole.removeAll(keepingCapacity: true)
            swap(&whole, &partial)
        }
        while at < bytes.byteCount {
            guard let end = try frameEnd(bytes, from: at), end <= bytes.byteCount else { break }
            try read(bytes, at..<end, visit)
            at = end
        }
        guard at < bytes.byteCount else { return }
        take(bytes, at..<bytes.byteCount)
        if partial.count > LoadLimits.frameBytes { throw ScanError(message: "a frame that does not end") }
    }

    /// Where the frame that begins at `start` ends; nil: not enough of it is here to say.
    @inline(__always)
    private func frameEnd(_ bytes: RawSpan, from start: Int) throws(ScanError) -> Int? {
        let prefix = face.prefixBytes
        guard prefix > 0 else { return ByteSearch.first(UInt8(ascii: "\n"), in: bytes, from: start).map { $0 + 1 } }
        guard bytes.byteCount - start >= prefix else { return nil }
        let length = UInt32(
            bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: start + prefix - 4, as: UInt32.self))
        if face == .rpc, bytes.unsafeLoad(fromByteOffset: start, as: UInt8.self) != 0 {
            throw ScanError(message: "a compressed gRPC message")
        }
        guard length <= UInt32(LoadLimits.frameBytes) else { throw ScanError(message: "a frame of \(length) bytes") }
        return start + prefix + Int(length)
    }

    /// Adds what the cut frame lacks, as far as it is here. Returns how many bytes were used.
    private mutating func complete(with bytes: RawSpan) throws(ScanError) -> Int {
        let prefix = face.prefixBytes
        if prefix == 0 {
            let end = ByteSearch.first(UInt8(ascii: "\n"), in: bytes, from: 0).map { $0 + 1 } ?? bytes.byteCount
            take(bytes, 0..<end)
            if partial.count > LoadLimits.frameBytes { throw ScanError(message: "a line that does not end") }
            return end
        }
        var used = 0
        if partial.count < prefix {
            used = min(prefix - partial.count, bytes.byteCount)
            take(bytes, 0..<used)
        }
        guard let end = try frameEnd(partial.span.bytes, from: 0) else { return used }
        let more = min(end - partial.count, bytes.byteCount - used)
        take(bytes, used..<used + more)
        return used + more
    }

    private mutating func take(_ bytes: RawSpan, _ range: Range<Int>) {
        bytes.extracting(range).withUnsafeBytes { partial.append(contentsOf: $0) }
    }

    @inline(__always)
    private func read(
        _ bytes: RawSpan, _ frame: Range<Int>, _ visit: (ScannedEvent, RawSpan) -> Void
    ) throws(ScanError) {
        let body = frame.lowerBound + face.prefixBytes..<frame.upperBound
        switch face {
        case .rpc: try EventReading.rpc(bytes, body) { visit($0, bytes.extracting($1)) }
        case .protobuf: visit(try EventReading.protobuf(bytes, body), bytes.extracting(body))
        case .json:
            if body.count > 1 { visit(try EventReading.json(bytes, body), bytes.extracting(body)) }
        }
    }
}
