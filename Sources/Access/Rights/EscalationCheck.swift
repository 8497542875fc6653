import Objects
/// Nobody gives away rights that he does not have: the check of every write of a role or binding.
public struct EscalationCheck: Sendable {
    let index: RoleIndex
    let identity: Identity

    public init(_ index: RoleIndex, _ identity: Identity) {
        self.index = index
        self.identity = identity
    }

    /// The rights that somebody needs to write an aggregated role, since it may gather anything.
    static let fullAuthority = AccessRule.everything

    /// - Parameter namespace: of the role or binding; "" for those of the cluster.
    /// - Returns: why these rules may not be given, in Kubernetes' words; nil: they may.
    public func problem(granting rules: [AccessRule], namespace: String) -> String? {
        if identity.isMaster { return nil }
        let (held, unresolved) = index.rules(for: identity, namespace: namespace)
        let missing: [AccessRule]
        do { missing = try RuleCoverage.missing(of: rules, from: held) } catch {
            return "the role has too many rules to be checked: split it"
        }
        guard !missing.isEmpty else { return nil }
        let lines = Set(RuleCoverage.compact(missing).map(\.description)).sorted()
        var text =
            "user \(GoText.quoted(identity.name)) (groups=\(GoText.quoted(identity.groups))) is attempting to grant "
            + "RBAC permissions not currently held:\n\(lines.joined(separator: "\n"))"
        if let unresolved { text += "; resolution errors: [\(unresolved)]" }
        return text
    }

    /// The same for a role that is put together from others.
    public func problemWithAggregation() -> String? {
        guard problem(granting: Self.fullAuthority, namespace: "") != nil else { return nil }
        return "must have cluster-admin privileges to use aggregationRule"
    }

    /// The right by which a caller may write the role all the same.
    public static func escalation(of role: RoleName) -> AccessAttributes {
        AccessAttributes("escalate", resource(role))
    }

    /// The right by which a caller may bind the role all the same, in the namespace of the binding ("": anywhere).
    public static func binding(of role: RoleName, in namespace: String) -> AccessAttributes {
        var target = resource(role)
        target.namespace = namespace
        return AccessAttributes("bind", target)
    }

    private static func resource(_ role: RoleName) -> AccessAttributes.Resource {
        AccessAttributes.Resource(
            group: "rbac.authorization.k8s.io", resource: role.namespace.isEmpty ? "clusterroles" : "roles",
            namespace: role.namespace, name: role.name)
    }
}
