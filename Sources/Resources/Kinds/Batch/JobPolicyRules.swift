import Objects

/// Which failures of pods count, and which end a job at once.
enum PodFailurePolicyRules {
    private static let ruleLimit = 20
    private static let patternLimit = 20
    private static let codeLimit = 255
    private static let actions = ["Count", "FailIndex", "FailJob", "Ignore"]

    static func complete(_ given: Batch.PodFailurePolicy) -> Batch.PodFailurePolicy {
        var policy = given
        policy.rules = policy.rules.map { rule in
            var rule = rule
            rule.onPodConditions = rule.onPodConditions.map { pattern in
                var pattern = pattern
                if pattern.status.isEmpty { pattern.status = "True" }
                return pattern
            }
            return rule
        }
        return policy
    }

    static func problems(_ policy: Batch.PodFailurePolicy, _ spec: Batch.JobSpec, _ path: String) -> [FieldProblem] {
        let path = "\(path).podFailurePolicy.rules"
        var problems: [FieldProblem] = []
        if policy.rules.count > ruleLimit { problems.append(tooMany(path, policy.rules.count, ruleLimit)) }
        let pod = spec.template.spec
        let names = Set(pod.containers.map(\.name) + pod.initContainers.map(\.name))
        for (index, rule) in policy.rules.enumerated() {
            problems += self.rule(rule, spec, names, "\(path)[\(index)]")
        }
        return problems
    }

    static func tooMany(_ path: String, _ count: Int, _ limit: Int) -> FieldProblem {
        FieldProblem(
            type: .tooMany, field: path, detail: "Too many: \(count): must have at most \(limit) items")
    }

    private static func rule(
        _ rule: Batch.PodFailurePolicyRule, _ spec: Batch.JobSpec, _ names: Set<String>, _ path: String
    ) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if rule.action.isEmpty {
            problems.append(
                .required(
                    "\(path).action", "valid values: [\(actions.map(GoText.quoted).joined(separator: " "))]"))
        } else if rule.action == "FailIndex", spec.backoffLimitPerIndex == nil {
            problems.append(
                .invalid("\(path).action", text: rule.action, "requires the backoffLimitPerIndex to be set"))
        } else {
            problems += FieldWords.oneOf("\(path).action", rule.action, actions)
        }
        if let codes = rule.onExitCodes { problems += exitCodes(codes, names, "\(path).onExitCodes") }
        if rule.onPodConditions.count > patternLimit {
            problems.append(tooMany("\(path).onPodConditions", rule.onPodConditions.count, patternLimit))
        }
        for (index, pattern) in rule.onPodConditions.enumerated() {
            let at = "\(path).onPodConditions[\(index)]"
            problems += FieldWords.name("\(at).type", pattern.type, Names.qualifiedNameProblems)
            if pattern.status.isEmpty {
                problems.append(.required("\(at).status", "valid values: [\"False\" \"True\" \"Unknown\"]"))
            } else {
                problems += FieldWords.oneOf("\(at).status", pattern.status, ["False", "True", "Unknown"])
            }
        }
        switch (rule.onExitCodes != nil, !rule.onPodConditions.isEmpty) {
        case (true, true):
            problems.append(
                FieldProblem(
                    type: .invalid, field: path,
                    detail: "Invalid value: specifying both OnExitCodes and OnPodConditions is not supported"))
        case (false, false):
            problems.append(
                FieldProblem(
                    type: .invalid, field: path,
                    detail: "Invalid value: specifying one of OnExitCodes and OnPodConditions is required"))
        default: break
        }
        return problems
    }

    private static func exitCodes(
        _ codes: Batch.PodFailurePolicyOnExitCodesRequirement, _ names: Set<String>, _ path: String
    ) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if codes.operator.isEmpty {
            problems.append(.required("\(path).operator", "valid values: [\"In\" \"NotIn\"]"))
        } else {
            problems += FieldWords.oneOf("\(path).operator", codes.operator, ["In", "NotIn"])
        }
        if let name = codes.containerName, !names.contains(name) {
            problems.append(
                .invalid(
                    "\(path).containerName", text: name,
                    "must be one of the container or initContainer names in the pod template"))
        }
        let shown = "[\(codes.values.map(String.init).joined(separator: ","))]"
        if codes.values.isEmpty {
            problems.append(.invalid("\(path).values", shown, "at least one value is required"))
        } else if codes.values.count > codeLimit {
            problems.append(tooMany("\(path).values", codes.values.count, codeLimit))
        }
        var seen: Set<Int> = []
        for (index, value) in codes.values.enumerated() {
            let at = "\(path).values[\(index)]"
            if codes.operator == "In", value == 0 {
                problems.append(.invalid(at, String(value), "must not be 0 for the In operator"))
            }
            if !seen.insert(value).inserted {
                problems.append(FieldProblem(type: .duplicate, field: at, detail: "Duplicate value: \(value)"))
            }
        }
        if zip(codes.values, codes.values.dropFirst()).contains(where: { $0 > $1 }) {
            problems.append(.invalid("\(path).values", shown, "must be ordered"))
        }
        return problems
    }
}

/// Which indexes of a job must have succeeded for it to be done early.
enum SuccessPolicyRules {
    private static let ruleLimit = 20
    private static let indexesLimitBytes = 64 * 1024

    static func problems(_ policy: Batch.SuccessPolicy, _ spec: Batch.JobSpec, _ path: String) -> [FieldProblem] {
        let path = "\(path).rules"
        if policy.rules.isEmpty {
            return [.required(path, "at least one rules must be specified when the successPolicy is specified")]
        }
        var problems: [FieldProblem] = []
        if policy.rules.count > ruleLimit {
            problems.append(PodFailurePolicyRules.tooMany(path, policy.rules.count, ruleLimit))
        }
        for (index, rule) in policy.rules.enumerated() { problems += self.rule(rule, spec, "\(path)[\(index)]") }
        return problems
    }

    private static func rule(
        _ rule: Batch.SuccessPolicyRule, _ spec: Batch.JobSpec, _ path: String
    ) -> [FieldProblem] {
        if rule.succeededCount == nil, rule.succeededIndexes == nil {
            return [.required(path, "at least one of succeededCount or succeededIndexes must be specified")]
        }
        var problems: [FieldProblem] = []
        var total = spec.completions ?? 0
        if let indexes = rule.succeededIndexes {
            let at = "\(path).succeededIndexes"
            if indexes.utf8.count > indexesLimitBytes {
                problems.append(.tooLong(at, limitBytes: indexesLimitBytes))
            }
            switch IndexRanges.count(indexes, below: spec.completions ?? 0) {
            case .success(let count): total = count
            case .failure(let error):
                problems.append(
                    .invalid(at, text: indexes, "error parsing succeededIndexes: \(error.message)"))
            }
        }
        if let count = rule.succeededCount {
            let at = "\(path).succeededCount"
            problems += FieldWords.notNegative(at, count)
            if let completions = spec.completions, count > completions {
                problems.append(
                    .invalid(
                        at, String(count),
                        "must be less than or equal to \(completions) (the number of specified completions)"))
            }
            if rule.succeededIndexes != nil, count > total {
                problems.append(
                    .invalid(
                        at, String(count),
                        "must be less than or equal to \(total) (the number of indexes in the specified succeededIndexes field)"
                    ))
            }
        }
        return problems
    }
}

/// `1,3-5,7`: indexes of a job in order, single ones and ranges.
enum IndexRanges {
    struct Problem: Error { let message: String }

    /// The first index that both texts name; parts that cannot be read are left out.
    static func overlap(_ one: String, _ other: String, below limit: Int) -> Int? {
        func ranges(_ text: String) -> [ClosedRange<Int>] {
            text.split(separator: ",").compactMap { part in
                guard case .success = count(String(part), below: limit) else { return nil }
                let ends = part.split(separator: "-").compactMap { Int($0) }
                guard let first = ends.first, let last = ends.last, first <= last else { return nil }
                return first...last
            }
        }
        var (first, second) = (ranges(one)[...], ranges(other)[...])
        while let a = first.first, let b = second.first {
            if a.overlaps(b) { return max(a.lowerBound, b.lowerBound) }
            if a.lowerBound <= b.lowerBound { first.removeFirst() } else { second.removeFirst() }
        }
        return nil
    }

    /// How many indexes the text names, all below `limit`, each once and in order.
    static func count(_ text: String, below limit: Int) -> Result<Int, Problem> {
        if text.isEmpty { return .success(0) }
        var total = 0
        var last: Int?
        for interval in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = interval.split(separator: "-", omittingEmptySubsequences: false)
            guard ends.count <= 2 else {
                return .failure(
                    Problem(
                        message:
                            "the fragment \"\(interval)\" violates the requirement that an index interval can have at most two parts separated by '-'"
                    ))
            }
            var numbers: [Int] = []
            for end in ends {
                guard let number = Int(end), number >= 0 else {
                    return .failure(Problem(message: "cannot convert string to integer for index: \"\(end)\""))
                }
                guard number < limit else {
                    return .failure(Problem(message: "too large index: \"\(end)\""))
                }
                numbers.append(number)
            }
            guard let first = numbers.first, let final = numbers.last else { continue }
            if let last, last >= first {
                return .failure(
                    Problem(message: "non-increasing order, previous: \(last), current: \(first)"))
            }
            if numbers.count == 2, first >= final {
                return .failure(Problem(message: "non-increasing order, previous: \(first), current: \(final)"))
            }
            total += final - first + 1
            last = final
        }
        return .success(total)
    }
}
