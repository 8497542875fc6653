import Objects

/// How evenly pods are spread over nodes, zones and the like.
enum SpreadRules {
    static func problems(_ constraints: [Core.TopologySpreadConstraint], _ path: String) -> [FieldProblem] {
        constraints.enumerated().flatMap { index, constraint in
            problems(constraint, rest: constraints[(index + 1)...], "\(path)[\(index)]")
        }
    }

    private static func problems(
        _ constraint: Core.TopologySpreadConstraint, rest: ArraySlice<Core.TopologySpreadConstraint>, _ path: String
    ) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if constraint.maxSkew <= 0 {
            problems.append(.invalid("\(path).maxSkew", String(constraint.maxSkew), FieldWords.positive))
        }
        if constraint.topologyKey.isEmpty { problems.append(.required("\(path).topologyKey", "can not be empty")) }
        problems += FieldWords.oneOf(
            "\(path).whenUnsatisfiable", constraint.whenUnsatisfiable, ["DoNotSchedule", "ScheduleAnyway"])
        let isRepeated = rest.contains {
            $0.topologyKey == constraint.topologyKey && $0.whenUnsatisfiable == constraint.whenUnsatisfiable
        }
        if isRepeated {
            problems.append(
                .duplicate(
                    "\(path).{topologyKey, whenUnsatisfiable}",
                    "{\(constraint.topologyKey), \(constraint.whenUnsatisfiable)}"))
        }
        if let domains = constraint.minDomains {
            let at = "\(path).minDomains"
            if domains <= 0 { problems.append(.invalid(at, String(domains), FieldWords.positive)) }
            if constraint.whenUnsatisfiable != "DoNotSchedule" {
                problems.append(
                    .invalid(
                        at, String(domains),
                        "can only use minDomains if whenUnsatisfiable=DoNotSchedule, not \(constraint.whenUnsatisfiable)"
                    ))
            }
        }
        for (field, policy) in [
            ("nodeAffinityPolicy", constraint.nodeAffinityPolicy), ("nodeTaintsPolicy", constraint.nodeTaintsPolicy),
        ] {
            guard let policy else { continue }
            problems += FieldWords.oneOf("\(path).\(field)", policy, ["Honor", "Ignore"])
        }
        problems += LabelKeyRules.problems(
            match: constraint.matchLabelKeys, mismatch: [], selector: constraint.labelSelector, path)
        return problems
            + (constraint.labelSelector.map { SelectorRules.problems($0, "\(path).labelSelector") } ?? [])
    }
}
