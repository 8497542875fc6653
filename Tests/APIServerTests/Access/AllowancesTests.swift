import Access
import HTTP2
import Resources
import Testing

@testable import APIServer

@Suite("What was allowed is remembered for as long as it holds") struct AllowancesTests {
    private func key(_ resource: Int, _ verb: RightsVerb = .get, in namespace: String = "a") -> Allowances.Key {
        Allowances.Key(resource: resource, verb: verb, subresource: nil, namespace: namespace)
    }

    @Test("Only for the same resource, verb, subresource and namespace") func exact() {
        let allowances = Allowances()
        allowances.insert(key(1), generation: 7)
        #expect(allowances.contains(key(1), generation: 7))
        #expect(!allowances.contains(key(2), generation: 7))
        #expect(!allowances.contains(key(1, .list), generation: 7))
        #expect(!allowances.contains(key(1, in: "b"), generation: 7))
        #expect(
            !allowances.contains(
                Allowances.Key(resource: 1, verb: .get, subresource: .status, namespace: "a"), generation: 7))
    }

    @Test("A change of rights forgets all") func generations() {
        let allowances = Allowances()
        allowances.insert(key(1), generation: 7)
        #expect(!allowances.contains(key(1), generation: 8))
        allowances.insert(key(2), generation: 8)
        #expect(!allowances.contains(key(1), generation: 8))
        #expect(allowances.contains(key(2), generation: 8))
    }

    @Test("It stays within its bound, and keeps the latest") func bounded() {
        let allowances = Allowances()
        for number in 0..<1000 { allowances.insert(key(number), generation: 1) }
        let kept = (0..<1000).filter { allowances.contains(key($0), generation: 1) }
        #expect(kept.count <= 64)
        #expect(kept.contains(999))
    }

    @Test("One certificate is one caller; many take turns") func peers() {
        let peers = PeerCallers()
        let ann = PeerIdentity(commonName: "ann", organizations: ["ops"])
        let first = peers.caller(ann)
        #expect(first.identity == Identity("ann", groups: ["ops", "system:authenticated"]))
        #expect(peers.caller(ann).allowances === first.allowances)
        for number in 0..<1000 { _ = peers.caller(PeerIdentity(commonName: "u\(number)", organizations: [])) }
        #expect(peers.caller(ann).identity == first.identity)
    }
}

@Suite("Requests as rights name them") struct RequestRightsTests {
    @Test("A list of one object by its name is asked about with that name") func selectors() throws {
        let path = try #require(RequestPath("/api/v1/namespaces/a/pods"))
        guard case .resource(let resource) = path else {
            Issue.record("no resource")
            return
        }
        let attributes = RequestRights.attributes(resource, .list, nil, fieldSelector: nil)
        #expect(attributes == AccessAttributes("list", .init(resource: "pods", namespace: "a")))
    }

    @Test("A namespace is asked about in itself") func namespaces() throws {
        guard case .resource(let resource)? = RequestPath("/api/v1/namespaces/a") else {
            Issue.record("no resource")
            return
        }
        let attributes = RequestRights.attributes(resource, .get, nil, fieldSelector: nil)
        #expect(attributes == AccessAttributes("get", .init(resource: "namespaces", namespace: "a", name: "a")))
    }

    @Test(
        "Methods are verbs",
        arguments: [
            ("GET", true, false, RightsVerb.get), ("GET", false, false, .list), ("GET", false, true, .watch),
            ("POST", false, false, .create), ("PUT", true, false, .update), ("PATCH", true, false, .patch),
            ("DELETE", true, false, .delete), ("DELETE", false, false, .deletecollection), ("HEAD", true, false, .get),
        ])
    func verbs(_ method: String, _ isNamed: Bool, _ isWatch: Bool, _ verb: RightsVerb) {
        #expect(RightsVerb(method: method, isNamed: isNamed, isWatch: isWatch) == verb)
    }
}

@Suite("Labels that kubelets do not set") struct NodeRestrictionTests {
    @Test(
        "Reserved domains are closed, but for what kubelets say of themselves",
        arguments: [
            ("color", false), ("example.com/color", false), ("kubernetes.io/hostname", false),
            ("node.kubernetes.io/anything", false), ("kubelet.kubernetes.io/x", false),
            ("sub.node.kubernetes.io/x", false),
            ("node-restriction.kubernetes.io/x", true), ("a.node-restriction.kubernetes.io/x", true),
            ("node-role.kubernetes.io/control-plane", true), ("kubernetes.io/other", true), ("x.k8s.io/y", true),
            ("topology.kubernetes.io/zone", false),
        ])
    func labels(_ label: String, _ isForbidden: Bool) {
        #expect(NodeRestriction.isForbidden(label) == isForbidden)
    }
}
