import Objects

/// What a job's status may say, and how it may go on from there.
enum JobStatusRules {
    static func problems(_ job: Batch.Job, old: Batch.JobStatus) -> [FieldProblem] {
        let status = job.status
        var problems: [FieldProblem] = []
        for (field, count) in [
            ("active", status.active), ("succeeded", status.succeeded), ("failed", status.failed),
            ("ready", status.ready ?? 0), ("terminating", status.terminating ?? 0),
        ] {
            problems += FieldWords.notNegative("status.\(field)", count)
        }
        if let uncounted = status.uncountedTerminatedPods {
            let path = "status.uncountedTerminatedPods"
            for (field, pods) in [("succeeded", uncounted.succeeded), ("failed", uncounted.failed)] {
                for (index, pod) in pods.enumerated() {
                    let at = "\(path).\(field)[\(index)]"
                    if pod.isEmpty { problems.append(.invalid(at, text: "", "must not be empty")) }
                    if pods[..<index].contains(pod) { problems.append(.duplicate(at, pod)) }
                }
            }
        }
        return problems + ending(status, old: old)
    }

    /// A job is complete or has failed, once and for all.
    private static func ending(_ status: Batch.JobStatus, old: Batch.JobStatus) -> [FieldProblem] {
        func holds(_ type: String, _ status: Batch.JobStatus) -> Bool {
            status.conditions.contains { $0.type == type && $0.status == "True" }
        }
        var problems: [FieldProblem] = []
        let (isComplete, isFailed) = (holds("Complete", status), holds("Failed", status))
        if isComplete, isFailed {
            problems.append(
                .invalid(
                    "status.conditions", conditions(status), "cannot set Complete=True and Failed=true conditions"))
        }
        for type in ["Complete", "Failed"] where holds(type, old) && !holds(type, status) {
            problems.append(
                .invalid("status.conditions", conditions(status), "cannot disable the terminal \(type)=True condition"))
        }
        if isComplete, status.completionTime == nil {
            problems.append(
                .required("status.completionTime", "completionTime is required for Complete jobs"))
        }
        if !isComplete, let time = status.completionTime {
            problems.append(
                .invalid(
                    "status.completionTime", text: time.rfc3339,
                    "cannot set completionTime when there is no Complete=True condition"))
        }
        if let start = status.startTime, let end = status.completionTime, end < start {
            problems.append(
                .invalid("status.completionTime", text: end.rfc3339, "completionTime cannot be set before startTime"))
        }
        return problems
    }

    private static func conditions(_ status: Batch.JobStatus) -> String {
        "[\(status.conditions.map { FieldWords.json($0.message) }.joined(separator: ","))]"
    }
}
