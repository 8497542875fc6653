import Objects

/// Label selectors as objects hold them.
enum SelectorRules {
    static func problems(_ selector: Meta.LabelSelector, _ path: String) -> [FieldProblem] {
        var problems = MetadataRules.labels(selector.matchLabels, "\(path).matchLabels")
        for (index, requirement) in selector.matchExpressions.enumerated() {
            let at = "\(path).matchExpressions[\(index)]"
            switch requirement.operator {
            case "In", "NotIn":
                if requirement.values.isEmpty {
                    problems.append(.required("\(at).values", "must be specified when `operator` is 'In' or 'NotIn'"))
                }
            case "Exists", "DoesNotExist":
                if !requirement.values.isEmpty {
                    problems.append(
                        .forbidden("\(at).values", "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")
                    )
                }
            default:
                problems.append(
                    .invalid("\(at).operator", text: requirement.operator, "not a valid selector operator"))
            }
            problems += FieldWords.name("\(at).key", requirement.key, Names.qualifiedNameProblems)
            for (number, value) in requirement.values.enumerated() {
                problems += FieldWords.name("\(at).values[\(number)]", value, Names.labelValueProblems)
            }
        }
        return problems
    }

    static func isEmpty(_ selector: Meta.LabelSelector) -> Bool {
        selector.matchLabels.isEmpty && selector.matchExpressions.isEmpty
    }
}
