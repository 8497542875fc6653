import Access
import Objects

/// The rights of this cluster's own controllers. Kubernetes gives each controller a ServiceAccount and a role of its own; here
/// they all run as the user `system:kube-controller-manager`, which gets the roles of all of them, by one role that holds
/// their rules. It is no more than what that process can do there, and far less than `cluster-admin`.
enum ComponentRights {
    static let controllers = "apus:controllers"

    /// - Parameter policy: the bootstrap policy, whose roles of controllers are put together.
    static func items(_ policy: [BootstrapPolicy.Item]) -> [BootstrapPolicy.Item] {
        var rules: [AccessRule] = []
        var known: Set<AccessRule> = []
        for case .clusterRole(let role) in policy
        where role.metadata.name.hasPrefix("system:controller:") {
            for rule in role.rules.map({ AccessRule($0) }) where known.insert(rule).inserted { rules.append(rule) }
        }
        var role = Rbac.ClusterRole()
        role.metadata = metadata("")
        role.rules = rules.map(\.policyRule)
        var binding = Rbac.ClusterRoleBinding()
        binding.metadata = role.metadata
        binding.roleRef = reference("ClusterRole")
        binding.subjects = [subject]
        return [.clusterRole(role), .clusterRoleBinding(binding)] + inNamespaces(policy)
    }

    /// What the controllers may do in some namespaces alone: a role and a binding in each.
    private static func inNamespaces(_ policy: [BootstrapPolicy.Item]) -> [BootstrapPolicy.Item] {
        var rules: [String: [Rbac.PolicyRule]] = [:]
        for case .role(let role) in policy where role.metadata.name.hasPrefix("system:controller:") {
            rules[role.metadata.namespace, default: []] += role.rules
        }
        return rules.sorted { $0.key < $1.key }.flatMap { namespace, rules -> [BootstrapPolicy.Item] in
            var role = Rbac.Role()
            role.metadata = metadata(namespace)
            role.rules = rules
            var binding = Rbac.RoleBinding()
            binding.metadata = role.metadata
            binding.roleRef = reference("Role")
            binding.subjects = [subject]
            return [.role(role), .roleBinding(binding)]
        }
    }

    private static func metadata(_ namespace: String) -> Meta.ObjectMeta {
        var metadata = Meta.ObjectMeta()
        metadata.name = controllers
        metadata.namespace = namespace
        metadata.labels = ["kubernetes.io/bootstrapping": "rbac-defaults"]
        metadata.annotations = ["rbac.authorization.kubernetes.io/autoupdate": "true"]
        return metadata
    }

    private static func reference(_ kind: String) -> Rbac.RoleRef {
        var reference = Rbac.RoleRef()
        reference.apiGroup = "rbac.authorization.k8s.io"
        reference.kind = kind
        reference.name = controllers
        return reference
    }

    private static var subject: Rbac.Subject {
        var subject = Rbac.Subject()
        subject.kind = "User"
        subject.apiGroup = "rbac.authorization.k8s.io"
        subject.name = "system:kube-controller-manager"
        return subject
    }
}
