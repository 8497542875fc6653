/// How long a container that keeps ending waits before it is started again: nothing the first time, then 10 s, doubling
/// to 5 minutes. A run of 10 minutes makes the next end the first one again.
struct RestartBackoff: Sendable, Equatable {
    /// The wait that applies to the instance which runs or ran last.
    private(set) var delayMilliseconds: Int

    /// For a container whose past is known by its restart count alone: a process that has just started does not
    /// forget that a container was crashing.
    init(restartCount: Int) {
        let doublings = min(max(restartCount, 0), 32)
        delayMilliseconds =
            doublings == 0
            ? 0
            : min(
                KubeletLimits.restartFirstMilliseconds << (doublings - 1), KubeletLimits.restartLongestMilliseconds)
    }

    /// When the next instance may start.
    func earliestStart(after ended: ObservedContainer, now: Moment) -> Moment {
        // A finish in the future is a clock that was set back: count from now, at the most one whole wait.
        let finished = min(ended.finishedAt ?? ended.createdAt, now)
        if ended.ranMilliseconds >= KubeletLimits.restartForgetMilliseconds { return finished }
        return finished + delayMilliseconds
    }

    /// An instance was started in place of `ended`.
    mutating func restarted(after ended: ObservedContainer) {
        if ended.ranMilliseconds >= KubeletLimits.restartForgetMilliseconds {
            delayMilliseconds = KubeletLimits.restartFirstMilliseconds
            return
        }
        delayMilliseconds = min(
            max(delayMilliseconds * 2, KubeletLimits.restartFirstMilliseconds),
            KubeletLimits.restartLongestMilliseconds)
    }
}

/// Waits between failed pulls of one image: 10 s doubling to 5 minutes.
struct PullBackoff: Sendable, Equatable {
    private(set) var failures = 0
    private(set) var notBefore: Moment
    var message: String

    /// After the first failure.
    init(message: String, now: Moment) {
        self.message = message
        notBefore = now
        failed(message, now: now)
    }

    mutating func failed(_ message: String, now: Moment) {
        self.message = message
        let delay = min(
            KubeletLimits.pullFirstMilliseconds << min(failures, 16), KubeletLimits.pullLongestMilliseconds)
        failures += 1
        notBefore = now + delay
    }
}
