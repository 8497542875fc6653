/// Something that has labels, in whatever form.
public protocol LabelLookup {
    func label(_ key: String) -> String?
}

extension StringMap: LabelLookup where Element == String {
    public func label(_ key: String) -> String? { self[key] }
}

/// Which objects are meant, by their labels: `app=web,tier in (a,b),!canary` (Kubernetes, "Labels and Selectors").
///
/// Kept in canonical order, so that selectors which mean the same by the same words are equal.
public struct LabelSelector: Sendable, Hashable, CustomStringConvertible {
    public enum Operator: Sendable, Hashable {
        case isIn, notIn, exists, doesNotExist, greaterThan, lessThan
    }

    public struct Requirement: Sendable, Hashable {
        public let key: String
        public let op: Operator
        /// In order, without repeats.
        public let values: [String]
        /// For `isIn` and `notIn` with one value: whether it prints as `=` (true) or `in (…)`.
        let isEquality: Bool

        public init(_ key: String, _ op: Operator, _ values: [String] = [], isEquality: Bool = false) {
            self.key = key
            self.op = op
            self.values = Array(Set(values)).sorted(by: bytesPrecede)
            self.isEquality = isEquality
        }

        func matches(_ value: String?) -> Bool {
            switch op {
            case .isIn: return value.map { values.contains($0) } ?? false
            case .notIn: return value.map { !values.contains($0) } ?? true
            case .exists: return value != nil
            case .doesNotExist: return value == nil
            case .greaterThan, .lessThan:
                guard let value, let number = Int64(value), let bound = values.first.flatMap({ Int64($0) }) else {
                    return false
                }
                return op == .greaterThan ? number > bound : number < bound
            }
        }
    }

    public let requirements: [Requirement]

    /// Selects everything.
    public static let everything = LabelSelector([])
    public var isEverything: Bool { requirements.isEmpty }

    public init(_ requirements: [Requirement]) {
        self.requirements = requirements.sorted {
            bytesPrecede($0.key, $1.key) || ($0.key == $1.key && bytesPrecede($0.text, $1.text))
        }
    }

    /// All of these labels with these values.
    public init(equal labels: StringMap<String>) {
        self.init(labels.entries.map { Requirement($0.key, .isIn, [$0.value], isEquality: true) })
    }

    /// The object form; nil selects nothing in most places, which is the caller's to decide.
    public init(_ selector: Meta.LabelSelector) throws(SelectorError) {
        var requirements = selector.matchLabels.entries.map { Requirement($0.key, .isIn, [$0.value], isEquality: true) }
        for expression in selector.matchExpressions {
            switch expression.`operator` {
            case "In": requirements.append(Requirement(expression.key, .isIn, expression.values))
            case "NotIn": requirements.append(Requirement(expression.key, .notIn, expression.values))
            case "Exists": requirements.append(Requirement(expression.key, .exists))
            case "DoesNotExist": requirements.append(Requirement(expression.key, .doesNotExist))
            case let other: throw SelectorError("\"\(other)\" is not a valid label selector operator")
            }
        }
        self.init(requirements)
    }

    public init(parsing text: String) throws(SelectorError) {
        var parser = LabelSelectorParser(text)
        self.init(try parser.requirements())
    }

    public func matches(_ labels: some LabelLookup) -> Bool {
        for requirement in requirements where !requirement.matches(labels.label(requirement.key)) { return false }
        return true
    }

    /// Labels that every selected object has, with their values.
    public var equalities: [(key: String, value: String)] {
        requirements.compactMap { $0.op == .isIn && $0.values.count == 1 ? ($0.key, $0.values[0]) : nil }
    }

    public var description: String { requirements.map(\.text).joined(separator: ",") }
}

extension LabelSelector.Requirement {
    var text: String {
        switch op {
        case .isIn:
            isEquality && values.count == 1 ? "\(key)=\(values[0])" : "\(key) in (\(values.joined(separator: ",")))"
        case .notIn:
            isEquality && values.count == 1 ? "\(key)!=\(values[0])" : "\(key) notin (\(values.joined(separator: ",")))"
        case .exists: key
        case .doesNotExist: "!\(key)"
        case .greaterThan: "\(key)>\(values.first ?? "")"
        case .lessThan: "\(key)<\(values.first ?? "")"
        }
    }
}

/// Why a selector's text says nothing.
public struct SelectorError: Error, Sendable, Equatable, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }
}
