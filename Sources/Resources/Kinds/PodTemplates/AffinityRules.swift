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
                problems += weight(term.weight, at) + NodeSelectorRules.term(term.preference, "\(at).preference")
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
        if term.topologyKey.isEmpty {
            problems.append(.required("\(path).topologyKey", "can not be empty"))
        } else {
            problems += FieldWords.name("\(path).topologyKey", term.topologyKey, Names.qualifiedNameProblems)
        }
        return problems
    }
}
