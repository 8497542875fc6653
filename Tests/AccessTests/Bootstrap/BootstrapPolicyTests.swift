import Objects
import Testing

@testable import Access

@Suite("The policy that clusters begin with") struct BootstrapPolicyTests {
    @Test("It is Kubernetes' own, object for object") func same() throws {
        var expected: [BootstrapPolicy.Item] = []
        for name in PolicyFiles.names { expected += try PolicyFiles.objects(name) }
        let items = BootstrapPolicy.items()
        #expect(items.count == expected.count)
        for item in expected { #expect(items.contains(item)) }
    }

    @Test("Every binding's role is among the roles") func bound() {
        let index = TestPolicy.index()
        for item in BootstrapPolicy.items() {
            switch item {
            case .clusterRoleBinding(let binding): #expect(index.rules(of: RoleBindingFacts(binding).role) != nil)
            case .roleBinding(let binding): #expect(index.rules(of: RoleBindingFacts(binding).role) != nil)
            default: break
            }
        }
    }
}

/// The bootstrap policy as an index.
enum TestPolicy {
    static func index() -> RoleIndex {
        var index = RoleIndex()
        for item in BootstrapPolicy.items() {
            switch item {
            case .clusterRole(let role):
                index.setRole(RoleName(name: role.metadata.name), rules: role.rules.map { AccessRule($0) })
            case .role(let role):
                index.setRole(
                    RoleName(namespace: role.metadata.namespace, name: role.metadata.name),
                    rules: role.rules.map { AccessRule($0) })
            case .clusterRoleBinding(let binding): index.setBinding(RoleBindingFacts(binding))
            case .roleBinding(let binding): index.setBinding(RoleBindingFacts(binding))
            }
        }
        return index
    }
}
