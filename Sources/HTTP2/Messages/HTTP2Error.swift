internal import Reactor

/// RFC 9113, section 7.
public struct HTTP2ErrorCode: RawRepresentable, Hashable, Sendable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public static let noError = HTTP2ErrorCode(rawValue: 0x0)
    public static let protocolError = HTTP2ErrorCode(rawValue: 0x1)
    public static let internalError = HTTP2ErrorCode(rawValue: 0x2)
    public static let flowControlError = HTTP2ErrorCode(rawValue: 0x3)
    public static let refusedStream = HTTP2ErrorCode(rawValue: 0x7)
    public static let cancel = HTTP2ErrorCode(rawValue: 0x8)
    public static let compressionError = HTTP2ErrorCode(rawValue: 0x9)
    public static let enhanceYourCalm = HTTP2ErrorCode(rawValue: 0xb)
}

/// Why a server could not start, or a request got no whole answer.
public struct HTTP2Error: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Code: Sendable, Equatable {
        /// A bad address, an address in use, or a certificate that cannot be used.
        case configuration
        /// No connection could be made. The request was not sent; trying again is safe.
        case cannotConnect
        /// The connection was lost; the request may or may not have been carried out.
        case connectionLost
        /// The peer did not process the request (REFUSED_STREAM, or GOAWAY before it). Trying again is safe.
        case refused
        /// The peer reset the stream with this code.
        case reset(HTTP2ErrorCode)
        /// This side cancelled.
        case cancelled
        case deadlineExceeded
        /// The answer is larger than the caller allowed.
        case tooLarge
        /// The peer speaks something else than HTTP/2, or breaks its rules.
        case protocolViolation
        /// Called on something that is closed, or twice.
        case misuse
    }
    public let code: Code
    public let message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    init(_ code: Code, _ cause: ReactorError) {
        self.init(code, cause.message)
    }

    public var description: String { message }

    /// Whether the request certainly had no effect, so that any method may be tried again.
    public var isSafeToRetry: Bool { code == .cannotConnect || code == .refused }
}
