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
        role.metadata.name = controllers
        role.metadata.labels = ["kubernetes.io/bootstrapping": "rbac-defaults"]
        role.metadata.annotations = ["rbac.authorization.kubernetes.io/autoupdate": "true"]
        role.rules = rules.map(\.policyRule)
        var binding = Rbac.ClusterRoleBinding()
        binding.metadata = role.metadata
        binding.roleRef.apiGroup = "rbac.authorization.k8s.io"
        binding.roleRef.kind = "ClusterRole"
        binding.roleRef.name = controllers
        var subject = Rbac.Subject()
        subject.kind = "User"
        subject.apiGroup = "rbac.authorization.k8s.io"
        subject.name = "system:kube-controller-manager"
        binding.subjects = [subject]
        return [.clusterRole(role), .clusterRoleBinding(binding)]
    }
}
