import Objects

extension BuiltinResources {
    static let deployments = ResourceDefinition(
        "apps/v1", "deployments", "Deployment", shortNames: ["deploy"], categories: ["all"],
        subresources: [.scale, .status], scale: .workload,
        traits: [.tracksGeneration, .annotationsAreGenerations, .statusKeepsLabels, .updatesInPart],
        rules: DeploymentRules(),
        rows: RowPlan(
            [
                .name, Column("Ready", about: "How many of the wanted pods are ready."),
                Column("Up-to-date", about: "How many pods are of the newest template."),
                Column("Available", about: "How many pods have been ready for long enough."), .age,
            ] + RowText.containerColumns,
            reading: [
                "spec.replicas", "spec.selector", "status.readyReplicas", "status.updatedReplicas",
                "status.availableReplicas",
            ] + RowText.containerFields(of: "spec.template.spec")
        ) { object, now in
            let deployment = Apps.Deployment(object)
            let (spec, status) = (deployment.spec, deployment.status)
            return [
                RowText.name(object), .text("\(status.readyReplicas)/\(spec.replicas ?? 1)"),
                .integer(status.updatedReplicas), .integer(status.availableReplicas), RowText.age(object, now),
            ] + RowText.containers(spec.template.spec) + [RowText.selector(spec.selector)]
        })
}

struct DeploymentRules: ResourceRules {
    private static let revisionHistory = 10
    private static let progressSeconds = 600
    private static let share = IntOrString.string("25%")

    func setDefaults(_ object: inout Message) {
        var deployment = Apps.Deployment(object)
        ReplicatedPodRules.defaults(&deployment.spec.template)
        if deployment.spec.replicas == nil { deployment.spec.replicas = 1 }
        if deployment.spec.strategy.type.isEmpty { deployment.spec.strategy.type = "RollingUpdate" }
        if deployment.spec.strategy.type == "RollingUpdate" {
            var rolling = deployment.spec.strategy.rollingUpdate ?? Apps.RollingUpdateDeployment()
            if rolling.maxUnavailable == nil { rolling.maxUnavailable = Self.share }
            if rolling.maxSurge == nil { rolling.maxSurge = Self.share }
            deployment.spec.strategy.rollingUpdate = rolling
        }
        if deployment.spec.revisionHistoryLimit == nil { deployment.spec.revisionHistoryLimit = Self.revisionHistory }
        if deployment.spec.progressDeadlineSeconds == nil {
            deployment.spec.progressDeadlineSeconds = Self.progressSeconds
        }
        object = deployment.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let spec = Apps.Deployment(object).spec
        var problems = ReplicatedPodRules.problems(
            replicas: spec.replicas, minReadySeconds: spec.minReadySeconds, selector: spec.selector,
            template: spec.template)
        problems += strategy(spec.strategy, "spec.strategy")
        problems += FieldWords.notNegative("spec.revisionHistoryLimit", spec.revisionHistoryLimit)
        if let seconds = spec.progressDeadlineSeconds {
            problems += FieldWords.notNegative("spec.progressDeadlineSeconds", seconds)
            if seconds <= spec.minReadySeconds {
                problems.append(
                    .invalid("spec.progressDeadlineSeconds", String(seconds), "must be greater than minReadySeconds"))
            }
        }
        return problems
    }

    private func strategy(_ strategy: Apps.DeploymentStrategy, _ path: String) -> [FieldProblem] {
        switch strategy.type {
        case "Recreate":
            return strategy.rollingUpdate == nil
                ? [] : [.forbidden("\(path).rollingUpdate", "may not be specified when strategy `type` is 'Recreate'")]
        case "RollingUpdate":
            guard let rolling = strategy.rollingUpdate else {
                return [.required("\(path).rollingUpdate", "this should be defaulted and never be nil")]
            }
            let at = "\(path).rollingUpdate"
            let unavailable = rolling.maxUnavailable ?? .int(0)
            let surge = rolling.maxSurge ?? .int(0)
            var problems = PodShareRules.notNegative(unavailable, "\(at).maxUnavailable")
            problems += PodShareRules.notNegative(surge, "\(at).maxSurge")
            if PodShareRules.number(unavailable) == 0, PodShareRules.number(surge) == 0 {
                problems.append(
                    .invalid(
                        "\(at).maxUnavailable", PodShareRules.shown(unavailable), "may not be 0 when `maxSurge` is 0"))
            }
            return problems + PodShareRules.notMoreThanAll(unavailable, "\(at).maxUnavailable")
        default:
            return [.notSupported(path, InternalForm.text(strategy.message), ["Recreate", "RollingUpdate"])]
        }
    }

    func validateUpdate(
        _ object: Message, old: Message, subresource: Subresource?
    ) -> [FieldProblem] {
        let deployment = Apps.Deployment(object)
        guard subresource == .status else {
            return ReplicatedPodRules.selectorChange(deployment.spec.selector, Apps.Deployment(old).spec.selector)
        }
        let status = deployment.status
        var problems = FieldWords.notNegative("status.observedGeneration", status.observedGeneration)
        problems += FieldWords.notNegative("status.unavailableReplicas", status.unavailableReplicas)
        problems += FieldWords.notNegative("status.terminatingReplicas", status.terminatingReplicas)
        problems += ReplicatedPodRules.counts(
            replicas: status.replicas,
            parts: [
                ("updatedReplicas", status.updatedReplicas), ("readyReplicas", status.readyReplicas),
                ("availableReplicas", status.availableReplicas),
            ])
        problems += ReplicatedPodRules.available(status.availableReplicas, ready: status.readyReplicas)
        problems += ReplicatedPodRules.collisions(
            status.collisionCount, old: Apps.Deployment(old).status.collisionCount)
        return problems
    }

    func warnings(_ object: Message, old: Message?) -> [String] {
        ReplicatedPodRules.warnings(object, old: old, Apps.Deployment(object).spec.template, "spec.template")
    }
}
