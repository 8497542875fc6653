import Objects

extension BuiltinResources {
    static let jobs = ResourceDefinition(
        "batch/v1", "jobs", "Job", categories: ["all"], subresources: [.status],
        selectableFields: [SelectableField("status.successful", path: "status.succeeded", in: Batch.Job.descriptor)]
            .compactMap(\.self),
        selectorRefusal: { "field label \(GoText.quoted($0)) not supported for batchv1.Job" },
        traits: [.tracksGeneration, .orphansDependents], rules: JobRules(), rows: JobRow.plan)
}

/// A job finds its pods by labels that the server makes from its identity, unless it says that it has its own.
struct JobRules: ResourceRules {
    static let uidLabels = ["batch.kubernetes.io/controller-uid", "controller-uid"]
    static let nameLabels = ["batch.kubernetes.io/job-name", "job-name"]
    private static let backoffLimit = 6

    func setDefaults(_ object: inout Message) {
        var job = Batch.Job(object)
        ReplicatedPodRules.defaults(&job.spec.template)
        // Only when neither is said is one pod meant to do all: with many at once none of them may be the last.
        if job.spec.completions == nil, job.spec.parallelism == nil { job.spec.completions = 1 }
        if job.spec.parallelism == nil { job.spec.parallelism = 1 }
        if job.spec.backoffLimit == nil {
            job.spec.backoffLimit = job.spec.backoffLimitPerIndex == nil ? Self.backoffLimit : Int(Int32.max)
        }
        if job.metadata.labels.isEmpty { job.metadata.labels = job.spec.template.metadata.labels }
        if job.spec.completionMode == nil { job.spec.completionMode = "NonIndexed" }
        if job.spec.suspend == nil { job.spec.suspend = false }
        if job.spec.manualSelector == nil { job.spec.manualSelector = false }
        if job.spec.podReplacementPolicy == nil {
            job.spec.podReplacementPolicy = job.spec.podFailurePolicy == nil ? "TerminatingOrFailed" : "Failed"
        }
        if let policy = job.spec.podFailurePolicy { job.spec.podFailurePolicy = PodFailurePolicyRules.complete(policy) }
        object = job.message
    }

    func prepareForCreate(_ object: inout Message) {
        var job = Batch.Job(object)
        guard job.spec.manualSelector != true else { return }
        let uid = job.metadata.uid
        var labels = job.spec.template.metadata.labels
        // Labels that somebody has set are left alone, and refused when they do not fit.
        if labels["job-name"] == nil { for label in Self.nameLabels { labels[label] = job.metadata.name } }
        if labels["controller-uid"] == nil { for label in Self.uidLabels { labels[label] = uid } }
        job.spec.template.metadata.labels = labels
        var selector = job.spec.selector ?? Meta.LabelSelector()
        if selector.matchLabels[Self.uidLabels[0]] == nil { selector.matchLabels[Self.uidLabels[0]] = uid }
        job.spec.selector = selector
        if job.metadata.labels.isEmpty { job.metadata.labels = labels }
        object = job.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let job = Batch.Job(object)
        var problems = JobSpecRules.problems(job.spec, "spec")
        guard let selector = job.spec.selector else { return problems + [.required("spec.selector")] }
        problems += SelectorRules.problems(selector, "spec.selector")
        problems += PodTemplateRules.selected(job.spec.template, by: selector, "spec.template")
        return problems
    }

    func validateCreate(_ object: Message) -> [FieldProblem] {
        problemsWithPods(Batch.Job(object))
    }

    private func problemsWithPods(_ job: Batch.Job) -> [FieldProblem] {
        var problems = generatedSelector(job)
        if job.spec.completionMode == "Indexed", let completions = job.spec.completions, completions > 0 {
            let last = "\(job.metadata.name)-\(completions - 1)"
            if !Names.labelProblems(last).isEmpty {
                problems.append(
                    .invalid(
                        "metadata.name", text: job.metadata.name,
                        "will not able to create pod with invalid DNS label: \(last)"))
            }
        }
        return problems
    }

    /// The labels by which the job finds its pods are those that the server made.
    private func generatedSelector(_ job: Batch.Job) -> [FieldProblem] {
        guard job.spec.manualSelector != true, let selector = job.spec.selector else { return [] }
        var expected: StringMap<String> = [:]
        for label in Self.uidLabels { expected[label] = job.metadata.uid }
        for label in Self.nameLabels { expected[label] = job.metadata.name }
        let labels = job.spec.template.metadata.labels
        var problems: [FieldProblem] = []
        for (key, wanted) in expected.entries.map({ ($0.key, $0.value) }) where labels[key] != wanted {
            let path = "spec.template.metadata.labels[\(key)]"
            problems.append(
                labels[key] == nil
                    ? .required(path, "must be '\(wanted)'")
                    : .invalid(path, FieldWords.json(labels), "must be '\(wanted)'"))
        }
        if let parsed = try? LabelSelector(selector), !parsed.matches(expected) {
            problems.append(
                .invalid("spec.selector", FieldWords.json(selector.message), "`selector` not auto-generated"))
        }
        return problems
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        let (job, before) = (Batch.Job(object), Batch.Job(old))
        return subresource == .status
            ? JobStatusRules.problems(job, old: before.status)
            : problemsWithPods(job)
                + JobSpecRules.changes(job.spec, old: before.spec, isUnstarted: before.isUnstarted)
    }

    func deletionWarnings(_ propagationIsChosen: Bool) -> [String] {
        guard !propagationIsChosen else { return [] }
        return [
            "child pods are preserved by default when jobs are deleted; set propagationPolicy=Background to remove them or "
                + "set propagationPolicy=Orphan to suppress this warning"
        ]
    }

    func warnings(_ object: Message, old: Message?) -> [String] {
        if let old, old["spec"] == object["spec"] { return [] }
        let job = Batch.Job(object)
        return (old == nil ? PodWarnings.name(job.metadata.name) : []) + JobSpecRules.warnings(job.spec, "spec")
    }
}

extension Batch.Job {
    /// It is suspended and no pod of it has run: then what its pods need may still be said.
    fileprivate var isUnstarted: Bool { spec.suspend == true && status.startTime == nil }
}
