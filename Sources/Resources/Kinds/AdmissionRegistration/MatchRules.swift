import Objects

/// Which objects admission asks about: by rules, by labels of the object and of its namespace, by conditions.
enum MatchRules {
    static let failurePolicies = ["Fail", "Ignore"]
    static let matchPolicies = ["Equivalent", "Exact"]
    private static let conditionsLimit = 64

    static func setDefaults(_ match: inout AdmissionRegistration.MatchResources) {
        if match.matchPolicy == nil { match.matchPolicy = "Equivalent" }
        if match.namespaceSelector == nil { match.namespaceSelector = Meta.LabelSelector() }
        if match.objectSelector == nil { match.objectSelector = Meta.LabelSelector() }
        for index in match.resourceRules.indices {
            AdmissionRuleRules.setDefaults(&match.resourceRules[index].ruleWithOperations)
        }
        for index in match.excludeResourceRules.indices {
            AdmissionRuleRules.setDefaults(&match.excludeResourceRules[index].ruleWithOperations)
        }
    }

    static func problems(_ match: AdmissionRegistration.MatchResources, _ path: String) -> [FieldProblem] {
        var problems = FieldWords.oneOf(
            "\(path).matchPolicy", match.matchPolicy ?? "", matchPolicies, isRequired: true)
        for (field, selector) in [
            ("namespaceSelector", match.namespaceSelector), ("objectSelector", match.objectSelector),
        ] {
            problems +=
                selector.map { SelectorRules.problems($0, "\(path).\(field)") } ?? [.required("\(path).\(field)")]
        }
        for (field, rules) in [
            ("resourceRules", match.resourceRules), ("excludeResourceRules", match.excludeResourceRules),
        ] {
            for (index, rule) in rules.enumerated() { problems += named(rule, "\(path).\(field)[\(index)]") }
        }
        return problems
    }

    private static func named(_ rule: AdmissionRegistration.NamedRuleWithOperations, _ path: String) -> [FieldProblem] {
        rule.resourceNames.enumerated().flatMap {
            FieldWords.name("\(path).resourceNames[\($0)]", $1, NameShapes.pathSegmentProblems)
        } + FieldWords.duplicates(rule.resourceNames) { "\(path).resourceNames[\($0)]" }
            + AdmissionRuleRules.problems(rule.ruleWithOperations, path)
    }

    static func conditions(_ conditions: [AdmissionRegistration.MatchCondition], _ path: String) -> [FieldProblem] {
        var problems = FieldWords.tooMany(path, conditions.count, limit: conditionsLimit)
        var seen: Set<String> = []
        for (index, condition) in conditions.enumerated() {
            let at = "\(path)[\(index)]"
            if isBlank(condition.expression) { problems.append(.required("\(at).expression")) }
            if condition.name.isEmpty {
                problems.append(.required("\(at).name"))
            } else {
                problems += NameShapes.labelKey("\(at).name", condition.name)
                if !seen.insert(condition.name).inserted { problems.append(.duplicate("\(at).name", condition.name)) }
            }
        }
        return problems
    }

    static func isBlank(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
