import Objects
import Policy
import Resources

/// Holds pods to the security level that their namespace asks for, and tells those who write templates of such pods.
struct PodSecurityAdmission: AdmissionPlugin {
    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        switch verb {
        case .create: definition.isCore("pods") || PodTemplatePath.of(definition) != nil
        case .update:
            definition.isCore("pods") || definition.isCore("namespaces") || PodTemplatePath.of(definition) != nil
        case .delete, .connect: false
        }
    }

    func validate(_ request: AdmissionRequest, _ core: ServerCore) async throws(APIError) -> [String] {
        if request.definition.isCore("namespaces") {
            return request.subresource == nil ? try await namespace(request, core) : []
        }
        guard request.subresource == nil || request.subresource == .ephemeralContainers else { return [] }
        guard let found = try await core.object("namespaces", name: request.namespace) else { return [] }
        let labels = Core.Namespace(found).metadata.labels
        guard let path = PodTemplatePath.of(request.definition) else { return try pod(request, labels) }
        guard case .message(let template)? = request.object[path: path] else { return [] }
        let pod = Core.PodTemplateSpec(template)
        return Self.warnings(pod.spec, pod.metadata.annotations, labels)
    }

    private func pod(_ request: AdmissionRequest, _ labels: StringMap<String>) throws(APIError) -> [String] {
        let pod = Core.Pod(request.object)
        if let old = request.old, !Self.isSignificant(pod.spec, Core.Pod(old).spec) { return [] }
        let level = SecurityLevel(.enforce, of: labels)
        let violations = PodSecurity.violations(pod.spec, annotations: pod.metadata.annotations, level: level.name)
        guard violations.isEmpty else {
            throw request.forbidden("violates PodSecurity \"\(level.text)\": \(SecurityViolation.text(violations))")
        }
        return Self.warnings(pod.spec, pod.metadata.annotations, labels)
    }

    private static func warnings(
        _ spec: Core.PodSpec, _ annotations: StringMap<String>, _ labels: StringMap<String>
    ) -> [String] {
        let level = SecurityLevel(.warn, of: labels)
        let violations = PodSecurity.violations(spec, annotations: annotations, level: level.name)
        if violations.isEmpty { return [] }
        return ["would violate PodSecurity \"\(level.text)\": \(SecurityViolation.text(violations))"]
    }

    /// Whether a change of a pod may change what it is allowed: its containers, or their images.
    private static func isSignificant(_ new: Core.PodSpec, _ old: Core.PodSpec) -> Bool {
        func images(_ spec: Core.PodSpec) -> [String] {
            (spec.containers + spec.initContainers).map(\.image)
                + spec.ephemeralContainers.map(\.ephemeralContainerCommon.image)
        }
        return images(new) != images(old)
    }

    // MARK: Namespaces

    /// How many pods of a namespace are looked at when it asks for more.
    private static let podLimit = 3000

    /// Tells who raises a namespace's level which of its pods do not meet it.
    private func namespace(_ request: AdmissionRequest, _ core: ServerCore) async throws(APIError) -> [String] {
        guard let old = request.old else { return [] }
        let level = SecurityLevel(.enforce, of: Core.Namespace(request.object).metadata.labels)
        let before = SecurityLevel(.enforce, of: Core.Namespace(old).metadata.labels)
        guard level != before, level.name > before.name else { return [] }
        var groups: [String: [String]] = [:]
        for message in try await core.objects("pods", in: request.name).prefix(Self.podLimit) {
            let pod = Core.Pod(message)
            let violations = PodSecurity.violations(
                pod.spec, annotations: pod.metadata.annotations, level: level.name)
            guard !violations.isEmpty else { continue }
            groups[violations.map(\.reason).joined(separator: ", "), default: []].append(pod.metadata.name)
        }
        guard !groups.isEmpty else { return [] }
        let texts = groups.map { reasons, names in
            let others = names.count - 1
            let more = others == 0 ? "" : others == 1 ? " (and 1 other pod)" : " (and \(others) other pods)"
            return "\(names.min() ?? "")\(more): \(reasons)"
        }
        return [
            "existing pods in namespace \"\(request.name)\" violate the new PodSecurity enforce level \"\(level.text)\""
        ] + texts.sorted()
    }
}

/// Where kinds that make pods keep the template.
private enum PodTemplatePath {
    static func of(_ definition: ResourceDefinition) -> String? {
        switch (definition.group, definition.plural) {
        case ("", "podtemplates"): "template"
        case ("", "replicationcontrollers"), ("apps", "daemonsets"), ("apps", "deployments"), ("apps", "replicasets"),
            ("apps", "statefulsets"), ("batch", "jobs"):
            "spec.template"
        case ("batch", "cronjobs"): "spec.jobTemplate.spec.template"
        default: nil
        }
    }
}
