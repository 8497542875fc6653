import Objects
import Testing

@testable import Controllers

@Suite("A ReplicaSet's pods")
struct ReplicaSetPlannerTests {
    @Test("Those whose end costs least go first")
    func ranking() {
        var costly = Samples.pod("costly", readySince: 10)
        costly.metadata.annotations[PodRanking.costAnnotation] = "100"
        let pods = [
            costly, Samples.pod("long-ready", readySince: 5), Samples.pod("short-ready", readySince: 50),
            Samples.pod("crowded", readySince: 5, node: "n2"), Samples.pod("not-ready"),
            Samples.pod("pending", phase: "Pending"),
            Samples.pod("unassigned", phase: "Pending", node: ""),
        ]
        for count in 0...pods.count {
            let names = PodRanking.first(count, of: pods, perNode: ["n1": 1, "n2": 9]).map(\.metadata.name)
            let order = ["unassigned", "pending", "not-ready", "crowded", "short-ready", "long-ready", "costly"]
            #expect(Set(names) == Set(order.prefix(count)))
        }
    }

    @Test("Batches double, and add up", arguments: [0, 1, 2, 3, 7, 8, 100, 500])
    func batches(count: Int) {
        let sizes = SlowStart.batches(count)
        #expect(sizes.reduce(0, +) == count)
        #expect(zip(sizes, sizes.dropFirst()).dropLast().allSatisfy { $1 == $0 * 2 })
        #expect(sizes.first == (count > 0 ? 1 : nil))
    }

    @Test("Pods are counted ready at once and available after their time, which is waited for")
    func availability() {
        var set = Samples.replicaSet("s", replicas: 2)
        set.spec.minReadySeconds = 30
        let snapshot = ReplicaSetSnapshot(
            replicaSet: set, pods: [Samples.pod("a", readySince: 970), Samples.pod("b", readySince: 980)],
            terminatingCount: 1, isSeen: true, now: Samples.time(1_000))
        let plan = ReplicaSetStatusPlan(snapshot, failure: nil)
        #expect(plan.status.readyReplicas == 2)
        #expect(plan.status.availableReplicas == 1)
        #expect(plan.status.terminatingReplicas == 1)
        #expect(plan.status.fullyLabeledReplicas == 2)
        #expect(plan.retryAfterMilliseconds == 10_000)
    }

    @Test("A failure is shown as a condition until it is over")
    func failure() {
        let set = Samples.replicaSet("s", replicas: 1)
        var snapshot = ReplicaSetSnapshot(
            replicaSet: set, pods: [], terminatingCount: 0, isSeen: true, now: Samples.time(5))
        let failed = ReplicaSetStatusPlan(snapshot, failure: ("FailedCreate", "quota")).status
        #expect(failed.conditions.map(\.reason) == ["FailedCreate"])
        snapshot.replicaSet.status = failed
        #expect(ReplicaSetStatusPlan(snapshot, failure: nil).status.conditions.isEmpty)
    }

    @Test("One that is being deleted makes and deletes nothing")
    func deleting() {
        var set = Samples.replicaSet("s", replicas: 3)
        set.metadata.deletionTimestamp = Samples.time(1)
        let snapshot = ReplicaSetSnapshot(
            replicaSet: set, pods: [], terminatingCount: 0, isSeen: true, now: Samples.time(5))
        #expect(ReplicaSetPlanner.plan(snapshot) == .none)
    }
}
