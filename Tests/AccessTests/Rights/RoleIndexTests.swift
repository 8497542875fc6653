import TestSupport
import Testing

@testable import Access

@Suite("Decisions by roles") struct RoleIndexTests {
    private func can(
        _ index: RoleIndex, _ user: String, _ verb: String, _ resource: String, in namespace: String = "",
        groups: [String] = [], group: String = "", subresource: String = "", name: String = ""
    ) -> Verdict {
        index.decide(
            Identity(user, groups: groups),
            AccessAttributes(
                verb,
                .init(
                    group: group, resource: resource, subresource: subresource, namespace: namespace, name: name)))
    }

    private let readPods = AccessRule(verbs: ["get", "list"], groups: [""], resources: ["pods", "pods/log"])

    @Test("A RoleBinding gives its role in its namespace only") func namespaced() {
        var index = RoleIndex()
        index.setRole(RoleName(namespace: "rights", name: "r"), rules: [readPods])
        index.setBinding(
            RoleBindingFacts(
                name: RoleName(namespace: "rights", name: "b"), role: RoleName(namespace: "rights", name: "r"),
                subjects: [RoleSubject(.user, "ann")]))
        let verdict = can(index, "ann", "list", "pods", in: "rights")
        #expect(verdict.isAllowed)
        #expect(verdict.reason == #"RBAC: allowed by RoleBinding "b/rights" of Role "r" to User "ann""#)
        #expect(can(index, "ann", "get", "pods", in: "rights", subresource: "log").isAllowed)
        #expect(!can(index, "ann", "list", "pods", in: "other").isAllowed)
        #expect(!can(index, "ann", "list", "pods").isAllowed)
        #expect(!can(index, "ann", "delete", "pods", in: "rights").isAllowed)
        #expect(!can(index, "ann", "get", "pods", in: "rights", subresource: "exec").isAllowed)
        #expect(!can(index, "ann", "list", "pods", in: "rights", group: "apps").isAllowed)
        #expect(!can(index, "bob", "list", "pods", in: "rights").isAllowed)
        #expect(!can(index, "bob", "list", "pods", in: "rights", groups: ["ann"]).isAllowed)
    }

    @Test("A ClusterRoleBinding gives its role everywhere") func everywhere() {
        var index = RoleIndex()
        index.setRole(RoleName(name: "c"), rules: [readPods])
        index.setBinding(
            RoleBindingFacts(
                name: RoleName(name: "cb"), role: RoleName(name: "c"), subjects: [RoleSubject(.group, "ops")]))
        let verdict = can(index, "ann", "list", "pods", in: "any", groups: ["ops"])
        #expect(verdict.reason == #"RBAC: allowed by ClusterRoleBinding "cb" of ClusterRole "c" to Group "ops""#)
        #expect(can(index, "ann", "list", "pods", groups: ["ops"]).isAllowed)
        #expect(!can(index, "ops", "list", "pods").isAllowed)
    }

    @Test("A ServiceAccount is meant by its user name") func accounts() {
        var index = RoleIndex()
        index.setRole(RoleName(name: "c"), rules: [readPods])
        index.setBinding(
            RoleBindingFacts(
                name: RoleName(namespace: "n", name: "b"), role: RoleName(name: "c"),
                subjects: [RoleSubject(.serviceAccount, "web", namespace: "n")]))
        let verdict = can(index, "system:serviceaccount:n:web", "get", "pods", in: "n")
        #expect(verdict.reason == #"RBAC: allowed by RoleBinding "b/n" of ClusterRole "c" to ServiceAccount "web/n""#)
        #expect(!can(index, "system:serviceaccount:n:api", "get", "pods", in: "n").isAllowed)
    }

    @Test("A role that is not there gives nothing, and the refusal says so") func missing() {
        var index = RoleIndex()
        index.setBinding(
            RoleBindingFacts(
                name: RoleName(name: "b"), role: RoleName(name: "gone"), subjects: [RoleSubject(.user, "ann")]))
        index.setBinding(
            RoleBindingFacts(
                name: RoleName(namespace: "n", name: "b"), role: RoleName(namespace: "n", name: "lost"),
                subjects: [RoleSubject(.user, "ann")]))
        #expect(
            can(index, "ann", "get", "pods").reason
                == #"RBAC: clusterrole.rbac.authorization.k8s.io "gone" not found"#)
        #expect(
            can(index, "ann", "get", "pods", in: "n").reason
                == #"RBAC: [clusterrole.rbac.authorization.k8s.io "gone" not found, "#
                + #"role.rbac.authorization.k8s.io "lost" not found]"#)
        index.setRole(RoleName(name: "gone"), rules: [readPods])
        #expect(can(index, "ann", "get", "pods").isAllowed)
        index.removeRole(RoleName(name: "gone"))
        #expect(!can(index, "ann", "get", "pods").isAllowed)
    }

    @Test("An allowance that hangs on a name says so") func names() {
        var index = RoleIndex()
        index.setRole(
            RoleName(name: "c"),
            rules: [AccessRule(verbs: ["get"], groups: [""], resources: ["configmaps"], names: ["only"]), readPods])
        index.setBinding(
            RoleBindingFacts(
                name: RoleName(name: "b"), role: RoleName(name: "c"), subjects: [RoleSubject(.user, "ann")]))
        guard case .allowed(_, let holdsForAllNames) = can(index, "ann", "get", "configmaps", name: "only") else {
            Issue.record("refused")
            return
        }
        #expect(!holdsForAllNames)
        #expect(!can(index, "ann", "get", "configmaps", name: "other").isAllowed)
        #expect(!can(index, "ann", "get", "configmaps").isAllowed)
        guard case .allowed(_, let holdsForAll) = can(index, "ann", "get", "pods", name: "x") else {
            Issue.record("refused")
            return
        }
        #expect(holdsForAll)
    }

    @Test("A user whose name only looks the same is another") func lookalikes() {
        var index = RoleIndex()
        index.setRole(RoleName(name: "c"), rules: [readPods])
        index.setBinding(
            RoleBindingFacts(
                name: RoleName(name: "b"), role: RoleName(name: "c"), subjects: [RoleSubject(.user, "Kim Caf\u{e9}")]))
        #expect(can(index, "Kim Caf\u{e9}", "get", "pods").isAllowed)
        #expect(!can(index, "Kim Cafe\u{301}", "get", "pods").isAllowed)
        #expect(!can(index, "\u{212a}im Caf\u{e9}", "get", "pods").isAllowed)
    }

    @Test("After any changes, decisions are those of an index made anew", arguments: [1, 2, 3] as [UInt64])
    func incremental(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var index = RoleIndex()
        var roles: [RoleName: [AccessRule]] = [:]
        var bindings: [RoleName: RoleBindingFacts] = [:]
        let places = ["", "a", "b"]
        let users = ["u0", "u1", "u2"]
        let resources = ["pods", "nodes"]
        func pick<T>(_ list: [T]) -> T { list[Int.random(in: 0..<list.count, using: &random)] }
        for step in 0..<2000 {
            let name = RoleName(namespace: pick(places), name: pick(["x", "y", "z"]))
            switch Int.random(in: 0..<4, using: &random) {
            case 0:
                roles[name] = [AccessRule(verbs: ["get"], groups: [""], resources: [pick(resources)])]
                index.setRole(name, rules: roles[name] ?? [])
            case 1:
                roles[name] = nil
                index.removeRole(name)
            case 2:
                let ofCluster = name.namespace.isEmpty || Bool.random(using: &random)
                let role = RoleName(namespace: ofCluster ? "" : name.namespace, name: pick(["x", "y", "z"]))
                let subjects = (0..<2).map { _ in RoleSubject(Bool.random(using: &random) ? .user : .group, pick(users))
                }
                bindings[name] = RoleBindingFacts(name: name, role: role, subjects: subjects)
                index.setBinding(RoleBindingFacts(name: name, role: role, subjects: subjects))
            default:
                bindings[name] = nil
                index.removeBinding(name)
            }
            guard step % 20 == 0 else { continue }
            for user in users {
                for resource in resources {
                    for place in places {
                        let expected = bindings.values.contains { binding in
                            binding.name.namespace.isEmpty || binding.name.namespace == place
                                ? binding.subjects.contains { $0.name == user }
                                    && (roles[binding.role] ?? []).contains { $0.resources == [resource] } : false
                        }
                        // The user is in a group of the same name, so that both kinds of subjects count.
                        #expect(can(index, user, "get", resource, in: place, groups: [user]).isAllowed == expected)
                    }
                }
            }
        }
        #expect(index.bindingCount == bindings.count)
    }

    @Test("Changes are counted, and what changes nothing is not") func generations() {
        var index = RoleIndex()
        let first = index.generation
        index.setRole(RoleName(name: "c"), rules: [readPods])
        let second = index.generation
        #expect(second != first)
        index.setRole(RoleName(name: "c"), rules: [readPods])
        index.removeBinding(RoleName(name: "none"))
        #expect(index.generation == second)
    }

    @Test("Thousands of bindings are not looked at for those whom they do not name") func scale() {
        var index = RoleIndex()
        index.setRole(RoleName(name: "c"), rules: [readPods])
        for number in 0..<5000 {
            index.setBinding(
                RoleBindingFacts(
                    name: RoleName(name: "b\(number)"), role: RoleName(name: "c"),
                    subjects: [RoleSubject(.user, "u\(number)")]))
        }
        var allowed = 0
        let took = ProcessorTime.seconds {
            for number in 0..<5000 where can(index, "u\(number)", "get", "pods", in: "n").isAllowed { allowed += 1 }
        }
        #expect(allowed == 5000)
        // A look at every binding would be 25 million of them: minutes in a debug build.
        #expect(took < 5)
    }
}

@Suite("Rules") struct AccessRuleTests {
    private func allows(_ rule: AccessRule, _ verb: String, path: String) -> Bool {
        rule.allows(AccessAttributes(verb, path: path))
    }

    @Test("Paths are matched whole, or by what stands before the star") func paths() {
        let rule = AccessRule(verbs: ["get"], paths: ["/healthz", "/openapi/*"])
        #expect(allows(rule, "get", path: "/healthz"))
        #expect(!allows(rule, "get", path: "/healthz/etcd"))
        #expect(allows(rule, "get", path: "/openapi/v3/apis"))
        #expect(!allows(rule, "get", path: "/openapi"))
        #expect(!allows(rule, "post", path: "/healthz"))
        #expect(allows(AccessRule(verbs: ["*"], paths: ["*"]), "post", path: "/anything"))
    }

    @Test("Stars stand for all groups, resources, subresources and verbs") func stars() {
        func allows(_ resources: [String], _ resource: String, _ subresource: String = "") -> Bool {
            AccessRule(verbs: ["get"], groups: ["*"], resources: resources).allows(
                AccessAttributes("get", .init(group: "x", resource: resource, subresource: subresource)))
        }
        #expect(allows(["*"], "pods") && allows(["*"], "pods", "log"))
        #expect(allows(["*/scale"], "deployments", "scale"))
        #expect(!allows(["*/scale"], "deployments"))
        #expect(!allows(["*/scale"], "deployments", "status"))
        #expect(!allows(["pods"], "pods", "log"))
        #expect(!allows(["pods/log"], "pods"))
        #expect(!allows(["ods/log"], "pods", "log"))
    }

    @Test("A rule on resources says nothing of paths, and the other way round") func kinds() {
        #expect(!AccessRule.everything[0].allows(AccessAttributes("get", path: "/")))
        #expect(!AccessRule.everything[1].allows(AccessAttributes("get", .init(resource: "pods"))))
    }
}
