public import Objects

/// What is to be done so that a role or binding of the bootstrap policy is there, whole: what lacks is added, what somebody
/// added stays, and what carries the annotation `rbac.authorization.kubernetes.io/autoupdate: "false"` is left alone.
public enum PolicyReconciliation {
    public enum Step<Object: Sendable & Equatable>: Sendable, Equatable {
        case keep
        case create(Object)
        case update(Object)
        /// Removed and made anew: a binding's role cannot be changed.
        case replace(Object)
    }

    public static func step(_ wanted: Rbac.ClusterRole, _ existing: Rbac.ClusterRole?) -> Step<Rbac.ClusterRole> {
        guard let existing else { return .create(wanted) }
        guard !isProtected(existing.metadata) else { return .keep }
        var role = existing
        merge(wanted.metadata, into: &role.metadata)
        if let aggregation = wanted.aggregationRule {
            // Its rules are the aggregating controller's.
            let known = existing.aggregationRule?.clusterRoleSelectors ?? []
            let missing = aggregation.clusterRoleSelectors.filter { !known.contains($0) }
            if !missing.isEmpty {
                var rule = Rbac.AggregationRule()
                rule.clusterRoleSelectors = known + missing
                role.aggregationRule = rule
            }
        } else {
            role.rules += missing(wanted.rules, existing.rules)
        }
        return role == existing ? .keep : .update(role)
    }

    public static func step(_ wanted: Rbac.Role, _ existing: Rbac.Role?) -> Step<Rbac.Role> {
        guard let existing else { return .create(wanted) }
        guard !isProtected(existing.metadata) else { return .keep }
        var role = existing
        merge(wanted.metadata, into: &role.metadata)
        role.rules += missing(wanted.rules, existing.rules)
        return role == existing ? .keep : .update(role)
    }

    public static func step<Binding: BootstrapBinding>(_ wanted: Binding, _ existing: Binding?) -> Step<Binding> {
        guard let existing else { return .create(wanted) }
        guard !isProtected(existing.metadata) else { return .keep }
        guard existing.roleRef == wanted.roleRef else { return .replace(wanted) }
        var binding = existing
        merge(wanted.metadata, into: &binding.metadata)
        binding.subjects += wanted.subjects.filter { !existing.subjects.contains($0) }
        return binding == existing ? .keep : .update(binding)
    }

    private static func isProtected(_ metadata: Meta.ObjectMeta) -> Bool {
        metadata.annotations[BootstrapPolicy.autoupdate] == "false"
    }

    /// Values that are there win.
    private static func merge(_ wanted: Meta.ObjectMeta, into metadata: inout Meta.ObjectMeta) {
        for (key, value) in wanted.labels where metadata.labels[key] == nil { metadata.labels[key] = value }
        for (key, value) in wanted.annotations where metadata.annotations[key] == nil {
            metadata.annotations[key] = value
        }
    }

    private static func missing(_ wanted: [Rbac.PolicyRule], _ existing: [Rbac.PolicyRule]) -> [Rbac.PolicyRule] {
        let held = existing.map { AccessRule($0) }
        // The policy's own roles are far smaller than what is refused.
        let missing = (try? RuleCoverage.missing(of: wanted.map { AccessRule($0) }, from: held)) ?? []
        return RuleCoverage.compact(missing).map(\.policyRule)
    }
}

/// What both kinds of bindings have.
public protocol BootstrapBinding: Sendable, Equatable {
    var metadata: Meta.ObjectMeta { get set }
    var subjects: [Rbac.Subject] { get set }
    var roleRef: Rbac.RoleRef { get }
}

extension Rbac.ClusterRoleBinding: BootstrapBinding {}
extension Rbac.RoleBinding: BootstrapBinding {}
