import Objects

/// Which nodes are meant: any of some terms, each a list of labels and fields that must fit.
enum NodeSelectorRules {
    static func problems(_ selector: Core.NodeSelector, _ path: String) -> [FieldProblem] {
        let at = "\(path).nodeSelectorTerms"
        if selector.nodeSelectorTerms.isEmpty { return [.required(at, "must have at least one node selector term")] }
        return selector.nodeSelectorTerms.enumerated().flatMap { term($1, "\(at)[\($0)]", checksValues: true) }
    }

    /// - Parameter checksValues: false where a value that no label can have only leads to nothing.
    static func term(_ term: Core.NodeSelectorTerm, _ path: String, checksValues: Bool = true) -> [FieldProblem] {
        term.matchExpressions.enumerated().flatMap {
            label($1, "\(path).matchExpressions[\($0)]", checksValues: checksValues)
        }
            + term.matchFields.enumerated().flatMap { field($1, "\(path).matchFields[\($0)]") }
    }

    private static func label(
        _ requirement: Core.NodeSelectorRequirement, _ path: String, checksValues: Bool
    ) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        switch requirement.operator {
        case "In", "NotIn":
            if requirement.values.isEmpty {
                problems.append(.required("\(path).values", "must be specified when `operator` is 'In' or 'NotIn'"))
            }
        case "Exists", "DoesNotExist":
            if !requirement.values.isEmpty {
                problems.append(
                    .forbidden("\(path).values", "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"))
            }
        case "Gt", "Lt":
            if requirement.values.count != 1 {
                problems.append(
                    .required("\(path).values", "must be specified single value when `operator` is 'Lt' or 'Gt'"))
            }
        default:
            problems.append(
                .invalid("\(path).operator", text: requirement.operator, "not a valid selector operator"))
        }
        problems += FieldWords.name("\(path).key", requirement.key, Names.qualifiedNameProblems)
        for (index, value) in requirement.values.enumerated() where checksValues {
            problems += FieldWords.name("\(path).values[\(index)]", value, Names.labelValueProblems)
        }
        return problems
    }

    private static func field(_ requirement: Core.NodeSelectorRequirement, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        switch requirement.operator {
        case "In", "NotIn":
            if requirement.values.count != 1 {
                problems.append(
                    .required(
                        "\(path).values",
                        "must be only one value when `operator` is 'In' or 'NotIn' for node field selector"))
            }
        default:
            problems.append(
                .invalid("\(path).operator", text: requirement.operator, "not a valid selector operator"))
        }
        guard requirement.key == "metadata.name" else {
            return problems + [.invalid("\(path).key", text: requirement.key, "not a valid field selector key")]
        }
        return problems
            + requirement.values.enumerated().flatMap { index, value in
                FieldWords.name("\(path).values[\(index)]", value) { Names.subdomainProblems($0) }
            }
    }
}
