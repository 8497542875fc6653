/// Why a patch was not applied.
public struct PatchError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Code: Sendable, Equatable {
        /// The patch is not what its media type promises.
        case malformed
        /// A good patch that does not fit the object: a test failed, a path leads nowhere.
        case doesNotApply
        /// A strategic merge that the object's schema gives no meaning to, such as a list item without its merge key.
        case unmergeable
        /// Too many operations, or a result beyond the bounds.
        case tooLarge
    }
    public let code: Code
    public let message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
    public var description: String { message }
}

/// What a patch may cost, so that a small request cannot make a large object or a long computation.
public struct PatchLimits: Sendable {
    /// Operations of a JSON patch.
    public var operations = 10_000
    /// Size of the result, and of everything that `copy` operations copied together: the size of a request body.
    public var resultBytes = 3 * 1024 * 1024
    /// Values looked at or moved while operations are applied: room for thousands of operations on large lists, and under
    /// a second of work.
    public var steps = 32 * 1024 * 1024

    public init() {}
    public static let standard = PatchLimits()
}
