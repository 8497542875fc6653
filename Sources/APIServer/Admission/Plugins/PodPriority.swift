import Objects
import Resources

/// Pods get the number that their priority class stands for.
struct PodPriority: AdmissionPlugin {
    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        verb == .create && definition.isCore("pods")
    }

    func admit(_ request: inout AdmissionRequest, _ core: ServerCore) async throws(APIError) {
        var pod = Core.Pod(request.object)
        try Self.setPriority(&pod, request.definition)
        request.object = pod.message
    }

    private static let systemPriorities = [
        "system-cluster-critical": 2_000_000_000, "system-node-critical": 2_000_001_000,
    ]

    static func setPriority(_ pod: inout Core.Pod, _ definition: ResourceDefinition) throws(APIError) {
        let name = pod.spec.priorityClassName
        var priority = 0
        if !name.isEmpty {
            guard let known = systemPriorities[name] else {
                throw APIError.forbidden(
                    definition, pod.metadata.name, "no PriorityClass with name \(name) was found")
            }
            priority = known
        }
        if let given = pod.spec.priority, given != priority {
            throw APIError.forbidden(
                definition, pod.metadata.name,
                "the integer value of priority (\(given)) must not be provided in pod spec; priority admission controller "
                    + "computed \(priority) from the given PriorityClass name")
        }
        pod.spec.priority = priority
        if pod.spec.preemptionPolicy == nil { pod.spec.preemptionPolicy = "PreemptLowerPriority" }
    }
}
