/// gRPC's framing of messages on an HTTP/2 body (grpc/doc/PROTOCOL-HTTP2.md): a flag byte, four bytes of length in
/// network order, the message.
public enum GRPCFraming {
    public static let prefixBytes = 5

    /// The prefix of an uncompressed message; nil when no message can be that long.
    public static func prefix(messageBytes: Int) -> [UInt8]? {
        guard let length = UInt32(exactly: messageBytes) else { return nil }
        return [
            0, UInt8(truncatingIfNeeded: length >> 24), UInt8(truncatingIfNeeded: length >> 16),
            UInt8(truncatingIfNeeded: length >> 8), UInt8(truncatingIfNeeded: length),
        ]
    }

    /// A message with its prefix. A message of over 4 GiB cannot be framed; nil then.
    public static func frame(_ message: [UInt8]) -> [UInt8]? {
        prefix(messageBytes: message.count).map { $0 + message }
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

    public mutating func append(_ piece: some Collection<UInt8>) {
        if start > 0 {
            buffer.removeFirst(start)
            start = 0
        }
        buffer.append(contentsOf: piece)
    }

    /// The next whole message, or nil until more has been appended. After a failure the stream is lost.
    public mutating func next() throws(Failure) -> [UInt8]? {
        guard pendingBytes >= GRPCFraming.prefixBytes else { return nil }
        guard buffer[start] == 0 else { throw .compressed }
        var length = 0
        for at in start + 1..<start + GRPCFraming.prefixBytes { length = length << 8 | Int(buffer[at]) }
        guard length <= limitBytes else { throw .tooLarge(messageBytes: length, limitBytes: limitBytes) }
        let first = start + GRPCFraming.prefixBytes
        guard buffer.count - first >= length else { return nil }
        start = first + length
        return Array(buffer[first..<start])
    }
}

/// `grpc-message` on the wire: percent-encoded UTF-8, since a header takes printable ASCII only.
public enum GRPCMessage {
    private static let digits = Array("0123456789ABCDEF".utf8)

    public static func encode(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if (0x20...0x7e).contains(byte), byte != UInt8(ascii: "%") {
                bytes.append(byte)
            } else {
                bytes.append(UInt8(ascii: "%"))
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 0xf)])
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Never fails: what is not an escape stays as it is, and what is not UTF-8 is replaced, as the specification
    /// asks, for a message that is hard to read is better than none.
    public static func decode(_ text: String) -> String {
        let source = Array(text.utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        var at = 0
        while at < source.count {
            if source[at] == UInt8(ascii: "%"), at + 2 < source.count, let high = value(source[at + 1]),
                let low = value(source[at + 2])
            {
                bytes.append(high << 4 | low)
                at += 3
            } else {
                bytes.append(source[at])
                at += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
