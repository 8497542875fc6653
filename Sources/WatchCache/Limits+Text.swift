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
        for part in text.split(separator: ",") {
            let halves = part.split(separator: "=", maxSplits: 1)
            guard let name = halves.first, let limit = Self.adjustable.first(where: { $0.name == name }) else {
                let names = Self.adjustable.map(\.name).joined(separator: ", ")
                throw WatchCacheLimitsError(description: "there is no limit \(part); there are \(names)")
            }
            guard halves.count == 2, let number = Int(halves[1]), (1...Int(Int32.max)).contains(number) else {
                throw WatchCacheLimitsError(description: "\(limit.name) takes a number from 1 to \(Int32.max)")
            }
            self[keyPath: limit.field] = number
        }
    }
}
