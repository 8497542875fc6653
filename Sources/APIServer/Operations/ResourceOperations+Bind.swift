import Objects

extension ServerCore {
    static let bindingType = Schema.kubernetes.require("k8s.io.api.core.v1.Binding")
}

extension ResourceOperations {
    /// Gives a pod its node, once (core/v1 `Binding`, the scheduler's write).
    func bind(_ body: Message, namespace: String, name: String, options: WriteOptions) async throws(APIError) {
        let binding = Core.Binding(body)
        let node = binding.target.name
        guard !node.isEmpty, binding.target.kind.isEmpty || binding.target.kind == "Node" else {
            throw APIError.invalid(
                kind: "Binding", group: "", name: name,
                [.required("target.name", "a binding names the node of the pod")])
        }
        let definition = definition
        let now = core.now()
        let uid = binding.metadata.uid
        _ = try await modify(namespace: namespace, name: name, subresource: .binding, options: options) {
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
