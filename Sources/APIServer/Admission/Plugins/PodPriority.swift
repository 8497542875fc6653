import Objects
import Resources

/// Pods get the number that their priority class stands for; of classes, at most one is the default.
struct PodPriority: AdmissionPlugin {
    private static let classes = "priorityclasses.scheduling.k8s.io"

    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        switch verb {
        case .create: definition.isCore("pods") || definition.qualifiedName == Self.classes
        case .update: definition.isCore("pods") || definition.qualifiedName == Self.classes
        case .delete, .connect: false
        }
    }

    func admit(_ request: inout AdmissionRequest, _ core: ServerCore) async throws(APIError) {
        guard request.definition.isCore("pods") else { return }
        var pod = Core.Pod(request.object)
        if let old = request.old.map({ Core.Pod($0) }) {
            // What was computed once stays, whether its writer repeats it or not.
            guard request.subresource == nil else { return }
            if pod.spec.priority == nil { pod.spec.priority = old.spec.priority }
            if pod.spec.preemptionPolicy == nil { pod.spec.preemptionPolicy = old.spec.preemptionPolicy }
            request.object = pod.message
            return
        }
        if pod.spec.priorityClassName.isEmpty {
            let defaults = try await core.objects("priorityclasses", of: "scheduling.k8s.io")
                .map { Scheduling.PriorityClass($0) }.filter(\.globalDefault)
            // Were there several, the least wins: nobody is put before others by mistake.
            if let least = defaults.min(by: { $0.value < $1.value }) {
                pod.spec.priorityClassName = least.metadata.name
            }
        }
        try Self.setPriority(&pod, try await Self.find(pod.spec.priorityClassName, core), request)
        request.object = pod.message
    }

    func validate(_ request: AdmissionRequest, _ core: ServerCore) async throws(APIError) -> [String] {
        guard request.definition.qualifiedName == Self.classes,
            Scheduling.PriorityClass(request.object).globalDefault
        else { return [] }
        for other in try await core.objects("priorityclasses", of: "scheduling.k8s.io") {
            let other = Scheduling.PriorityClass(other)
            guard other.globalDefault, request.verb == .create || other.metadata.name != request.name else { continue }
            throw request.forbidden(
                "PriorityClass \(other.metadata.name) is already marked as default. Only one default can exist")
        }
        return []
    }

    /// Those that every cluster has, also before they are objects.
    private static let system = ["system-cluster-critical": 2_000_000_000, "system-node-critical": 2_000_001_000]

    private static func find(_ name: String, _ core: ServerCore) async throws(APIError) -> Scheduling.PriorityClass? {
        if name.isEmpty { return nil }
        if let found = try await core.object("priorityclasses", of: "scheduling.k8s.io", name: name) {
            return Scheduling.PriorityClass(found)
        }
        guard let value = system[name] else { return nil }
        var known = Scheduling.PriorityClass()
        known.value = value
        return known
    }

    /// - Parameter priorityClass: the one that the pod names; nil: it names none, or one that is not there.
    static func setPriority(
        _ pod: inout Core.Pod, _ priorityClass: Scheduling.PriorityClass?, _ request: AdmissionRequest
    ) throws(APIError) {
        let name = pod.spec.priorityClassName
        if !name.isEmpty, priorityClass == nil {
            throw request.forbidden("no PriorityClass with name \(name) was found")
        }
        let priority = priorityClass?.value ?? 0
        if let given = pod.spec.priority, given != priority {
            throw request.forbidden(
                "the integer value of priority (\(given)) must not be provided in pod spec; priority admission controller "
                    + "computed \(priority) from the given PriorityClass name")
        }
        pod.spec.priority = priority
        let policy = priorityClass?.preemptionPolicy ?? "PreemptLowerPriority"
        if let given = pod.spec.preemptionPolicy, given != policy {
            throw request.forbidden(
                "the string value of PreemptionPolicy (\(given)) must not be provided in pod spec; priority admission "
                    + "controller computed \(policy) from the given PriorityClass name")
        }
        pod.spec.preemptionPolicy = policy
    }
}
