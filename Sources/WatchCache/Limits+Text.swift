import Wire

/// Why a text is no set of limits, in words for the person who wrote it.
public struct WatchCacheLimitsError: Error, Hashable, CustomStringConvertible {
    public let description: String
}

extension WatchCacheLimits {
    /// The limits that an operator may set, by name.
    private static let adjustable: [(name: String, field: any WritableKeyPath<WatchCacheLimits, Int> & Sendable)] = [
        ("history_events", \.historyEvents),
        ("history_bytes", \.historyBytes),
        ("group_log_bytes", \.groupLogBytes),
        ("resume_revisions", \.resumeRevisions),
        ("bookmark_seconds", \.bookmarkSeconds),
    ]

    /// Reads `NAME=NUMBER,NAME=NUMBER`, for a flag. Empty: the defaults.
    /// - Throws: for a name that is not there, and for a number that is none or out of range.
    public init(text: String) throws(WatchCacheLimitsError) {
        self.init()
        do throws(NamedNumbers.Failure) {
            try NamedNumbers.read(text, into: &self, Self.adjustable)
        } catch { throw WatchCacheLimitsError(description: error.description) }
    }
}
