internal import CLinux
internal import HTTP2
internal import Reactor

/// Sends the run's calls, at a rate or as fast as they are answered and delivered, and tells the loops what was
/// acknowledged. It shares the first loop's thread.
final class Writer: @unchecked Sendable {
    // Unchecked: all but the constants is touched on the loop's thread only; others come in through `perform`.

    /// What a stretch of writing is asked to do.
    struct Plan: Sendable {
        /// 0: until the time is over.
        var calls: Int
        /// 0: until the calls are made.
        var seconds: Double
        /// Calls a second; 0: by `inFlight`.
        var rate: Double
        var inFlight: Int
        var cycle: [OperationMix.Operation]
        /// The objects to write in turn, by their place.
        var objects: Range<Int>
    }

    /// A loop that is told of a group's writes.
    struct Audience: Sendable {
        var loop: LoadLoop
        /// Whether a write is under way until this loop's watches have seen it.
        var isAwaited: Bool
    }

    /// A write on its way to the watches.
    private struct Pending {
        var acknowledged: UInt64 = 0
        var last: UInt64 = 0
        /// Loops whose watches have not all seen it.
        var loops: Int
    }

    let loop: EventLoop
    private let target: Target
    private let stamp: Stamp
    private let padding: String
    /// Set before the first write: who watches, by group.
    private var audiences: [[Audience]] = []
    private var objects: [(object: LoadObject, group: Int)] = []
    /// Where a watch among the calls begins.
    private var newestRevision: Int64 = 0

    private var connection: ClientConnection?
    private var isConnecting = false
    private var connectionFailures = 0
    private var plan: Plan?
    private var started: UInt64 = 0
    private var issuedInPlan = 0
    private var timer: LoopTimer?

    private var nextSequence: Int64 = 1
    private var pending: [Int64: Pending] = [:]
    private var counts = WriterSnapshot()

    init(_ loop: EventLoop, _ target: Target, _ stamp: Stamp, sizeBytes: Int) {
        self.loop = loop
        self.target = target
        self.stamp = stamp
        padding = String(repeating: "x", count: max(sizeBytes - 32, 0))
    }

    func perform<Value: Sendable>(_ body: @escaping @Sendable (Writer) -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            loop.execute { continuation.resume(returning: body(self)) }
        }
    }

    /// - Parameters:
    ///   - audiences: by group.
    ///   - revision: of the server, when the objects were there.
    func set(objects: [(object: LoadObject, group: Int)], audiences: [[Audience]], revision: Int64) {
        self.objects = objects
        self.audiences = audiences
        newestRevision = max(newestRevision, revision)
    }

    func payload(_ sequence: Int64) -> String { stamp.text(sequence) + padding }

    // MARK: A stretch of writing

    func start(_ plan: Plan) {
        self.plan = plan
        issuedInPlan = 0
        started = clinux_monotonic_nanoseconds()
        counts.isWriting = true
        pump()
    }

    /// Stops to issue calls; those under way go on.
    func stop() {
        plan = nil
        timer?.cancel()
        timer = nil
        counts.isWriting = false
    }

    private func pump() {
        guard let plan else { return }
        let elapsed = Double(clinux_monotonic_nanoseconds() &- started) / 1e9
        if plan.seconds > 0, elapsed >= plan.seconds { return stop() }
        guard let connection, connection.state == .open else { return connect() }
        var budget: Int
        if plan.rate > 0 {
            let due = Int(min(elapsed * plan.rate, 1e15)) + 1
            budget = min(due - issuedInPlan, LoadLimits.outstandingWrites - counts.outstanding)
        } else {
            budget = plan.inFlight - counts.outstanding - undelivered
        }
        while budget > 0 {
            if plan.calls > 0, issuedInPlan >= plan.calls { return stop() }
            issue(plan, on: connection)
            budget -= 1
        }
        if plan.calls > 0, issuedInPlan >= plan.calls { return stop() }
        schedule(plan, elapsed)
    }

    /// The next look: at the next call that is due, or at the end of the time.
    private func schedule(_ plan: Plan, _ elapsed: Double) {
        var seconds = plan.seconds > 0 ? plan.seconds - elapsed : 3_600
        if plan.rate > 0 { seconds = min(seconds, Double(issuedInPlan) / plan.rate - elapsed) }
        timer?.cancel()
        timer = loop.schedule(afterMilliseconds: max(Int((seconds * 1000).rounded(.up)), 1)) { [self] in pump() }
    }

    /// Answered, and not yet delivered to all.
    private var undelivered: Int { pending.count - counts.outstandingUpdates }

    private func issue(_ plan: Plan, on connection: ClientConnection) {
        let operation = plan.cycle[issuedInPlan % max(plan.cycle.count, 1)]
        let count = max(plan.objects.count, 1)
        let index = plan.objects.lowerBound + issuedInPlan % count
        guard objects.indices.contains(index) else { return stop() }
        issuedInPlan += 1
        let (object, group) = objects[index]
        let sequence = nextSequence
        nextSequence += 1
        let form: RequestForms.Form
        switch operation {
        case .update:
            form = target.forms.update(object, payload: payload(sequence))
            pending[sequence] = Pending(loops: audience(group).count(where: \.isAwaited))
            counts.outstandingUpdates += 1
        case .get: form = target.forms.get(object)
        case .list: form = target.forms.list(Interest(resource: object.resource, namespace: object.namespace))
        case .watch:
            let interest = Interest(resource: object.resource, namespace: object.namespace)
            form = target.forms.watch(interest, .after(newestRevision))
        }
        counts.outstanding += 1
        counts.issued += 1
        let sent = clinux_monotonic_nanoseconds()
        if counts.firstCall == 0 { counts.firstCall = sent }
        let call = Call(isWatch: operation == .watch) { [self] result in
            answered(operation, sequence, group, sent, result)
        }
        do throws(HTTP2Error) {
            _ = try connection.open(form.head, body: form.body.map { .whole($0) } ?? .none, delegate: call)
        } catch {
            answered(operation, sequence, group, sent, .failure(error))
        }
    }

    private func answered(
        _ operation: OperationMix.Operation, _ sequence: Int64, _ group: Int, _ sent: UInt64,
        _ result: Result<Answer, HTTP2Error>
    ) {
        let now = clinux_monotonic_nanoseconds()
        counts.outstanding -= 1
        if operation == .update { counts.outstandingUpdates -= 1 }
        defer { pumpSoon() }
        switch result {
        case .failure(let error): failed(operation, sequence, group, "\(operation.rawValue): \(error.message)")
        case .success(let answer):
            if let failure = answer.failure {
                return failed(operation, sequence, group, "\(operation.rawValue): \(failure): \(answer.words)")
            }
            counts.latencies[operation, default: LatencyHistogram()].record(now &- sent)
            counts.lastAnswer = now
            counts.answered += 1
            guard operation == .update else { return }
            guard let revision = answer.revision(target.forms.face) else {
                return failed(operation, sequence, group, "update: an answer without a revision")
            }
            acknowledged(sequence, revision, group, at: now)
        }
    }

    private func acknowledged(_ sequence: Int64, _ revision: Int64, _ group: Int, at now: UInt64) {
        counts.acknowledged += 1
        newestRevision = max(newestRevision, revision)
        pending[sequence]?.acknowledged = now
        let audience = audience(group)
        if !audience.contains(where: \.isAwaited) { pending[sequence] = nil }
        for member in audience {
            let watches = member.loop
            if watches.loop === loop {
                watches.acknowledged(revision, sequence: sequence, group: group, time: now)
            } else {
                watches.loop.execute { watches.acknowledged(revision, sequence: sequence, group: group, time: now) }
            }
        }
    }

    private func audience(_ group: Int) -> [Audience] { audiences.indices.contains(group) ? audiences[group] : [] }

    private func failed(_ operation: OperationMix.Operation, _ sequence: Int64, _ group: Int, _ reason: String) {
        if operation == .update {
            pending[sequence] = nil
            for member in audience(group) {
                let watches = member.loop
                watches.loop.execute { watches.lost(sequence, group: group) }
            }
        }
        if counts.errors.count < 100 || counts.errors[reason] != nil { counts.errors[reason, default: 0] += 1 }
    }

    /// Writes that all watches of one loop have seen. On this loop.
    func delivered(_ completions: [DeliveryMeter.Completion]) {
        for completion in completions {
            guard var write = pending[completion.sequence] else { continue }
            write.loops -= 1
            write.last = max(write.last, completion.lastDelivery)
            guard write.loops <= 0 else {
                pending[completion.sequence] = write
                continue
            }
            pending[completion.sequence] = nil
            if write.last > 0 {
                counts.lastWatch.record(write.last > write.acknowledged ? write.last - write.acknowledged : 0)
                counts.lastDelivery = max(counts.lastDelivery, write.last)
            }
        }
        pumpSoon()
    }

    private var willPump = false

    /// Once for all answers of an iteration, and never from inside a session's callback.
    private func pumpSoon() {
        guard plan != nil, !willPump, plan?.rate == 0 else { return }
        willPump = true
        loop.execute { [self] in
            willPump = false
            pump()
        }
    }

    // MARK: Connection

    private func connect() {
        guard !isConnecting else { return }
        isConnecting = true
        ClientConnection.connect(to: target.endpoint, tls: target.tls, on: loop) { [self] result in
            isConnecting = false
            switch result {
            case .success(let connection):
                self.connection = connection
                connectionFailures = 0
                pump()
            case .failure(let error):
                counts.errors["writer's connection: \(error.message)", default: 0] += 1
                connectionFailures += 1
                if connectionFailures >= LoadLimits.connectionAttempts { return stop() }
                timer = loop.schedule(afterMilliseconds: LoadLimits.reopenMilliseconds) { [self] in pump() }
            }
        }
    }

    func end() {
        stop()
        connection?.abort()
        connection = nil
    }

    func snapshot() -> WriterSnapshot {
        var snapshot = counts
        snapshot.undelivered = undelivered
        snapshot.isCutOff = connectionFailures > 0
        return snapshot
    }
}

/// What the writer has counted so far. Times are monotonic nanoseconds; 0: none yet.
struct WriterSnapshot: Sendable {
    var issued = 0
    var answered = 0
    /// Updates that the server answered.
    var acknowledged = 0
    var outstanding = 0
    var outstandingUpdates = 0
    var undelivered = 0
    var isWriting = false
    /// The last attempt to connect failed.
    var isCutOff = false
    var firstCall: UInt64 = 0
    var lastAnswer: UInt64 = 0
    var lastDelivery: UInt64 = 0
    /// From the call to its answer.
    var latencies: [OperationMix.Operation: LatencyHistogram] = [:]
    /// From an acknowledgement to the last watch.
    var lastWatch = LatencyHistogram()
    var errors: [String: Int] = [:]

    var isIdle: Bool { !isWriting && outstanding == 0 }
}
