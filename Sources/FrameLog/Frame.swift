/// The bytes of one encoded event. They stay at one place in memory for as long as the object lives, so that logs and
/// readers may keep plain pointers to them: a delivery then counts no references.
public final class FrameBytes: @unchecked Sendable {
    // Unchecked: nothing changes after init; the compiler does not trust a pointer with that.
    public let start: UnsafeRawPointer
    public let count: Int

    public init(_ bytes: [UInt8]) {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
        bytes.withUnsafeBytes { source in
            if let first = source.baseAddress { memory.copyMemory(from: first, byteCount: source.count) }
        }
        start = UnsafeRawPointer(memory)
        count = bytes.count
    }

    deinit { start.deallocate() }

    public var array: [UInt8] { Array(UnsafeRawBufferPointer(start: start, count: count)) }
}

/// An encoded event, ready to be copied to streams.
public struct Frame: Sendable {
    /// The store's revision that it belongs to. Frames of a log never go back in it; several may share one.
    public let revision: Int64
    public let bytes: FrameBytes
    /// A bookmark says that everything up to its revision was told; an event only that itself was.
    public let isBookmark: Bool
    /// Of an event: when it became durable, in nanoseconds of the monotonic clock; from there on it is late.
    public let committedNanoseconds: UInt64

    public init(revision: Int64, bytes: FrameBytes, isBookmark: Bool = false, committedNanoseconds: UInt64 = 0) {
        self.committedNanoseconds = committedNanoseconds
        self.revision = revision
        self.bytes = bytes
        self.isBookmark = isBookmark
    }

    public init(revision: Int64, bytes: [UInt8], isBookmark: Bool = false, committedNanoseconds: UInt64 = 0) {
        self.init(
            revision: revision, bytes: FrameBytes(bytes), isBookmark: isBookmark,
            committedNanoseconds: committedNanoseconds)
    }
}

/// Where frames go: room in the buffer that is about to be sent.
public protocol FrameWindow: ~Copyable {
    /// Bytes that still fit.
    var remaining: Int { get }
    /// Copies as much of `bytes` from `offset` as fits; returns how much that was.
    mutating func write(_ bytes: FrameBytes, from offset: Int) -> Int
}
