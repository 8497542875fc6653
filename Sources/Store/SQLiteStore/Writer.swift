internal import Synchronization

/// The one thread that writes.
///
/// It takes all requests that wait, applies them within one SQLite transaction, commits (one fsync for all), and only
/// then lets anybody know: the watches first, then those who asked. Lives on its thread and is not shared.
final class Writer {
    let connection: Connection
    let runner: TransactionRunner
    let compaction: Compaction
    let inbox: Inbox<Job>
    let published: Published
    let delivery: Delivery
    let checkpointer: Checkpointer
    let clock: StoreClock

    var revision: Revision
    var leases: LeaseTable
    var schedule: CompactionSchedule?
    var progress: Compaction.Progress
    var compactionWaiters: [(target: Revision, answer: Job.Answer<Void>)] = []
    var vacuuming = false
    /// House-keeping rests until then, after a full disk.
    var restUntil: Int64 = .min

    private let begin: Statement
    private let commit: Statement
    private let rollback: Statement
    private let insertLease: Statement
    private let deleteLease: Statement
    private var checkpointAt = StoreLimits.checkpointPages

    init(
        _ connection: Connection, inbox: Inbox<Job>, published: Published, delivery: Delivery,
        checkpointer: Checkpointer, compactionIntervalMilliseconds: Int64?, clock: StoreClock
    ) throws(SQLiteFailure) {
        self.connection = connection
        self.inbox = inbox
        self.published = published
        self.delivery = delivery
        self.checkpointer = checkpointer
        self.clock = clock
        runner = try TransactionRunner(connection)
        compaction = try Compaction(connection)
        begin = try connection.prepare("BEGIN IMMEDIATE")
        commit = try connection.prepare("COMMIT")
        rollback = try connection.prepare("ROLLBACK")
        insertLease = try connection.prepare("INSERT INTO lease VALUES (?1, ?2)")
        deleteLease = try connection.prepare("DELETE FROM lease WHERE id = ?1")
        revision = published.revision
        progress = try compaction.progress()
        let now = clock.milliseconds()
        leases = try Writer.loadLeases(connection, now: now)
        schedule = compactionIntervalMilliseconds.map {
            CompactionSchedule(intervalMilliseconds: $0, revision: published.revision, now: now)
        }
        published.statistics.withLock { [count = leases.count] in $0.leases = count }
    }

    /// After a restart every lease has its full time again: nobody knows how much of it was left.
    private static func loadLeases(_ connection: Connection, now: Int64) throws(SQLiteFailure) -> LeaseTable {
        var leases = LeaseTable()
        let rows = try connection.prepare("SELECT id, seconds FROM lease")
        while try rows.step() {
            leases.grant(LeaseID(rawValue: rows.int64(0)), seconds: rows.int64(1), now: now)
        }
        return leases
    }

    /// The body of the writer thread. Returns when the inbox is closed and everything in it is done.
    func run() {
        while true {
            let (jobs, isClosed) = inbox.takeAll()
            if jobs.isEmpty {
                if isClosed { break }
                guard isHousekeepingDue else {
                    inbox.wait(milliseconds: millisecondsToNextDeadline)
                    continue
                }
                runGroup([])
                continue
            }
            var rest = jobs[...]
            while !rest.isEmpty { runGroup(takeGroup(&rest)) }
        }
        for waiter in compactionWaiters { waiter.answer.resume(returning: .failure(.closed)) }
    }

    private func takeGroup(_ rest: inout ArraySlice<Job>) -> ArraySlice<Job> {
        var bytes = 0
        var end = rest.startIndex
        while end < rest.endIndex, end - rest.startIndex < StoreLimits.transactionsPerCommit {
            bytes += rest[end].bytes
            if bytes > StoreLimits.bytesPerCommit, end > rest.startIndex { break }
            end += 1
        }
        defer { rest = rest[end...] }
        return rest[..<end]
    }

    /// Applies `jobs` and a step of house-keeping, commits, and tells.
    private func runGroup(_ jobs: ArraySlice<Job>) {
        do throws(SQLiteFailure) {
            try attempt(jobs, housekeeping: isHousekeepingDue)
        } catch {
            if !jobs.isEmpty, error.isNoSpace { return retryOneByOne(jobs) }
            restUntil = clock.milliseconds() &+ StoreLimits.retryMilliseconds
            refuse(jobs, error)
        }
    }

    /// When all at once found no room, the smaller ones may still find some, and house-keeping must harm nobody.
    private func retryOneByOne(_ jobs: ArraySlice<Job>) {
        restUntil = clock.milliseconds() &+ StoreLimits.retryMilliseconds
        // Copied into the database, the write-ahead log can be written from its beginning without growing.
        checkpointer.waitUntilIdle()
        _ = try? connection.checkpoint()
        for job in jobs {
            do throws(SQLiteFailure) { try attempt([job], housekeeping: false) } catch { refuse([job], error) }
        }
    }

    private func refuse(_ jobs: ArraySlice<Job>, _ failure: SQLiteFailure) {
        if failure.isNoSpace {
            published.statistics.withLock { $0.noSpaceRefusals += jobs.count }
        }
        for job in jobs { job.refuse(failure.storeError) }
    }

    /// - Throws: when the disk refuses; then all of it was rolled back and nobody was answered.
    private func attempt(_ jobs: ArraySlice<Job>, housekeeping: Bool) throws(SQLiteFailure) {
        let started = StoreClock.nanoseconds()
        var group = Group(revision: revision)
        var outcomes: [Outcome] = []
        var chores = Chores(progress: progress, vacuuming: vacuuming, schedule: schedule)
        outcomes.reserveCapacity(jobs.count)
        do throws(SQLiteFailure) {
            try begin.run()
            for job in jobs { outcomes.append(try apply(job, &group, &chores)) }
            if housekeeping { try keepHouse(&group, &chores) }
            try commit.run()
        } catch {
            // SQLite may have rolled back by itself. Leases that it was about to end are told again.
            if connection.isInTransaction { try? rollback.run() }
            leases.retry(chores.ended, at: clock.milliseconds() &+ StoreLimits.retryMilliseconds)
            throw error
        }
        tell(group, chores, outcomes, nanoseconds: StoreClock.nanoseconds() &- started)
        checkpointIfDue()
    }

    /// What was committed becomes true for everybody.
    private func tell(_ group: Group, _ chores: Chores, _ outcomes: [Outcome], nanoseconds: Int64) {
        let now = clock.milliseconds()
        for grant in group.granted { leases.grant(grant.lease, seconds: grant.seconds, now: now) }
        for lease in group.revoked { leases.remove(lease) }
        leases.retry(chores.unfinished, at: now)
        let finished = chores.progress.isFinished && (!progress.isFinished || chores.progress.target > progress.target)
        revision = group.revision
        progress = chores.progress
        vacuuming = chores.vacuuming
        schedule = chores.schedule
        compactionWaiters += chores.waiters
        published.advance(to: revision)
        published.compact(to: progress.target)
        published.statistics.withLock { statistics in
            if !group.isEmpty {
                statistics.commits += 1
                statistics.groupedRequests += outcomes.count
                statistics.commitLatency.record(microseconds: nanoseconds / 1000)
            }
            if finished {
                statistics.compactions += 1
                statistics.lastCompactionMilliseconds = now
            }
            statistics.leases = leases.count
        }
        if !group.events.isEmpty {
            delivery.publish(group.events, committedNanoseconds: UInt64(clamping: StoreClock.nanoseconds()))
        }
        for outcome in outcomes { outcome.send() }
        answerCompactions()
    }

    /// Has the write-ahead log copied into the database when it is long. The end of it is copied here, after the
    /// answers: only the next group waits.
    private func checkpointIfDue() {
        let pages = connection.writeAheadPages
        checkpointer.note(logPages: pages)
        if pages < StoreLimits.checkpointPages { checkpointAt = StoreLimits.checkpointPages }
        if checkpointer.takeRest() {
            // Not all copied, or no room to: the log keeps everything safe, and the next try comes a little later.
            let complete = (try? connection.checkpoint())?.isComplete ?? false
            checkpointAt = complete ? StoreLimits.checkpointPages : pages + StoreLimits.checkpointRetryPages
        } else if pages >= checkpointAt {
            checkpointer.begin()
        }
    }

    // MARK: Requests

    private func apply(_ job: Job, _ group: inout Group, _ chores: inout Chores) throws(SQLiteFailure) -> Outcome {
        switch job {
        case .transaction(let transaction, _, let answer):
            return .transaction(try runner.apply(transaction, leases: leases, to: &group), answer)
        case .grant(let seconds, let answer):
            return .grant(try grant(seconds, &group), answer)
        case .keepAlive(let lease, let answer):
            let kept = !group.revoked.contains(lease) && leases.keepAlive(lease, now: clock.milliseconds())
            return .done(kept ? .success(()) : .failure(.unknownLease(lease)), answer)
        case .revoke(let lease, let answer):
            guard leases.contains(lease), !group.revoked.contains(lease) else {
                return .done(.failure(.unknownLease(lease)), answer)
            }
            while try !runner.deleteKeys(of: lease, in: &group) {}
            try end(lease, &group)
            return .done(.success(()), answer)
        case .compact(let target, let answer):
            if target > group.revision { return .done(.failure(.future(target, current: group.revision)), answer) }
            if target <= chores.progress.target {
                return .done(.failure(.compacted(target, to: chores.progress.target)), answer)
            }
            chores.progress = try compaction.step(Compaction.Progress(target: target, done: chores.progress.done))
            chores.waiters.append((target, answer))
            return .later
        }
    }

    private func grant(_ seconds: Int64, _ group: inout Group) throws(SQLiteFailure) -> Result<LeaseID, StoreError> {
        guard leases.count + group.granted.count < StoreLimits.leases else {
            return .failure(.invalid("there are \(StoreLimits.leases) leases already: revoke some"))
        }
        var lease = LeaseID.none
        repeat {
            lease = LeaseID(rawValue: Int64.random(in: 1...Int64.max))
        } while leases.contains(lease) || group.granted.contains { $0.lease == lease }
        try insertLease.bind(1, lease.rawValue)
        try insertLease.bind(2, seconds)
        try insertLease.run()
        group.granted.append((lease, seconds))
        return .success(lease)
    }

    /// Forgets a lease that has no keys any more.
    func end(_ lease: LeaseID, _ group: inout Group) throws(SQLiteFailure) {
        try deleteLease.bind(1, lease.rawValue)
        try deleteLease.run()
        group.revoked.insert(lease)
    }
}

extension Group {
    fileprivate var isEmpty: Bool { events.isEmpty && granted.isEmpty && revoked.isEmpty }
}
