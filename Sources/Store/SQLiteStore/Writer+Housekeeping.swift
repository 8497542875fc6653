/// House-keeping within one group: like the group itself it counts only once the commit has returned.
struct Chores {
    var progress: Compaction.Progress
    var vacuuming: Bool
    var schedule: CompactionSchedule?
    /// Leases whose time was over, and of these the ones with keys left.
    var ended: [LeaseID] = []
    var unfinished: [LeaseID] = []
    var waiters: [(target: Revision, answer: Job.Answer<Void>)] = []

    init(progress: Compaction.Progress, vacuuming: Bool, schedule: CompactionSchedule?) {
        self.progress = progress
        self.vacuuming = vacuuming
        self.schedule = schedule
    }
}

extension Writer {
    var isHousekeepingDue: Bool {
        let now = clock.milliseconds()
        if now < restUntil { return false }
        if !progress.isFinished || vacuuming { return true }
        return [leases.nextDeadline, schedule?.nextDeadline].contains { $0.map { $0 <= now } ?? false }
    }

    /// Until house-keeping has something to do; nil when that may never be.
    var millisecondsToNextDeadline: Int64? {
        let now = clock.milliseconds()
        var next = [leases.nextDeadline, schedule?.nextDeadline].compactMap { $0 }.min()
        if !progress.isFinished || vacuuming { next = now }
        return next.map { max(1, max($0, restUntil) &- now) }
    }

    /// One step of everything that is due.
    func keepHouse(_ group: inout Group, _ chores: inout Chores) throws(SQLiteFailure) {
        let now = clock.milliseconds()
        chores.ended = leases.takeEnded(now: now, limit: StoreLimits.leaseEndsPerCommit)
        for lease in chores.ended where !group.revoked.contains(lease) {
            if try runner.deleteKeys(of: lease, in: &group) {
                try end(lease, &group)
            } else {
                chores.unfinished.append(lease)
            }
        }
        if let target = chores.schedule?.due(revision: revision, now: now), target > chores.progress.target {
            chores.progress.target = target
        }
        if !chores.progress.isFinished {
            chores.progress = try compaction.step(chores.progress)
            chores.vacuuming = chores.progress.isFinished
        } else if chores.vacuuming {
            chores.vacuuming = try compaction.vacuumStep()
        }
    }

    /// Answers those who asked for a compaction that has come to its end.
    func answerCompactions() {
        guard progress.isFinished, !compactionWaiters.isEmpty else { return }
        for waiter in compactionWaiters { waiter.answer.resume(returning: .success(())) }
        compactionWaiters = []
        vacuuming = true
    }
}
