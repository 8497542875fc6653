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

    @Test("Each active one has an account and the cluster's certificate, and keeps them")
    func contents() {
        let contents = NamespaceContents(authority: "PEM")
        let deeds = contents.missing(namespace(), account: nil, map: nil)
        guard deeds.count == 2, case .createAccount(let account) = deeds[0], case .createMap(let map) = deeds[1] else {
            Issue.record("\(deeds)")
            return
        }
        #expect(account.key == ObjectKey(namespace: "shop", name: "default"))
        #expect(map.key == ObjectKey(namespace: "shop", name: "kube-root-ca.crt"))
        #expect(map.data["ca.crt"] == "PEM")
        #expect(contents.missing(namespace(), account: account, map: map).isEmpty)
        var changed = map
        changed.data["ca.crt"] = "forged"
        #expect(contents.missing(namespace(), account: account, map: changed) == [.updateMap(map)])
    }

    @Test("One that is being deleted gets nothing")
    func deleting() {
        var leaving = namespace()
        leaving.metadata.deletionTimestamp = Samples.time(1)
        #expect(NamespaceContents(authority: "PEM").missing(leaving, account: nil, map: nil).isEmpty)
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
        #expect(remaining?.message_ == "Some resources are remaining: pods has 2 resource instances")
        #expect(conditions.first { $0.type == "NamespaceFinalizersRemaining" }?.status == "True")
        #expect(conditions.first { $0.type == "NamespaceDeletionContentFailure" }?.status == "False")
        #expect(emptying.conditions(conditions, now: Samples.time(9)) == conditions, "the same is not written anew")
    }
}
