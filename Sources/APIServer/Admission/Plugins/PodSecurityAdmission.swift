import Access
import Objects
import Policy
import Resources

/// Holds pods to the security level that their namespace asks for, and tells those who write templates of such pods.
struct PodSecurityAdmission: AdmissionPlugin {
    /// What holds where namespaces do not say, and who is not looked at.
    var configuration = SecurityConfiguration()

    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        switch verb {
        case .create, .update:
            definition.isCore("pods") || definition.isCore("namespaces") || PodTemplatePath.of(definition) != nil
        case .delete, .connect: false
        }
    }

    func validate(_ request: AdmissionRequest, _ core: ServerCore) async throws(APIError) -> [String] {
        if request.definition.isCore("namespaces") {
            return request.subresource == nil ? try await namespace(request, core) : []
        }
        let isPod = request.definition.isCore("pods")
        guard isPod ? !Self.isIgnored(request.subresource) : request.subresource == nil else { return [] }
        let exemptions = configuration.exemptions
        guard !exemptions.namespaces.contains(request.namespace),
            !exemptions.usernames.contains(request.caller.identity.name)
        else { return [] }
        guard let found = try await core.object("namespaces", name: request.namespace) else { return [] }
        let policy = policy(of: Core.Namespace(found)).policy
        guard let path = PodTemplatePath.of(request.definition) else { return try pod(request, policy) }
        guard case .message(let template)? = request.object[path: path] else { return [] }
        let pod = Core.PodTemplateSpec(template)
        guard !isExempt(pod.spec) else { return [] }
        return Self.warnings(pod.spec, pod.metadata.annotations, policy)
    }

    private func policy(of namespace: Core.Namespace) -> (policy: SecurityPolicy, problems: [FieldProblem]) {
        SecurityPolicy.of(namespace.metadata.labels, defaults: configuration.defaults)
    }

    private func isExempt(_ spec: Core.PodSpec) -> Bool {
        spec.runtimeClassName.map { !$0.isEmpty && configuration.exemptions.runtimeClasses.contains($0) } ?? false
    }

    /// The subresources of pods through which nothing of their specification changes that matters here.
    private static func isIgnored(_ subresource: Subresource?) -> Bool {
        switch subresource {
        case nil, .ephemeralContainers?, .resize?: false
        default: true
        }
    }

    private func pod(_ request: AdmissionRequest, _ policy: SecurityPolicy) throws(APIError) -> [String] {
        let pod = Core.Pod(request.object)
        if let old = request.old, !Self.isSignificant(pod, Core.Pod(old)) { return [] }
        guard !isExempt(pod.spec) else { return [] }
        let violations = PodSecurity.violations(
            pod.spec, annotations: pod.metadata.annotations, level: policy.enforce)
        guard violations.isEmpty else {
            throw request.forbidden(
                "violates PodSecurity \"\(policy.enforce.text)\": \(SecurityViolation.text(violations))")
        }
        return Self.warnings(pod.spec, pod.metadata.annotations, policy)
    }

    private static func warnings(
        _ spec: Core.PodSpec, _ annotations: StringMap<String>, _ policy: SecurityPolicy
    ) -> [String] {
        let violations = PodSecurity.violations(spec, annotations: annotations, level: policy.warn)
        if violations.isEmpty { return [] }
        return ["would violate PodSecurity \"\(policy.warn.text)\": \(SecurityViolation.text(violations))"]
    }

    /// Whether a change of a pod may change what it is allowed: its containers, their images, or their profiles.
    private static func isSignificant(_ new: Core.Pod, _ old: Core.Pod) -> Bool {
        func seccomp(_ pod: Core.Pod) -> [String] {
            pod.metadata.annotations.entries.filter { $0.key.contains("seccomp.security.alpha.kubernetes.io/") }
                .map { "\($0.key)=\($0.value)" }
        }
        func images(_ containers: [Core.Container]) -> [String] { containers.map(\.image) }
        if seccomp(new) != seccomp(old) { return true }
        if images(new.spec.containers) != images(old.spec.containers) { return true }
        if images(new.spec.initContainers) != images(old.spec.initContainers) { return true }
        return new.spec.ephemeralContainers.contains { container in
            let common = container.ephemeralContainerCommon
            let before = old.spec.ephemeralContainers.first { $0.ephemeralContainerCommon.name == common.name }
            return before?.ephemeralContainerCommon.image != common.image
        }
    }

    // MARK: Namespaces

    /// How many pods of a namespace are looked at when it asks for more.
    private static let podLimit = 3000

    /// Who labels a namespace that is exempt is told that it is for nothing.
    private func ignored(_ policy: SecurityPolicy, _ namespace: String) -> [String] {
        guard !policy.isPrivileged, policy != configuration.defaults else { return [] }
        return [
            "namespace \(GoText.quoted(namespace)) is exempt from Pod Security, and the policy (\(policy.text)) will be ignored"
        ]
    }

    /// Refuses labels that cannot be read, unless they were there before; and tells who raises a namespace's level which of its
    /// pods do not meet it.
    private func namespace(_ request: AdmissionRequest, _ core: ServerCore) async throws(APIError) -> [String] {
        let (policy, problems) = policy(of: Core.Namespace(request.object))
        let before = request.old.map { self.policy(of: Core.Namespace($0)) }
        guard problems.isEmpty || problems == before?.problems else {
            throw APIError.invalid(request.definition, request.name, problems)
        }
        let isExempt = configuration.exemptions.namespaces.contains(request.name)
        guard let was = before?.policy.enforce else { return isExempt ? ignored(policy, request.name) : [] }
        let level = policy.enforce
        guard level != was, level.name != .privileged, level.version != was.version || level.name > was.name else {
            return []
        }
        guard !isExempt else { return ignored(policy, request.name) }
        var groups: [String: [String]] = [:]
        let pods = try await core.objects("pods", in: request.name)
        for message in pods.prefix(Self.podLimit) {
            let pod = Core.Pod(message)
            let violations = PodSecurity.violations(
                pod.spec, annotations: pod.metadata.annotations, level: level)
            guard !violations.isEmpty else { continue }
            groups[violations.map(\.reason).joined(separator: ", "), default: []].append(pod.metadata.name)
        }
        var warnings: [String] = []
        if pods.count > Self.podLimit {
            warnings.append(
                "new PodSecurity enforce level only checked against the first \(Self.podLimit) of \(pods.count) existing pods"
            )
        }
        guard !groups.isEmpty else { return warnings }
        let texts = groups.map { reasons, names in
            let others = names.count - 1
            let more = others == 0 ? "" : others == 1 ? " (and 1 other pod)" : " (and \(others) other pods)"
            return "\(names.min() ?? "")\(more): \(reasons)"
        }
        return warnings + [
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
