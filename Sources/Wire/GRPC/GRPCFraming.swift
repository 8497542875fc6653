/// gRPC's framing of messages on an HTTP/2 body (grpc/doc/PROTOCOL-HTTP2.md): a flag byte, four bytes of length in
/// network order, the message.
public enum GRPCFraming {
    public static let prefixBytes = 5

    /// The prefix of an uncompressed message.
    public static func prefix(messageBytes count: UInt32) -> [UInt8] {
        [
            0, UInt8(truncatingIfNeeded: count >> 24), UInt8(truncatingIfNeeded: count >> 16),
            UInt8(truncatingIfNeeded: count >> 8), UInt8(truncatingIfNeeded: count),
        ]
    }

    /// A message with its prefix. Whoever frames bounds his messages: none comes near the 4 GiB that can be framed.
    public static func frame(_ message: [UInt8]) -> [UInt8] {
        precondition(message.count <= Int(UInt32.max), "a message of \(message.count) bytes cannot be framed")
        var bytes: [UInt8] = []
        bytes.reserveCapacity(prefixBytes + message.count)
        bytes += prefix(messageBytes: UInt32(truncatingIfNeeded: message.count))
        bytes += message
        return bytes
    }

    /// Where the message lies in a body that is one uncompressed message and nothing else; nil: it is something else.
    public static func onlyMessage(in body: [UInt8]) -> Range<Int>? {
        guard body.count >= prefixBytes, body[0] == 0, length(body, at: 0) == body.count - prefixBytes else {
            return nil
        }
        return prefixBytes..<body.count
    }

    /// What the prefix at that place says, all of which is there.
    fileprivate static func length(_ bytes: [UInt8], at start: Int) -> Int {
        bytes[start + 1..<start + prefixBytes].reduce(0) { $0 << 8 | Int($1) }
    }
}

/// Finds the messages in a body that arrives in pieces cut anywhere.
public struct GRPCDeframer: Sendable {
    public enum Failure: Error, Sendable, Equatable {
        /// The peer compresses though it was not told that it may (answer UNIMPLEMENTED), or sets an unknown flag.
        case compressed
        /// A message over the limit (answer RESOURCE_EXHAUSTED).
        case tooLarge(messageBytes: Int, limitBytes: Int)
    }

    private let limitBytes: Int
    private var buffer: [UInt8] = []
    private var start = 0

    /// - Parameter limitBytes: the largest message taken; nothing more than it and a piece is ever held.
    public init(limitBytes: Int) { self.limitBytes = limitBytes }

    /// Bytes that wait for the rest of their message: not 0 at the end of a body means that it was cut short.
    public var pendingBytes: Int { buffer.count - start }

    public mutating func append(_ piece: [UInt8]) {
        if pendingBytes == 0 {
            buffer = piece
            start = 0
            return
        }
        // Read bytes are dropped once they are the larger part, so that each byte moves at most once on average.
        if start > buffer.count / 2 {
            buffer.removeFirst(start)
            start = 0
        }
        buffer.append(contentsOf: piece)
    }

    /// The next whole message, or nil until more has been appended. After a failure the stream is lost.
    public mutating func next() throws(Failure) -> [UInt8]? {
        guard pendingBytes >= GRPCFraming.prefixBytes else { return nil }
        guard buffer[start] == 0 else { throw .compressed }
        let length = GRPCFraming.length(buffer, at: start)
        guard length <= limitBytes else { throw .tooLarge(messageBytes: length, limitBytes: limitBytes) }
        let first = start + GRPCFraming.prefixBytes
        guard buffer.count - first >= length else { return nil }
        start = first + length
        return Array(buffer[first..<start])
    }
}

/// `grpc-message` on the wire: percent-encoded UTF-8, since a header takes printable ASCII only.
public enum GRPCMessage {
    /// - Parameter limitBytes: of the result.
    public static func encode(_ text: String, limitBytes: Int = .max) -> String {
        PercentEncoding.encode(text, limitBytes: limitBytes) { (0x20...0x7e).contains($0) && $0 != UInt8(ascii: "%") }
    }

    /// Never fails, as the specification asks: a message that is hard to read is better than none.
    public static func decode(_ text: String) -> String { PercentEncoding.decode(text) }
}
