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
        ], traits: [.tracksGeneration, .returnsDeleted, .statusKeepsOwners], rules: PodRules(),
        rows: RowPlan(PodRow.columns, reading: PodRow.fields) { object, now in
            PodRow(Core.Pod(object)).cells(now: now)
        }.completing(PodRow.completion))
}

struct PodRules: ResourceRules {
    func setDefaults(_ object: inout Message) {
        var pod = Core.Pod(object)
        PodSpecDefaults.apply(&pod.spec)
        PodSpecDefaults.requestLimits(&pod.spec)
        PodSpecDefaults.wholeRequests(&pod.spec)
        PodSpecDefaults.hostNetworkPorts(&pod.spec)
        if pod.spec.enableServiceLinks == nil { pod.spec.enableServiceLinks = true }
        object = pod.message
    }

    func prepareForCreate(_ object: inout Message) {
        var pod = Core.Pod(object)
        if let seconds = pod.spec.terminationGracePeriodSeconds, seconds < 0 {
            pod.spec.terminationGracePeriodSeconds = 1
        }
        PodLabelKeys.merge(into: &pod)
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
        case .status: pod = PodStatusRules.completed(pod, old: before)
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
        let pod = Core.Pod(object)
        let (spec, path) = (pod.spec, "spec")
        var problems = PodAnnotationRules.problems(
            pod.metadata.annotations, spec, "metadata.annotations", checksCost: false)
        problems += PodSpecRules.problems(spec, path, podName: pod.metadata.name)
        if spec.serviceAccountName.isEmpty { problems += tokens(spec.volumes, "\(path).volumes") }
        problems += ContainerRules.inPods(spec.containers, "\(path).containers")
        return problems + ContainerRules.inPods(spec.initContainers, "\(path).initContainers")
    }

    /// Nobody is named whom a token could be for.
    private func tokens(_ volumes: [Core.Volume], _ path: String) -> [FieldProblem] {
        volumes.enumerated().flatMap { index, volume in
            (volume.volumeSource.projected?.sources ?? []).enumerated().compactMap { number, source in
                source.serviceAccountToken.map { _ in
                    .forbidden(
                        "\(path)[\(index)].projected.sources[\(number)].serviceAccountToken",
                        "must not be specified when serviceAccountName is not set")
                }
            }
        }
    }

    func validateCreate(_ object: Message) -> [FieldProblem] {
        let (spec, annotations) = (Core.Pod(object).spec, Core.Pod(object).metadata.annotations)
        var problems = cost(annotations, old: nil)
        if !spec.ephemeralContainers.isEmpty {
            problems.append(.forbidden("spec.ephemeralContainers", "cannot be set on create"))
        }
        if !spec.nodeName.isEmpty, !spec.schedulingGates.isEmpty {
            problems.append(.forbidden("spec.nodeName", "cannot be set until all schedulingGates have been cleared"))
        }
        return problems + PodAnnotationRules.agreement(annotations, spec, "spec")
    }

    /// What was not valid before need not be now.
    private func cost(_ annotations: StringMap<String>, old: StringMap<String>?) -> [FieldProblem] {
        let key = PodAnnotationRules.deletionCost
        if let before = old?[key], !PodAnnotationRules.isCost(before) { return [] }
        guard let cost = annotations[key], !PodAnnotationRules.isCost(cost) else { return [] }
        return [.invalid("metadata.annotations[\(key)]", text: cost, "must be a 32bit integer")]
    }

    func validateUpdate(
        _ object: Message, old: Message, subresource: Subresource?
    ) -> [FieldProblem] {
        let (pod, before) = (Core.Pod(object), Core.Pod(old))
        let cost = cost(pod.metadata.annotations, old: before.metadata.annotations)
        switch subresource {
        case .binding: return []
        case .status: return PodStatusRules.problems(pod, old: before)
        case .ephemeralContainers: return EphemeralContainerRules.changes(pod, old: before)
        case .resize: return cost + PodResizeRules.problems(pod, old: before)
        default: return cost + PodChangeRules.problems(pod, old: before)
        }
    }

    func warnings(_ object: Message, old: Message?) -> [String] {
        old == nil ? PodWarnings.pod(Core.Pod(object)) : []
    }

    /// A pod that no node has taken, or that is done, goes at once.
    func gracePeriodSeconds(_ object: Message, requested: Int?) -> Int? {
        let pod = Core.Pod(object)
        if pod.spec.nodeName.isEmpty || PodChangeRules.isDone(pod.status.phase) { return 0 }
        let seconds = requested ?? pod.spec.terminationGracePeriodSeconds ?? PodSpecDefaults.gracePeriodSeconds
        return seconds < 0 ? 1 : seconds
    }
}
