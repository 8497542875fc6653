import Client
import Objects
import Testing

@testable import Scheduler

@Suite("No node is promised twice, no pod is forgotten, whatever fails")
final class SchedulingStateTests {
    private var state = SchedulingState(schedulerName: "default-scheduler", bindingLimit: 2, seed: 1)

    private static func pod(_ name: String, cpu: String = "1", _ more: String = "") throws -> Core.Pod {
        try Samples.pod(name, Samples.asking(#""cpu":"\#(cpu)""#, #""schedulerName":"default-scheduler"\#(more)"#))
    }

    private static func bound(_ pod: Core.Pod, to node: String) -> Core.Pod {
        var pod = pod
        pod.spec.nodeName = node
        return pod
    }

    /// What is to be done now, in words.
    private func directives(at now: Int64 = 0) -> [String] {
        var words: [String] = []
        while let directive = state.next(now: now) {
            switch directive {
            case .bind(let pod, let node): words.append("bind \(pod.metadata.name) to \(node)")
            case .explain(let pod, let message, let isNew):
                words.append("explain \(pod.metadata.name)\(isNew ? " anew" : ""): \(message)")
            }
        }
        return words
    }

    /// Returns whether there may be work now.
    @discardableResult
    private func seen(_ change: Change<Core.Pod>, now: Int64) -> Bool { state.podChanged(change, now: now) }

    @discardableResult
    private func seen(_ change: Change<Core.Node>, now: Int64) -> Bool { state.nodeChanged(change, now: now) }

    private func add(node: String, cpu: String = "1", at now: Int64 = 0) throws {
        seen(
            .added(try Samples.node(node, allocatable: #"{"cpu":"\#(cpu)","memory":"1Gi","pods":"9"}"#)), now: now)
    }

    @Test(
        "Whatever fails: no node over-committed, no pod bound twice, none waits for what came, none is overlooked",
        arguments: UInt64(1)...40)
    func chaos(seed: UInt64) throws {
        var cluster = SimulatedCluster(seed: seed)
        for _ in 0..<500 { try cluster.step() }
        try cluster.settle()
        #expect(cluster.overlooked() == [])
        #expect(cluster.stored > 0)
        #expect(cluster.scheduler.bindings == 0)
        #expect(cluster.scheduler.waitingCount == cluster.pods.values.count { $0.node == nil })
    }

    @Test("The same seed does the same", arguments: UInt64(1)...3)
    func repeats(seed: UInt64) throws {
        func trace() throws -> [String] {
            var cluster = SimulatedCluster(seed: seed)
            for _ in 0..<300 { try cluster.step() }
            return cluster.trace
        }
        let first = try trace()
        #expect(first.count > 20)
        #expect(try trace() == first)
    }

    @Test("A pod that fits nowhere is explained; its condition is written once for each text, and again if that failed")
    func explains() throws {
        try add(node: "a")
        let pod = try Self.pod("big", cpu: "3")
        #expect(seen(.added(pod), now: 0))
        let text = "0/1 nodes are available: 1 Insufficient cpu."
        #expect(directives() == ["explain big anew: \(text)"])
        // Something that does not make room, then five minutes, then the same text again.
        #expect(directives(at: 300_000) == ["explain big: \(text)"])
        state.conditionFailed(pod, message: text)
        #expect(directives(at: 600_000) == ["explain big anew: \(text)"])
        try add(node: "b", at: 600_000)
        #expect(directives(at: 900_000) == ["explain big anew: 0/2 nodes are available: 2 Insufficient cpu."])
    }

    @Test("A pod that fits nowhere is tried again when the node that changed can take it, and not otherwise")
    func triesWhatHelps() throws {
        try add(node: "a", cpu: "2")
        let (first, second, big) = (try Self.pod("first"), try Self.pod("second"), try Self.pod("big", cpu: "2"))
        #expect(seen(.added(first), now: 0))
        #expect(seen(.added(second), now: 0))
        #expect(directives().count == 2)
        for pod in [first, second] {
            state.bindingEnded(pod, node: "a", .stored, now: 0)
            #expect(!seen(.updated(pod, Self.bound(pod, to: "a")), now: 0))
        }
        #expect(seen(.added(big), now: 0))
        #expect(directives().count == 1)
        let far: Int64 = 100_000
        // Half the room, a node that is too small, a status: none of them helps.
        #expect(!seen(.deleted(Self.bound(first, to: "a")), now: far))
        try add(node: "small", at: far)
        #expect(directives(at: far) == [])
        // All of the room helps.
        #expect(seen(.deleted(Self.bound(second, to: "a")), now: far))
        #expect(directives(at: far) == ["bind big to a"])
    }

    @Test("What a pod waits for is what it waits for now: first a taint, then room")
    func waitsForTheNextReason() throws {
        let tainted = try Samples.node("a", spec: #"{"taints":[{"key":"k","effect":"NoSchedule"}]}"#)
        seen(.added(tainted), now: 0)
        let other = Self.bound(try Self.pod("other", cpu: "4"), to: "a")
        #expect(!seen(.added(other), now: 0))
        #expect(seen(.added(try Self.pod("p")), now: 0))
        #expect(directives() == ["explain p anew: 0/1 nodes are available: 1 node(s) had untolerated taint(s)."])
        #expect(!seen(.updated(tainted, try Samples.node("a")), now: 50_000))
        #expect(seen(.deleted(other), now: 60_000))
        #expect(directives(at: 60_000) == ["bind p to a"])
    }

    @Test("A refused binding gives its room back, and is tried again after a back-off, wherever there is room")
    func refused() throws {
        try add(node: "a")
        let (p, q) = (try Self.pod("p"), try Self.pod("q"))
        seen(.added(p), now: 0)
        #expect(directives() == ["bind p to a"])
        seen(.added(q), now: 0)
        #expect(directives().count == 1)
        state.bindingEnded(p, node: "a", .refused, now: 0)
        #expect(directives(at: 999) == [])
        // Both have waited their second; p came first.
        #expect(directives(at: 1000).first == "bind p to a")
    }

    @Test("A binding that may be stored keeps its room, and is sent again to the same node until the watch shows it")
    func unknown() throws {
        try add(node: "a")
        let (p, q) = (try Self.pod("p"), try Self.pod("q"))
        seen(.added(p), now: 0)
        #expect(directives() == ["bind p to a"])
        try add(node: "b")
        state.bindingEnded(p, node: "a", .unknown, now: 0)
        seen(.added(q), now: 0)
        #expect(directives() == ["bind q to b"])
        #expect(directives(at: 1000) == ["bind p to a"])
        state.bindingEnded(p, node: "a", .conflict, now: 1000)
        #expect(state.snapshot.node(of: "p") == "a")
        seen(.updated(p, Self.bound(p, to: "a")), now: 1500)
        #expect(directives(at: 10_000) == [])
        #expect(state.snapshot.node(of: "p") == "a")
    }

    @Test("If that node is gone, another is chosen")
    func unknownAndGone() throws {
        try add(node: "a")
        let p = try Self.pod("p")
        seen(.added(p), now: 0)
        #expect(directives() == ["bind p to a"])
        state.bindingEnded(p, node: "a", .unknown, now: 0)
        seen(.deleted(try Samples.node("a")), now: 0)
        try add(node: "b")
        #expect(directives(at: 1000) == ["bind p to b"])
    }

    @Test("Bindings under way are bounded; what ends makes room for the next")
    func bounded() throws {
        try add(node: "a", cpu: "8")
        let pods = try ["p", "q", "r"].map { try Self.pod($0) }
        for pod in pods { seen(.added(pod), now: 0) }
        #expect(directives() == ["bind p to a", "bind q to a"])
        let due = state.nextDue()
        #expect(due == nil)
        state.bindingEnded(pods[0], node: "a", .stored, now: 0)
        #expect(directives() == ["bind r to a"])
    }

    @Test("Pods of another scheduler, with gates, being deleted, or placed by hand are left alone, but count")
    func notOurs() throws {
        try add(node: "a")
        let other = try Samples.pod("other", Samples.asking(#""cpu":"1""#, #""schedulerName":"mine""#))
        let gated = try Self.pod("gated", cpu: "1", #","schedulingGates":[{"name":"wait"}]"#)
        var leaving = try Self.pod("leaving")
        leaving.metadata.deletionTimestamp = Timestamp(seconds: 1, nanoseconds: 0)
        for pod in [other, gated, leaving] { #expect(!seen(.added(pod), now: 0)) }
        #expect(directives() == [])
        #expect(!seen(.updated(other, Self.bound(other, to: "a")), now: 0))
        #expect(seen(.added(try Self.pod("p")), now: 0))
        #expect(directives() == ["explain p anew: 0/1 nodes are available: 1 Insufficient cpu."])
        // Its gates opened.
        try add(node: "b")
        #expect(seen(.updated(gated, try Self.pod("gated")), now: 0))
        #expect(directives().first == "bind gated to b")
    }

    @Test("A pod that was made again under its name does not inherit from the one before")
    func sameName() throws {
        try add(node: "a")
        let old = try Self.pod("p")
        seen(.added(old), now: 0)
        #expect(directives() == ["bind p to a"])
        var new = try Self.pod("p")
        new.metadata.uid = "another"
        seen(.deleted(old), now: 0)
        seen(.added(new), now: 0)
        #expect(directives() == ["bind p to a"])
        // The late answer about the old one changes nothing for the new one.
        state.bindingEnded(old, node: "a", .refused, now: 0)
        #expect(state.snapshot.node(of: "another") == "a")
        #expect(state.bindings == 1)
    }

    @Test("A pod that asks for less in place makes room at once")
    func resized() throws {
        try add(node: "a", cpu: "2")
        var old = Self.bound(try Self.pod("old", cpu: "2"), to: "a")
        old.metadata.generation = 1
        seen(.added(old), now: 0)
        seen(.added(try Self.pod("p")), now: 0)
        #expect(directives().count == 1)
        var new = Self.bound(try Self.pod("old", cpu: "1"), to: "a")
        new.metadata.generation = 2
        #expect(seen(.updated(old, new), now: 5000))
        #expect(directives(at: 5000) == ["bind p to a"])
    }

    @Test("Its own note in a pod's status is no reason to look at it again")
    func ownNote() throws {
        try add(node: "a")
        let pod = try Self.pod("big", cpu: "2")
        seen(.added(pod), now: 0)
        #expect(directives().count == 1)
        var noted = pod
        var condition = Core.PodCondition()
        condition.type = "PodScheduled"
        noted.status.conditions = [condition]
        #expect(!seen(.updated(pod, noted), now: 5000))
        #expect(directives(at: 5000) == [])
    }
}
