import Objects

/// The selectors that a review asks about (authorization.k8s.io/v1 `FieldSelectorAttributes`, `LabelSelectorAttributes`).
/// Operators that are not known are let pass: who asks may be younger than this server.
enum SelectorAttributes {
    private static let path = "spec.resourceAttributes"

    static func problems(_ attributes: Authorization.ResourceAttributes) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if let selector = attributes.fieldSelector {
            let at = "\(path).fieldSelector"
            problems += form(selector.rawSelector, selector.requirements.isEmpty, at)
            for (index, requirement) in selector.requirements.enumerated() {
                let place = "\(at).requirements[\(index)]"
                if requirement.key.isEmpty { problems.append(.required("\(place).key", "must be specified")) }
                problems += values(requirement.`operator`, requirement.values, place)
            }
        }
        if let selector = attributes.labelSelector {
            let at = "\(path).labelSelector"
            problems += form(selector.rawSelector, selector.requirements.isEmpty, at)
            for (index, requirement) in selector.requirements.enumerated() {
                let place = "\(at).requirements[\(index)]"
                problems += values(requirement.`operator`, requirement.values, place)
                problems += Names.qualifiedNameProblems(requirement.key).map {
                    .invalid("\(place).key", text: requirement.key, $0)
                }
                for (number, value) in requirement.values.enumerated() {
                    problems += Names.labelValueProblems(value).map {
                        .invalid("\(place).values[\(number)]", text: value, $0)
                    }
                }
            }
        }
        return problems
    }

    /// Either the text or what it means.
    private static func form(_ raw: String, _ isEmpty: Bool, _ path: String) -> [FieldProblem] {
        if !raw.isEmpty, !isEmpty {
            return [.invalid("\(path).rawSelector", text: raw, "may not specified at the same time as requirements")]
        }
        guard raw.isEmpty, isEmpty else { return [] }
        return [.required("\(path).requirements", "when \(path) is specified, requirements or rawSelector is required")]
    }

    private static func values(_ operation: String, _ values: [String], _ path: String) -> [FieldProblem] {
        switch operation {
        case "In", "NotIn":
            guard values.isEmpty else { return [] }
            return [.required("\(path).values", "must be specified when `operator` is 'In' or 'NotIn'")]
        case "Exists", "DoesNotExist":
            guard !values.isEmpty else { return [] }
            return [.forbidden("\(path).values", "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")]
        default: return []
        }
    }
}
