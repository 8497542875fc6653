/// One type of an `Accept` header, with its parameters.
struct AcceptClause: Sendable, Equatable {
    var type: Substring
    var subtype: Substring
    var quality = 1.0
    var parameters: [String: String] = [:]

    /// The clauses of a header, the most wanted first: by `q`, then the more exact, then as they stand.
    static func parse(_ header: String) -> [AcceptClause] {
        let clauses = HeaderList.members(header).compactMap { AcceptClause($0) }
        let order = clauses.indices.sorted { first, second in
            let (a, b) = (clauses[first], clauses[second])
            if a.quality != b.quality { return a.quality > b.quality }
            if a.wildcards != b.wildcards { return a.wildcards < b.wildcards }
            return first < second
        }
        return order.map { clauses[$0] }
    }

    /// Nil: it names no type.
    private init?(_ text: Substring) {
        let pieces = text.split(separator: ";").map(\.trimmingSpaces)
        guard let halves = pieces.first?.split(separator: "/", maxSplits: 1), let first = halves.first else {
            return nil
        }
        type = first
        subtype = halves.count > 1 ? halves[1] : "*"
        for piece in pieces.dropFirst() {
            let halves = piece.split(separator: "=", maxSplits: 1).map(\.trimmingSpaces)
            guard halves.count == 2 else { continue }
            if halves[0] == "q" {
                quality = Double(halves[1]) ?? 1
            } else {
                parameters[String(halves[0])] = String(halves[1])
            }
        }
    }

    private var wildcards: Int { (type == "*" ? 2 : 0) + (subtype == "*" ? 1 : 0) }

    /// The first encoding that it matches; nil: none that objects are written in.
    var encoding: Encoding? {
        switch (type, subtype) {
        case ("application", "json"), ("application", "*"), ("*", "*"): .json
        case ("application", "yaml"): .yaml
        case ("application", "vnd.kubernetes.protobuf"): .protobuf
        default: nil
        }
    }
}
