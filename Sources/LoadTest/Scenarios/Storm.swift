internal import CLinux

/// All watches lose their connection at once and come back: first from the last revision that each saw, then from a list.
/// Writes go on meanwhile, and none may be missed.
struct Storm {
    let session: LoadSession
    let fanout: Fanout

    init(_ session: LoadSession) {
        self.session = session
        fanout = Fanout(session)
    }

    func run(_ report: inout LoadReport) async throws(LoadError) {
        try await fanout.prepare(&report)
        let steady = session.plan(objects: session.options.objects)
        report.phases.append(try await session.measure("steady", steady))
        let resumed = try await storm("resume", withList: false, &report)
        report.extras.append(
            .init(key: "resumeSeconds", label: "all watches resumed in", value: resumed, unit: "s"))
        let before = await session.snapshot().initialEvents
        let listed = try await storm("list", withList: true, &report)
        report.extras.append(
            .init(key: "listSeconds", label: "all watches listed and watching in", value: listed, unit: "s"))
        let events = await session.snapshot().initialEvents - before
        report.extras.append(
            .init(key: "initialEvents", label: "  initial events", value: Double(events), unit: ""))
    }

    /// - Returns: seconds from the loss until the last watch was back.
    private func storm(_ name: String, withList: Bool, _ report: inout LoadReport) async throws(LoadError) -> Double {
        var plan = session.plan(objects: session.options.objects)
        plan.calls = 0
        plan.seconds = 0
        let session = session
        let began = clinux_monotonic_nanoseconds()
        let phase = try await session.measure(name, plan) { () async throws(LoadError) in
            for pool in session.pools {
                await pool.perform {
                    $0.beginsWithList = withList
                    $0.loseConnections()
                }
            }
            try await session.waitUntilOpen()
            for pool in session.pools { await pool.perform { $0.beginsWithList = false } }
        }
        report.phases.append(phase)
        let state = await session.snapshot()
        let back = withList ? max(state.listedAt, state.openedAt) : state.openedAt
        return back > began ? Double(back - began) / 1e9 : 0
    }
}
