/// Memory that all connections of a loop use in turn, so that an idle connection holds none.
public final class LoopBuffers {
    /// Where a connection reads to.
    let inbound = UnsafeMutableRawBufferPointer.allocate(byteCount: ReactorLimits.readBytes, alignment: 64)
    /// Plain bytes of the connection that is just writing.
    public let stage = ByteStage(capacity: ReactorLimits.stageBytes)
    /// The same bytes encrypted; it grows to a stage and its record overhead and stays so.
    let cipher = ByteStage(capacity: ReactorLimits.stageBytes + 4096)

    init() {}
    deinit { inbound.deallocate() }
}

/// A plain run of bytes that is filled at its end and emptied as a whole.
///
/// Raw memory rather than an array: every byte sent passes here, and frames are written into reserved room in place.
/// Invariant: `0 <= count <= capacity`, and `base` has `capacity` bytes.
public final class ByteStage {
    public private(set) var base: UnsafeMutableRawPointer
    public private(set) var capacity: Int
    public private(set) var count = 0

    public init(capacity: Int) {
        self.capacity = max(capacity, 64)
        base = .allocate(byteCount: self.capacity, alignment: 64)
    }
    deinit { base.deallocate() }

    public var room: Int { capacity - count }
    public var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }
    /// The unused room: what is written there counts after `advance`.
    public var tail: UnsafeMutableRawBufferPointer { .init(start: base + count, count: room) }

    public func advance(_ written: Int) {
        precondition(written >= 0 && written <= room)
        count += written
    }

    public func removeAll() { count = 0 }

    /// Appends; grows if it must.
    public func append(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress else { return }
        if bytes.count > room { grow(to: count + bytes.count) }
        (base + count).copyMemory(from: source, byteCount: bytes.count)
        count += bytes.count
    }

    private func grow(to needed: Int) {
        let larger = max(needed, capacity * 2)
        let fresh = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 64)
        fresh.copyMemory(from: base, byteCount: count)
        base.deallocate()
        base = fresh
        capacity = larger
    }
}
