/// A broken promise, with what shows it.
public struct Violation: Sendable, Equatable, CustomStringConvertible {
    public enum Kind: String, Sendable {
        /// Events between the last one and this were left out.
        case gap
        /// This event came before.
        case repetition
        /// An older event came after a newer one.
        case disorder
        /// A write was acknowledged and its event never came.
        case missing
        /// An event whose write nobody acknowledged, or whose content is another write's.
        case phantom
        /// Bytes that are no event.
        case malformed
    }
    public var kind: Kind
    /// The watch's number from 0 in the order of opening; -1: none in particular.
    public var watch: Int
    /// The revision that was due; 0: none was.
    public var expected: Int64
    /// The revision that came; 0: none came.
    public var received: Int64
    /// The beginning of the event's bytes, unprintable ones as \xNN.
    public var bytes: String

    public init(_ kind: Kind, watch: Int, expected: Int64, received: Int64, bytes: String = "") {
        self.kind = kind
        self.watch = watch
        self.expected = expected
        self.received = received
        self.bytes = bytes
    }

    public var description: String {
        var text = kind.rawValue
        if watch >= 0 { text += " at watch \(watch)" }
        if expected != 0 { text += ", expected revision \(expected)" }
        text += received != 0 ? ", received \(received)" : ", received nothing"
        return bytes.isEmpty ? text : text + ": " + bytes
    }

    /// The first bytes of an event as text.
    static func excerpt(_ bytes: RawSpan, limit: Int = LoadLimits.evidenceBytes) -> String {
        let digits = Array("0123456789abcdef".unicodeScalars)
        var text = ""
        for at in 0..<min(bytes.byteCount, limit) {
            let byte = bytes.unsafeLoad(fromByteOffset: at, as: UInt8.self)
            if byte >= 0x20, byte < 0x7f {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "\\x"
                text.unicodeScalars.append(digits[Int(byte >> 4)])
                text.unicodeScalars.append(digits[Int(byte & 15)])
            }
        }
        return bytes.byteCount > limit ? text + "…" : text
    }
}
