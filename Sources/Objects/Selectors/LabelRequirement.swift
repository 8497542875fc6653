extension LabelSelector {
    public enum Operator: Int, Sendable, Hashable {
        case isIn, notIn, exists, doesNotExist, greaterThan, lessThan
    }

    /// What a selector asks of one label.
    public struct Requirement: Sendable, CustomStringConvertible {
        public let key: String
        public let op: Operator
        /// In byte order, without repeats.
        public let values: [String]
        /// For `isIn` and `notIn` with one value: whether it prints as `=` (true) or `in (…)`. Means nothing else.
        let isEquality: Bool

        /// Not validated: for what was validated before.
        public init(_ key: String, _ op: Operator, _ values: [String] = [], isEquality: Bool = false) {
            self.key = key
            self.op = op
            self.values = values.count < 2 ? values : Array(Set(values)).sorted(by: bytesPrecede)
            self.isEquality = isEquality
        }

        /// Refuses what no label can be, and values that do not fit the operator.
        public init(
            validating key: String, _ op: Operator, _ values: [String], isEquality: Bool = false
        ) throws(SelectorError) {
            self.init(key, op, values, isEquality: isEquality)
            var problems: [String] = []
            let keyProblems = Names.qualifiedNameProblems(key)
            if !keyProblems.isEmpty {
                problems.append("key: Invalid value: \(GoText.quoted(key)): \(keyProblems.joined(separator: "; "))")
            }
            problems += valueCountProblems(values)
            for (index, value) in values.enumerated() {
                let wrong = Names.labelValueProblems(value)
                if !wrong.isEmpty {
                    let place = "values[\(index)][\(key)]"
                    problems.append(
                        "\(place): Invalid value: \(GoText.quoted(value)): \(wrong.joined(separator: "; "))")
                }
            }
            if problems.count == 1 { throw SelectorError(problems[0]) }
            if !problems.isEmpty { throw SelectorError("[\(problems.joined(separator: ", "))]") }
        }

        private func valueCountProblems(_ values: [String]) -> [String] {
            let shown = "[" + values.map { GoText.quoted($0) }.joined(separator: ",") + "]"
            switch op {
            case .isIn, .notIn:
                return values.isEmpty
                    ? ["values: Invalid value: \(shown): for 'in', 'notin' operators, values set can't be empty"] : []
            case .exists, .doesNotExist:
                return values.isEmpty
                    ? [] : ["values: Invalid value: \(shown): values set must be empty for exists and does not exist"]
            case .greaterThan, .lessThan:
                var problems: [String] = []
                if values.count != 1 {
                    problems.append(
                        "values: Invalid value: \(shown): for 'Gt', 'Lt' operators, exactly one value is required")
                }
                for (index, value) in values.enumerated() where Int64(value) == nil {
                    problems.append(
                        "values[\(index)]: Invalid value: \(GoText.quoted(value)): for 'Gt', 'Lt' operators, the value must "
                            + "be an "
                            + "integer")
                }
                return problems
            }
        }

        /// - Parameter value: the label's; nil: the object has no such label.
        public func matches(_ value: String?) -> Bool {
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

        public var description: String {
            switch op {
            case .isIn where isEquality && values.count == 1: "\(key)=\(values[0])"
            case .isIn: "\(key) in (\(values.joined(separator: ",")))"
            case .notIn where isEquality && values.count == 1: "\(key)!=\(values[0])"
            case .notIn: "\(key) notin (\(values.joined(separator: ",")))"
            case .exists: key
            case .doesNotExist: "!\(key)"
            case .greaterThan: "\(key)>\(values.first ?? "")"
            case .lessThan: "\(key)<\(values.first ?? "")"
            }
        }

        /// By key, then operator, then values.
        static func precedes(_ a: Requirement, _ b: Requirement) -> Bool {
            if a.key != b.key { return bytesPrecede(a.key, b.key) }
            if a.op != b.op { return a.op.rawValue < b.op.rawValue }
            return a.values.lexicographicallyPrecedes(b.values, by: bytesPrecede)
        }
    }
}

extension LabelSelector.Requirement: Hashable {
    public static func == (a: Self, b: Self) -> Bool { a.key == b.key && a.op == b.op && a.values == b.values }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(key)
        hasher.combine(op)
        hasher.combine(values)
    }
}
