internal import CLinux
internal import Glibc
internal import Reactor
internal import Synchronization

/// A run under way: the loops, the writer, what was made on the server, and the figures so far.
final class LoadSession: Sendable {
    let options: LoadOptions
    let target: Target
    let stamp: Stamp
    let run: String
    let namespace: String
    let setUp: SetUp
    let pools: [LoadLoop]
    let writer: Writer
    private let group: EventLoopGroup
    let progress: Progress
    private struct Made {
        var namespaces: [String] = []
        var objects: [LoadObject] = []
    }
    private let made = Mutex(Made())

    init(_ options: LoadOptions, _ target: Target) throws(LoadError) {
        self.options = options
        self.target = target
        // Object names need lower case.
        run = String(UInt32.random(in: 0...UInt32.max), radix: 36)
        stamp = Stamp(run: run)
        namespace = options.namespace ?? "apus-load-" + run
        do throws(ReactorError) {
            group = try EventLoopGroup(count: options.loops)
        } catch { throw LoadError(description: error.message) }
        let first = group.loops[0]
        let writer = Writer(first, target, stamp, sizeBytes: options.sizeBytes)
        self.writer = writer
        setUp = SetUp(target, on: first)
        let stamp = self.stamp
        pools = group.loops.map { loop in
            LoadLoop(loop, target, stamp) { completions, pool in
                if pool.loop === writer.loop {
                    writer.delivered(completions)
                } else {
                    writer.loop.execute { writer.delivered(completions) }
                }
            }
        }
        progress = Progress(pools, writer, options)
    }

    // MARK: The server's side

    func make(namespaces: [String]) async throws(LoadError) {
        progress.say("making \(namespaces.count == 1 ? "the namespace" : "\(namespaces.count) namespaces")")
        try await setUp.each(namespaces) { [self] name throws(LoadError) in
            if try await setUp.ensure(namespace: name) { made.withLock { $0.namespaces.append(name) } }
        }
    }

    /// - Parameter objects: with the group of watches that sees each.
    func make(objects: [(object: LoadObject, group: Int)]) async throws(LoadError) {
        progress.say("making \(objects.count) objects")
        let payload = await writer.perform { $0.payload(0) }
        try await setUp.each(objects.map(\.object)) { [self] object throws(LoadError) in
            // Noted first, so that it is removed even when the answer is lost.
            made.withLock { $0.objects.append(object) }
            try await setUp.create(object, payload: payload)
        }
    }

    /// Removes what was made, and ends the loops.
    func finish() async {
        progress.say("removing what was made")
        await writer.perform { $0.end() }
        for pool in pools { await pool.perform { $0.end() } }
        if !options.keeps {
            let made = made.withLock { $0 }
            do throws(LoadError) {
                try await setUp.each(made.objects) { [self] object throws(LoadError) in try await setUp.remove(object) }
                try await setUp.each(made.namespaces) { [self] name throws(LoadError) in
                    try await setUp.remove(namespace: name)
                }
            } catch {
                progress.end()
                Terminal.error("apus-load: what it made in \(namespace) is left there: \(error)\n")
            }
        }
        await setUp.close()
        await group.shutdown()
        progress.end()
    }

    // MARK: Watches

    /// Opens watches over connections of their own, spread over the loops, and waits until all are open.
    /// - Returns: seconds that it took.
    @discardableResult
    func open(
        _ plans: [WatchPlan], connections: Int, after revision: Int64, windowBytes: Int = LoadLimits.windowBytes
    ) async throws(LoadError) -> Double {
        progress.say("opening \(plans.count) watches on \(connections) connections")
        let begin = clinux_monotonic_nanoseconds()
        for (index, pool) in pools.enumerated() {
            let share = connections / pools.count + (index < connections % pools.count ? 1 : 0)
            let own = plans.enumerated().filter { $0.offset % connections % pools.count == index }.map(\.element)
            await pool.perform {
                $0.windowBytes = windowBytes
                $0.add(lines: share, watches: own, after: revision)
            }
        }
        try await waitUntilOpen()
        let end = await snapshot().openedAt
        return Double(end > begin ? end - begin : 0) / 1e9
    }

    func waitUntilOpen() async throws(LoadError) {
        // Watches that open and end again and again are no progress.
        var (fewest, initialEvents) = (Int.max, -1)
        var quietSince = clinux_monotonic_nanoseconds()
        while true {
            let pulse = await pulse()
            if pulse.absent == 0 { return }
            let now = clinux_monotonic_nanoseconds()
            if pulse.absent < fewest || pulse.initialEvents != initialEvents { quietSince = now }
            (fewest, initialEvents) = (min(fewest, pulse.absent), pulse.initialEvents)
            if Interruption.isAsked { throw LoadError(description: "interrupted while watches were opened") }
            guard now - quietSince < UInt64(LoadLimits.openMilliseconds) * 1_000_000 else {
                let state = await snapshot()
                let reasons = state.errors.map { "\($0.key) (\($0.value))" }.sorted().joined(separator: ", ")
                let words = reasons.isEmpty ? "no answer" + crowding : reasons
                throw LoadError(description: "\(state.absent) watches could not be opened: \(words)")
            }
            try? await Task.sleep(for: .milliseconds(LoadLimits.pollMilliseconds))
        }
    }

    /// Servers bound the streams of a connection, and what is over that waits without a word.
    private var crowding: String {
        let share = options.watches / max(options.connections, 1)
        guard share > 1 else { return "" }
        return "; the server may allow fewer than \(share) streams on a connection: try more --connections"
    }

    func snapshot() async -> LoopSnapshot {
        var total = LoopSnapshot()
        for pool in pools { total.add(await pool.perform { $0.snapshot() }) }
        return total
    }

    func pulse() async -> Pulse {
        var total = Pulse()
        for pool in pools { total.add(await pool.perform { $0.pulse() }) }
        return total
    }

    /// Until the pulse is as wanted, nobody waits any more, or what comes late had its time.
    func wait(until isAsWanted: (Pulse) -> Bool) async {
        let limit = clinux_monotonic_nanoseconds() + drainNanoseconds
        while clinux_monotonic_nanoseconds() < limit, !Interruption.isAsked {
            if isAsWanted(await pulse()) { return }
            try? await Task.sleep(for: .milliseconds(LoadLimits.pollMilliseconds))
        }
    }

    var drainNanoseconds: UInt64 { UInt64(options.drainSeconds * 1e9) }

    var serverFigures: ProcessFigures? { options.pid.flatMap { ProcessFigures.read(String($0)) } }

    // MARK: Writing

    /// Says which objects are written, and which loops' watches see them.
    func prepareWriter(_ objects: [(object: LoadObject, group: Int)], after revision: Int64) async {
        let groups = (objects.map(\.group).max() ?? -1) + 1
        var audiences = [[Writer.Audience]](repeating: [], count: groups)
        for pool in pools {
            let known = await pool.perform { pool in (0..<groups).map { pool.audience($0) } }
            for group in 0..<groups where known[group] != .none {
                audiences[group].append(Writer.Audience(loop: pool, isAwaited: known[group] == .readers))
            }
        }
        let found = audiences
        await writer.perform { $0.set(objects: objects, audiences: found, revision: revision) }
    }

    /// The plan that the flags ask for.
    func plan(objects: Int) -> Writer.Plan {
        Writer.Plan(
            calls: options.writes, seconds: options.durationSeconds, rate: options.rate, inFlight: options.inFlight,
            cycle: options.scenario == .mixed ? options.mix.cycle : [.update], objects: 0..<objects)
    }

    /// Writes by the plan, waits for the deliveries, and says what came of it.
    /// - Parameters:
    ///   - waitsForLaggards: whether those that are slow on purpose, at other times, are waited for as well.
    ///   - meanwhile: runs beside the writing; without `calls` and `seconds` in the plan its end is the end.
    func measure(
        _ name: String, _ plan: Writer.Plan, waitsForLaggards: Bool = false,
        meanwhile: (@Sendable () async throws(LoadError) -> Void)? = nil
    ) async throws(LoadError) -> LoadReport.Phase {
        if Interruption.isAsked { throw LoadError(description: "interrupted") }
        progress.say(name)
        let before = await snapshot()
        let writerBefore = await writer.perform { $0.snapshot() }
        let (server, tool) = (serverFigures, ProcessFigures.read("self"))
        let begin = clinux_monotonic_nanoseconds()
        await writer.perform { $0.start(plan) }
        if let meanwhile {
            try await meanwhile()
            if plan.calls == 0, plan.seconds == 0 { await writer.perform { $0.stop() } }
        }
        await waitUntilDelivered(toLaggards: waitsForLaggards)
        let after = await snapshot()
        let writerAfter = await writer.perform { $0.snapshot() }
        var phase = LoadReport.Phase(name: name)
        phase.began = Double(begin - progress.begin) / 1e9
        let end = max(after.lastDelivery, writerAfter.lastAnswer)
        phase.seconds = Double(end > begin ? end - begin : 0) / 1e9
        phase.calls = writerAfter.answered - writerBefore.answered
        phase.writes = writerAfter.acknowledged - writerBefore.acknowledged
        phase.deliveries = after.deliveries - before.deliveries
        phase.laggingDeliveries = after.laggingDeliveries - before.laggingDeliveries
        phase.latency = after.latencies.since(before.latencies)
        phase.lastWatch = writerAfter.lastWatch.since(writerBefore.lastWatch)
        for (operation, latencies) in writerAfter.latencies {
            phase.callLatencies[operation] = latencies.since(writerBefore.latencies[operation] ?? LatencyHistogram())
        }
        phase.serverMemory = serverFigures
        if let server, let now = phase.serverMemory { phase.serverCPU = now.cpuSeconds - server.cpuSeconds }
        if let tool, let now = ProcessFigures.read("self") { phase.toolCPU = now.cpuSeconds - tool.cpuSeconds }
        return phase
    }

    /// Until all calls are answered and all is delivered, or nothing comes any more.
    private func waitUntilDelivered(toLaggards: Bool) async {
        var seen = UInt64.max
        var quietSince = clinux_monotonic_nanoseconds()
        while true {
            let writing = await writer.perform { $0.snapshot() }
            if Interruption.isAsked { await writer.perform { $0.stop() } }
            let pulse = await pulse()
            if writing.isIdle, pulse.isDrained, pulse.isFullyDrained || !toLaggards { return }
            let lagging = toLaggards ? pulse.laggingDeliveries : 0
            let progress = pulse.deliveries &+ lagging &+ UInt64(writing.answered)
            let now = clinux_monotonic_nanoseconds()
            if progress != seen || writing.isWriting { (seen, quietSince) = (progress, now) }
            if now - quietSince > drainNanoseconds { return }
            try? await Task.sleep(for: .milliseconds(LoadLimits.pollMilliseconds))
        }
    }
}

/// Whether somebody pressed Ctrl-C, or asked the process to end: the run then ends early, and says what it has.
enum Interruption {
    private static let flag = Atomic<Bool>(false)
    static var isAsked: Bool { flag.load(ordering: .relaxed) }
    /// The second time ends the process.
    static func listen() {
        for number in [SIGINT, SIGTERM] {
            _ = signal(number) { asked in
                Interruption.flag.store(true, ordering: .relaxed)
                _ = signal(asked, SIG_DFL)
            }
        }
    }
}
