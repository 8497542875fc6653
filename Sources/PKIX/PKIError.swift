/// Why the certificates could not be made ready. The message names the file and says what to do.
public struct PKIError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Code: Sendable {
        /// A file or folder cannot be read, made or written.
        case inaccessible
        /// A file is there and is not what it should be.
        case damaged
        /// A file that cannot be made again without harm is missing.
        case missing
        /// An option holds what no certificate may carry.
        case invalidOption
        /// OpenSSL refused.
        case cryptography
    }
    public let code: Code
    public let message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    public var description: String { message }
}
