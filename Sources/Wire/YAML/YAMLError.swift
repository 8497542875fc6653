/// Why a text is no YAML that can be read, where, and what to do about it.
public struct YAMLError: Error, Sendable, Equatable, CustomStringConvertible {
    /// From 1; 0 where the fault has no place.
    public let line: Int
    /// From 1, in characters; 0 where the fault is a whole line's.
    public let column: Int
    public let message: String
    /// The same as Go's reader of YAML says it, which clients of Kubernetes know: it counts the lines of structures from
    /// 0, and begins with the line where the structure began.
    public let goText: String

    public init(line: Int, column: Int, _ message: String, goText: String? = nil) {
        self.line = line
        self.column = column
        self.message = message
        self.goText = goText ?? (line == 0 ? message : "line \(line): \(message)")
    }

    /// By what it says to people; `goText` says no more.
    public static func == (a: YAMLError, b: YAMLError) -> Bool {
        a.line == b.line && a.column == b.column && a.message == b.message
    }

    /// `line 3, column 5: mapping values are not allowed in this context`
    public var description: String {
        if line == 0 { return message }
        return column == 0 ? "line \(line): \(message)" : "line \(line), column \(column): \(message)"
    }
}

/// A place in a text, from 1.
struct YAMLPlace: Sendable, Equatable {
    var line: Int
    var column: Int

    func error(_ message: String) -> YAMLError { YAMLError(line: line, column: column, message) }
}

/// Bounds on what a YAML text may grow to. What a text spells out is bounded by its own size; what aliases and merge
/// keys repeat is counted over a whole stream, as ten lines can otherwise stand for billions of values
/// (CVE-2019-11253).
public enum YAMLLimits {
    /// Values that aliases and merge keys may repeat. Hand-written files repeat a few hundred.
    public static let repeatedNodes = 100_000
    /// Bytes of JSON that aliases and merge keys may add: no more than a request's largest body.
    public static let repeatedBytes = 3 << 20
    /// The JSON decoder behind goes no deeper either.
    public static let nesting = WireLimits.nesting
    /// Warnings kept for one document; more say nothing new.
    public static let warnings = 100
}
