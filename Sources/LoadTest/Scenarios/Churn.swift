internal import CLinux

/// Half of the watches are cancelled and opened again without end, at a stated rate. The others' latencies are measured;
/// those that come and go must still see every write.
struct Churn {
    let session: LoadSession
    let options: LoadOptions

    init(_ session: LoadSession) {
        self.session = session
        options = session.options
    }

    func run(_ report: inout LoadReport) async throws(LoadError) {
        let fanout = Fanout(session)
        let plans = fanout.plans(0..<options.watches, lags: comesAndGoes)
        try await fanout.prepare(&report, plans: plans)
        let churner = Task { await churn() }
        let phase = try await session.measure("churn", session.plan(objects: options.objects))
        churner.cancel()
        let cancelled = await churner.value
        report.phases.append(phase)
        report.extras += [
            .init(key: "cancelled", label: "watches cancelled and opened again", value: Double(cancelled), unit: ""),
            .init(
                key: "cancelledPerSecond", label: "  per second",
                value: phase.seconds > 0 ? Double(cancelled) / phase.seconds : 0, unit: ""),
        ]
        try await settle()
    }

    /// Every other watch, of each connection and of each loop.
    func comesAndGoes(_ watch: Int) -> Bool { (watch / options.connections + watch % options.connections) % 2 == 1 }

    /// Cancels until the task is cancelled. Returns how many watches it was.
    func churn() async -> Int {
        let began = clinux_monotonic_nanoseconds()
        var asked = 0
        var cancelled = 0
        while !Task.isCancelled {
            let elapsed = Double(clinux_monotonic_nanoseconds() - began) / 1e9
            let due = Int(min(elapsed * options.churnPerSecond, 1e15)) - asked
            asked += due
            for (index, pool) in session.pools.enumerated() {
                let share = due / session.pools.count + (index < due % session.pools.count ? 1 : 0)
                if share > 0 { cancelled += await pool.perform { $0.cancelSome(share) } }
            }
            try? await Task.sleep(for: .milliseconds(LoadLimits.churnMilliseconds))
        }
        return cancelled
    }

    /// Until all watches are back and have seen everything.
    func settle() async throws(LoadError) {
        try await session.waitUntilOpen()
        await session.wait { $0.isFullyDrained }
    }
}
