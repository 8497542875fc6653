import Client
import Objects
import Testing

@testable import Controllers

@Suite("An owner takes over what it selects and lets go what it does not")
struct ClaimPlanTests {
    private let owner = Samples.replicaSet("s", replicas: 1)

    private func pod(_ name: String, labels: StringMap<String> = ["app": "web"], owned by: String? = nil) -> Core.Pod {
        var pod = Samples.pod(name)
        pod.metadata.labels = labels
        if let by {
            var other = owner
            other.metadata.uid = by
            pod.metadata.ownerReferences = [.controller(other)]
        }
        return pod
    }

    private var pods: [Core.Pod] {
        var leaving = pod("leaving")
        leaving.metadata.deletionTimestamp = Samples.time(1)
        var elsewhere = pod("elsewhere")
        elsewhere.metadata.namespace = "other"
        return [
            pod("mine", owned: "uid-s"), pod("others", owned: "x"), pod("orphan"),
            pod("strange", labels: ["app": "db"]),
            pod("relabelled", labels: ["app": "db"], owned: "uid-s"), leaving, elsewhere,
        ]
    }

    @Test("By selector and controller reference")
    func claims() {
        let plan = ClaimPlan(pods, owner: owner.metadata, selector: LabelSelector(equal: ["app": "web"]))
        #expect(plan.owned.map(\.metadata.name) == ["mine"])
        #expect(plan.adopted.map(\.metadata.name) == ["orphan"])
        #expect(plan.released.map(\.metadata.name) == ["relabelled"])
    }

    @Test("An owner that is being deleted changes nothing")
    func deleting() {
        var owner = owner
        owner.metadata.deletionTimestamp = Samples.time(1)
        let plan = ClaimPlan(pods, owner: owner.metadata, selector: LabelSelector(equal: ["app": "web"]))
        #expect(plan.owned.map(\.metadata.name) == ["mine"])
        #expect(plan.adopted.isEmpty)
        #expect(plan.released.isEmpty)
    }

    @Test("An empty selector selects nothing rather than everything")
    func empty() {
        #expect(LabelSelector.ofWorkload(Meta.LabelSelector()) == nil)
        #expect(LabelSelector.ofWorkload(nil) == nil)
    }

    @Test("A plan waits until what was written has come back")
    func barrier() {
        var state = WriteBarrierState<String>()
        let key = owner.key
        state.wrote("d", key, version: "12", now: 0)
        func isBehind(_ group: String, cached: String?, at now: Int64 = 1) -> Bool {
            state.isBehind(group, now: now) { _ in cached }
        }
        #expect(isBehind("d", cached: "11"))
        #expect(isBehind("d", cached: nil))
        #expect(!isBehind("other", cached: nil))
        #expect(!isBehind("d", cached: "12"))
        state.wrote("d", key, version: "13", now: 0)
        #expect(!isBehind("d", cached: "12", at: 40_000), "a lost event does not hold it up for ever")
    }

    @Test("A patch of metadata is one that JSON readers take, whatever is in it")
    func patch() throws {
        var metadata = Meta.ObjectMeta()
        metadata.uid = "a\"b\\\u{1}"
        let json = MetadataPatch(of: metadata).owners([.controller(owner)]).finalizers(["x/y"]).json
        let read = try JSONDecoder.decode(json, as: Meta.PartialObjectMetadata.descriptor)
        let back = Meta.PartialObjectMetadata(read.message).metadata
        #expect(back.uid == metadata.uid)
        #expect(back.ownerReferences == [.controller(owner)])
        #expect(back.finalizers == ["x/y"])
    }
}
