/// Bounds of the API server, each with its reason.
enum ServerLimits {
    /// How often, and for how long, a change that names no version is made again on a newer one before it is given up.
    /// Writers of one server take turns, so that only other servers and writers that name a version come in between:
    /// to lose a thousand times in a row takes a fault.
    static let updateTries = 1000
    static let updateMilliseconds: Int64 = 30_000
    /// Writers that may wait for one object: a second's worth, at a quarter of a millisecond each.
    static let writersInLine = 4096
    /// Text of one selector. A thousand names of 15 characters fit; parsed, it takes some 64 KiB at the most, which a watch
    /// holds for as long as it is open.
    static let selectorBytes = 16 << 10
    /// Requirements in one selector. Those that people and controllers write have fewer than ten; each is asked about each
    /// event that the selector may mean.
    static let selectorRequirements = 64
    /// Values in one selector, of `in` and `notin` together.
    static let selectorValues = 1024
    /// How often a generated name is drawn again: 27^5 names make one collision rare and eight unheard of.
    static let generatedNameTries = 8
    /// How often addresses or ports are drawn again when others took them first: only other servers, and writes that come
    /// in the same batch, can.
    static let claimTries = 64
    /// How often an apply begins again that found no object, and then one that somebody else had made.
    static let applyTries = 4
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
