internal import CLinux

/// A share of the connections has slow readers; what the others notice of it is the question. At the end the slow ones
/// read again, and must get all that they have missed, or be told that it is gone.
struct SlowReaders {
    let session: LoadSession
    let options: LoadOptions

    init(_ session: LoadSession) {
        self.session = session
        options = session.options
    }

    /// Connections with slow readers: the first ones.
    private var slowConnections: Int {
        let share = Int((Double(options.connections) * options.slowPercent / 100).rounded())
        return min(max(share, options.slowPercent > 0 ? 1 : 0), options.connections)
    }

    func run(_ report: inout LoadReport) async throws(LoadError) {
        let slow = slowConnections
        let fanout = Fanout(session)
        let plans = fanout.plans(0..<options.watches) { $0 % options.connections < slow }
        try await fanout.prepare(&report, plans: plans, windowBytes: LoadLimits.slowWindowBytes)
        let plan = session.plan(objects: options.objects)
        report.phases.append(try await session.measure("all read", plan, waitsForLaggards: true))
        if Interruption.isAsked { return }
        await setSlow(true)
        let trickle = Task { [session, options] in
            while options.slowness == .trickle, !Task.isCancelled {
                for pool in session.pools {
                    await pool.perform { for watch in $0.laggards { watch.take(upTo: LoadLimits.trickleBytes) } }
                }
                try? await Task.sleep(for: .milliseconds(LoadLimits.trickleMilliseconds))
            }
        }
        report.phases.append(try await session.measure("some are slow", plan))
        trickle.cancel()
        await trickle.value
        let began = clinux_monotonic_nanoseconds()
        await setSlow(false)
        await catchUp()
        let state = await session.snapshot()
        let caught = state.lastDelivery > began ? Double(state.lastDelivery - began) / 1e9 : 0
        let share = plans.count { $0.lags }
        report.extras += [
            .init(key: "slowWatches", label: "slow watches", value: Double(share), unit: ""),
            .init(key: "caughtUpSeconds", label: "  had caught up after", value: caught, unit: "s"),
        ]
        let (before, during) = (report.phases[0].latency.percentile(0.99), report.phases[1].latency.percentile(0.99))
        if before > 0 {
            let rise = (Double(during) / Double(before) - 1) * 100
            report.extras.append(
                .init(key: "p99RisePercent", label: "the others' p99 rose by", value: rise, unit: "%"))
        }
    }

    private func setSlow(_ isSlow: Bool) async {
        let (mode, slow) = (options.slowness, slowConnections)
        for (index, pool) in session.pools.enumerated() {
            let lines = (0..<slow).filter { $0 % session.pools.count == index }.map { $0 / session.pools.count }
            await pool.perform { pool in
                if mode == .stall { return pool.setReading(!isSlow, lines: lines) }
                for watch in pool.laggards {
                    watch.pace = isSlow ? (mode == .trickle ? .trickle : .closed) : .eager
                    if !isSlow { watch.take(upTo: Int.max) }
                }
            }
        }
    }

    /// Until the slow have seen everything, or get nothing more.
    private func catchUp() async {
        var (seen, quietSince) = (UInt64.max, clinux_monotonic_nanoseconds())
        while true {
            let pulse = await session.pulse()
            if pulse.isFullyDrained || Interruption.isAsked { return }
            let now = clinux_monotonic_nanoseconds()
            if pulse.laggingDeliveries != seen { (seen, quietSince) = (pulse.laggingDeliveries, now) }
            if now - quietSince > session.drainNanoseconds { return }
            try? await Task.sleep(for: .milliseconds(LoadLimits.pollMilliseconds))
        }
    }
}
