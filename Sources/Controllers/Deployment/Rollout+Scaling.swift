import Objects

/// Scaling while a rollout is under way or paused: each ReplicaSet keeps its share.
extension Rollout {
    mutating func scaleProportionally() {
        let active = sets.indices.filter { replicas($0) > 0 }
        if active.count <= 1 {
            // The only one with pods, else the new one, else the last one that there was.
            guard let index = active.first ?? newIndex ?? sets.indices.last else { return }
            // Growth waits until others have given up their pods: their events bring it about.
            if replicas(index) < bounds.replicas, !isSettled { return }
            if replicas(index) != bounds.replicas { resize(index, to: bounds.replicas) } else { noteScale(index) }
            return
        }
        if isNewSetSaturated {
            for index in oldIndices where replicas(index) > 0 { resize(index, to: 0) }
            return
        }
        guard bounds.isRolling else { return }
        share(among: active)
    }

    /// The new ReplicaSet has all that the Deployment wants: the others are leftovers.
    private var isNewSetSaturated: Bool {
        guard let newIndex else { return false }
        return replicas(newIndex) == bounds.replicas && available(newIndex) == bounds.replicas
            && annotation(newIndex, DeploymentAnnotations.desiredReplicas) == bounds.replicas
    }

    private mutating func share(among active: [Int]) {
        let total = active.reduce(0) { $0 + replicas($1) }
        let change = (bounds.replicas > 0 ? bounds.maxTotal : 0) - total
        if change > 0, !isSettled { return }
        // The largest set, which gets what rounding leaves over, comes first: of equal ones the newest when growing, the
        // oldest when shrinking.
        let order = active.sorted { a, b in
            if replicas(a) != replicas(b) { return replicas(a) > replicas(b) }
            return change > 0 ? a > b : a < b
        }
        var sizes: [Int] = []
        var given = 0
        for index in order {
            let part = part(of: index, change: change, left: change - given)
            sizes.append(replicas(index) + part)
            given += part
        }
        if let first = sizes.first { sizes[0] = first + change - given }
        for (index, size) in zip(order, sizes) { resize(index, to: max(size, 0)) }
    }

    /// What one set gains or loses: its share of the old total, in the new total, rounded to the nearest.
    private func part(of index: Int, change: Int, left: Int) -> Int {
        guard change != 0, left != 0 else { return 0 }
        let size = replicas(index)
        guard bounds.replicas > 0 else { return max(-size, left) }
        var before = ControllersLimits.count(annotation(index, DeploymentAnnotations.maxReplicas))
        if before == 0 { before = ControllersLimits.count(deployment.status.replicas) }
        guard before > 0 else { return 0 }
        let fraction = (size * bounds.maxTotal + before / 2) / before - size
        return change > 0 ? min(fraction, left) : max(fraction, left)
    }
}
