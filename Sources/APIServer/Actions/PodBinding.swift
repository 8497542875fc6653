import Objects
import Resources

/// Gives a pod its node, once (core/v1 `Binding`, the scheduler's write).
struct PodBinding: Action {
    /// Posted to the pod's own path; otherwise the binding's name says which pod.
    var isSubresource = false
    let typeMeta = TypeMeta(apiVersion: "v1", kind: "Binding")

    func perform(_ request: ActionRequest, _ core: ServerCore) async throws(APIError) -> ActionAnswer {
        guard let operations = core.operations(of: "pods") else { throw APIError.noSuchPath() }
        let binding = Core.Binding(request.body)
        if isSubresource, binding.metadata.name != request.name {
            throw APIError.badRequest("name in URL does not match name in Binding object")
        }
        if let problem = Self.problem(binding) { throw APIError(500, "", problem) }
        try await operations.bind(
            binding, namespace: request.namespace, name: binding.metadata.name, options: request.options)
        return .done
    }

    /// As kube-apiserver says it here: as an error of its own, not as one of validation.
    private static func problem(_ binding: Core.Binding) -> String? {
        var problems: [FieldProblem] = []
        let kind = binding.target.kind
        if !kind.isEmpty, kind != "Node" {
            problems.append(.notSupported("target.kind", GoText.quoted(kind), ["Node", "<empty>"]))
        }
        if binding.target.name.isEmpty { problems.append(.required("target.name")) }
        return problems.isEmpty ? nil : GoText.aggregate(problems.map(\.description))
    }
}

extension ResourceOperations {
    fileprivate func bind(
        _ binding: Core.Binding, namespace: String, name: String, options: WriteOptions
    ) async throws(APIError) {
        let definition = definition
        let now = core.now()
        let wanted = binding.metadata
        let key = key(namespace, name)
        _ = try await modify(
            namespace: namespace, name: name, subresource: .binding, options: options, ownership: .unchanged
        ) {
            old throws(APIError) in
            var pod = Core.Pod(old)
            for (what, given, found) in [
                ("UID", wanted.uid, pod.metadata.uid),
                ("ResourceVersion", wanted.resourceVersion, pod.metadata.resourceVersion),
            ] where !given.isEmpty && given != found {
                throw APIError.otherObject(definition, name, at: key, what, wanted: given, found: found)
            }
            if let why = PodBinding.refusal(of: pod) {
                throw APIError(
                    409, "Conflict", "Operation cannot be fulfilled on pods/binding \"\(name)\": \(why)",
                    details: .init(name: name, kind: "pods/binding"))
            }
            PodBinding.bind(&pod, to: binding, now: now)
            return pod.message
        }
    }
}

extension PodBinding {
    /// Why the pod takes no node; nil: it does.
    static func refusal(of pod: Core.Pod) -> String? {
        let name = pod.metadata.name
        if pod.metadata.deletionTimestamp != nil {
            return "pod \(name) is being deleted, cannot be assigned to a host"
        }
        if !pod.spec.nodeName.isEmpty { return "pod \(name) is already assigned to node \"\(pod.spec.nodeName)\"" }
        return pod.spec.schedulingGates.isEmpty ? nil : "pod \(name) has non-empty .spec.schedulingGates"
    }

    /// The pod gets its node, and with it what the scheduler wants others to know.
    static func bind(_ pod: inout Core.Pod, to binding: Core.Binding, now: Int64) {
        pod.spec.nodeName = binding.target.name
        pod.status.nominatedNodeName = ""
        for entry in binding.metadata.annotations.entries { pod.metadata.annotations[entry.key] = entry.value }
        for entry in binding.metadata.labels.entries { pod.metadata.labels[entry.key] = entry.value }
        var conditions = pod.status.conditions
        var scheduled = Core.PodCondition()
        scheduled.type = "PodScheduled"
        scheduled.status = "True"
        scheduled.observedGeneration = pod.metadata.generation
        scheduled.lastTransitionTime = Timestamp(seconds: now)
        if let at = conditions.firstIndex(where: { $0.type == scheduled.type }) {
            if conditions[at].status == scheduled.status {
                scheduled.lastTransitionTime = conditions[at].lastTransitionTime
            }
            conditions[at] = scheduled
        } else {
            conditions.append(scheduled)
        }
        pod.status.conditions = conditions
    }
}
