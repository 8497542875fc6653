import Client
import Objects
import Testing

@testable import Controllers

@Suite("Namespaces")
struct NamespaceContentsTests {
    private func namespace() -> Core.Namespace {
        var namespace = Core.Namespace()
        namespace.metadata.name = "shop"
        namespace.status.phase = "Active"
        return namespace
    }

    @Test("Each active one has an account and the cluster's certificate wherever pods look for it, and keeps them")
    func contents() {
        let contents = NamespaceContents(authority: "PEM")
        var account: Core.ServiceAccount?
        var maps: [String: Core.ConfigMap] = [:]
        for deed in contents.missing(namespace(), account: nil, maps: [:]) {
            switch deed {
            case .createAccount(let made): account = made
            case .createMap(let made): maps[made.metadata.name] = made
            case .updateMap: Issue.record("there is nothing to update")
            }
        }
        #expect(account?.key == ObjectKey(namespace: "shop", name: "default"))
        #expect(Set(maps.keys) == ["kube-root-ca.crt", "openshift-service-ca.crt"])
        #expect(maps["kube-root-ca.crt"]?.data["ca.crt"] == "PEM")
        #expect(maps["openshift-service-ca.crt"]?.data["service-ca.crt"] == "PEM")
        #expect(maps.values.allSatisfy { $0.metadata.namespace == "shop" })
        #expect(contents.missing(namespace(), account: account, maps: maps).isEmpty)
        for name in maps.keys {
            guard let whole = maps[name] else { continue }
            var changed = maps
            changed[name]?.data = ["ca.crt": "forged"]
            #expect(contents.missing(namespace(), account: account, maps: changed) == [.updateMap(whole)])
        }
    }

    @Test("One that is being deleted gets nothing")
    func deleting() {
        var leaving = namespace()
        leaving.metadata.deletionTimestamp = Samples.time(1)
        #expect(NamespaceContents(authority: "PEM").missing(leaving, account: nil, maps: [:]).isEmpty)
    }

    @Test("What is left is counted and shown, until nothing is")
    func emptying() {
        var emptying = NamespaceEmptying()
        let pods = ResourceName(plural: "pods")
        emptying.found(pods, [])
        #expect(emptying.isEmpty)
        var held = Meta.ObjectMeta()
        held.finalizers = ["a/b"]
        emptying.found(pods, [held, held])
        #expect(!emptying.isEmpty)
        let conditions = emptying.conditions([], now: Samples.time(1))
        let remaining = conditions.first { $0.type == "NamespaceContentRemaining" }
        #expect(remaining?.status == "True")
        #expect(remaining?.message_ == "Some resources are remaining: pods. has 2 resource instances")
        #expect(conditions.count == 5)
        #expect(conditions.first { $0.type == "NamespaceFinalizersRemaining" }?.status == "True")
        #expect(conditions.first { $0.type == "NamespaceDeletionContentFailure" }?.status == "False")
        #expect(emptying.conditions(conditions, now: Samples.time(9)) == conditions, "the same is not written anew")
        emptying.failed(pods, "refused")
        let failure = emptying.conditions([], now: Samples.time(1)).first {
            $0.type == "NamespaceDeletionContentFailure"
        }
        #expect(failure?.status == "True")
        #expect(failure?.message_ == "Failed to delete all resource types, 1 remaining: pods: refused")
    }
}
