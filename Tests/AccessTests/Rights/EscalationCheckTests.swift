import Objects
import Testing

@testable import Access

@Suite("Nobody gives away what he does not have") struct EscalationCheckTests {
    private func check(_ held: [AccessRule], namespace: String = "", groups: [String] = []) -> EscalationCheck {
        var index = RoleIndex()
        index.setRole(RoleName(name: "held"), rules: held)
        index.setBinding(
            RoleBindingFacts(
                name: RoleName(namespace: namespace, name: "b"), role: RoleName(name: "held"),
                subjects: [RoleSubject(.user, "ann")]))
        return EscalationCheck(index, Identity("ann", groups: groups))
    }

    private func rule(_ verbs: [String], _ resources: [String], names: [String] = []) -> AccessRule {
        AccessRule(verbs: verbs, groups: [""], resources: resources, names: names)
    }

    @Test("What several rules cover together may be given") func together() {
        let check = check([rule(["get"], ["pods"]), rule(["list"], ["pods"]), rule(["get", "list"], ["nodes"])])
        #expect(check.problem(granting: [rule(["get", "list"], ["pods", "nodes"])], namespace: "") == nil)
    }

    @Test("What is missing is listed, one line a resource, in order") func listed() {
        let check = check([rule(["get"], ["pods"])], groups: ["ops", "system:authenticated"])
        #expect(
            check.problem(granting: [rule(["get", "list", "watch"], ["pods", "nodes"])], namespace: "n")
                == #"user "ann" (groups=["ops" "system:authenticated"]) is attempting to grant RBAC permissions not "#
                + "currently held:\n"
                + #"{APIGroups:[""], Resources:["nodes"], Verbs:["get" "list" "watch"]}"# + "\n"
                + #"{APIGroups:[""], Resources:["pods"], Verbs:["list" "watch"]}"#)
    }

    @Test("Rights in one namespace give none in another, nor in the cluster") func places() {
        let check = check([rule(["get"], ["pods"])], namespace: "a")
        #expect(check.problem(granting: [rule(["get"], ["pods"])], namespace: "a") == nil)
        #expect(check.problem(granting: [rule(["get"], ["pods"])], namespace: "b") != nil)
        #expect(check.problem(granting: [rule(["get"], ["pods"])], namespace: "") != nil)
    }

    @Test("A right on some names is no right on all") func names() {
        let check = check([rule(["get"], ["pods"], names: ["a", "b"])])
        #expect(check.problem(granting: [rule(["get"], ["pods"], names: ["b"])], namespace: "") == nil)
        #expect(check.problem(granting: [rule(["get"], ["pods"])], namespace: "") != nil)
        #expect(check.problem(granting: [rule(["get"], ["pods"], names: ["b", "c"])], namespace: "") != nil)
    }

    @Test("Stars cover, and are covered by stars only") func stars() {
        #expect(check(AccessRule.everything).problem(granting: AccessRule.everything, namespace: "") == nil)
        #expect(check(AccessRule.everything).problemWithAggregation() == nil)
        #expect(
            check([rule(["get"], ["*/scale"])]).problem(granting: [rule(["get"], ["a/scale"])], namespace: "") == nil)
        #expect(check([rule(["get"], ["pods"])]).problem(granting: [rule(["*"], ["pods"])], namespace: "") != nil)
        #expect(
            check([rule(["*"], ["*"])]).problemWithAggregation()
                == "must have cluster-admin privileges to use aggregationRule")
    }

    @Test("Paths are covered by prefixes") func paths() {
        let check = check([AccessRule(verbs: ["get"], paths: ["/api/*"])])
        #expect(check.problem(granting: [AccessRule(verbs: ["get"], paths: ["/api/v1"])], namespace: "") == nil)
        #expect(check.problem(granting: [AccessRule(verbs: ["get"], paths: ["/metrics"])], namespace: "") != nil)
    }

    @Test("Masters give away anything") func masters() {
        let check = check([], groups: [SystemGroup.masters])
        #expect(check.problem(granting: AccessRule.everything, namespace: "") == nil)
    }

    @Test("A role that would take long to check is refused, not checked") func large() {
        let many = (0..<200).map { "r\($0)" }
        let huge = AccessRule(verbs: many, groups: many, resources: many)
        #expect(
            check([rule(["get"], ["pods"])]).problem(granting: [huge], namespace: "")
                == "the role has too many rules to be checked: split it")
    }

    @Test("An admin of the bootstrap policy cannot make himself one of the cluster") func bootstrap() {
        var index = TestPolicy.index()
        let roles = BootstrapPolicy.items().compactMap { item -> Rbac.ClusterRole? in
            if case .clusterRole(let role) = item { role } else { nil }
        }
        var gathered = roles
        // View is gathered into edit, and edit into admin.
        for _ in 0..<3 {
            for number in gathered.indices {
                if let rules = RoleAggregation.rules(of: gathered[number], among: gathered) {
                    gathered[number].rules = rules.map(\.policyRule)
                    index.setRole(RoleName(name: gathered[number].metadata.name), rules: rules)
                }
            }
        }
        index.setBinding(
            RoleBindingFacts(
                name: RoleName(namespace: "n", name: "b"), role: RoleName(name: "admin"),
                subjects: [RoleSubject(.user, "ann")]))
        let check = EscalationCheck(index, Identity("ann"))
        #expect(check.problem(granting: index.rules(of: RoleName(name: "view")) ?? [], namespace: "n") == nil)
        #expect(check.problem(granting: index.rules(of: RoleName(name: "cluster-admin")) ?? [], namespace: "n") != nil)
    }
}

@Suite("Roles put together from others") struct RoleAggregationTests {
    private func role(_ name: String, _ labels: StringMap<String>, _ resource: String) -> Rbac.ClusterRole {
        var role = Rbac.ClusterRole()
        role.metadata.name = name
        role.metadata.labels = labels
        role.rules = [AccessRule(verbs: ["get"], groups: [""], resources: [resource]).policyRule]
        return role
    }

    @Test("By selector, then by name, each rule once, and not from itself") func order() {
        var target = role("t", ["a": "1"], "own")
        target.aggregationRule = Rbac.AggregationRule()
        target.aggregationRule?.clusterRoleSelectors = ["b", "a"].map { key in
            var selector = Meta.LabelSelector()
            selector.matchLabels = [key: "1"]
            return selector
        }
        let others = [
            role("y", ["a": "1"], "third"), role("x", ["a": "1"], "second"), role("z", ["b": "1"], "first"),
            role("w", ["a": "1", "b": "1"], "first"), role("v", ["c": "1"], "none"), target,
        ]
        let rules = RoleAggregation.rules(of: target, among: others)
        #expect(rules?.map(\.resources) == [["first"], ["second"], ["third"]])
        #expect(RoleAggregation.rules(of: others[0], among: others) == nil)
    }
}
