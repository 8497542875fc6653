import Objects

/// Labels of nodes that have got other names; who selects by the old ones is told so.
enum DeprecatedLabels {
    private static let replacements: [String: (since: String, use: String)] = [
        "beta.kubernetes.io/arch": ("v1.14", "kubernetes.io/arch"),
        "beta.kubernetes.io/os": ("v1.14", "kubernetes.io/os"),
        "beta.kubernetes.io/instance-type": ("v1.17", "node.kubernetes.io/instance-type"),
        "failure-domain.beta.kubernetes.io/region": ("v1.17", "topology.kubernetes.io/region"),
        "failure-domain.beta.kubernetes.io/zone": ("v1.17", "topology.kubernetes.io/zone"),
    ]
    /// Those without a successor, and one that was never announced by version.
    private static let others = [
        "app.kubernetes.io/created-by": "deprecated since v1.9",
        "node-role.kubernetes.io/master": "use \"node-role.kubernetes.io/control-plane\" instead",
        "scheduler.alpha.kubernetes.io/preferAvoidPods":
            "deprecated since v1.22; use Taints and Tolerations instead",
    ]

    /// The label that took the place of this one.
    static func newer(_ label: String) -> String? { replacements[label]?.use }

    private static func words(_ label: String) -> String? {
        replacements[label].map { "deprecated since \($0.since); use \"\($0.use)\" instead" } ?? others[label]
    }

    /// Where the label is the field's value.
    static func warning(_ path: String, _ label: String) -> [String] {
        words(label).map { ["\(path): \(label) is \($0)"] } ?? []
    }

    /// Where the label is part of the path.
    static func warning(at path: String, _ label: String) -> [String] {
        words(label).map { ["\(path): \($0)"] } ?? []
    }

    /// Of all terms of a selector of nodes.
    ///
    /// - Parameter path: of the terms.
    static func warnings(_ selector: Core.NodeSelector, _ path: String) -> [String] {
        selector.nodeSelectorTerms.enumerated().flatMap { warnings($1, "\(path)[\($0)]", checksValues: false) }
    }

    /// - Parameter checksValues: whether values that no label can have are told as well.
    static func warnings(_ term: Core.NodeSelectorTerm, _ path: String, checksValues: Bool) -> [String] {
        term.matchExpressions.enumerated().flatMap { index, expression in
            let at = "\(path).matchExpressions[\(index)]"
            var found = warning("\(at).key", expression.key)
            guard checksValues else { return found }
            for (number, value) in expression.values.enumerated() {
                found += Names.labelValueProblems(value).map {
                    "\(at).values[\(number)]: \(value) is invalid, \($0)"
                }
            }
            return found
        }
    }
}
