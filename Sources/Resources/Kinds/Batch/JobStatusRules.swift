import Objects

/// What a job's status may say, and how it may go on from there. Most of it is asked only of what the change touches.
struct JobStatusRules {
    private let job: Batch.Job
    private let status: Batch.JobStatus
    private let before: Batch.JobStatus
    private let path = "status"

    static func problems(_ job: Batch.Job, old: Batch.JobStatus) -> [FieldProblem] {
        let rules = JobStatusRules(job: job, status: job.status, before: old)
        return rules.counts() + rules.ending() + rules.timing() + rules.indexes() + rules.success()
            + rules.course()
    }

    private func holds(_ type: String, _ status: Batch.JobStatus) -> Bool {
        status.conditions.contains { $0.type == type && $0.status == "True" }
    }
    private func holds(_ type: String) -> Bool { holds(type, status) }
    private func changes(_ type: String) -> Bool { holds(type) != holds(type, before) }
    private func isFinished(_ status: Batch.JobStatus) -> Bool {
        holds("Complete", status) || holds("Failed", status)
    }
    private var isFinished: Bool { isFinished(status) }
    private var changesEnd: Bool { isFinished != isFinished(before) }

    /// The conditions are too many to be shown.
    private func conditions(_ words: String) -> FieldProblem {
        FieldProblem(type: .invalid, field: "\(path).conditions", detail: "Invalid value: \(words)")
    }

    // MARK: As it is

    private func counts() -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for (field, count) in [
            ("active", status.active), ("succeeded", status.succeeded), ("failed", status.failed),
            ("ready", status.ready ?? 0), ("terminating", status.terminating ?? 0),
        ] {
            problems += FieldWords.notNegative("\(path).\(field)", count)
        }
        guard let uncounted = status.uncountedTerminatedPods else { return problems }
        var seen: Set<String> = []
        for (field, pods) in [("succeeded", uncounted.succeeded), ("failed", uncounted.failed)] {
            for (index, pod) in pods.enumerated() {
                let at = "\(path).uncountedTerminatedPods.\(field)[\(index)]"
                if pod.isEmpty {
                    problems.append(.invalid(at, text: "", "must not be empty"))
                } else if !seen.insert(pod).inserted {
                    problems.append(.duplicate(at, pod))
                }
            }
        }
        return problems
    }

    /// A job is complete or has failed, and either is announced by a condition before.
    private func ending() -> [FieldProblem] {
        let (isComplete, isFailed) = (holds("Complete"), holds("Failed"))
        let changesComplete = changes("Complete")
        var problems: [FieldProblem] = []
        if isComplete, isFailed, changesComplete || changes("Failed") {
            problems.append(conditions("cannot set Complete=True and Failed=true conditions"))
        }
        if isComplete, holds("FailureTarget"), changesComplete || changes("FailureTarget") {
            problems.append(conditions("cannot set Complete=True and FailureTarget=true conditions"))
        }
        if isFailed, !holds("FailureTarget"), changes("Failed") || changes("FailureTarget") {
            problems.append(conditions("cannot set Failed=True condition without the FailureTarget=true condition"))
        }
        if isComplete, !holds("SuccessCriteriaMet"), changesComplete || changes("SuccessCriteriaMet") {
            problems.append(
                conditions("cannot set Complete=True condition without the SuccessCriteriaMet=true condition"))
        }
        return problems
    }

    private func timing() -> [FieldProblem] {
        let isComplete = holds("Complete")
        let changesStart = status.startTime != before.startTime
        let changesCompletion = status.completionTime != before.completionTime
        var problems: [FieldProblem] = []
        let at = "\(path).completionTime"
        if changesCompletion || changes("Complete") {
            if let time = status.completionTime, !isComplete {
                problems.append(
                    .invalid(
                        at, text: time.rfc3339, "cannot set completionTime when there is no Complete=True condition"))
            }
            if status.completionTime == nil, isComplete {
                problems.append(.required(at, "completionTime is required for Complete jobs"))
            }
        }
        if changesStart || changesCompletion, let start = status.startTime, let end = status.completionTime, end < start
        {
            problems.append(.invalid(at, text: end.rfc3339, "must be equal to or after `startTime`"))
        }
        guard isFinished else { return problems }
        if status.active > 0, changesEnd || status.active != before.active {
            problems.append(
                .invalid("\(path).active", String(status.active), "active>0 is invalid for finished job"))
        }
        if status.startTime == nil, changesEnd || changesStart {
            problems.append(.required("\(path).startTime", "startTime is required for finished job"))
        }
        if let uncounted = status.uncountedTerminatedPods, !(uncounted.succeeded + uncounted.failed).isEmpty,
            changesEnd || uncounted != before.uncountedTerminatedPods
        {
            problems.append(
                .invalid(
                    "\(path).uncountedTerminatedPods", InternalForm.text(uncounted.message),
                    "must be empty for finished job"))
        }
        if let count = status.terminating, count > 0, changesEnd || count != before.terminating {
            problems.append(
                .invalid("\(path).terminating", String(count), "terminating>0 is invalid for finished job"))
        }
        return problems
    }

    private func indexes() -> [FieldProblem] {
        let completions = job.spec.completions
        let (completed, failed) = (status.completedIndexes, status.failedIndexes)
        let (changesCompleted, changesFailed) =
            (completed != before.completedIndexes, failed != before.failedIndexes)
        var problems: [FieldProblem] = []
        func check(_ field: String, _ text: String) {
            guard let completions, case .failure(let error) = IndexRanges.count(text, below: completions) else {
                return
            }
            problems.append(.invalid("\(path).\(field)", text: text, "error parsing \(field): \(error.message)"))
        }
        if changesCompleted {
            check("completedIndexes", completed)
            if !completed.isEmpty, job.spec.completionMode != "Indexed" {
                problems.append(
                    .invalid(
                        "\(path).completedIndexes", text: completed,
                        "cannot set non-empty completedIndexes when non-indexed completion mode"))
            }
        }
        if changesFailed, let failed {
            if job.spec.backoffLimitPerIndex != nil {
                check("failedIndexes", failed)
            } else {
                problems.append(
                    .invalid(
                        "\(path).failedIndexes", text: failed,
                        "cannot set non-null failedIndexes when backoffLimitPerIndex is null"))
            }
        }
        if changesCompleted || changesFailed, let failed, let completions,
            let index = IndexRanges.overlap(completed, failed, below: completions)
        {
            problems.append(
                .invalid(
                    "\(path).failedIndexes", text: failed,
                    "failedIndexes and completedIndexes overlap at index: \(index)"))
        }
        if let ready = status.ready, ready > status.active,
            ready != before.ready || status.active != before.active
        {
            problems.append(
                .invalid("\(path).ready", String(ready), "cannot set more ready pods than active"))
        }
        return problems
    }

    private func success() -> [FieldProblem] {
        var problems: [FieldProblem] = []
        guard holds("SuccessCriteriaMet") else {
            if job.spec.successPolicy != nil, holds("Complete") {
                problems.append(
                    conditions(
                        "cannot set Complete=True for Job with SuccessPolicy unless SuccessCriteriaMet=True"))
            }
            return problems
        }
        for type in ["Failed", "FailureTarget"] where holds(type) {
            problems.append(conditions("cannot set SuccessCriteriaMet=True and \(type)=true conditions"))
        }
        return problems
    }

    // MARK: From what it was

    /// What has ended stays so; what was counted is not taken back.
    private func course() -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for type in ["Failed", "Complete", "FailureTarget"] where holds(type, before) && !holds(type) {
            problems.append(conditions("cannot disable the terminal \(type)=True condition"))
        }
        if status.failed < before.failed {
            problems.append(
                .invalid("\(path).failed", String(status.failed), "cannot decrease the failed counter"))
        }
        // Fewer completions may be asked for where as many run at once.
        let shrinks = job.spec.completionMode == "Indexed" && job.spec.completions == job.spec.parallelism
        if !shrinks, status.succeeded < before.succeeded {
            problems.append(
                .invalid("\(path).succeeded", String(status.succeeded), "cannot decrease the succeeded counter"))
        }
        if let time = status.completionTime, let was = before.completionTime, time != was {
            problems.append(.invalid("\(path).completionTime", text: time.rfc3339, FieldWords.immutable))
        }
        if before.startTime != nil, before.startTime != status.startTime, job.spec.suspend != true {
            problems.append(
                .invalid(
                    "\(path).startTime", status.startTime.map { GoText.quoted($0.rfc3339) } ?? "null",
                    "field is immutable for unsuspended job once set"))
        }
        if holds("SuccessCriteriaMet", before), !holds("SuccessCriteriaMet") {
            problems.append(conditions("cannot disable the SuccessCriteriaMet=True condition"))
        }
        if holds("Complete", before), !holds("SuccessCriteriaMet", before), holds("SuccessCriteriaMet") {
            problems.append(
                conditions("cannot set SuccessCriteriaMet=True for Job already has Complete=true conditions"))
        }
        return problems
    }
}
