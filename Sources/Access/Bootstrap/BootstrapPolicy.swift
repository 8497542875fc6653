public import Objects

/// The roles and bindings that every cluster begins with, as Kubernetes has them.
public enum BootstrapPolicy {
    static let autoupdate = "rbac.authorization.kubernetes.io/autoupdate"
    static let aggregation = "rbac.authorization.k8s.io/aggregate-to-"
    private static let bootstrapping = (key: "kubernetes.io/bootstrapping", value: "rbac-defaults")

    /// A role or a binding of the policy. Its namespace is "" for those of the cluster.
    public enum Item: Sendable, Equatable {
        case clusterRole(Rbac.ClusterRole)
        case role(Rbac.Role)
        case clusterRoleBinding(Rbac.ClusterRoleBinding)
        case roleBinding(Rbac.RoleBinding)
    }

    /// All of them, roles before the bindings that refer to them. Read from text at each call: a server does so once, when
    /// it starts.
    public static func items() -> [Item] {
        var items: [Item] = []
        for text in [clusterRoles, controllerRoles, namespaceRoles, bindings] {
            for entry in PolicyText.entries(text) {
                switch entry {
                case .role(let role): items.append(item(role))
                case .binding(let binding): items.append(item(binding))
                }
            }
        }
        return items
    }

    /// What a node may do where nodes are not told apart: the rules of `system:node`.
    static func nodeRules() -> [AccessRule] {
        for case .role(let role) in PolicyText.entries(clusterRoles) where role.name == "system:node" {
            return role.rules
        }
        return []
    }

    private static func metadata(_ name: String, _ namespace: String, joins: [String] = []) -> Meta.ObjectMeta {
        var metadata = Meta.ObjectMeta()
        metadata.name = name
        metadata.namespace = namespace
        metadata.annotations = [autoupdate: "true"]
        metadata.labels = [bootstrapping.key: bootstrapping.value]
        for group in joins { metadata.labels[aggregation + group] = "true" }
        return metadata
    }

    private static func item(_ entry: PolicyText.Role) -> Item {
        let rules = entry.rules.map(\.policyRule)
        guard entry.namespace.isEmpty else {
            var role = Rbac.Role()
            role.metadata = metadata(entry.name, entry.namespace)
            role.rules = rules
            return .role(role)
        }
        var role = Rbac.ClusterRole()
        role.metadata = metadata(entry.name, "", joins: entry.joins)
        role.rules = rules
        if !entry.gathers.isEmpty {
            var rule = Rbac.AggregationRule()
            rule.clusterRoleSelectors = entry.gathers.map { group in
                var selector = Meta.LabelSelector()
                selector.matchLabels = [aggregation + group: "true"]
                return selector
            }
            role.aggregationRule = rule
        }
        return .clusterRole(role)
    }

    private static func item(_ entry: PolicyText.Binding) -> Item {
        var reference = Rbac.RoleRef()
        reference.apiGroup = "rbac.authorization.k8s.io"
        reference.kind = entry.isOfClusterRole ? "ClusterRole" : "Role"
        reference.name = entry.role
        let subjects = entry.subjects.map { subject in
            var shown = Rbac.Subject()
            shown.name = subject.name
            switch subject.kind {
            case .user, .group:
                shown.kind = subject.kind == .user ? "User" : "Group"
                shown.apiGroup = "rbac.authorization.k8s.io"
            case .serviceAccount:
                shown.kind = "ServiceAccount"
                shown.namespace = subject.namespace
            }
            return shown
        }
        guard entry.namespace.isEmpty else {
            var binding = Rbac.RoleBinding()
            binding.metadata = metadata(entry.name, entry.namespace)
            binding.roleRef = reference
            binding.subjects = subjects
            return .roleBinding(binding)
        }
        var binding = Rbac.ClusterRoleBinding()
        binding.metadata = metadata(entry.name, "")
        binding.roleRef = reference
        binding.subjects = subjects
        return .clusterRoleBinding(binding)
    }
}
