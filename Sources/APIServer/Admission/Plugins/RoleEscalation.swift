import Access
import Objects
import Resources

/// Nobody makes a role or binding with rights that he does not have, unless he has been given the verbs `escalate` or `bind`
/// for it (Kubernetes, "Privilege escalation prevention and bootstrapping").
struct RoleEscalation: AdmissionPlugin {
    private static let group = "rbac.authorization.k8s.io"

    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        definition.group == Self.group && (verb == .create || verb == .update)
    }

    func admit(_ request: inout AdmissionRequest, _ core: ServerCore) async throws(APIError) {
        guard !request.caller.isMaster else { return }
        if let old = request.old, Self.changesCollectionFieldsOnly(request.object, old) { return }
        let problem: String?
        switch request.definition.plural {
        case "roles":
            problem = try await self.problem(
                with: Rbac.Role(request.object).rules, aggregation: false, request, core)
        case "clusterroles":
            let role = Rbac.ClusterRole(request.object)
            let wasAggregated = request.old.map { Rbac.ClusterRole($0).aggregationRule != nil } ?? false
            problem = try await self.problem(
                with: role.rules, aggregation: role.aggregationRule != nil || wasAggregated, request, core)
        case "rolebindings":
            problem = try await self.problem(binding: Rbac.RoleBinding(request.object).roleRef, request, core)
        default:
            problem = try await self.problem(binding: Rbac.ClusterRoleBinding(request.object).roleRef, request, core)
        }
        if let problem { throw APIError.forbidden(request.definition, request.shownName, problem) }
    }

    /// The garbage collector must be able to let go of what it may not give.
    private static func changesCollectionFieldsOnly(_ object: Message, _ old: Message) -> Bool {
        func bare(_ message: Message) -> Message {
            var message = message
            var metadata = Metadata(of: message).message
            for field in ["ownerReferences", "finalizers", "managedFields", "resourceVersion"] { metadata[field] = nil }
            message["metadata"] = .message(metadata)
            return message
        }
        return bare(object) == bare(old)
    }

    private func problem(
        with rules: [Rbac.PolicyRule], aggregation: Bool, _ request: AdmissionRequest, _ core: ServerCore
    ) async throws(APIError) -> String? {
        let role = RoleName(namespace: request.namespace, name: request.name)
        if try await core.access.isAllowed(request.caller, EscalationCheck.escalation(of: role), core) { return nil }
        try await core.catchUp()
        let check = EscalationCheck(core.access.roles, request.caller.identity)
        if aggregation, let problem = check.problemWithAggregation() { return problem }
        return check.problem(granting: rules.map { AccessRule($0) }, namespace: request.namespace)
    }

    private func problem(
        binding reference: Rbac.RoleRef, _ request: AdmissionRequest, _ core: ServerCore
    ) async throws(APIError) -> String? {
        let role = RoleBindingFacts.role(reference, namespace: request.namespace)
        // What names no role is invalid, which the kind's rules say.
        guard !role.name.isEmpty, reference.kind == "Role" || reference.kind == "ClusterRole" else { return nil }
        let right = EscalationCheck.binding(of: role, in: request.namespace)
        if try await core.access.isAllowed(request.caller, right, core) { return nil }
        try await core.catchUp()
        let roles = core.access.roles
        guard let rules = roles.rules(of: role) else { throw Self.notFound(role) }
        return EscalationCheck(roles, request.caller.identity).problem(granting: rules, namespace: request.namespace)
    }

    /// As kube-apiserver words it here: by the kind in lower case, not by the resource.
    private static func notFound(_ role: RoleName) -> APIError {
        let kind = role.namespace.isEmpty ? "clusterrole" : "role"
        return APIError(
            404, "NotFound", "\(kind).\(group) \(GoText.quoted(role.name)) not found",
            details: .init(name: role.name, group: group, kind: kind))
    }
}
