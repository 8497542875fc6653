import Objects

/// Says whether a node can take a pod. Pure; the reasons are worded as Kubernetes words them.
protocol Filter: Sendable {
    /// Why not, one reason each; empty: it can.
    func reasons(_ pod: PodFacts, _ node: NodeState) -> [String]
}

/// Cordoned nodes take only pods that tolerate that.
struct NodeUnschedulableFilter: Filter {
    func reasons(_ pod: PodFacts, _ node: NodeState) -> [String] {
        guard node.isUnschedulable else { return [] }
        var taint = Core.Taint()
        taint.key = "node.kubernetes.io/unschedulable"
        taint.effect = "NoSchedule"
        return Tolerations.tolerate(pod.spec.tolerations, taint) ? [] : ["node(s) were unschedulable"]
    }
}

struct NodeNameFilter: Filter {
    func reasons(_ pod: PodFacts, _ node: NodeState) -> [String] {
        pod.spec.nodeName.isEmpty || pod.spec.nodeName == node.name
            ? [] : ["node(s) didn't match the requested node name"]
    }
}

struct TaintFilter: Filter {
    func reasons(_ pod: PodFacts, _ node: NodeState) -> [String] {
        for taint in node.taints where taint.effect == "NoSchedule" || taint.effect == "NoExecute" {
            if !Tolerations.tolerate(pod.spec.tolerations, taint) {
                return ["node(s) had untolerated taint {\(taint.key): \(taint.value)}"]
            }
        }
        return []
    }
}

/// `nodeSelector`, and the terms of node affinity that must hold.
struct NodeSelectorFilter: Filter {
    func reasons(_ pod: PodFacts, _ node: NodeState) -> [String] {
        let words = ["node(s) didn't match Pod's node affinity/selector"]
        for entry in pod.spec.nodeSelector.entries where node.labels[entry.key] != entry.value { return words }
        guard let required = pod.spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution else {
            return []
        }
        return required.nodeSelectorTerms.contains { NodeTerms.matches($0, node) } ? [] : words
    }
}

struct ResourcesFilter: Filter {
    func reasons(_ pod: PodFacts, _ node: NodeState) -> [String] {
        var reasons: [String] = []
        if node.pods.count + 1 > node.podLimit { reasons.append("Too many pods") }
        let wanted = pod.requests
        if wanted.milliCPU > 0, wanted.milliCPU > node.allocatable.milliCPU - node.requested.milliCPU {
            reasons.append("Insufficient cpu")
        }
        if wanted.memoryBytes > 0, wanted.memoryBytes > node.allocatable.memoryBytes - node.requested.memoryBytes {
            reasons.append("Insufficient memory")
        }
        if wanted.ephemeralBytes > 0,
            wanted.ephemeralBytes > node.allocatable.ephemeralBytes - node.requested.ephemeralBytes
        {
            reasons.append("Insufficient ephemeral-storage")
        }
        for (name, amount) in wanted.extended.sorted(by: { $0.key < $1.key }) where amount > 0 {
            let free = (node.allocatable.extended[name] ?? 0) - (node.requested.extended[name] ?? 0)
            if amount > free { reasons.append("Insufficient \(name)") }
        }
        return reasons
    }
}

struct HostPortsFilter: Filter {
    func reasons(_ pod: PodFacts, _ node: NodeState) -> [String] {
        pod.hostPorts.contains { node.hostPorts[$0] != nil }
            ? ["node(s) didn't have free ports for the requested pod ports"] : []
    }
}

enum Tolerations {
    static func tolerate(_ tolerations: [Core.Toleration], _ taint: Core.Taint) -> Bool {
        tolerations.contains { toleration in
            guard toleration.effect.isEmpty || toleration.effect == taint.effect else { return false }
            if toleration.`operator` == "Exists" { return toleration.key.isEmpty || toleration.key == taint.key }
            return toleration.key == taint.key && toleration.value == taint.value
        }
    }
}

/// The terms of a node selector (core/v1 `NodeSelectorTerm`).
enum NodeTerms {
    static func matches(_ term: Core.NodeSelectorTerm, _ node: NodeState) -> Bool {
        if term.matchExpressions.isEmpty, term.matchFields.isEmpty { return false }
        return term.matchExpressions.allSatisfy { holds($0, node.labels[$0.key]) }
            && term.matchFields.allSatisfy { $0.key == "metadata.name" && holds($0, node.name) }
    }

    private static func holds(_ requirement: Core.NodeSelectorRequirement, _ value: String?) -> Bool {
        switch requirement.`operator` {
        case "In": return value.map { requirement.values.contains($0) } ?? false
        case "NotIn": return value.map { !requirement.values.contains($0) } ?? true
        case "Exists": return value != nil
        case "DoesNotExist": return value == nil
        case "Gt", "Lt":
            guard let number = value.flatMap({ Int64($0) }), let bound = requirement.values.first.flatMap({ Int64($0) })
            else {
                return false
            }
            return requirement.`operator` == "Gt" ? number > bound : number < bound
        default: return false
        }
    }
}
