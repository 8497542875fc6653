import Objects
import Resources

/// Gives a pod its node, once (core/v1 `Binding`, the scheduler's write).
struct PodBinding: Action {
    /// Posted to the pod's own path; otherwise the binding's name says which pod.
    var isSubresource = false
    let typeMeta = TypeMeta(apiVersion: "v1", kind: "Binding")

    func perform(_ request: ActionRequest, _ core: ServerCore) async throws(APIError) -> ActionAnswer {
        guard let operations = core.registry.find("pods").flatMap(core.operations) else { throw APIError.noSuchPath() }
        let binding = Core.Binding(request.body)
        try await operations.bind(
            binding, namespace: request.namespace, name: isSubresource ? request.name : binding.metadata.name,
            options: request.options)
        return .done
    }
}

extension ResourceOperations {
    fileprivate func bind(
        _ binding: Core.Binding, namespace: String, name: String, options: WriteOptions
    ) async throws(APIError) {
        let node = binding.target.name
        guard !node.isEmpty, binding.target.kind.isEmpty || binding.target.kind == "Node" else {
            throw APIError.invalid(
                kind: "Binding", group: "", name: name,
                [.required("target.name", "a binding names the node of the pod")])
        }
        let definition = definition
        let now = core.now()
        let uid = binding.metadata.uid
        _ = try await modify(
            namespace: namespace, name: name, subresource: .binding, options: options, ownership: .unchanged
        ) {
            old throws(APIError) in
            var pod = Core.Pod(old)
            guard uid.isEmpty || uid == pod.metadata.uid else {
                throw APIError.conflict(
                    definition, name,
                    "the UID in the precondition (\(uid)) does not match the UID in record (\(pod.metadata.uid)). The object "
                        + "might have been deleted and then recreated")
            }
            guard pod.metadata.deletionTimestamp == nil else {
                throw APIError.conflict(definition, name, "pod \(name) is being deleted, cannot be assigned to a host")
            }
            guard pod.spec.nodeName.isEmpty else {
                throw APIError.conflict(
                    definition, name, "pod \(name) is already assigned to node \"\(pod.spec.nodeName)\"")
            }
            pod.spec.nodeName = node
            var conditions = pod.status.conditions.filter { $0.type != "PodScheduled" }
            var scheduled = Core.PodCondition()
            scheduled.type = "PodScheduled"
            scheduled.status = "True"
            scheduled.lastTransitionTime = Timestamp(seconds: now, nanoseconds: 0)
            conditions.append(scheduled)
            pod.status.conditions = conditions
            return pod.message
        }
    }
}
