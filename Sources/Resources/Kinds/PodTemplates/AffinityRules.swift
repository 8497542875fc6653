import Objects

/// Where pods are drawn to, and what they keep away from.
enum AffinityRules {
    private static let weights = 1...100

    static func problems(_ affinity: Core.Affinity?, _ path: String) -> [FieldProblem] {
        guard let affinity else { return [] }
        var problems: [FieldProblem] = []
        if let nodes = affinity.nodeAffinity {
            let at = "\(path).nodeAffinity"
            if let required = nodes.requiredDuringSchedulingIgnoredDuringExecution {
                problems += NodeSelectorRules.problems(
                    required, "\(at).requiredDuringSchedulingIgnoredDuringExecution")
            }
            for (index, term) in nodes.preferredDuringSchedulingIgnoredDuringExecution.enumerated() {
                let at = "\(at).preferredDuringSchedulingIgnoredDuringExecution[\(index)]"
                problems +=
                    weight(term.weight, at)
                    + NodeSelectorRules.term(term.preference, "\(at).preference", checksValues: false)
            }
        }
        if let pods = affinity.podAffinity {
            problems += self.pods(
                required: pods.requiredDuringSchedulingIgnoredDuringExecution,
                preferred: pods.preferredDuringSchedulingIgnoredDuringExecution, "\(path).podAffinity")
        }
        if let pods = affinity.podAntiAffinity {
            problems += self.pods(
                required: pods.requiredDuringSchedulingIgnoredDuringExecution,
                preferred: pods.preferredDuringSchedulingIgnoredDuringExecution, "\(path).podAntiAffinity")
        }
        return problems
    }

    private static func weight(_ weight: Int, _ path: String) -> [FieldProblem] {
        weights.contains(weight) ? [] : [.invalid("\(path).weight", String(weight), "must be in the range 1-100")]
    }

    private static func pods(
        required: [Core.PodAffinityTerm], preferred: [Core.WeightedPodAffinityTerm], _ path: String
    ) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for (index, term) in required.enumerated() {
            problems += self.term(term, "\(path).requiredDuringSchedulingIgnoredDuringExecution[\(index)]")
        }
        for (index, term) in preferred.enumerated() {
            let at = "\(path).preferredDuringSchedulingIgnoredDuringExecution[\(index)]"
            problems += weight(term.weight, at) + self.term(term.podAffinityTerm, "\(at).podAffinityTerm")
        }
        return problems
    }

    private static func term(_ term: Core.PodAffinityTerm, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if let selector = term.labelSelector { problems += SelectorRules.problems(selector, "\(path).labelSelector") }
        if let selector = term.namespaceSelector {
            problems += SelectorRules.problems(selector, "\(path).namespaceSelector")
        }
        for name in term.namespaces {
            problems += FieldWords.name("\(path).namespace", name) { Names.labelProblems($0) }
        }
        problems += LabelKeyRules.problems(
            match: term.matchLabelKeys, mismatch: term.mismatchLabelKeys, selector: term.labelSelector, path)
        if term.topologyKey.isEmpty { problems.append(.required("\(path).topologyKey", "can not be empty")) }
        return problems + FieldWords.name("\(path).topologyKey", term.topologyKey, Names.qualifiedNameProblems)
    }
}

/// Labels by which pods are compared with those of their own kind.
enum LabelKeyRules {
    /// - Parameter path: of what has the keys: `spec.topologySpreadConstraints[0]`.
    static func problems(
        match: [String], mismatch: [String], selector: Meta.LabelSelector?, _ path: String
    ) -> [FieldProblem] {
        var problems = keys(match, selector, "\(path).matchLabelKeys")
        problems += keys(mismatch, selector, "\(path).mismatchLabelKeys")
        if let selector {
            var seen = Set(selector.matchLabels.entries.map(\.key))
            for expression in selector.matchExpressions {
                if let index = match.lastIndex(of: expression.key), seen.contains(expression.key) {
                    problems.append(
                        .invalid(
                            "\(path)[\(index)]", text: expression.key,
                            "exists in both matchLabelKeys and labelSelector"))
                }
                seen.insert(expression.key)
            }
        }
        for (index, key) in match.enumerated() where mismatch.contains(key) {
            problems.append(
                .invalid(
                    "\(path).matchLabelKeys[\(index)]", text: key,
                    "exists in both matchLabelKeys and mismatchLabelKeys"))
        }
        return problems
    }

    private static func keys(_ keys: [String], _ selector: Meta.LabelSelector?, _ path: String) -> [FieldProblem] {
        if keys.isEmpty { return [] }
        guard selector != nil else {
            return [.forbidden(path, "must not be specified when labelSelector is not set")]
        }
        return keys.enumerated().flatMap { FieldWords.name("\(path)[\($0)]", $1, Names.qualifiedNameProblems) }
    }
}
