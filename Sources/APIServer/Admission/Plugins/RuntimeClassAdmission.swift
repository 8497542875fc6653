import Access
import Objects
import Resources

/// Pods of a runtime class get what the runtime itself takes, and where it runs (node.k8s.io/v1 `RuntimeClass`).
struct RuntimeClassAdmission: AdmissionPlugin {
    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        verb == .create && definition.isCore("pods")
    }

    func admit(_ request: inout AdmissionRequest, _ core: ServerCore) async throws(APIError) {
        var pod = Core.Pod(request.object)
        guard let runtime = try await runtimeClass(of: pod, request, core) else { return }
        if let overhead = runtime.overhead {
            guard pod.spec.overhead.isEmpty || Self.equal(pod.spec.overhead, overhead.podFixed) else {
                throw request.forbidden(Self.mismatch)
            }
            pod.spec.overhead = overhead.podFixed
        }
        if let scheduling = runtime.scheduling {
            if let conflict = Self.schedule(&pod, scheduling) { throw request.forbidden(conflict) }
        }
        request.object = pod.message
    }

    func validate(_ request: AdmissionRequest, _ core: ServerCore) async throws(APIError) -> [String] {
        let pod = Core.Pod(request.object)
        guard !pod.spec.overhead.isEmpty else { return [] }
        guard let overhead = try await runtimeClass(of: pod, request, core)?.overhead else {
            throw request.forbidden(
                "pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead")
        }
        guard Self.equal(pod.spec.overhead, overhead.podFixed) else { throw request.forbidden(Self.mismatch) }
        return []
    }

    private static let mismatch = "pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead"

    private func runtimeClass(
        of pod: Core.Pod, _ request: AdmissionRequest, _ core: ServerCore
    ) async throws(APIError) -> Node.RuntimeClass? {
        guard let name = pod.spec.runtimeClassName, !name.isEmpty else { return nil }
        guard let found = try await core.object("runtimeclasses", of: "node.k8s.io", name: name) else {
            throw request.forbidden("pod rejected: RuntimeClass \(GoText.quoted(name)) not found")
        }
        return Node.RuntimeClass(found)
    }

    private static func equal(_ a: StringMap<Quantity>, _ b: StringMap<Quantity>) -> Bool {
        a.keys == b.keys && zip(a.values, b.values).allSatisfy { $0 == $1 }
    }

    /// Adds the class's node selector and tolerations to the pod's own.
    ///
    /// - Returns: why they do not go together; nil: they do.
    static func schedule(_ pod: inout Core.Pod, _ scheduling: Node.Scheduling) -> String? {
        var selector = pod.spec.nodeSelector
        for entry in scheduling.nodeSelector.entries {
            if let own = selector[entry.key], own != entry.value {
                return "conflict: runtimeClass.scheduling.nodeSelector[\(entry.key)] = \(entry.value); "
                    + "pod.spec.nodeSelector[\(entry.key)] = \(own)"
            }
            selector[entry.key] = entry.value
        }
        pod.spec.nodeSelector = selector
        pod.spec.tolerations = merged(pod.spec.tolerations + scheduling.tolerations)
        return nil
    }

    /// Without those that another one of them says as well; of equal ones the first stays.
    private static func merged(_ all: [Core.Toleration]) -> [Core.Toleration] {
        var kept: [Core.Toleration] = []
        for (index, toleration) in all.enumerated() {
            if kept.contains(where: { covers($0, toleration) }) { continue }
            if all[(index + 1)...].contains(where: { $0 != toleration && covers($0, toleration) }) { continue }
            kept.append(toleration)
        }
        return kept
    }

    /// Whether `wide` tolerates all that `narrow` does.
    private static func covers(_ wide: Core.Toleration, _ narrow: Core.Toleration) -> Bool {
        if wide == narrow { return true }
        let exists = wide.operator == "Exists"
        guard wide.key == narrow.key || (wide.key.isEmpty && exists),
            wide.effect == narrow.effect || wide.effect.isEmpty
        else { return false }
        if wide.effect == "NoExecute", let seconds = wide.tolerationSeconds {
            guard let other = narrow.tolerationSeconds, other <= seconds else { return false }
        }
        if exists { return true }
        return (wide.operator.isEmpty || wide.operator == "Equal") && narrow.operator == "Equal"
            && narrow.value == wide.value
    }
}
