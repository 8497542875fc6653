import Objects

/// When a pod has to leave its node because of the node's taints. Pure.
enum EvictionPlan: Sendable, Equatable {
    case stay
    /// Seconds since 1970; not after now: at once.
    case leave(at: Int64)

    /// What the API server writes into pods that do not say how long they stay on a node that is lost.
    private static let defaultSeconds = 300

    /// - Parameter lostNodeSeconds: how long a pod that does not say stays on a node that is not ready or not heard of.
    init(_ pod: Core.Pod, taints: [Core.Taint], lostNodeSeconds: Int, now: Timestamp) {
        var earliest: Int64?
        for taint in taints where taint.effect == NodeTaints.noExecute {
            let isLost = taint.key == NodeTaints.notReady || taint.key == NodeTaints.unreachable
            var tolerated = pod.spec.tolerations.filter { $0.tolerates(taint) }
            if isLost { tolerated.removeAll { $0.isDefault(for: taint, seconds: Self.defaultSeconds) } }
            let seconds: Int
            if tolerated.isEmpty {
                seconds = isLost ? lostNodeSeconds : 0
            } else {
                // The shortest that it says; one without a time is for ever.
                guard let shortest = tolerated.compactMap(\.tolerationSeconds).min() else { continue }
                seconds = shortest
            }
            let leaves = (taint.timeAdded ?? now).seconds &+ Int64(ControllersLimits.count(seconds))
            earliest = min(earliest ?? leaves, leaves)
        }
        self = earliest.map { .leave(at: $0) } ?? .stay
    }
}

extension Core.Toleration {
    /// Kubernetes, "Taints and Tolerations": an empty key with `Exists` is for all taints, an empty effect for all effects.
    func tolerates(_ taint: Core.Taint) -> Bool {
        guard effect.isEmpty || effect == taint.effect, key.isEmpty || key == taint.key else { return false }
        switch self.operator {
        case "Exists": return true
        case "", "Equal": return !key.isEmpty && value == taint.value
        default: return false
        }
    }

    func isDefault(for taint: Core.Taint, seconds: Int) -> Bool {
        key == taint.key && self.operator == "Exists" && effect == NodeTaints.noExecute && tolerationSeconds == seconds
    }
}
