/// Writes a message from its end to its start, so that every length is known when its prefix is written: one pass, no
/// moving of bytes. Callers write fields in descending order, payload before tag.
public struct ProtobufWriter: ~Copyable {
    /// Unsafe memory, since a write here is on the path of every object stored or sent: through a checked array the
    /// same loop took twice as long. Invariant: `start...capacity` is initialised, and 0 <= start <= capacity.
    private var memory: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var start: Int

    public init(capacity: Int = 1024) {
        self.capacity = max(capacity, 64)
        memory = .allocate(capacity: self.capacity)
        start = self.capacity
    }

    deinit { memory.deallocate() }

    /// Bytes written so far.
    public var count: Int { capacity - start }

    private mutating func reserve(_ room: Int) {
        if start >= room { return }
        let used = count
        let larger = max(capacity * 2, used + room)
        let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        fresh.advanced(by: larger - used).update(from: memory.advanced(by: start), count: used)
        memory.deallocate()
        memory = fresh
        capacity = larger
        start = larger - used
    }

    public mutating func varint(_ value: UInt64) {
        reserve(10)
        if value < 0x80 {
            start -= 1
            memory[start] = UInt8(value)
            return
        }
        let length = (64 - value.leadingZeroBitCount + 6) / 7
        start -= length
        var rest = value
        for i in 0..<length - 1 {
            memory[start + i] = UInt8(truncatingIfNeeded: rest) | 0x80
            rest >>= 7
        }
        memory[start + length - 1] = UInt8(rest)
    }

    public mutating func tag(_ number: Int, _ type: WireType) {
        varint(UInt64(number) << 3 | UInt64(type.rawValue))
    }

    /// The tag and length of what was written since `mark`, a former `count`.
    public mutating func delimit(_ number: Int, since mark: Int) {
        varint(UInt64(count - mark))
        tag(number, .lengthDelimited)
    }

    public mutating func bytes(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { copy($0) }
    }

    public mutating func bytes(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBufferPointer { copy($0) }
    }

    public mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { copy($0) }
    }

    public mutating func fixed64(_ value: UInt64) {
        reserve(8)
        start -= 8
        for i in 0..<8 { memory[start + i] = UInt8(truncatingIfNeeded: value >> UInt64(8 * i)) }
    }

    public mutating func fixed32(_ value: UInt32) {
        reserve(4)
        start -= 4
        for i in 0..<4 { memory[start + i] = UInt8(truncatingIfNeeded: value >> UInt32(8 * i)) }
    }

    private mutating func copy(_ source: UnsafeBufferPointer<UInt8>) {
        guard let base = source.baseAddress, source.count > 0 else { return }
        reserve(source.count)
        start -= source.count
        memory.advanced(by: start).update(from: base, count: source.count)
    }

    /// What was written, first byte first.
    public consuming func finish() -> [UInt8] {
        Array(UnsafeBufferPointer(start: memory.advanced(by: start), count: capacity - start))
    }
}

/// The size of `value` as a variable-length number, in bytes.
public func varintSize(_ value: UInt64) -> Int {
    value == 0 ? 1 : (64 - value.leadingZeroBitCount + 6) / 7
}

extension [UInt8] {
    /// Appends a base-128 number: for the few places that write forwards.
    public mutating func appendVarint(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }
}
