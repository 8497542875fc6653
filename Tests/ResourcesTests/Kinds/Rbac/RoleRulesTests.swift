import Objects
import Testing

@testable import Resources

@Suite("Roles and bindings are valid as kube-apiserver has it") struct RoleRulesTests {
    private func problems(_ rules: any ResourceRules, _ json: String, _ type: MessageDescriptor) throws -> [String] {
        var object = try JSONDecoder.decode(Array(json.utf8), as: type).message
        rules.setDefaults(&object)
        return rules.validate(object).map(\.description)
    }

    @Test(
        "A rule names verbs, and resources or paths",
        arguments: [
            (#"{"verbs":["get"],"apiGroups":[""],"resources":["pods"]}"#, []),
            (
                "{}",
                [
                    "rules[0].verbs: Required value: verbs must contain at least one value",
                    "rules[0].apiGroups: Required value: resource rules must supply at least one api group",
                    "rules[0].resources: Required value: resource rules must supply at least one resource",
                ]
            ),
            (
                #"{"verbs":["get"],"nonResourceURLs":["/x"]}"#,
                [
                    #"rules[0].nonResourceURLs: Invalid value: ["/x"]: namespaced rules cannot apply to non-resource URLs"#
                ]
            ),
        ] as [(String, [String])])
    func role(_ rule: String, _ expected: [String]) throws {
        #expect(
            try problems(RoleRules(isOfCluster: false), #"{"rules":[\#(rule)]}"#, Rbac.Role.descriptor) == expected)
    }

    @Test("A role of the cluster may speak of paths, but not in one breath with resources") func clusterRole() throws {
        let type = Rbac.ClusterRole.descriptor
        #expect(
            try problems(
                RoleRules(isOfCluster: true), #"{"rules":[{"verbs":["get"],"nonResourceURLs":["/x"]}]}"#, type) == [])
        #expect(
            try problems(
                RoleRules(isOfCluster: true),
                #"{"rules":[{"verbs":["get"],"nonResourceURLs":["/x"],"resources":["pods"]}],"aggregationRule":{}}"#,
                type)
                == [
                    #"rules[0].nonResourceURLs: Invalid value: ["/x"]: rules cannot apply to both regular resources and "#
                        + "non-resource URLs",
                    "aggregationRule.clusterRoleSelectors: Required value: at least one clusterRoleSelector required if "
                        + "aggregationRule is non-nil",
                ])
    }

    @Test("A binding refers to a role and to subjects that there are") func binding() throws {
        let type = Rbac.RoleBinding.descriptor
        let json = #"""
            {"roleRef":{"kind":"Role","name":"r"},"subjects":[{"kind":"User","name":"u"},
            {"kind":"ServiceAccount","name":"s","namespace":"n"}]}
            """#
        #expect(try problems(RoleBindingRules(isOfCluster: false), json, type) == [])
        let bad = #"""
            {"roleRef":{"apiGroup":"x","kind":"Pod","name":"a/b"},"subjects":[{"kind":"User","apiGroup":"y"},
            {"kind":"ServiceAccount","name":"S","apiGroup":"y"},{"kind":"Dog","name":"d"}]}
            """#
        let found = try problems(RoleBindingRules(isOfCluster: false), bad, type)
        #expect(
            found.map { String($0.prefix { $0 != ":" }) } == [
                "roleRef.apiGroup", "roleRef.kind", "roleRef.name", "subjects[0].name", "subjects[0].apiGroup",
                "subjects[1].name", "subjects[1].apiGroup", "subjects[2].kind",
            ])
        #expect(found[1] == #"roleRef.kind: Unsupported value: "Pod": supported values: "Role", "ClusterRole""#)
        #expect(found[2] == #"roleRef.name: Invalid value: "a/b": may not contain '/'"#)
        #expect(found[3] == "subjects[0].name: Required value")
    }

    @Test("The role of a binding stays") func roleStays() throws {
        func binding(_ role: String) throws -> Message {
            try JSONDecoder.decode(
                Array(#"{"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"Role","name":"\#(role)"}}"#.utf8),
                as: Rbac.RoleBinding.descriptor
            ).message
        }
        let rules = RoleBindingRules(isOfCluster: false)
        #expect(rules.validateUpdate(try binding("a"), old: try binding("a"), subresource: nil) == [])
        #expect(
            rules.validateUpdate(try binding("b"), old: try binding("a"), subresource: nil).map(\.description) == [
                #"roleRef: Invalid value: {"APIGroup":"rbac.authorization.k8s.io","Kind":"Role","Name":"b"}: cannot change roleRef"#
            ])
    }
}
