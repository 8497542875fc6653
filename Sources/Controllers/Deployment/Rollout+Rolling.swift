import Objects

/// Rolling updates: the new ReplicaSet grows and the old ones shrink, within `RolloutBounds`.
extension Rollout {
    /// - Returns: whether the new ReplicaSet's size changes.
    mutating func scaleNewSet() -> Bool {
        guard let newIndex else { return false }
        let size = replicas(newIndex)
        let wanted = size > bounds.replicas ? bounds.replicas : replicasOfNewSet()
        // A set that is being made has its size already.
        guard wanted != size else { return sets[newIndex].metadata.uid.isEmpty }
        resize(newIndex, to: wanted)
        return true
    }

    /// Takes pods from the old ReplicaSets: first those that are not available anyway, then as many available ones as
    /// the new ReplicaSet has made up for.
    mutating func scaleDownOldSets() {
        let olds = oldIndices
        guard olds.contains(where: { replicas($0) > 0 }) else { return }
        // A set that shrank and grew again may report pods as available that it has given up since.
        guard sets.indices.allSatisfy({ isObserved($0) }) else { return }
        let newMissing = newIndex.map { replicas($0) - available($0) } ?? 0
        var expendable = totalReplicas() - bounds.minAvailable - newMissing
        guard expendable > 0 else { return }
        for index in olds where expendable > 0 {
            let ill = min(replicas(index) - available(index), expendable)
            guard ill > 0 else { continue }
            resize(index, to: replicas(index) - ill)
            expendable -= ill
        }
        var spare = sets.indices.reduce(0) { $0 + available($1) } - bounds.minAvailable
        for index in olds where spare > 0 {
            let fewer = min(replicas(index), spare)
            guard fewer > 0 else { continue }
            resize(index, to: replicas(index) - fewer)
            spare -= fewer
        }
    }

    // MARK: Recreate

    /// - Returns: whether an old ReplicaSet still wanted pods.
    mutating func stopOldSets() -> Bool {
        let running = oldIndices.filter { replicas($0) > 0 }
        for index in running { resize(index, to: 0) }
        return !running.isEmpty
    }

    /// Whether pods of old ReplicaSets have not ended yet.
    func hasOldPods(_ setsWithPods: Set<String>) -> Bool {
        let new = newSet?.metadata.uid
        return oldIndices.contains { sets[$0].status.replicas > 0 } || setsWithPods.contains { $0 != new }
    }
}
