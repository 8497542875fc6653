/// Writes at a rate for a long time, while watches come and go and now and then a connection is lost.
struct Soak {
    let session: LoadSession
    let options: LoadOptions

    init(_ session: LoadSession) {
        self.session = session
        options = session.options
    }

    func run(_ report: inout LoadReport) async throws(LoadError) {
        let fanout = Fanout(session)
        let churn = Churn(session)
        let plans = fanout.plans(0..<options.watches, lags: churn.comesAndGoes)
        try await fanout.prepare(&report, plans: plans)
        let churner = Task { await churn.churn() }
        let loser = Task { await loseConnections() }
        let phase = try await session.measure("soak", session.plan(objects: options.objects))
        churner.cancel()
        loser.cancel()
        let (cancelled, lost) = (await churner.value, await loser.value)
        report.phases.append(phase)
        report.extras += [
            .init(key: "cancelled", label: "watches cancelled and opened again", value: Double(cancelled), unit: ""),
            .init(key: "connectionsLost", label: "connections lost and made again", value: Double(lost), unit: ""),
        ]
        try await churn.settle()
    }

    /// Closes one connection after the other, until the task is cancelled. Returns how many.
    private func loseConnections() async -> Int {
        guard options.loseSeconds > 0 else { return 0 }
        var lost = 0
        while !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(Int(options.loseSeconds * 1000)))
            if Task.isCancelled { break }
            let pool = session.pools[lost % session.pools.count]
            let turn = lost / session.pools.count
            await pool.perform { $0.loseConnections([turn % max($0.lineCount, 1)]) }
            lost += 1
        }
        return lost
    }
}
