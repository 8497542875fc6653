extension LoadSession {
    /// Looks for what did not come, and adds what belongs to the whole run.
    func conclude(_ report: inout LoadReport) async {
        if report.endedEarly == nil { await waitUntilBack() }
        let writing = await writer.perform { $0.snapshot() }
        // An interrupted or failed run leaves writes under way: what did not come then is no fault.
        if writing.outstanding == 0, !Interruption.isAsked, report.endedEarly == nil {
            for pool in pools { await pool.perform { $0.reportMissing() } }
        }
        let state = await snapshot()
        if report.endedEarly == nil { report.endedEarly = whyEarly(state, writing) }
        report.memoryEnd = serverFigures
        report.errors = state.errors.merging(writing.errors, uniquingKeysWith: +)
        report.closedByServer = state.closedByServer
        report.gone = state.gone
        report.violations = Array(state.violations.prefix(LoadLimits.violations))
        report.violationCount = state.violationCount
        report.timeline = progress.timeline
    }

    /// Watches that are on their way back at the end get as long as deliveries do, and then what they have missed.
    private func waitUntilBack() async {
        guard await pulse().absent > 0 else { return }
        await wait { $0.absent == 0 && $0.isDrained && $0.isFullyDrained }
    }

    private func whyEarly(_ state: LoopSnapshot, _ writing: WriterSnapshot) -> String? {
        if Interruption.isAsked { return "interrupted" }
        if state.absent > 0 { return "\(state.absent) watches were not open at the end" }
        // Watches that came back have found the server meanwhile.
        return writing.isCutOff && options.watches == 0 ? "the server could not be reached at the end" : nil
    }
}
