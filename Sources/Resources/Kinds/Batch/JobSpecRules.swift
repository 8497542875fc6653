import Objects

/// What is valid in a job's specification; the same for jobs and for templates of jobs.
enum JobSpecRules {
    private static let managedByLimit = 63
    private static let parallelismLimit = 100_000
    private static let completionsWithLimits = 100_000
    private static let parallelismOfMany = 10_000

    static func problems(_ spec: Batch.JobSpec, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for (field, value) in [
            ("parallelism", spec.parallelism), ("completions", spec.completions),
            ("activeDeadlineSeconds", spec.activeDeadlineSeconds), ("backoffLimit", spec.backoffLimit),
            ("ttlSecondsAfterFinished", spec.ttlSecondsAfterFinished),
            ("backoffLimitPerIndex", spec.backoffLimitPerIndex), ("maxFailedIndexes", spec.maxFailedIndexes),
        ] {
            problems += FieldWords.notNegative("\(path).\(field)", value)
        }
        if spec.maxFailedIndexes != nil, spec.backoffLimitPerIndex == nil {
            problems.append(.required("\(path).backoffLimitPerIndex", "when maxFailedIndexes is specified"))
        }
        if let manager = spec.managedBy { problems += self.manager(manager, "\(path).managedBy") }
        problems += completion(spec, path)
        if let policy = spec.podFailurePolicy {
            problems += PodFailurePolicyRules.problems(policy, spec, path)
        }
        if let policy = spec.successPolicy {
            if spec.completionMode == "Indexed" {
                problems += SuccessPolicyRules.problems(policy, spec, "\(path).successPolicy")
            } else {
                problems.append(
                    .invalid(
                        "\(path).successPolicy", InternalForm.text(policy.message), "requires indexed completion mode"))
            }
        }
        problems += replacement(spec, "\(path).podReplacementPolicy")
        return problems + template(spec, "\(path).template")
    }

    private static func manager(_ manager: String, _ path: String) -> [FieldProblem] {
        var problems = NameShapes.domainPrefixedPath(path, manager)
        if manager.utf8.count > managedByLimit { problems.append(.tooLong(path, limitBytes: managedByLimit)) }
        return problems
    }

    private static func completion(_ spec: Batch.JobSpec, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if let mode = spec.completionMode {
            problems += FieldWords.oneOf("\(path).completionMode", mode, ["NonIndexed", "Indexed"])
        }
        guard spec.completionMode == "Indexed" else {
            for (field, value) in [
                ("backoffLimitPerIndex", spec.backoffLimitPerIndex), ("maxFailedIndexes", spec.maxFailedIndexes),
            ] {
                guard let value else { continue }
                problems.append(.invalid("\(path).\(field)", String(value), "requires indexed completion mode"))
            }
            return problems
        }
        if let parallelism = spec.parallelism, parallelism > parallelismLimit {
            problems.append(
                .invalid(
                    "\(path).parallelism", String(parallelism),
                    "must be less than or equal to \(parallelismLimit) when completion mode is Indexed"))
        }
        guard let completions = spec.completions else {
            return problems + [.required("\(path).completions", "when completion mode is Indexed")]
        }
        if let failed = spec.maxFailedIndexes, failed > completions {
            problems.append(
                .invalid("\(path).maxFailedIndexes", String(failed), "must be less than or equal to completions"))
        }
        if let failed = spec.maxFailedIndexes, failed > completionsWithLimits {
            problems.append(
                .invalid(
                    "\(path).maxFailedIndexes", String(failed),
                    "must be less than or equal to \(completionsWithLimits)"))
        }
        guard completions > completionsWithLimits, spec.backoffLimitPerIndex != nil else { return problems }
        return problems + many(spec, path)
    }

    /// With very many indexes, what has failed must stay small enough to be listed in the status.
    private static func many(_ spec: Batch.JobSpec, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if let parallelism = spec.parallelism, parallelism > parallelismOfMany {
            problems.append(
                .invalid(
                    "\(path).parallelism", String(parallelism),
                    "must be less than or equal to \(parallelismOfMany) when completions are above "
                        + "\(completionsWithLimits) and used with backoff limit per index"))
        }
        guard let failed = spec.maxFailedIndexes else {
            return problems + [
                .required(
                    "\(path).maxFailedIndexes", "must be specified when completions is above \(completionsWithLimits)")
            ]
        }
        if failed > parallelismOfMany {
            problems.append(
                .invalid(
                    "\(path).maxFailedIndexes", String(failed),
                    "must be less than or equal to \(parallelismOfMany) when completions are above "
                        + "\(completionsWithLimits) and used with backoff limit per index"))
        }
        return problems
    }

    private static func replacement(_ spec: Batch.JobSpec, _ path: String) -> [FieldProblem] {
        guard let policy = spec.podReplacementPolicy else { return [] }
        // Pods that failed for certain reasons must have ended before it is known why.
        if spec.podFailurePolicy != nil { return FieldWords.oneOf(path, policy, ["Failed"]) }
        return FieldWords.oneOf(path, policy, ["Failed", "TerminatingOrFailed"])
    }

    private static func template(_ spec: Batch.JobSpec, _ path: String) -> [FieldProblem] {
        var problems = PodTemplateRules.problems(spec.template, path)
        let policy = spec.template.spec.restartPolicy
        let at = "\(path).spec.restartPolicy"
        if policy.isEmpty || policy == "Always" {
            problems.append(.required(at, "valid values: \"OnFailure\", \"Never\""))
        } else if policy != "OnFailure", policy != "Never" {
            problems.append(.notSupported(at, FieldProblem.quoted(policy), ["OnFailure", "Never"]))
        } else if policy != "Never", spec.podFailurePolicy != nil {
            problems.append(
                .invalid(at, text: policy, "only \"Never\" is supported when podFailurePolicy is specified"))
        }
        return problems
    }

    // MARK: Changes

    /// - Parameter isUnstarted: the job is suspended and has never run.
    static func changes(_ spec: Batch.JobSpec, old: Batch.JobSpec, isUnstarted: Bool) -> [FieldProblem] {
        var problems = completions(spec, old: old)
        problems += ReplicatedPodRules.selectorChange(spec.selector, old.selector)
        let template = isUnstarted ? schedulingOf(old.template, in: spec.template) : spec.template
        if old.suspend == true {
            // What its containers may use can still be said.
            if resourcesOf(old.template.spec, in: template.spec).message != old.template.spec.message {
                problems.append(
                    .invalid(
                        "spec.template.spec", InternalForm.text(spec.template.spec.message), FieldWords.immutable))
            }
        } else if template.message != old.template.message {
            problems.append(
                .invalid("spec.template", InternalForm.text(spec.template.message), FieldWords.immutable))
        }
        for field in ["completionMode", "podFailurePolicy", "backoffLimitPerIndex", "managedBy", "successPolicy"]
        where spec.message[field] != old.message[field] {
            problems.append(.invalid("spec.\(field)", shown(spec.message[field]), FieldWords.immutable))
        }
        return problems
    }

    private static func shown(_ value: Value?) -> String {
        switch value {
        case nil: "null"
        case .string(let text)?: FieldProblem.quoted(text)
        case .int(let number)?: String(number)
        case .message(let message)?: InternalForm.text(message)
        case let value?: "\(value)"
        }
    }

    private static func completions(_ spec: Batch.JobSpec, old: Batch.JobSpec) -> [FieldProblem] {
        guard spec.completions != old.completions else { return [] }
        guard spec.completionMode == "Indexed" else {
            return [.invalid("spec.completions", shown(spec.message["completions"]), FieldWords.immutable)]
        }
        guard let completions = spec.completions, completions != spec.parallelism else { return [] }
        return [
            .invalid("spec.completions", String(completions), "can only be modified in tandem with spec.parallelism")
        ]
    }

    /// The new template with the old one's say about where pods may run and what they may use.
    private static func schedulingOf(
        _ old: Core.PodTemplateSpec, in new: Core.PodTemplateSpec
    ) -> Core.PodTemplateSpec {
        var template = new
        template.metadata.labels = old.metadata.labels
        template.metadata.annotations = old.metadata.annotations
        template.spec.nodeSelector = old.spec.nodeSelector
        template.spec.tolerations = old.spec.tolerations
        template.spec.schedulingGates = old.spec.schedulingGates
        if let affinity = old.spec.affinity?.nodeAffinity {
            var kept = template.spec.affinity ?? Core.Affinity()
            kept.nodeAffinity = affinity
            template.spec.affinity = kept
        } else if template.spec.affinity != nil {
            template.spec.affinity?.nodeAffinity = nil
            if template.spec.affinity?.message.isEmpty == true, old.spec.affinity == nil {
                template.spec.affinity = nil
            }
        }
        return template
    }

    /// The new specification with what the old one's containers may use.
    private static func resourcesOf(_ old: Core.PodSpec, in new: Core.PodSpec) -> Core.PodSpec {
        func containers(_ now: [Core.Container], _ before: [Core.Container]) -> [Core.Container] {
            guard now.count == before.count else { return now }
            return zip(now, before).map { container, before in
                guard container.name == before.name else { return container }
                var container = container
                container.resources = before.resources
                return container
            }
        }
        var spec = new
        spec.containers = containers(new.containers, old.containers)
        spec.initContainers = containers(new.initContainers, old.initContainers)
        return spec
    }

    static func warnings(_ spec: Batch.JobSpec, _ path: String) -> [String] {
        let ofPods = PodWarnings.template(spec.template, "\(path).template")
        guard spec.completionMode == "Indexed", let completions = spec.completions, let parallelism = spec.parallelism,
            completions > completionsWithLimits, parallelism > parallelismOfMany
        else { return ofPods }
        return [
            "\(path): In Indexed Jobs with a number of completions higher than 10^5 and a parallelism higher than 10^4, "
                + "Kubernetes might not be able to track completedIndexes when a big number of indexes fail"
        ] + ofPods
    }
}
