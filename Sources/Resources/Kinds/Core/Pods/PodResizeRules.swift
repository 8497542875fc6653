import Objects

/// What the containers of a running pod may use can be changed, within bounds (core/v1, pods/resize).
enum PodResizeRules {
    private static let resizable: Set<String> = ["cpu", "memory"]

    /// The pod as it was, with the resources that are wanted now.
    static func resized(_ old: Core.Pod, as wanted: Core.Pod) -> Core.Pod {
        func containers(_ before: [Core.Container], _ now: [Core.Container]) -> [Core.Container] {
            before.map { container in
                guard let found = now.first(where: { $0.name == container.name }) else { return container }
                var container = container
                container.resources = found.resources
                container.resizePolicy = found.resizePolicy
                return container
            }
        }
        var pod = old
        pod.metadata.managedFields = wanted.metadata.managedFields
        pod.spec.containers = containers(old.spec.containers, wanted.spec.containers)
        pod.spec.initContainers = containers(old.spec.initContainers, wanted.spec.initContainers)
        PodSpecDefaults.requestLimits(&pod.spec)
        return pod
    }

    static func problems(_ pod: Core.Pod, old: Core.Pod) -> [FieldProblem] {
        if PodChangeRules.isDone(old.status.phase) {
            return [.forbidden("", "pod in \(old.status.phase) phase cannot be resized")]
        }
        if pod.spec.os?.name == "windows" { return [.forbidden("", "windows pods cannot be resized")] }
        var problems: [FieldProblem] = []
        if PodQuality.of(pod.spec) != PodQuality.of(old.spec) {
            problems.append(
                .invalid(
                    "spec", text: PodQuality.of(pod.spec), "Pod QOS Class may not change as a result of resizing"))
        }
        for (field, now, before) in [
            ("containers", pod.spec.containers, old.spec.containers),
            ("initContainers", pod.spec.initContainers, old.spec.initContainers),
        ] {
            for (index, (container, was)) in zip(now, before).enumerated()
            where container.resources.message != was.resources.message {
                problems += self.container(
                    container.resources, old: was.resources, "spec.\(field)[\(index)].resources")
            }
        }
        return problems
    }

    private static func container(
        _ resources: Core.ResourceRequirements, old: Core.ResourceRequirements, _ path: String
    ) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for (field, now, before) in [
            ("limits", resources.limits, old.limits), ("requests", resources.requests, old.requests),
        ] {
            let names = Set(now.entries.map(\.key)).union(before.entries.map(\.key))
            for name in names.sorted() where now[name] != before[name] && !resizable.contains(name) {
                problems.append(.forbidden("\(path).\(field)", "only cpu and memory resources are mutable"))
            }
            for name in before.entries.map(\.key) where now[name] == nil && resizable.contains(name) {
                problems.append(.forbidden("\(path).\(field)", "resource \(field) cannot be removed"))
            }
        }
        return problems
    }
}
