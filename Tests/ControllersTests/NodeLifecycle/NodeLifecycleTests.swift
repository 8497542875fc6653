import Objects
import Testing

@testable import Controllers

@Suite("A node that is not heard of")
struct NodeLifecycleTests {
    private func node(ready: String?, taints: [Core.Taint] = []) -> Core.Node {
        var node = Core.Node()
        node.metadata.name = "n"
        if let ready {
            var condition = Core.NodeCondition()
            condition.type = "Ready"
            condition.status = ready
            node.status.conditions = [condition]
        }
        node.spec.taints = taints
        return node
    }

    private func plan(_ node: Core.Node, silent: Int64, at now: Int64 = 100) -> NodePlan {
        NodePlan(node, silentMilliseconds: silent, graceMilliseconds: 40_000, now: Samples.time(now))
    }

    private func marks(_ node: Core.Node) -> Set<String> { Set(node.spec.taints.map { "\($0.key):\($0.effect)" }) }

    @Test("It is ready for 40 s, and unknown after that")
    func silence() {
        let before = plan(node(ready: "True"), silent: 39_999)
        #expect(!before.changesStatus)
        #expect(!before.changesTaints)
        #expect(before.isReady)
        #expect(before.retryAfterMilliseconds == 2)
        let after = plan(node(ready: "True"), silent: 40_000)
        #expect(after.fellSilent)
        #expect(!after.isReady)
        #expect(after.retryAfterMilliseconds == nil)
        let conditions = after.node.status.conditions
        #expect(conditions.allSatisfy { $0.status == "Unknown" })
        #expect(Set(conditions.map(\.type)) == ["Ready", "MemoryPressure", "DiskPressure", "PIDPressure"])
        #expect(conditions.first?.reason == "NodeStatusUnknown")
        #expect(
            marks(after.node) == [
                "node.kubernetes.io/unreachable:NoSchedule", "node.kubernetes.io/unreachable:NoExecute",
            ])
        let again = plan(after.node, silent: 50_000, at: 110)
        #expect(!again.changesStatus)
        #expect(!again.changesTaints)
        #expect(!again.fellSilent)
    }

    @Test("Its taints follow what it says of itself, and those of others stay")
    func taints() {
        var mine = Core.Taint()
        mine.key = "mine"
        mine.effect = "NoSchedule"
        let not = plan(node(ready: "False", taints: [mine]), silent: 0).node
        #expect(
            marks(not) == [
                "mine:NoSchedule", "node.kubernetes.io/not-ready:NoSchedule", "node.kubernetes.io/not-ready:NoExecute",
            ])
        var back = not
        back.status.conditions[0].status = "True"
        #expect(marks(plan(back, silent: 0).node) == ["mine:NoSchedule"])
        back.spec.unschedulable = true
        #expect(
            marks(plan(back, silent: 0).node) == ["mine:NoSchedule", "node.kubernetes.io/unschedulable:NoSchedule"])
    }

    private func silence(of node: String, _ now: Int64, in heartbeats: inout NodeHeartbeats) -> Int64 {
        heartbeats.silentMilliseconds(node, now: now)
    }

    @Test("A lease or a status that changes is a heartbeat, whatever the clocks say")
    func heartbeats() {
        var heartbeats = NodeHeartbeats()
        heartbeats.lease("n", renewed: Samples.time(5), now: 1_000)
        heartbeats.lease("n", renewed: Samples.time(5), now: 9_000)
        #expect(silence(of: "n", 9_000, in: &heartbeats) == 8_000)
        heartbeats.lease("n", renewed: Samples.time(1), now: 10_000)
        #expect(silence(of: "n", 11_000, in: &heartbeats) == 1_000)
        heartbeats.status("n", reported: Samples.time(7), now: 12_000)
        #expect(silence(of: "n", 12_000, in: &heartbeats) == 0)
        #expect(silence(of: "new", 20_000, in: &heartbeats) == 0, "silence counts from the first question on")
        #expect(silence(of: "new", 60_000, in: &heartbeats) == 40_000)
    }

    // MARK: Eviction

    private func taint(_ key: String, added: Int64) -> Core.Taint {
        var taint = Core.Taint()
        taint.key = key
        taint.effect = "NoExecute"
        taint.timeAdded = Samples.time(added)
        return taint
    }

    private func toleration(_ key: String, seconds: Int?, effect: String = "NoExecute") -> Core.Toleration {
        var toleration = Core.Toleration()
        toleration.key = key
        toleration.operator = "Exists"
        toleration.effect = effect
        toleration.tolerationSeconds = seconds
        return toleration
    }

    private func eviction(_ tolerations: [Core.Toleration], _ taints: [Core.Taint], lostNodeSeconds: Int = 300)
        -> EvictionPlan
    {
        var pod = Samples.pod("p")
        pod.spec.tolerations = tolerations
        return EvictionPlan(pod, taints: taints, lostNodeSeconds: lostNodeSeconds, now: Samples.time(1_000))
    }

    @Test("Pods leave a lost node after 5 minutes, or as the cluster is told, or as they say themselves")
    func eviction() {
        let lost = taint(NodeTaints.unreachable, added: 1_000)
        #expect(eviction([], [lost]) == .leave(at: 1_300))
        #expect(eviction([], [lost], lostNodeSeconds: 5) == .leave(at: 1_005))
        let written = toleration(NodeTaints.unreachable, seconds: 300)
        #expect(
            eviction([written], [lost], lostNodeSeconds: 5) == .leave(at: 1_005), "the server's default says nothing")
        #expect(eviction([toleration(NodeTaints.unreachable, seconds: 20)], [lost]) == .leave(at: 1_020))
        #expect(eviction([toleration(NodeTaints.unreachable, seconds: nil)], [lost]) == .stay)
        #expect(eviction([toleration("", seconds: nil, effect: "")], [lost]) == .stay)
    }

    @Test("A taint of somebody else that a pod does not tolerate ends it at once")
    func foreign() {
        #expect(eviction([], [taint("maintenance", added: 900)]) == .leave(at: 900))
        #expect(
            eviction([toleration("maintenance", seconds: 60)], [taint("maintenance", added: 900)]) == .leave(at: 960))
        var mild = taint("maintenance", added: 900)
        mild.effect = "NoSchedule"
        #expect(eviction([], [mild]) == .stay)
    }
}
