import Objects

extension BuiltinResources {
    static let statefulSets = ResourceDefinition(
        "apps/v1", "statefulsets", "StatefulSet", shortNames: ["sts"], categories: ["all"],
        subresources: [.scale, .status], scale: .workload, traits: [.tracksGeneration], rules: StatefulSetRules(),
        rows: RowPlan(
            [.name, Column("Ready", about: "How many of the wanted pods are ready."), .age]
                + RowText.containerColumns.dropLast(),
            reading: ["spec.replicas", "status.readyReplicas"] + RowText.containerFields(of: "spec.template.spec")
        ) { object, now in
            let set = Apps.StatefulSet(object)
            return [
                RowText.name(object), .text("\(set.status.readyReplicas)/\(set.spec.replicas ?? 0)"),
                RowText.age(object, now),
            ] + RowText.containers(set.spec.template.spec)
        })
}

struct StatefulSetRules: ResourceRules {
    private static let revisionHistory = 10

    func setDefaults(_ object: inout Message) {
        var set = Apps.StatefulSet(object)
        ReplicatedPodRules.defaults(&set.spec.template)
        if set.spec.podManagementPolicy.isEmpty { set.spec.podManagementPolicy = "OrderedReady" }
        if set.spec.updateStrategy.type.isEmpty {
            set.spec.updateStrategy.type = "RollingUpdate"
            if set.spec.updateStrategy.rollingUpdate == nil {
                set.spec.updateStrategy.rollingUpdate = Apps.RollingUpdateStatefulSetStrategy()
            }
        }
        if set.spec.updateStrategy.type == "RollingUpdate", var rolling = set.spec.updateStrategy.rollingUpdate {
            if rolling.partition == nil { rolling.partition = 0 }
            if rolling.maxUnavailable == nil { rolling.maxUnavailable = .int(1) }
            set.spec.updateStrategy.rollingUpdate = rolling
        }
        var retention =
            set.spec.persistentVolumeClaimRetentionPolicy ?? Apps.StatefulSetPersistentVolumeClaimRetentionPolicy()
        if retention.whenDeleted.isEmpty { retention.whenDeleted = "Retain" }
        if retention.whenScaled.isEmpty { retention.whenScaled = "Retain" }
        set.spec.persistentVolumeClaimRetentionPolicy = retention
        if set.spec.replicas == nil { set.spec.replicas = 1 }
        if set.spec.revisionHistoryLimit == nil { set.spec.revisionHistoryLimit = Self.revisionHistory }
        if !set.spec.volumeClaimTemplates.isEmpty {
            set.spec.volumeClaimTemplates = set.spec.volumeClaimTemplates.map { claim in
                var claim = claim
                PersistentVolumeClaimRules.complete(&claim)
                return claim
            }
        }
        object = set.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let spec = Apps.StatefulSet(object).spec
        var problems = FieldWords.notNegative("spec.replicas", spec.replicas)
        problems += FieldWords.notNegative("spec.minReadySeconds", spec.minReadySeconds)
        problems += FieldWords.notNegative("spec.ordinals.start", spec.ordinals?.start)
        switch spec.podManagementPolicy {
        case "": problems.append(.required("spec.podManagementPolicy"))
        case "OrderedReady", "Parallel": break
        default:
            problems.append(
                .invalid(
                    "spec.podManagementPolicy", text: spec.podManagementPolicy, "must be 'OrderedReady' or 'Parallel'"))
        }
        problems += strategy(spec.updateStrategy, "spec.updateStrategy")
        if let retention = spec.persistentVolumeClaimRetentionPolicy {
            let path = "spec.persistentVolumeClaimRetentionPolicy"
            problems += FieldWords.oneOf("\(path).whenDeleted", retention.whenDeleted, ["Retain", "Delete"])
            problems += FieldWords.oneOf("\(path).whenScaled", retention.whenScaled, ["Retain", "Delete"])
        }
        problems += ReplicatedPodRules.selector(spec.selector, of: "statefulset", isRequired: true)
        if let selector = spec.selector, !SelectorRules.isEmpty(selector) {
            problems += PodTemplateRules.selected(spec.template, by: selector, "spec.template")
        }
        return problems
            + PodTemplateRules.lasting(asUsed(spec), "spec.template", owner: "StatefulSet")
    }

    /// What can no longer change need not be valid then.
    func validateCreate(_ object: Message) -> [FieldProblem] {
        let spec = Apps.StatefulSet(object).spec
        var problems = spec.volumeClaimTemplates.enumerated().flatMap {
            PersistentVolumeClaimRules.problems($1.spec, "spec.volumeClaimTemplates[\($0)].spec")
        }
        if !spec.serviceName.isEmpty {
            problems += FieldWords.name("spec.serviceName", spec.serviceName) { Names.labelProblems($0) }
        }
        return problems
    }

    func problemsWithName(_ name: String, isPrefix: Bool) -> [String] { Names.labelProblems(name, isPrefix: isPrefix) }

    /// The template as its pods will have it: they are named by the set, and each claim is a volume of its name, in place
    /// of one that is there.
    private func asUsed(_ spec: Apps.StatefulSetSpec) -> Core.PodTemplateSpec {
        var template = spec.template
        template.spec.hostname = ""
        template.spec.subdomain = ""
        guard !spec.volumeClaimTemplates.isEmpty else { return template }
        let names = spec.volumeClaimTemplates.map(\.metadata.name)
        template.spec.volumes =
            template.spec.volumes.filter { !names.contains($0.name) }
            + names.filter { !$0.isEmpty }.map { name in
                var volume = Core.Volume()
                volume.name = name
                var claim = Core.PersistentVolumeClaimVolumeSource()
                claim.claimName = name
                volume.volumeSource.persistentVolumeClaim = claim
                return volume
            }
        return template
    }

    private func strategy(_ strategy: Apps.StatefulSetUpdateStrategy, _ path: String) -> [FieldProblem] {
        switch strategy.type {
        case "": return [.required(path)]
        case "OnDelete":
            guard let rolling = strategy.rollingUpdate else { return [] }
            return [
                .invalid(
                    "\(path).rollingUpdate", InternalForm.text(rolling.message),
                    "only allowed for updateStrategy 'RollingUpdate'")
            ]
        case "RollingUpdate":
            guard let rolling = strategy.rollingUpdate else { return [] }
            var problems = FieldWords.notNegative("\(path).rollingUpdate.partition", rolling.partition)
            guard let unavailable = rolling.maxUnavailable else { return problems }
            let at = "\(path).rollingUpdate.maxUnavailable"
            problems += PodShareRules.notNegative(unavailable, at)
            if PodShareRules.number(unavailable) == 0 {
                problems.append(.invalid(at, PodShareRules.shown(unavailable), "cannot be 0"))
            }
            return problems + PodShareRules.notMoreThanAll(unavailable, at)
        default:
            return [.invalid(path, InternalForm.text(strategy.message), "must be 'RollingUpdate' or 'OnDelete'")]
        }
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        let set = Apps.StatefulSet(object)
        let before = Apps.StatefulSet(old)
        if subresource == .status { return status(set.status, old: before.status) }
        var kept = set.spec
        kept.replicas = before.spec.replicas
        kept.ordinals = before.spec.ordinals
        kept.template = before.spec.template
        kept.updateStrategy = before.spec.updateStrategy
        kept.revisionHistoryLimit = before.spec.revisionHistoryLimit
        kept.persistentVolumeClaimRetentionPolicy = before.spec.persistentVolumeClaimRetentionPolicy
        kept.minReadySeconds = before.spec.minReadySeconds
        guard kept.message != before.spec.message else { return [] }
        return [
            .forbidden(
                "spec",
                "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', "
                    + "'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden"
            )
        ]
    }

    private func status(_ status: Apps.StatefulSetStatus, old: Apps.StatefulSetStatus) -> [FieldProblem] {
        ReplicatedPodRules.counts(
            replicas: status.replicas,
            parts: [
                ("readyReplicas", status.readyReplicas), ("currentReplicas", status.currentReplicas),
                ("updatedReplicas", status.updatedReplicas), ("availableReplicas", status.availableReplicas),
            ])
            + FieldWords.notNegative("status.observedGeneration", status.observedGeneration)
            + ReplicatedPodRules.available(
                status.availableReplicas, ready: status.readyReplicas, as: "status.readyReplicas")
            + ReplicatedPodRules.collisions(status.collisionCount, old: old.collisionCount)
    }

    func warnings(_ object: Message, old: Message?) -> [String] {
        let spec = Apps.StatefulSet(object).spec
        var warnings = ReplicatedPodRules.warnings(
            object, old: old, spec.template, "spec.template", isNamed: false)
        if let limit = spec.revisionHistoryLimit, limit < 0 {
            warnings.append(
                "spec.revisionHistoryLimit: a negative value retains all historical revisions; a value >= 0 is recommended"
            )
        }
        for (index, claim) in spec.volumeClaimTemplates.enumerated() {
            warnings += PersistentVolumeClaimRules.warnings(claim.spec, "spec.volumeClaimTemplates[\(index)].Spec")
        }
        return warnings
    }
}
