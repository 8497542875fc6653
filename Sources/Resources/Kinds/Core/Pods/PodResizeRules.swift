import Objects

/// What the containers of a running pod may use can be changed, within bounds (core/v1, pods/resize).
enum PodResizeRules {
    private static let resizable: Set<String> = ["cpu", "memory"]

    /// The pod as it was, with the resources that are wanted now.
    static func resized(_ old: Core.Pod, as wanted: Core.Pod) -> Core.Pod {
        // Containers that were not there stay in, so as to be refused.
        func containers(_ before: [Core.Container], _ now: [Core.Container]) -> [Core.Container] {
            now.map { wanted in
                guard var container = before.first(where: { $0.name == wanted.name }) else { return wanted }
                container.resources = wanted.resources
                container.resizePolicy = wanted.resizePolicy
                return container
            }
        }
        var pod = old
        pod.metadata.managedFields = wanted.metadata.managedFields
        pod.spec.containers = containers(old.spec.containers, wanted.spec.containers)
        pod.spec.initContainers = containers(old.spec.initContainers, wanted.spec.initContainers)
        pod.spec.resources = wanted.spec.resources
        PodSpecDefaults.requestLimits(&pod.spec)
        return pod
    }

    static func problems(_ pod: Core.Pod, old: Core.Pod) -> [FieldProblem] {
        if old.metadata.annotations[PodAnnotationRules.mirror] != nil {
            return [.forbidden("", "static pods cannot be resized")]
        }
        if pod.spec.os?.name == "windows" { return [.forbidden("", "windows pods cannot be resized")] }
        var problems: [FieldProblem] = []
        if PodQuality.of(pod.spec) != PodQuality.of(old.spec) {
            problems.append(
                .invalid("spec", text: pod.status.qosClass, "Pod QOS Class may not change as a result of resizing"))
        }
        // A node that can resize says what the containers have.
        if let running = old.status.containerStatuses.first(where: { $0.state.running != nil }),
            running.resources == nil
        {
            problems.append(.forbidden("spec", "Pod running on node without support for resize"))
        }
        for (field, now, before) in [
            ("containers", pod.spec.containers, old.spec.containers),
            ("initContainers", pod.spec.initContainers, old.spec.initContainers),
        ] where now.count != before.count {
            return problems + [.forbidden("spec.\(field)", "\(field) may not be added or removed on resize")]
        }
        return problems + containers(pod.spec, old: old.spec) + preparing(pod.spec, old: old.spec)
            + whole(pod.spec.resources, old: old.spec.resources)
    }

    private static func containers(_ spec: Core.PodSpec, old: Core.PodSpec) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var changesOthers = false
        for (index, (now, before)) in zip(spec.containers, old.containers).enumerated() {
            let path = "spec.containers[\(index)]"
            if now.name != before.name {
                problems.append(
                    .forbidden("\(path).name", "containers may not be renamed or reordered on resize"))
            }
            problems += removals(now.resources, old: before.resources, "\(path).resources")
            if masked(now.resources, by: before.resources) != before.resources.message { changesOthers = true }
        }
        if changesOthers { problems.append(.forbidden("spec", "only cpu and memory resources are mutable")) }
        return problems
    }

    /// Containers that run before the others, of which only sidecars are still there.
    private static func preparing(_ spec: Core.PodSpec, old: Core.PodSpec) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var changesEnded = false
        for (index, (now, before)) in zip(spec.initContainers, old.initContainers).enumerated() {
            let path = "spec.initContainers[\(index)]"
            if now.name != before.name {
                problems.append(
                    .forbidden("\(path).name", "initContainers may not be renamed or reordered on resize"))
            }
            guard before.restartPolicy == "Always" else {
                if now.resources.message != before.resources.message { changesEnded = true }
                continue
            }
            problems += removals(now.resources, old: before.resources, "\(path).resources")
            if masked(now.resources, by: before.resources) != before.resources.message {
                problems.append(
                    .forbidden(path, "only cpu and memory resources for init or sidecar containers are mutable"))
            }
        }
        if changesEnded {
            problems.append(.forbidden("spec", "resources for non-sidecar init containers are immutable"))
        }
        return problems
    }

    private static func whole(
        _ resources: Core.ResourceRequirements?, old: Core.ResourceRequirements?
    ) -> [FieldProblem] {
        let path = "spec.resources"
        guard let old else { return [] }
        guard let resources else { return [.forbidden(path, "pod-level resources cannot be removed")] }
        let problems = removals(resources, old: old, path, subject: "pod-level resource")
        if masked(resources, by: old) == old.message { return problems }
        return problems + [.forbidden(path, "only cpu and memory resources are mutable at pod-level")]
    }

    private static func removals(
        _ resources: Core.ResourceRequirements, old: Core.ResourceRequirements, _ path: String,
        subject: String = "resource"
    ) -> [FieldProblem] {
        [("requests", resources.requests, old.requests), ("limits", resources.limits, old.limits)].compactMap {
            field, now, before in
            if before.entries.allSatisfy({ now[$0.key] != nil }) { return nil }
            return .forbidden("\(path).\(field)", "\(subject) \(field) cannot be removed")
        }
    }

    /// The new resources with those that may change put back.
    private static func masked(_ resources: Core.ResourceRequirements, by old: Core.ResourceRequirements) -> Message {
        func amounts(_ now: StringMap<Quantity>, _ before: StringMap<Quantity>) -> StringMap<Quantity> {
            var amounts = now
            for name in resizable { amounts[name] = before[name] }
            return amounts
        }
        var masked = resources
        masked.requests = amounts(resources.requests, old.requests)
        masked.limits = amounts(resources.limits, old.limits)
        return masked.message
    }
}
