public import Objects

/// The rules of a ClusterRole that is put together from others by their labels (`aggregationRule`).
public enum RoleAggregation {
    /// The rules that the role should have: those of all roles that one of its selectors selects, in the order of the
    /// selectors and of the roles' names, each once. Nil: the role is not aggregated.
    ///
    /// A selector that says nothing valid selects none.
    public static func rules(of role: Rbac.ClusterRole, among roles: [Rbac.ClusterRole]) -> [AccessRule]? {
        guard let aggregation = role.aggregationRule else { return nil }
        var rules: [AccessRule] = []
        var known: Set<AccessRule> = []
        let ordered = roles.sorted { $0.metadata.name < $1.metadata.name }
        for selector in aggregation.clusterRoleSelectors {
            guard let selector = try? LabelSelector(selector) else { continue }
            for other in ordered
            where other.metadata.name != role.metadata.name && selector.matches(other.metadata.labels) {
                for rule in other.rules.map({ AccessRule($0) }) where known.insert(rule).inserted {
                    rules.append(rule)
                }
            }
        }
        return rules
    }
}
