/// Why bytes could not be read, and where.
public struct WireError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Code: Sendable, Equatable {
        case truncated
        case varintTooLong
        case invalidTag
        case unexpectedWireType
        case invalidUTF8
        case nestingTooDeep
        case groupNotSupported
        case invalidJSON
        case numberOutOfRange
    }
    public let code: Code
    /// Position in the input where reading stopped, in bytes from its start.
    public let offset: Int
    public let message: String

    public init(_ code: Code, at offset: Int, _ message: String) {
        self.code = code
        self.offset = offset
        self.message = message
    }
    public var description: String { "\(message) (at byte \(offset))" }
}

/// How deep messages and JSON values may nest. Kubernetes' own objects stay under 30; the bound keeps recursion off
/// the end of the stack whatever a peer sends.
public enum WireLimits {
    public static let nesting = 100
}
