/// gRPC's framing of messages (gRPC over HTTP/2, "Length-Prefixed-Message"): one byte that says whether the message is
/// compressed, four bytes of length, most significant first, the message.
public enum MessageFraming {
    public static let headerBytes = 5

    /// A message with its header, uncompressed.
    public static func frame(_ message: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(message.count + headerBytes)
        bytes.append(0)
        for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: message.count >> shift)) }
        bytes.append(contentsOf: message)
        return bytes
    }
}

/// Finds messages in a stream of bytes that arrives in pieces of any size.
public struct MessageDeframer: Sendable {
    private var bytes: [UInt8] = []
    private var position = 0
    private let limit: Int

    /// - Parameter limit: bytes of the largest message that is accepted.
    public init(limit: Int) {
        self.limit = limit
    }

    /// Bytes of an incomplete message wait for their rest.
    public var isEmpty: Bool { position == bytes.count }

    public mutating func receive(_ more: [UInt8]) {
        if position == bytes.count {
            bytes = more
            position = 0
            return
        }
        // Read bytes are dropped once they are the larger part, so that each byte moves at most once on average.
        if position > bytes.count / 2 {
            bytes.removeFirst(position)
            position = 0
        }
        bytes.append(contentsOf: more)
    }

    /// The next whole message; nil: more bytes are needed.
    public mutating func next() throws(ClientError) -> [UInt8]? {
        let available = bytes.count - position
        guard available >= MessageFraming.headerBytes else { return nil }
        guard bytes[position] == 0 else {
            throw ClientError(.internal, "the server sent a compressed message, which was not asked for")
        }
        var length = 0
        for offset in 1...4 { length = length << 8 | Int(bytes[position + offset]) }
        guard length <= limit else {
            throw ClientError(.tooLarge, "the server sent a message of \(length) bytes; \(limit) are the limit")
        }
        guard available >= MessageFraming.headerBytes + length else { return nil }
        let start = position + MessageFraming.headerBytes
        position = start + length
        return Array(bytes[start..<position])
    }
}
