public import FrameLog

/// Room for body bytes within the frame that is being made. Writes past its end are cut off, never done.
///
/// It cannot be copied, so that no one keeps it past the pull it was made for. Raw memory, because it is the
/// connection's own write buffer: what is written here is not copied again before encryption.
public struct BodyBuffer: FrameWindow, ~Copyable {
    private let base: UnsafeMutableRawPointer
    /// Bytes there was room for.
    public let capacity: Int
    /// Bytes written so far.
    public private(set) var count = 0

    package init(_ room: UnsafeMutableRawBufferPointer) {
        // An empty room may have no address; then nothing is ever written through it.
        base = room.baseAddress ?? UnsafeMutableRawPointer(bitPattern: 1).unsafelyUnwrapped
        capacity = room.count
    }

    /// Bytes that still fit.
    public var remaining: Int { capacity - count }

    /// Writes `bytes` from index `start` on, as many as fit. Returns how many those were.
    @discardableResult
    public mutating func write(_ bytes: [UInt8], from start: Int = 0) -> Int {
        guard start >= 0, start < bytes.count else { return 0 }
        let size = min(bytes.count - start, remaining)
        bytes.withUnsafeBytes { source in
            guard size > 0, let first = source.baseAddress else { return }
            (base + count).copyMemory(from: first + start, byteCount: size)
        }
        count += size
        return size
    }

    /// As `write` of an array.
    public mutating func write(_ bytes: FrameBytes, from start: Int) -> Int {
        guard start >= 0, start < bytes.count else { return 0 }
        let size = min(bytes.count - start, remaining)
        (base + count).copyMemory(from: bytes.start + start, byteCount: size)
        count += size
        return size
    }

    @discardableResult
    public mutating func write(_ bytes: ArraySlice<UInt8>) -> Int {
        let size = min(bytes.count, remaining)
        bytes.withUnsafeBytes { source in
            guard size > 0, let first = source.baseAddress else { return }
            (base + count).copyMemory(from: first, byteCount: size)
        }
        count += size
        return size
    }

    /// Writes the UTF-8 form of `text` from byte `start` on, as many bytes as fit. Returns how many those were.
    @discardableResult
    public mutating func write(_ text: String, from start: Int = 0) -> Int {
        var text = text
        return text.withUTF8 { source -> Int in
            guard start >= 0, start < source.count, let first = source.baseAddress else { return 0 }
            let size = min(source.count - start, remaining)
            (base + count).copyMemory(from: UnsafeRawPointer(first + start), byteCount: size)
            count += size
            return size
        }
    }

    /// Asks a source as a stream would, and returns what it wrote: for tests of sources.
    public static func collect(capacity: Int, from source: any BodySource) -> (outcome: PullOutcome, bytes: [UInt8]) {
        var outcome = PullOutcome.blocked
        let bytes = [UInt8](unsafeUninitializedCapacity: max(capacity, 0)) { room, written in
            var buffer = BodyBuffer(UnsafeMutableRawBufferPointer(room))
            outcome = source.pull(into: &buffer)
            written = buffer.count
        }
        return (outcome, bytes)
    }
}

/// A body that is produced when the peer can take it: no queue between the source and the socket.
public protocol BodySource: AnyObject {
    /// Writes as many bytes as it has and fit into `buffer`.
    func pull(into buffer: inout BodyBuffer) -> PullOutcome
}

public enum PullOutcome: Sendable {
    /// Bytes were written; ask again at once if the peer can take more.
    case more
    /// Nothing more for now (some bytes may have been written): wait for `bodyAvailable()`.
    case blocked
    /// The body is complete; `trailers` follow, if any.
    case end(trailers: HeaderFields?)
}
