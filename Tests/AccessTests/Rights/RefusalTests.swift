import Testing

@testable import Access

@Suite("Refusals in Kubernetes' words") struct RefusalTests {
    private let ann = Identity("ann")

    /// Recorded answers of kube-apiserver.
    @Test("As kube-apiserver words them") func words() {
        func message(_ verb: String, _ resource: AccessAttributes.Resource, _ reasons: [String] = []) -> String {
            Refusal(ann, AccessAttributes(verb, resource), reasons: reasons).message
        }
        #expect(
            message("list", .init(resource: "pods", namespace: "rights"))
                == #"pods is forbidden: User "ann" cannot list resource "pods" in API group "" in the namespace "rights""#
        )
        #expect(
            message("list", .init(resource: "nodes"))
                == #"nodes is forbidden: User "ann" cannot list resource "nodes" in API group "" at the cluster scope"#)
        #expect(
            message("get", .init(resource: "pods", subresource: "log", namespace: "rights", name: "x"))
                == #"pods "x" is forbidden: User "ann" cannot get resource "pods/log" in API group "" in the namespace "#
                + #""rights""#)
        #expect(
            message(
                "create", .init(group: "rbac.authorization.k8s.io", resource: "roles", namespace: "rights"))
                == #"roles.rbac.authorization.k8s.io is forbidden: User "ann" cannot create resource "roles" in API group "#
                + #""rbac.authorization.k8s.io" in the namespace "rights""#)
        #expect(
            Refusal(ann, AccessAttributes("get", path: "/metrics")).message
                == #"forbidden: User "ann" cannot get path "/metrics""#)
        #expect(
            message(
                "get", .init(resource: "secrets", namespace: "rights", name: "x"),
                ["no relationship found between node 'n1' and this object"])
                == #"secrets "x" is forbidden: User "ann" cannot get resource "secrets" in API group "" in the namespace "#
                + #""rights": no relationship found between node 'n1' and this object"#)
    }
}
