import Objects
import Testing

@testable import Access

@Suite("The policy is made whole at start") struct PolicyReconciliationTests {
    private func role(_ name: String = "r", rules: [AccessRule] = []) -> Rbac.ClusterRole {
        var role = Rbac.ClusterRole()
        role.metadata.name = name
        role.metadata.labels = ["kubernetes.io/bootstrapping": "rbac-defaults"]
        role.metadata.annotations = [BootstrapPolicy.autoupdate: "true"]
        role.rules = rules.map(\.policyRule)
        return role
    }
    private let pods = AccessRule(verbs: ["get", "list"], groups: [""], resources: ["pods"])
    private let nodes = AccessRule(verbs: ["get"], groups: [""], resources: ["nodes"])

    @Test("What is not there is made") func create() {
        #expect(PolicyReconciliation.step(role(rules: [pods]), nil) == .create(role(rules: [pods])))
    }

    @Test("What is whole stays untouched, with what somebody added") func keep() {
        var existing = role(rules: [nodes, pods])
        existing.metadata.labels["mine"] = "yes"
        existing.metadata.annotations[BootstrapPolicy.autoupdate] = "yes"
        #expect(PolicyReconciliation.step(role(rules: [pods]), existing) == .keep)
    }

    @Test("Rules that lack are added after those that are there") func missingRules() {
        let partly = AccessRule(verbs: ["list"], groups: [""], resources: ["pods"])
        let get = AccessRule(verbs: ["get"], groups: [""], resources: ["pods"])
        #expect(
            PolicyReconciliation.step(role(rules: [pods, nodes]), role(rules: [partly]))
                == .update(role(rules: [partly, get, nodes])))
    }

    @Test("Labels that lack are added") func labels() {
        var existing = role(rules: [pods])
        existing.metadata.labels = ["mine": "yes"]
        var expected = existing
        expected.metadata.labels["kubernetes.io/bootstrapping"] = "rbac-defaults"
        #expect(PolicyReconciliation.step(role(rules: [pods]), existing) == .update(expected))
    }

    @Test("What an operator has taken over is left alone") func protected() {
        var existing = role()
        existing.metadata.annotations[BootstrapPolicy.autoupdate] = "false"
        #expect(PolicyReconciliation.step(role(rules: [pods]), existing) == .keep)
    }

    @Test("An aggregated role's rules are not touched, its selectors are completed") func aggregated() {
        var wanted = role()
        wanted.aggregationRule = Rbac.AggregationRule()
        var selector = Meta.LabelSelector()
        selector.matchLabels = ["a": "b"]
        wanted.aggregationRule?.clusterRoleSelectors = [selector]
        var existing = role(rules: [pods])
        existing.aggregationRule = wanted.aggregationRule
        #expect(PolicyReconciliation.step(wanted, existing) == .keep)
        existing.aggregationRule = nil
        var expected = existing
        expected.aggregationRule = wanted.aggregationRule
        #expect(PolicyReconciliation.step(wanted, existing) == .update(expected))
    }

    private func binding(_ role: String, _ users: [String]) -> Rbac.ClusterRoleBinding {
        var binding = Rbac.ClusterRoleBinding()
        binding.metadata.name = "b"
        binding.roleRef.name = role
        binding.roleRef.kind = "ClusterRole"
        binding.subjects = users.map { user in
            var subject = Rbac.Subject()
            subject.kind = "User"
            subject.name = user
            return subject
        }
        return binding
    }

    @Test("Subjects that lack are added; another role means another binding") func bindings() {
        #expect(
            PolicyReconciliation.step(binding("r", ["a"]), binding("r", ["b"])) == .update(binding("r", ["b", "a"])))
        #expect(PolicyReconciliation.step(binding("r", ["a"]), binding("r", ["b", "a"])) == .keep)
        #expect(PolicyReconciliation.step(binding("r", ["a"]), binding("s", ["a"])) == .replace(binding("r", ["a"])))
    }
}
