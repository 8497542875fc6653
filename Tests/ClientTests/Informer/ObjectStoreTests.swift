@testable import Client
import Objects
import Testing
import TestSupport

@Suite("The store holds what the server has")
struct ObjectStoreTests {
    private func pod(_ name: String, version: Int, node: String = "", uid: String = "u") -> Core.Pod {
        var pod = Core.Pod()
        pod.metadata.namespace = "default"
        pod.metadata.name = name
        pod.metadata.uid = uid
        pod.metadata.resourceVersion = String(version)
        pod.spec.nodeName = node
        return pod
    }

    @Test("A list that replaces the store tells of what came, changed and went")
    func replacing() {
        let store = ObjectStore<Core.Pod>()
        _ = store.replace([pod("a", version: 1), pod("b", version: 2), pod("c", version: 3)])
        let changes = store.replace([pod("b", version: 2), pod("c", version: 5), pod("d", version: 4)])
        #expect(
            changes == [
                .updated(pod("c", version: 3), pod("c", version: 5)), .added(pod("d", version: 4)),
                .deleted(pod("a", version: 1)),
            ])
        #expect(Set(store.all().map(\.metadata.name)) == ["b", "c", "d"])
    }

    @Test("Another object of the same name is the end of the first")
    func replaced() {
        let store = ObjectStore<Core.Pod>()
        _ = store.replace([pod("a", version: 1, uid: "x")])
        #expect(
            store.replace([pod("a", version: 9, uid: "y")])
                == [.deleted(pod("a", version: 1, uid: "x")), .added(pod("a", version: 9, uid: "y"))])
    }

    @Test("An event that is known already tells nothing")
    func known() {
        let store = ObjectStore<Core.Pod>()
        #expect(store.apply(.added(pod("a", version: 1))) == .added(pod("a", version: 1)))
        #expect(store.apply(.modified(pod("a", version: 1))) == nil)
        #expect(store.apply(.deleted(pod("b", version: 2))) == nil)
        #expect(store.apply(.bookmark(9)) == nil)
    }

    @Test("An index finds exactly the objects that a search finds", arguments: UInt64(1)...10)
    func indexes(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let store = ObjectStore<Core.Pod>()
        let isAddedEarly = Bool.random(using: &random)
        if isAddedEarly { store.addIndex("node") { [$0.spec.nodeName] } }
        for version in 1...400 {
            let pod = pod(
                "p\(Int.random(in: 0..<20, using: &random))", version: version,
                node: "n\(Int.random(in: 0..<4, using: &random))")
            switch Int.random(in: 0..<10, using: &random) {
            case 0: _ = store.replace([pod])
            case 1...3: _ = store.apply(.deleted(pod))
            default: _ = store.apply(.modified(pod))
            }
        }
        if !isAddedEarly { store.addIndex("node") { [$0.spec.nodeName] } }
        for node in 0..<4 {
            let found = Set(store.byIndex("node", "n\(node)").map(\.metadata.name))
            #expect(found == Set(store.all().filter { $0.spec.nodeName == "n\(node)" }.map(\.metadata.name)))
        }
        #expect(store.byIndex("other", "n0").isEmpty)
    }
}
