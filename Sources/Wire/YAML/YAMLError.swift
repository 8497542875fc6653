/// Why a text is no YAML that can be read, and where: line and column from 1.
public struct YAMLError: Error, Sendable, Equatable, CustomStringConvertible {
    public let line: Int
    public let column: Int
    public let message: String

    public init(line: Int, column: Int, _ message: String) {
        self.line = line
        self.column = column
        self.message = message
    }
    public var description: String { line > 0 ? "line \(line): \(message)" : message }
}

/// Bounds on what a YAML text may grow to.
public enum YAMLLimits {
    /// Values in one document, aliases counted as often as they are used: a document of ten lines can otherwise stand for
    /// billions of values (CVE-2019-11253).
    public static let nodes = 1_000_000
    public static let nesting = WireLimits.nesting
    /// Bytes of JSON that one document may become: twice the largest request body.
    public static let jsonBytes = 6 << 20
}
