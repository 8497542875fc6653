extension LoadSession {
    /// Looks for what did not come, and adds what belongs to the whole run.
    func conclude(_ report: inout LoadReport) async {
        let writing = await writer.perform { $0.snapshot() }
        // An interrupted or failed run leaves writes under way: what did not come then is no fault.
        if writing.outstanding == 0, !Interruption.isAsked {
            for pool in pools { await pool.perform { $0.reportMissing() } }
        }
        let state = await snapshot()
        report.memoryEnd = serverFigures
        report.errors = state.errors.merging(writing.errors, uniquingKeysWith: +)
        report.closedByServer = state.closedByServer
        report.gone = state.gone
        report.violations = Array(state.violations.prefix(LoadLimits.violations))
        report.violationCount = state.violationCount
        report.timeline = progress.timeline
    }
}
