import Objects

extension BuiltinResources {
    static let daemonSets = ResourceDefinition(
        "apps/v1", "daemonsets", "DaemonSet", shortNames: ["ds"], categories: ["all"], subresources: [.status],
        traits: [.tracksGeneration], rules: DaemonSetRules(),
        rows: RowPlan(
            [
                .name, Column("Desired", .integer, about: "On how many nodes a pod is wanted."),
                Column("Current", .integer, about: "On how many of them there is one."),
                Column("Ready", .integer, about: "On how many of them it is ready."),
                Column("Up-to-date", .integer, about: "On how many of them it is of the newest template."),
                Column("Available", .integer, about: "On how many of them it has been ready for long enough."),
                Column("Node Selector", about: "The labels of the nodes that it is for."), .age,
            ] + RowText.containerColumns,
            reading: [
                "spec.selector", "spec.template.spec.nodeSelector", "status.desiredNumberScheduled",
                "status.currentNumberScheduled", "status.numberReady", "status.updatedNumberScheduled",
                "status.numberAvailable",
            ] + RowText.containerFields(of: "spec.template.spec")
        ) { object, now in
            let (spec, status) = (Apps.DaemonSet(object).spec, Apps.DaemonSet(object).status)
            return [
                RowText.name(object), .integer(status.desiredNumberScheduled),
                .integer(status.currentNumberScheduled), .integer(status.numberReady),
                .integer(status.updatedNumberScheduled), .integer(status.numberAvailable),
                RowText.labels(spec.template.spec.nodeSelector), RowText.age(object, now),
            ] + RowText.containers(spec.template.spec) + [RowText.selector(spec.selector)]
        })
}

struct DaemonSetRules: ResourceRules {
    private static let revisionHistory = 10
    /// Counts the templates that the set has had. Long replaced by revisions, but still shown.
    private static let templateGeneration = "deprecated.daemonset.template.generation"

    func setDefaults(_ object: inout Message) {
        var set = Apps.DaemonSet(object)
        ReplicatedPodRules.defaults(&set.spec.template)
        if set.spec.updateStrategy.type.isEmpty { set.spec.updateStrategy.type = "RollingUpdate" }
        if set.spec.updateStrategy.type == "RollingUpdate" {
            var rolling = set.spec.updateStrategy.rollingUpdate ?? Apps.RollingUpdateDaemonSet()
            if rolling.maxUnavailable == nil { rolling.maxUnavailable = .int(1) }
            if rolling.maxSurge == nil { rolling.maxSurge = .int(0) }
            set.spec.updateStrategy.rollingUpdate = rolling
        }
        if set.spec.revisionHistoryLimit == nil { set.spec.revisionHistoryLimit = Self.revisionHistory }
        object = set.message
    }

    func prepareForCreate(_ object: inout Message) {
        var set = Apps.DaemonSet(object)
        set.metadata.annotations[Self.templateGeneration] = "1"
        object = set.message
    }

    func prepareForUpdate(_ object: inout Message, old: Message, subresource: Subresource?) {
        var set = Apps.DaemonSet(object)
        let before = Apps.DaemonSet(old)
        let count = before.metadata.annotations[Self.templateGeneration].flatMap { Int($0) } ?? 1
        let isNew = set.spec.template.message != before.spec.template.message
        set.metadata.annotations[Self.templateGeneration] = String(isNew ? count &+ 1 : count)
        object = set.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let spec = Apps.DaemonSet(object).spec
        var problems = ReplicatedPodRules.selector(spec.selector, of: "daemonset", isRequired: false)
        problems += PodTemplateRules.selected(spec.template, by: spec.selector, "spec.template")
        problems += PodTemplateRules.lasting(spec.template, "spec.template", owner: "DaemonSet")
        problems += FieldWords.notNegative("spec.minReadySeconds", spec.minReadySeconds)
        problems += FieldWords.notNegative("spec.revisionHistoryLimit", spec.revisionHistoryLimit)
        return problems + strategy(spec.updateStrategy, "spec.updateStrategy")
    }

    private func strategy(_ strategy: Apps.DaemonSetUpdateStrategy, _ path: String) -> [FieldProblem] {
        switch strategy.type {
        case "OnDelete": return []
        case "RollingUpdate":
            guard let rolling = strategy.rollingUpdate else { return [.required("\(path).rollingUpdate")] }
            return self.rolling(rolling, "\(path).rollingUpdate")
        default:
            return [.notSupported(path, InternalForm.text(strategy.message), ["RollingUpdate", "OnDelete"])]
        }
    }

    /// A node's pod is replaced by one that comes before the old one goes, or after: not both.
    private func rolling(_ rolling: Apps.RollingUpdateDaemonSet, _ path: String) -> [FieldProblem] {
        let unavailable = rolling.maxUnavailable ?? .int(0)
        let surge = rolling.maxSurge ?? .int(0)
        var problems: [FieldProblem] = []
        for (field, value) in [("maxUnavailable", unavailable), ("maxSurge", surge)] {
            problems += PodShareRules.notNegative(value, "\(path).\(field)")
            problems += PodShareRules.notMoreThanAll(value, "\(path).\(field)")
        }
        switch (PodShareRules.number(unavailable) != 0, PodShareRules.number(surge) != 0) {
        case (true, true):
            problems.append(
                .invalid(
                    "\(path).maxSurge", PodShareRules.shown(surge), "may not be set when maxUnavailable is non-zero"))
        case (false, false):
            problems.append(.required("\(path).maxUnavailable", "cannot be 0 when maxSurge is 0"))
        default: break
        }
        return problems
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        let set = Apps.DaemonSet(object)
        guard subresource == .status else {
            return ReplicatedPodRules.selectorChange(set.spec.selector, Apps.DaemonSet(old).spec.selector)
        }
        let status = set.status
        return ReplicatedPodRules.notNegative([
            ("currentNumberScheduled", status.currentNumberScheduled),
            ("numberMisscheduled", status.numberMisscheduled),
            ("desiredNumberScheduled", status.desiredNumberScheduled), ("numberReady", status.numberReady),
            ("observedGeneration", status.observedGeneration),
            ("updatedNumberScheduled", status.updatedNumberScheduled), ("numberAvailable", status.numberAvailable),
            ("numberUnavailable", status.numberUnavailable),
        ]) + ReplicatedPodRules.collisions(status.collisionCount, old: Apps.DaemonSet(old).status.collisionCount)
    }

    func warnings(_ object: Message, old: Message?) -> [String] {
        ReplicatedPodRules.warnings(
            object, old: old, Apps.DaemonSet(object).spec.template, "spec.template", isNamed: false)
    }
}
