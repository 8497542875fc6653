import Objects

/// Says how well a node that can take a pod suits it: 0 to 100, more is better. Pure.
protocol Score: Sendable {
    var weight: Int64 { get }
    func points(_ pod: PodFacts, _ node: NodeState) -> Int64
}

/// Prefers nodes with the most room left.
struct LeastAllocatedScore: Score {
    let weight: Int64 = 1

    func points(_ pod: PodFacts, _ node: NodeState) -> Int64 {
        let cpu = share(node.allocatable.milliCPU, node.requested.milliCPU, pod.requests.milliCPU)
        let memory = share(node.allocatable.memoryBytes, node.requested.memoryBytes, pod.requests.memoryBytes)
        return (cpu + memory) / 2
    }

    private func share(_ capacity: Int64, _ used: Int64, _ more: Int64) -> Int64 {
        let free = capacity - used - more
        guard capacity > 0, free > 0 else { return 0 }
        // In percent; divided first, since memory in bytes times a hundred may not fit.
        return capacity > Int64.max / 100 ? free / (capacity / 100) : free * 100 / capacity
    }
}

/// Prefers nodes whose processor and memory fill evenly.
struct BalancedAllocationScore: Score {
    let weight: Int64 = 1

    func points(_ pod: PodFacts, _ node: NodeState) -> Int64 {
        let cpu = share(node.allocatable.milliCPU, node.requested.milliCPU + pod.requests.milliCPU)
        let memory = share(node.allocatable.memoryBytes, node.requested.memoryBytes + pod.requests.memoryBytes)
        return 100 - Int64(((cpu - memory) / 2).magnitude * 100)
    }

    private func share(_ capacity: Int64, _ used: Int64) -> Double {
        capacity > 0 ? min(1, Double(used) / Double(capacity)) : 1
    }
}

/// Prefers nodes without taints that the pod would rather avoid.
struct TaintScore: Score {
    let weight: Int64 = 3

    func points(_ pod: PodFacts, _ node: NodeState) -> Int64 {
        let untolerated = node.taints.count { taint in
            taint.effect == "PreferNoSchedule" && !Tolerations.tolerate(pod.spec.tolerations, taint)
        }
        return max(0, 100 - 25 * Int64(untolerated))
    }
}

/// Prefers nodes that meet the pod's wishes (preferred node affinity).
struct NodeAffinityScore: Score {
    let weight: Int64 = 2

    func points(_ pod: PodFacts, _ node: NodeState) -> Int64 {
        let wishes = pod.spec.affinity?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []
        let total = wishes.reduce(Int64(0)) { $0 + Int64(clamping: $1.weight) }
        guard total > 0 else { return 0 }
        let met = wishes.filter { NodeTerms.matches($0.preference, node) }.reduce(Int64(0)) {
            $0 + Int64(clamping: $1.weight)
        }
        return met * 100 / total
    }
}
