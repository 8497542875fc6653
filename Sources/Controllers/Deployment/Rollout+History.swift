import Objects

extension Rollout {
    /// Deletes the oldest revisions beyond the Deployment's limit, of those whose pods are all gone.
    mutating func cleanUpHistory() {
        guard let limit = deployment.spec.revisionHistoryLimit, limit < ControllersLimits.largestCount else { return }
        let olds = oldIndices.filter { !sets[$0].metadata.isDeleting }
            .sorted { Self.revision(of: sets[$0]) < Self.revision(of: sets[$1]) }
        let excess = olds.count - max(limit, 0)
        guard excess > 0 else { return }
        for index in olds.prefix(excess) {
            let set = sets[index]
            let isIdle =
                set.status.replicas == 0 && replicas(index) == 0
                && set.status.observedGeneration >= set.metadata.generation
            if isIdle { markDeleted(index) }
        }
    }
}
