import Objects

/// Decides the next step of a Deployment. Pure; each step leads to events that lead to the next.
enum DeploymentPlanner {
    static func plan(_ snapshot: DeploymentSnapshot) -> DeploymentPlan {
        var rollout = Rollout(snapshot)
        guard !snapshot.deployment.metadata.isDeleting else { return rollout.finish(isProgressJudged: false) }
        rollout.notePause()
        if snapshot.deployment.spec.paused {
            rollout.adoptNewSet()
            rollout.scaleProportionally()
            rollout.cleanUpHistory()
            return rollout.finish(isProgressJudged: false)
        }
        if rollout.bounds.isRolling {
            if rollout.isScalingEvent {
                rollout.adoptNewSet()
                rollout.scaleProportionally()
                return rollout.finish(isProgressJudged: false)
            }
            rollout.adoptNewSet()
            if rollout.newIndex == nil { rollout.makeNewSet() }
            if !rollout.scaleNewSet() { rollout.scaleDownOldSets() }
        } else {
            rollout.adoptNewSet()
            if !rollout.stopOldSets(), !rollout.hasOldPods(snapshot.setsWithPods) {
                if rollout.newIndex == nil { rollout.makeNewSet() }
                _ = rollout.scaleNewSet()
            }
        }
        if rollout.isComplete(rollout.status()) { rollout.cleanUpHistory() }
        return rollout.finish(isProgressJudged: true)
    }
}
