import Objects

/// What controllers ask about a pod.
extension Core.Pod {
    /// Its containers have ended for good.
    var isFinished: Bool { status.phase == "Succeeded" || status.phase == "Failed" }

    /// It counts as a replica: it runs or will run.
    var isActive: Bool { !isFinished && !metadata.isDeleting }

    var readyCondition: Core.PodCondition? { status.conditions.first { $0.type == "Ready" } }

    var isReady: Bool { readyCondition?.status == "True" }

    /// When it will have been ready for `seconds`, in seconds since 1970; nil: it is not ready. At once when nothing is asked.
    func availableSince(readyFor seconds: Int) -> Int64? {
        guard let condition = readyCondition, condition.status == "True" else { return nil }
        guard seconds > 0 else { return .min }
        guard let since = condition.lastTransitionTime else { return nil }
        return since.seconds &+ Int64(min(seconds, ControllersLimits.largestCount))
    }

    func isAvailable(readyFor seconds: Int, at now: Timestamp) -> Bool {
        availableSince(readyFor: seconds).map { $0 <= now.seconds } ?? false
    }

    /// The most often that one of its containers was started again.
    var restartCount: Int {
        (status.initContainerStatuses + status.containerStatuses).map(\.restartCount).max() ?? 0
    }
}
