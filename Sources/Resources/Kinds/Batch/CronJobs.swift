import Objects

extension BuiltinResources {
    static let cronJobs = ResourceDefinition(
        "batch/v1", "cronjobs", "CronJob", shortNames: ["cj"], categories: ["all"], subresources: [.status],
        traits: [.tracksGeneration, .updatesInPart], rules: CronJobRules(),
        rows: RowPlan(
            [
                .name, Column("Schedule", about: "When its jobs begin, as cron writes it."),
                Column("Timezone", about: "In which zone the schedule's times are meant."),
                Column("Suspend", .boolean, about: "Whether it pauses."),
                Column("Active", .integer, about: "How many of its jobs run."),
                Column("Last Schedule", about: "When a job began last."), .age,
            ] + RowText.containerColumns,
            reading: [
                "spec.schedule", "spec.timeZone", "spec.suspend", "spec.jobTemplate.spec.selector", "status.active",
                "status.lastScheduleTime",
            ] + RowText.containerFields(of: "spec.jobTemplate.spec.template.spec")
        ) { object, now in
            let (spec, status) = (Batch.CronJob(object).spec, Batch.CronJob(object).status)
            let last = status.lastScheduleTime.map { Age.text(since: $0.seconds, now: now) }
            return [
                RowText.name(object), .text(spec.schedule), .text(spec.timeZone ?? "<none>"),
                .text(spec.suspend.map { $0 ? "True" : "False" } ?? "<unset>"), .integer(status.active.count),
                .text(last ?? "<none>"), RowText.age(object, now),
            ] + RowText.containers(spec.jobTemplate.spec.template.spec)
                + [RowText.selector(spec.jobTemplate.spec.selector)]
        })
}

struct CronJobRules: ResourceRules {
    /// A job's name is the cron job's and 11 characters for its time, and at most 63 long.
    private static let nameLimit = 52
    private static let successesKept = 3
    private static let failuresKept = 1

    func setDefaults(_ object: inout Message) {
        var job = Batch.CronJob(object)
        ReplicatedPodRules.defaults(&job.spec.jobTemplate.spec.template)
        if job.spec.concurrencyPolicy.isEmpty { job.spec.concurrencyPolicy = "Allow" }
        if job.spec.suspend == nil { job.spec.suspend = false }
        if job.spec.successfulJobsHistoryLimit == nil { job.spec.successfulJobsHistoryLimit = Self.successesKept }
        if job.spec.failedJobsHistoryLimit == nil { job.spec.failedJobsHistoryLimit = Self.failuresKept }
        object = job.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let spec = Batch.CronJob(object).spec
        var problems = FieldWords.required("spec.schedule", spec.schedule)
        if !spec.schedule.isEmpty { problems += schedule(spec) }
        problems += FieldWords.notNegative("spec.startingDeadlineSeconds", spec.startingDeadlineSeconds)
        problems += FieldWords.oneOf(
            "spec.concurrencyPolicy", spec.concurrencyPolicy, ["Allow", "Forbid", "Replace"], isRequired: true)
        problems += FieldWords.notNegative("spec.successfulJobsHistoryLimit", spec.successfulJobsHistoryLimit)
        problems += FieldWords.notNegative("spec.failedJobsHistoryLimit", spec.failedJobsHistoryLimit)
        return problems + template(spec.jobTemplate.spec, "spec.jobTemplate.spec")
    }

    private func schedule(_ spec: Batch.CronJobSpec) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        do { _ = try CronSchedule(parsing: spec.schedule) } catch {
            problems.append(.invalid("spec.schedule", text: spec.schedule, error.message))
        }
        if spec.schedule.contains("TZ") {
            problems.append(
                .invalid(
                    "spec.schedule", text: spec.schedule,
                    "cannot use TZ or CRON_TZ in schedule, use timeZone field instead"))
        }
        return problems
    }

    private func template(_ spec: Batch.JobSpec, _ path: String) -> [FieldProblem] {
        var problems = JobSpecRules.problems(spec, path)
        if let selector = spec.selector {
            problems.append(
                .invalid(
                    "\(path).selector", FieldWords.json(selector.message), "`selector` will be auto-generated"))
        }
        if spec.manualSelector == true {
            problems.append(.notSupported("\(path).manualSelector", "true", ["nil", "false"]))
        }
        return problems
    }

    func validateCreate(_ object: Message) -> [FieldProblem] {
        let job = Batch.CronJob(object)
        var problems = zone(job.spec.timeZone)
        if job.metadata.name.utf8.count > Self.nameLimit {
            problems.append(
                .invalid(
                    "metadata.name", text: job.metadata.name, "must be no more than \(Self.nameLimit) characters"))
        }
        return problems
    }

    private func zone(_ name: String?) -> [FieldProblem] {
        guard let name else { return [] }
        let path = "spec.timeZone"
        if name.isEmpty { return [.invalid(path, text: name, "timeZone must be nil or non-empty string")] }
        if name.lowercased() == "local" {
            return [
                .invalid(
                    path, text: name,
                    "timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones")
            ]
        }
        return TimeZoneNames.contains(name) ? [] : [.invalid(path, text: name, "unknown time zone \(name)")]
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        let new = Batch.CronJob(object).spec.timeZone
        return new == Batch.CronJob(old).spec.timeZone ? [] : zone(new)
    }

    func warnings(_ object: Message, old: Message?) -> [String] {
        if let old, old["spec"] == object["spec"] { return [] }
        let job = Batch.CronJob(object)
        return (old == nil ? PodWarnings.name(job.metadata.name) : [])
            + JobSpecRules.warnings(job.spec.jobTemplate.spec, "spec.jobTemplate.spec")
    }
}
