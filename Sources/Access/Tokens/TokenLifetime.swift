/// How long a requested token lives.
public struct TokenLifetime: Sendable, Hashable {
    /// Seconds that are asked for when nobody says.
    public static let standard: Int64 = 3600
    /// What a pod's projected volume asks for when its author has not said: the token is then for clients that may not
    /// know that tokens end.
    public static let podStandard: Int64 = 3607
    private static let year: Int64 = 365 * 24 * 3600

    /// How long the token is accepted.
    public let seconds: Int64
    /// After how long its holder should have a new one, which is what he is told; nil: `seconds`.
    public let warnSeconds: Int64?

    /// - Parameters:
    ///   - extends: whether tokens of pods are accepted for a year (`--service-account-extend-token-expiration`).
    ///   - maximum: the longest that the operator allows (`--service-account-max-token-expiration`); nil: any.
    public init(requested: Int64, isBoundToPod: Bool, isForThisServer: Bool, extends: Bool, maximum: Int64?) {
        var granted = requested
        if let maximum { granted = min(granted, maximum) }
        if extends, isBoundToPod, isForThisServer, requested == Self.podStandard {
            seconds = maximum.map { min($0, Self.year) } ?? Self.year
            warnSeconds = granted
        } else {
            seconds = granted
            warnSeconds = nil
        }
    }

    /// When its holder is told that it ends.
    public var told: Int64 { warnSeconds ?? seconds }
}
