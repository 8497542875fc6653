import Objects

/// A pod's wishes about a node's labels and name, in the numbers of one snapshot.
struct NodeSelection: Sendable {
    /// All of these labels.
    private var exact: [(key: Int32, value: Int32)] = []
    /// One of these, unless nil.
    private var required: [Term]?
    /// A label is asked for that no node has.
    private var isHopeless = false
    private(set) var preferred: [(weight: Int64, term: Term)] = []

    /// Nothing is required: every node will do.
    var requiresNothing: Bool { !isHopeless && exact.isEmpty && required == nil }

    init(_ rules: PodRules, _ table: LabelTable) {
        for entry in rules.nodeSelector.entries {
            if let key = table.number(entry.key), let value = table.number(entry.value) {
                exact.append((key, value))
            } else {
                isHopeless = true
            }
        }
        required = rules.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution.map { selector in
            selector.nodeSelectorTerms.map { Term($0, table) }
        }
        preferred = (rules.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map {
            (Int64(min(max($0.weight, 0), 100)), Term($0.preference, table))
        }
    }

    func admits(_ slot: Int, _ snapshot: borrowing ClusterSnapshot) -> Bool {
        if isHopeless { return false }
        for wish in exact where snapshot.traits[slot].labelCodes.value(wish.key) != wish.value { return false }
        guard let required else { return true }
        for term in required where term.matches(slot, snapshot) { return true }
        return false
    }

    /// The weights of the preferences that the node meets, together.
    func preference(_ slot: Int, _ snapshot: borrowing ClusterSnapshot) -> Int64 {
        var sum: Int64 = 0
        for wish in preferred where wish.term.matches(slot, snapshot) { sum += wish.weight }
        return sum
    }

    /// core/v1 `NodeSelectorTerm`: all its requirements; an empty one matches nothing.
    struct Term: Sendable {
        private let labels: [Requirement]
        private let names: [(isIn: Bool, values: [String])]
        private let isEmpty: Bool
        /// A field is asked for that nodes cannot be selected by.
        private let isUnknown: Bool

        init(_ term: Core.NodeSelectorTerm, _ table: LabelTable) {
            labels = term.matchExpressions.map { Requirement($0, table) }
            let fields = term.matchFields
            names = fields.map { ($0.`operator` == "In", $0.values) }
            isEmpty = labels.isEmpty && fields.isEmpty
            isUnknown = fields.contains {
                $0.key != "metadata.name" || ($0.`operator` != "In" && $0.`operator` != "NotIn")
            }
        }

        func matches(_ slot: Int, _ snapshot: borrowing ClusterSnapshot) -> Bool {
            if isEmpty || isUnknown { return false }
            if !labels.isEmpty {
                let codes = snapshot.traits[slot].labelCodes
                for requirement in labels where !requirement.holds(codes, snapshot.labels) { return false }
            }
            if names.isEmpty { return true }
            let name = snapshot.traits[slot].name
            return names.allSatisfy { $0.values.contains(name) == $0.isIn }
        }
    }

    /// What is asked of one label.
    struct Requirement: Sendable {
        private enum Test: Sendable {
            case isIn([Int32])
            case notIn([Int32])
            case exists
            case doesNotExist
            case greater(Int64)
            case less(Int64)
            case never
        }
        /// Nil: no node has the label.
        private let key: Int32?
        private let test: Test

        init(_ requirement: Core.NodeSelectorRequirement, _ table: LabelTable) {
            key = table.number(requirement.key)
            let values = requirement.values
            let bound = values.count == 1 ? Int64(values[0]) : nil
            test =
                switch requirement.`operator` {
                case "In": .isIn(values.compactMap { table.number($0) })
                case "NotIn": .notIn(values.compactMap { table.number($0) })
                case "Exists": .exists
                case "DoesNotExist": .doesNotExist
                case "Gt": bound.map { .greater($0) } ?? .never
                case "Lt": bound.map { .less($0) } ?? .never
                default: .never
                }
        }

        func holds(_ labels: LabelCodes, _ table: LabelTable) -> Bool {
            let value = key.flatMap { labels.value($0) }
            switch test {
            case .isIn(let values): return value.map { values.contains($0) } ?? false
            case .notIn(let values): return value.map { !values.contains($0) } ?? true
            case .exists: return value != nil
            case .doesNotExist: return value == nil
            case .greater(let bound): return number(value, table).map { $0 > bound } ?? false
            case .less(let bound): return number(value, table).map { $0 < bound } ?? false
            case .never: return false
            }
        }

        private func number(_ value: Int32?, _ table: LabelTable) -> Int64? {
            guard let value, table.texts.indices.contains(Int(value)) else { return nil }
            return Int64(table.texts[Int(value)])
        }
    }
}
