import Objects

/// A job as `kubectl get` prints it.
enum JobRow {
    static let plan = RowPlan(
        [
            .name, Column("Status", about: "Whether it runs, is done or has failed."),
            Column("Completions", about: "How many of its pods have succeeded, of how many."),
            Column("Duration", about: "For how long it has run."), .age,
        ] + RowText.containerColumns,
        reading: [
            "metadata.deletionTimestamp", "spec.completions", "spec.parallelism", "spec.selector", "status.succeeded",
            "status.startTime", "status.completionTime", "status.conditions.type", "status.conditions.status",
        ] + RowText.containerFields(of: "spec.template.spec")
    ) { object, now in
        let job = Batch.Job(object)
        return [
            RowText.name(object), .text(state(job)), .text(completions(job)), .text(duration(job.status, now)),
            RowText.age(object, now),
        ] + RowText.containers(job.spec.template.spec) + [RowText.selector(job.spec.selector)]
    }

    private static func state(_ job: Batch.Job) -> String {
        func holds(_ type: String) -> Bool {
            job.status.conditions.contains { $0.type == type && $0.status == "True" }
        }
        if holds("Complete") { return "Complete" }
        if holds("Failed") { return "Failed" }
        if job.metadata.deletionTimestamp != nil { return "Terminating" }
        for type in ["Suspended", "FailureTarget", "SuccessCriteriaMet"] where holds(type) { return type }
        return "Running"
    }

    private static func completions(_ job: Batch.Job) -> String {
        if let completions = job.spec.completions { return "\(job.status.succeeded)/\(completions)" }
        let parallelism = job.spec.parallelism ?? 0
        return parallelism > 1 ? "\(job.status.succeeded)/1 of \(parallelism)" : "\(job.status.succeeded)/1"
    }

    private static func duration(_ status: Batch.JobStatus, _ now: Int64) -> String {
        guard let start = status.startTime else { return "" }
        return Age.text(seconds: (status.completionTime?.seconds ?? now) &- start.seconds)
    }
}
