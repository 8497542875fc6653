import Objects

extension BuiltinResources {
    static let pods = ResourceDefinition(
        "v1", "pods", "Pod", shortNames: ["po"], categories: ["all"],
        subresources: [
            .attach, .binding, .ephemeralContainers, .eviction, .exec, .log, .portForward, .proxy, .resize, .status,
        ],
        selectable: [
            "spec.hostNetwork", "spec.nodeName", "spec.restartPolicy", "spec.schedulerName",
            "spec.serviceAccountName", "status.nominatedNodeName", "status.phase", "status.podIP",
        ], traits: [.tracksGeneration, .returnsDeleted], rules: PodRules(),
        rows: RowPlan(PodRow.columns, reading: PodRow.fields) { object, now in
            PodRow(Core.Pod(object)).cells(now: now)
        })
}

struct PodRules: ResourceRules {
    func setDefaults(_ object: inout Message) {
        var pod = Core.Pod(object)
        PodSpecDefaults.apply(&pod.spec)
        PodSpecDefaults.requestLimits(&pod.spec)
        PodSpecDefaults.hostNetworkPorts(&pod.spec)
        if pod.spec.enableServiceLinks == nil { pod.spec.enableServiceLinks = true }
        object = pod.message
    }

    func prepareForCreate(_ object: inout Message) {
        var pod = Core.Pod(object)
        if let seconds = pod.spec.terminationGracePeriodSeconds, seconds < 0 {
            pod.spec.terminationGracePeriodSeconds = 1
        }
        pod.status = Core.PodStatus()
        pod.status.phase = "Pending"
        pod.status.qosClass = PodQuality.of(pod.spec)
        if !pod.spec.schedulingGates.isEmpty {
            var gated = Core.PodCondition()
            gated.type = "PodScheduled"
            gated.status = "False"
            gated.reason = "SchedulingGated"
            gated.message_ = "Scheduling is blocked due to non-empty scheduling gates"
            pod.status.conditions = [gated]
        }
        object = pod.message
    }

    func prepareForUpdate(_ object: inout Message, old: Message, subresource: Subresource?) {
        var pod = Core.Pod(object)
        let before = Core.Pod(old)
        switch subresource {
        case .status:
            // Reporters of status do not know the class; it never changes.
            if pod.status.qosClass.isEmpty { pod.status.qosClass = before.status.qosClass }
        case .ephemeralContainers:
            var kept = before
            kept.metadata.managedFields = pod.metadata.managedFields
            kept.spec.ephemeralContainers = pod.spec.ephemeralContainers
            pod = kept
        case .resize: pod = PodResizeRules.resized(before, as: pod)
        default: return
        }
        object = pod.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let spec = Core.Pod(object).spec
        return PodSpecRules.problems(spec, "spec") + EphemeralContainerRules.problems(spec, "spec.ephemeralContainers")
    }

    func validateCreate(_ object: Message) -> [FieldProblem] {
        let spec = Core.Pod(object).spec
        var problems: [FieldProblem] = []
        if !spec.ephemeralContainers.isEmpty {
            problems.append(.forbidden("spec.ephemeralContainers", "cannot be set on create"))
        }
        if !spec.nodeName.isEmpty, !spec.schedulingGates.isEmpty {
            problems.append(.forbidden("spec.nodeName", "cannot be set until all schedulingGates have been cleared"))
        }
        return problems
    }

    func validateUpdate(
        _ object: Message, old: Message, subresource: Subresource?
    ) -> [FieldProblem] {
        switch subresource {
        case .binding: return []
        case .status: return PodChangeRules.status(Core.Pod(object), old: Core.Pod(old))
        case .ephemeralContainers:
            return EphemeralContainerRules.changes(Core.Pod(object).spec, old: Core.Pod(old).spec)
        case .resize: return PodResizeRules.problems(Core.Pod(object), old: Core.Pod(old))
        default: return PodChangeRules.specification(Core.Pod(object).spec, old: Core.Pod(old).spec)
        }
    }

    /// A pod that no node has taken, or that is done, goes at once.
    func gracePeriodSeconds(_ object: Message, requested: Int?) -> Int? {
        let pod = Core.Pod(object)
        if pod.spec.nodeName.isEmpty || PodChangeRules.isDone(pod.status.phase) { return 0 }
        let seconds = requested ?? pod.spec.terminationGracePeriodSeconds ?? PodSpecDefaults.gracePeriodSeconds
        return seconds < 0 ? 1 : seconds
    }
}
