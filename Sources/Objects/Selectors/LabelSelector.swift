/// Something that has labels, in whatever form: asked by key, so that labels need not be decoded to be tested.
public protocol LabelLookup {
    func label(_ key: String) -> String?
}

extension StringMap: LabelLookup where Element == String {
    public func label(_ key: String) -> String? { self[key] }
}

/// Which objects are meant, by their labels: `app=web,tier in (a,b),!canary` (Kubernetes, "Labels and Selectors").
///
/// Kept in canonical order: selectors that ask for the same are equal in whatever order, spelling of equality (`a=b`,
/// `a==b`, `a in (b)`) or repetition they were written.
public struct LabelSelector: Sendable, Hashable, CustomStringConvertible {
    /// In canonical order, each once.
    public let requirements: [Requirement]

    /// Selects everything.
    public static let everything = LabelSelector([])
    public var isEverything: Bool { requirements.isEmpty }

    public init(_ requirements: [Requirement]) {
        let ordered = requirements.sorted(by: Requirement.precedes)
        var unique: [Requirement] = []
        unique.reserveCapacity(ordered.count)
        for requirement in ordered where unique.last != requirement { unique.append(requirement) }
        self.requirements = unique
    }

    /// All of these labels with these values. Not validated: what no object can have selects none.
    public init(equal labels: StringMap<String>) {
        self.init(labels.entries.map { Requirement($0.key, .isIn, [$0.value], isEquality: true) })
    }

    /// The object form; an empty one selects everything, and what an absent one means is the caller's to decide.
    public init(_ selector: Meta.LabelSelector) throws(SelectorError) {
        var requirements: [Requirement] = []
        for (key, value) in selector.matchLabels {
            requirements.append(try Requirement(validating: key, .isIn, [value], isEquality: true))
        }
        for expression in selector.matchExpressions {
            let op: Operator =
                switch expression.`operator` {
                case "In": .isIn
                case "NotIn": .notIn
                case "Exists": .exists
                case "DoesNotExist": .doesNotExist
                case let other: throw SelectorError("\(GoText.quoted(other)) is not a valid label selector operator")
                }
            requirements.append(try Requirement(validating: expression.key, op, expression.values))
        }
        self.init(requirements)
    }

    /// The text form, as in `?labelSelector=` and `-l`; an empty text selects everything.
    public init(parsing text: String) throws(SelectorError) {
        var parser = LabelSelectorParser(text)
        self.init(try parser.requirements())
    }

    public func matches(_ labels: some LabelLookup) -> Bool {
        for requirement in requirements where !requirement.matches(labels.label(requirement.key)) { return false }
        return true
    }

    /// Labels that every selected object has, with their values: enough to find it by an index.
    public var equalities: [(key: String, value: String)] {
        requirements.compactMap { $0.op == .isIn && $0.values.count == 1 ? ($0.key, $0.values[0]) : nil }
    }

    /// The canonical text form, as in `status.selector`.
    public var description: String { requirements.map(\.description).joined(separator: ",") }
}
