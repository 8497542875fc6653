public import Objects

/// The schemas and levels that every server begins with (Kubernetes, "API Priority and Fairness", defaults).
public enum FlowControlBootstrap {
    /// Always there, and always as they are.
    public static let mandatoryLevels = [
        level("exempt", exempt: true), level("catch-all", shares: 5, lendable: 0),
    ]
    /// Made when they are missing; a cluster's administrator may change them.
    public static let suggestedLevels = [
        level("system", shares: 30, lendable: 33, queues: 64, hand: 6),
        level("node-high", shares: 40, lendable: 25, queues: 64, hand: 6),
        level("leader-election", shares: 10, lendable: 0, queues: 16, hand: 4),
        level("workload-high", shares: 40, lendable: 50, queues: 128, hand: 6),
        level("workload-low", shares: 100, lendable: 90, queues: 128, hand: 6),
        level("global-default", shares: 20, lendable: 50, queues: 128, hand: 6),
    ]
    public static let mandatorySchemas = [
        schema("exempt", "exempt", 1, nil, [rule(groups(["system:masters"]))]),
        schema("catch-all", "catch-all", 10000, "ByUser", [rule(everybody)]),
    ]
    public static let suggestedSchemas = [
        schema(
            "system-nodes", "system", 500, "ByUser", [rule(groups(["system:nodes"]))]),
        schema(
            "system-node-high", "node-high", 400, "ByUser",
            [
                rule(
                    groups(["system:nodes"]),
                    resources: [
                        resources(["*"], [""], ["nodes", "nodes/status"], isCluster: true),
                        resources(["*"], ["coordination.k8s.io"], ["leases"]),
                    ])
            ]),
        schema(
            "probes", "exempt", 2, nil, [rule(everybody, paths: [paths(["get"], ["/healthz", "/readyz", "/livez"])])]),
        schema(
            "system-leader-election", "leader-election", 100, "ByUser",
            [
                rule(
                    users(["system:kube-controller-manager", "system:kube-scheduler"]),
                    resources: [resources(writes, ["coordination.k8s.io"], ["leases"])])
            ]),
        schema(
            "endpoint-controller", "workload-high", 150, "ByUser",
            [
                rule(
                    users(["system:kube-controller-manager"])
                        + accounts(["endpoint-controller", "endpointslicemirroring-controller"]),
                    resources: [
                        resources(writes, [""], ["endpoints"]),
                        resources(writes, ["discovery.k8s.io"], ["endpointslices"]),
                    ])
            ]),
        schema(
            "workload-leader-election", "leader-election", 200, "ByUser",
            [
                rule(
                    accounts(["*"]),
                    resources: [
                        resources(writes, [""], ["endpoints", "configmaps"]),
                        resources(writes, ["coordination.k8s.io"], ["leases"]),
                    ])
            ]),
        schema(
            "kube-controller-manager", "workload-high", 800, "ByNamespace",
            [rule(users(["system:kube-controller-manager"]))]),
        schema("kube-scheduler", "workload-high", 800, "ByNamespace", [rule(users(["system:kube-scheduler"]))]),
        schema("kube-system-service-accounts", "workload-high", 900, "ByNamespace", [rule(accounts(["*"]))]),
        schema("service-accounts", "workload-low", 9000, "ByUser", [rule(groups(["system:serviceaccounts"]))]),
        schema("global-default", "global-default", 9900, "ByUser", [rule(everybody)]),
    ]

    private static let writes = ["get", "create", "update"]
    private static let everybody = groups(["system:unauthenticated", "system:authenticated"])
    /// Says that the server keeps the object as it is here; `false` leaves it to its owner.
    private static let keptAnnotation = "apf.kubernetes.io/autoupdate-spec"
    private static let queueLength = 50

    private static func level(
        _ name: String, shares: Int = 0, lendable: Int = 0, queues: Int = 0, hand: Int = 0, exempt: Bool = false
    ) -> FlowControl.PriorityLevelConfiguration {
        var level = FlowControl.PriorityLevelConfiguration()
        level.metadata.name = name
        level.metadata.annotations = [keptAnnotation: "true"]
        guard !exempt else {
            level.spec.type = "Exempt"
            var limits = FlowControl.ExemptPriorityLevelConfiguration()
            limits.nominalConcurrencyShares = 0
            limits.lendablePercent = 0
            level.spec.exempt = limits
            return level
        }
        var limits = FlowControl.LimitedPriorityLevelConfiguration()
        limits.nominalConcurrencyShares = shares
        limits.lendablePercent = lendable
        limits.limitResponse.type = queues == 0 ? "Reject" : "Queue"
        if queues > 0 {
            var queuing = FlowControl.QueuingConfiguration()
            queuing.queues = queues
            queuing.handSize = hand
            queuing.queueLengthLimit = queueLength
            limits.limitResponse.queuing = queuing
        }
        level.spec.type = "Limited"
        level.spec.limited = limits
        return level
    }

    private static func schema(
        _ name: String, _ level: String, _ precedence: Int, _ method: String?,
        _ rules: [FlowControl.PolicyRulesWithSubjects]
    ) -> FlowControl.FlowSchema {
        var schema = FlowControl.FlowSchema()
        schema.metadata.name = name
        schema.metadata.annotations = [keptAnnotation: "true"]
        schema.spec.priorityLevelConfiguration.name = level
        schema.spec.matchingPrecedence = precedence
        if let method {
            var distinguisher = FlowControl.FlowDistinguisherMethod()
            distinguisher.type = method
            schema.spec.distinguisherMethod = distinguisher
        }
        schema.spec.rules = rules
        return schema
    }

    /// Without resources and paths: all of them.
    private static func rule(
        _ subjects: [FlowControl.Subject], resources: [FlowControl.ResourcePolicyRule]? = nil,
        paths: [FlowControl.NonResourcePolicyRule]? = nil
    ) -> FlowControl.PolicyRulesWithSubjects {
        let isAll = resources == nil && paths == nil
        var rule = FlowControl.PolicyRulesWithSubjects()
        rule.subjects = subjects
        rule.resourceRules = isAll ? [Self.resources(["*"], ["*"], ["*"], isCluster: true)] : resources ?? []
        rule.nonResourceRules = isAll ? [Self.paths(["*"], ["*"])] : paths ?? []
        return rule
    }

    private static func resources(
        _ verbs: [String], _ groups: [String], _ names: [String], isCluster: Bool = false
    ) -> FlowControl.ResourcePolicyRule {
        var rule = FlowControl.ResourcePolicyRule()
        rule.verbs = verbs
        rule.apiGroups = groups
        rule.resources = names
        rule.namespaces = ["*"]
        rule.clusterScope = isCluster
        return rule
    }

    private static func paths(_ verbs: [String], _ urls: [String]) -> FlowControl.NonResourcePolicyRule {
        var rule = FlowControl.NonResourcePolicyRule()
        rule.verbs = verbs
        rule.nonResourceURLs = urls
        return rule
    }

    private static func groups(_ names: [String]) -> [FlowControl.Subject] {
        names.map { name in
            var subject = FlowControl.Subject()
            var group = FlowControl.GroupSubject()
            group.name = name
            subject.kind = "Group"
            subject.group = group
            return subject
        }
    }

    private static func users(_ names: [String]) -> [FlowControl.Subject] {
        names.map { name in
            var subject = FlowControl.Subject()
            var user = FlowControl.UserSubject()
            user.name = name
            subject.kind = "User"
            subject.user = user
            return subject
        }
    }

    private static func accounts(_ names: [String]) -> [FlowControl.Subject] {
        names.map { name in
            var subject = FlowControl.Subject()
            var account = FlowControl.ServiceAccountSubject()
            account.namespace = "kube-system"
            account.name = name
            subject.kind = "ServiceAccount"
            subject.serviceAccount = account
            return subject
        }
    }
}
