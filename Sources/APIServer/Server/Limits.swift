/// Bounds of the API server, each with its reason.
enum ServerLimits {
    /// How often a change is made again on a newer version before the client is told of the conflict. Under contention by
    /// 64 writers of one object each try succeeds with a chance of 1 in 64 or better.
    static let updateTries = 100
    /// How often a generated name is drawn again: 27^5 names make one collision rare and eight unheard of.
    static let generatedNameTries = 8
    /// Keys read at a time for a page of a list from history.
    static let historyPage = 500
    /// A watch without `timeoutSeconds` ends after this long at the least, and twice this at the most, so that clients
    /// spread over servers again.
    static let watchSeconds: Int64 = 1800
    /// Times that clients choose count up to here, a century: what is added to a clock must not overflow it.
    static let longestSeconds: Int64 = 3_155_760_000
    /// Operations in one JSON patch: each may copy a part of the object (CVE-2019-1002100).
    static let jsonPatchOperations = 10_000
}
