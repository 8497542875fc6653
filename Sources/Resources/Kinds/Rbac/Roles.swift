import Objects

extension BuiltinResources {
    static let roles = ResourceDefinition(
        rbacVersion, "roles", "Role", traits: [.createsOnUpdate, .answersOnceSeen],
        rules: RoleRules(isOfCluster: false),
        rows: roleRows)
    static let clusterRoles = ResourceDefinition(
        rbacVersion, "clusterroles", "ClusterRole", isNamespaced: false, traits: [.createsOnUpdate, .answersOnceSeen],
        rules: RoleRules(isOfCluster: true), rows: roleRows)

    static let rbacVersion = "rbac.authorization.k8s.io/v1"

    private static let roleRows = RowPlan([
        .name,
        Column(
            "Created At", .date, about: "When the role was created.", reads: []
        ) { object, _ in .text(Metadata(of: object).creationSeconds.map { RbacWords.time($0) } ?? "") },
    ])
}

/// What roles allow: verbs on resources or, in those of the cluster, on paths.
struct RoleRules: ResourceRules {
    let isOfCluster: Bool

    func problemsWithName(_ name: String, isPrefix: Bool) -> [String] { RbacWords.nameProblems(name) }

    func validate(_ object: Message) -> [FieldProblem] {
        // The two kinds have their rules in fields of one name and type.
        var problems: [FieldProblem] = []
        let role = Rbac.ClusterRole(object)
        let rules = isOfCluster ? role.rules : Rbac.Role(object).rules
        for (number, rule) in rules.enumerated() { problems += Self.problems(rule, "rules[\(number)]", isOfCluster) }
        guard isOfCluster, let aggregation = role.aggregationRule else { return problems }
        let path = "aggregationRule.clusterRoleSelectors"
        if aggregation.clusterRoleSelectors.isEmpty {
            problems.append(.required(path, "at least one clusterRoleSelector required if aggregationRule is non-nil"))
        }
        for (number, selector) in aggregation.clusterRoleSelectors.enumerated() {
            problems += SelectorRules.problems(selector, "\(path)[\(number)]")
        }
        return problems
    }

    private static func problems(_ rule: Rbac.PolicyRule, _ path: String, _ isOfCluster: Bool) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if rule.verbs.isEmpty { problems.append(.required("\(path).verbs", "verbs must contain at least one value")) }
        guard rule.nonResourceURLs.isEmpty else {
            let urls = RbacWords.json(rule.nonResourceURLs)
            if !isOfCluster {
                problems.append(
                    .invalid("\(path).nonResourceURLs", urls, "namespaced rules cannot apply to non-resource URLs"))
            }
            if !rule.apiGroups.isEmpty || !rule.resources.isEmpty || !rule.resourceNames.isEmpty {
                problems.append(
                    .invalid(
                        "\(path).nonResourceURLs", urls,
                        "rules cannot apply to both regular resources and non-resource URLs"))
            }
            return problems
        }
        if rule.apiGroups.isEmpty {
            problems.append(.required("\(path).apiGroups", "resource rules must supply at least one api group"))
        }
        if rule.resources.isEmpty {
            problems.append(.required("\(path).resources", "resource rules must supply at least one resource"))
        }
        return problems
    }
}

/// Words and forms that the kinds of RBAC share.
enum RbacWords {
    static let group = "rbac.authorization.k8s.io"

    /// Names of roles and bindings may be any one segment of a path.
    static func nameProblems(_ name: String) -> [String] {
        if name == "." || name == ".." { return ["may not be '\(name)'"] }
        return ["/", "%"].filter { name.contains($0) }.map { "may not contain '\($0)'" }
    }

    static func json(_ texts: [String]) -> String {
        String(decoding: FreeValue.text(.list(texts.map { .string($0) })), as: UTF8.self)
    }

    static func time(_ seconds: Int64) -> String { Timestamp(seconds: seconds, nanoseconds: 0).rfc3339 }
}
