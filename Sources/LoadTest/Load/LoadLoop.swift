internal import CLinux
internal import HTTP2
internal import Reactor

/// The watches of one event loop: opens them, keeps them open, and counts what they see.
final class LoadLoop: IterationEndHandler, @unchecked Sendable {
    // Unchecked: all but the constants is touched on the loop's thread only; others come in through `perform`.
    let loop: EventLoop
    let target: Target
    let stamp: Stamp
    var forms: RequestForms { target.forms }
    let meter = DeliveryMeter()
    /// Of watches that are slow, or come and go, on purpose: their sequences are checked, their latencies stay apart.
    let laggingMeter = DeliveryMeter()
    /// By group.
    private var logs: [Int: DeliveryLog] = [:]
    private var laggingLogs: [Int: DeliveryLog] = [:]
    private var lines: [Line] = []
    private(set) var watches: [WatchStream] = []
    private var openings = 0
    private(set) var errors: [String: Int] = [:]
    var lastRefusal = ""
    var initialEvents = 0
    var goneCount = 0
    private(set) var closedByServer = 0
    private(set) var openedAt: UInt64 = 0
    private(set) var listedAt: UInt64 = 0
    private(set) var opened = 0
    private var isEnding = false
    /// After a lost connection watches begin with all objects instead of where they were.
    var beginsWithList = false
    var windowBytes = LoadLimits.windowBytes
    private var clock: UInt64 = 0
    private var clockUses = 0
    private var willReport = false
    private let completed: @Sendable ([DeliveryMeter.Completion], LoadLoop) -> Void

    /// - Parameter completed: gets the writes that all watches of this loop have seen, on this loop.
    init(
        _ loop: EventLoop, _ target: Target, _ stamp: Stamp,
        completed: @escaping @Sendable ([DeliveryMeter.Completion], LoadLoop) -> Void
    ) {
        self.loop = loop
        self.target = target
        self.stamp = stamp
        self.completed = completed
    }

    /// Runs `body` on the loop and waits for it.
    func perform<Value: Sendable>(_ body: @escaping @Sendable (LoadLoop) -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            loop.execute { continuation.resume(returning: body(self)) }
        }
    }

    // MARK: Time

    /// Monotonic nanoseconds, at most a few deliveries old.
    @inline(__always)
    func now() -> UInt64 {
        clockUses &+= 1
        if clockUses >= LoadLimits.deliveriesPerClock || clock < loop.nowNanoseconds {
            clockUses = 0
            clock = clinux_monotonic_nanoseconds()
        }
        return clock
    }

    // MARK: Set-up

    /// Adds connections and watches. They open by themselves.
    func add(lines count: Int, watches plan: [WatchPlan], after revision: Int64) {
        let first = lines.count
        for _ in 0..<count { lines.append(Line()) }
        guard count > 0 else { return }
        for (index, watch) in plan.enumerated() {
            let line = first + index % count
            let stream = WatchStream(
                watch, place: watches.count, line: line, log: log(watch), owner: self, after: revision)
            lines[line].watches.append(watches.count)
            lines[line].queue.append(watches.count)
            watches.append(stream)
        }
        for line in first..<lines.count { connect(line) }
    }

    private func log(_ plan: WatchPlan) -> DeliveryLog {
        if let log = plan.lags ? laggingLogs[plan.group] : logs[plan.group] { return log }
        let log = DeliveryLog(meter: plan.lags ? laggingMeter : meter)
        if plan.lags { laggingLogs[plan.group] = log } else { logs[plan.group] = log }
        return log
    }

    private func connect(_ index: Int) {
        guard !isEnding, lines[index].connection == nil, !lines[index].isConnecting else { return }
        lines[index].isConnecting = true
        var limits = ClientLimits()
        limits.streamWindowBytes = windowBytes
        ClientConnection.connect(to: target.endpoint, tls: target.tls, on: loop, limits: limits) { [self] result in
            lines[index].isConnecting = false
            switch result {
            case .success(let connection):
                if isEnding { return connection.abort() }
                lines[index].connection = connection
                lines[index].attempts = 0
                lines[index].isExpected = false
                connection.onDraining = { [self] in lineDrains(index) }
                openQueued(index)
            case .failure(let error):
                count("connection: \(error.message)")
                connectLater(index)
            }
        }
    }

    private func connectLater(_ index: Int) {
        lines[index].attempts += 1
        let delay = min(LoadLimits.reopenMilliseconds << min(lines[index].attempts, 4), 1_000)
        loop.schedule(afterMilliseconds: delay) { [self] in connect(index) }
    }

    /// A connection takes no more watches. It comes back at once.
    private func lineDrains(_ index: Int) {
        guard lines[index].connection != nil else { return }
        lines[index].connection = nil
        if !lines[index].isExpected, !isEnding { count("connection: lost") }
        // Its streams end now; then it is opened again.
        loop.execute { [self] in connect(index) }
    }

    private func openQueued(_ index: Int) {
        guard let connection = lines[index].connection, !isEnding else { return }
        while openings < LoadLimits.openingAtOnce, let next = lines[index].queue.popLast() {
            let watch = watches[next]
            guard watch.state == .waiting else { continue }
            openings += 1
            watch.open(on: connection)
        }
    }

    private func openNext() {
        openings = max(openings - 1, 0)
        guard openings < LoadLimits.openingAtOnce / 2 else { return }
        for index in lines.indices where !lines[index].queue.isEmpty { openQueued(index) }
    }

    // MARK: What watches report

    func watchOpened(_ watch: WatchStream) {
        opened += 1
        openedAt = clinux_monotonic_nanoseconds()
        openNext()
    }

    func listEnded() { listedAt = clinux_monotonic_nanoseconds() }

    /// The watch's connection is gone.
    func watchLost(_ watch: WatchStream, wasOpening: Bool) {
        if wasOpening { openings = max(openings - 1, 0) }
        if beginsWithList, !watch.isFloating {
            watch.isFloating = true
            watch.log.detach(watch.cursor, floats: true)
        }
        reopen(watch)
    }

    func reopen(_ watch: WatchStream) {
        guard !isEnding else { return }
        lines[watch.line].queue.append(watch.place)
        let line = watch.line
        if lines[line].connection == nil { return connect(line) }
        // Not from inside the session that reports the end.
        loop.execute { [self] in openQueued(line) }
    }

    func watchEnded(_ watch: WatchStream, _ reason: String, wasOpening: Bool) {
        guard !isEnding else { return }
        count(wasOpening && !lastRefusal.isEmpty ? reason + ": " + lastRefusal : reason)
        if !wasOpening { closedByServer += 1 } else { openings = max(openings - 1, 0) }
        reopenLater(watch)
    }

    /// It has lost its place, and comes back for all objects.
    func watchLeft(_ watch: WatchStream, wasOpening: Bool) {
        guard !isEnding else { return }
        if wasOpening { openings = max(openings - 1, 0) }
        reopenLater(watch)
    }

    private func reopenLater(_ watch: WatchStream) {
        let place = watch.place
        loop.schedule(afterMilliseconds: LoadLimits.reopenMilliseconds) { [self] in
            // The run may have ended, and its watches with it.
            if watches.indices.contains(place) { reopen(watches[place]) }
        }
    }

    func count(_ error: String) {
        if errors.count < 100 || errors[error] != nil { errors[error, default: 0] += 1 }
    }

    /// After each piece of a watch.
    @inline(__always)
    func eventsHandled(_ log: DeliveryLog) {
        log.trim()
        if !willReport, meter.hasCompletions || laggingMeter.hasCompletions {
            willReport = true
            loop.atEndOfIteration(self)
        }
    }

    func iterationEnded() {
        willReport = false
        // Nobody waits for the slow.
        _ = laggingMeter.takeCompletions()
        completed(meter.takeCompletions(), self)
    }

    // MARK: What the writer reports

    func acknowledged(_ revision: Int64, sequence: Int64, group: Int, time: UInt64) {
        for log in [logs[group], laggingLogs[group]] {
            log?.acknowledged(revision, sequence: sequence, time: time)
            if let log { eventsHandled(log) }
        }
    }

    // MARK: What scenarios do

    /// Closes all connections at once; the watches come back by themselves.
    func loseConnections(_ indices: [Int]? = nil) {
        for index in indices ?? Array(lines.indices) where lines.indices.contains(index) {
            lines[index].isExpected = true
            lines[index].connection?.abort()
        }
    }

    var lineCount: Int { lines.count }

    func setReading(_ reads: Bool, lines indices: [Int]) {
        for index in indices where lines.indices.contains(index) { lines[index].connection?.setReading(reads) }
    }

    /// Watches that are not open now.
    var absent: Int {
        watches.count { $0.state != .live && $0.state != .over }
    }

    var laggards: [WatchStream] { watches.filter(\.lags) }

    private var nextToCancel = 0

    /// Cancels some of the watches that come and go, in turn. They open again by themselves.
    /// - Returns: how many were cancelled: those that are not open yet are passed over.
    func cancelSome(_ count: Int) -> Int {
        var cancelled = 0
        var looked = 0
        while cancelled < count, looked < watches.count {
            let watch = watches[nextToCancel % watches.count]
            nextToCancel += 1
            looked += 1
            guard watch.lags, watch.state == .live else { continue }
            watch.cancel()
            cancelled += 1
        }
        return cancelled
    }

    /// What a group's writes have to do with this loop.
    enum Audience: Sendable {
        case none
        /// All its watches of the group are slow, or come and go, on purpose.
        case laggards
        /// Writes wait for them.
        case readers
    }

    func audience(_ group: Int) -> Audience {
        logs[group] != nil ? .readers : laggingLogs[group] != nil ? .laggards : .none
    }

    func lost(_ sequence: Int64, group: Int) {
        for log in [logs[group], laggingLogs[group]] { log?.lost(sequence) }
    }

    /// A watch that is not open at the end is told as that: nobody knows what it would have seen.
    func reportMissing() {
        for watch in watches where watch.state == .waiting || watch.state == .opening { watch.log.detach(watch.cursor) }
        for log in Array(logs.values) + Array(laggingLogs.values) { log.reportMissing() }
    }

    func end() {
        isEnding = true
        for index in lines.indices {
            lines[index].connection?.abort()
            lines[index].connection = nil
        }
        watches = []
    }

    /// What is asked often: cheaper than a snapshot.
    func pulse() -> Pulse {
        Pulse(
            initialEvents: initialEvents, deliveries: meter.deliveries, laggingDeliveries: laggingMeter.deliveries,
            absent: absent, isDrained: logs.values.allSatisfy(\.isDrained),
            isFullyDrained: laggingLogs.values.allSatisfy(\.isDrained))
    }

    func snapshot() -> LoopSnapshot {
        LoopSnapshot(
            deliveries: meter.deliveries, laggingDeliveries: laggingMeter.deliveries,
            lastDelivery: max(meter.lastDelivery, laggingMeter.lastDelivery), latencies: meter.latencies,
            opened: opened, openedAt: openedAt,
            listedAt: listedAt, absent: absent, closedByServer: closedByServer, gone: goneCount,
            initialEvents: initialEvents, errors: errors,
            violations: meter.violations + laggingMeter.violations,
            violationCount: meter.violationCount + laggingMeter.violationCount)
    }
}
