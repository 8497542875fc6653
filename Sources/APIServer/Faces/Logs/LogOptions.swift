import Objects

/// What of a pod's log somebody wants to see (core/v1 `PodLogOptions`), as far as it can be judged without the log.
struct LogOptions: Sendable, Equatable {
    private let tailLines: Int?
    private let limitBytes: Int?
    private let sinceSeconds: Int?
    private let hasSinceTime: Bool

    /// - Throws: 400 for what is no number.
    init(_ query: Query) throws(APIError) {
        tailLines = try Self.number("tailLines", query)
        limitBytes = try Self.number("limitBytes", query)
        sinceSeconds = try Self.number("sinceSeconds", query)
        hasSinceTime = query["sinceTime"]?.isEmpty == false
    }

    private static func number(_ name: String, _ query: Query) throws(APIError) -> Int? {
        query[name]?.isEmpty == false ? try query.int(name) : nil
    }

    var problems: [FieldProblem] {
        var problems: [FieldProblem] = []
        if let tailLines, tailLines < 0 {
            problems.append(.invalid("tailLines", String(tailLines), "must be greater than or equal to 0"))
        }
        if let limitBytes, limitBytes < 1 {
            problems.append(.invalid("limitBytes", String(limitBytes), "must be greater than 0"))
        }
        if let sinceSeconds {
            if hasSinceTime {
                problems.append(.forbidden("", "at most one of `sinceTime` or `sinceSeconds` may be specified"))
            } else if sinceSeconds < 1 {
                problems.append(.invalid("sinceSeconds", String(sinceSeconds), "must be greater than 0"))
            }
        }
        return problems
    }
}
