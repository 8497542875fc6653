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

    static func warning(_ path: String, _ label: String) -> [String] {
        guard let found = replacements[label] else { return [] }
        return ["\(path): \(label) is deprecated since \(found.since); use \"\(found.use)\" instead"]
    }
}
