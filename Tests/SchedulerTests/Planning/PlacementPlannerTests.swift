import Objects
import Testing
import TestSupport

@testable import Scheduler

@Suite("Placement never promises what is not there, repeats by seed, and says why not")
struct PlacementPlannerTests {
    private func message(_ spec: String, _ snapshot: ClusterSnapshot) throws -> String? {
        var planner = PlacementPlanner(seed: 1)
        guard case .unschedulable(let message, _) = planner.decide(try Samples.facts("p", spec), in: snapshot) else {
            return nil
        }
        return message
    }

    @Test("The words are those of Kubernetes, sorted")
    func words() throws {
        let small = try Samples.node("a")
        #expect(
            try message(Samples.asking(#""cpu":"9""#), Samples.snapshot(small))
                == "0/1 nodes are available: 1 Insufficient cpu.")
        let cordoned = try Samples.node("b", spec: #"{"unschedulable":true}"#)
        let tainted = try Samples.node("c", spec: #"{"taints":[{"key":"k","effect":"NoSchedule"}]}"#)
        let spec = Samples.asking(#""cpu":"9","memory":"9Gi","example.com/gpu":"1""#)
        #expect(
            try message(spec, Samples.snapshot(small, Samples.node("d"), cordoned, tainted))
                == "0/4 nodes are available: 1 node(s) had untolerated taint(s), 1 node(s) were unschedulable, "
                + "2 Insufficient cpu, 2 Insufficient example.com/gpu, 2 Insufficient memory.")
        #expect(
            try message(#"{"nodeSelector":{"x":"y"}}"#, Samples.snapshot(small))
                == "0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector.")
        #expect(try message("{}", ClusterSnapshot()) == "no nodes available to schedule pods")
    }

    @Test("A node that is gone takes no pods, and its slot is used again without its past")
    func gone() throws {
        var snapshot = try Samples.snapshot(Samples.node("a", labels: #"{"x":"y"}"#))
        let demand = try Samples.facts("x", Samples.asking(#""cpu":"3""#)).demand
        snapshot.assume("x", demand, on: "a")
        snapshot.removeNode("a")
        #expect(snapshot.nodeCount == 0)
        #expect(try message("{}", snapshot) == "no nodes available to schedule pods")
        snapshot.forget("x")
        snapshot.update(try Samples.node("b"))
        #expect(snapshot.load(of: "b")?.usedMilliCPU == 0)
        #expect(snapshot.loads.count == 1)
    }

    @Test("Of few nodes all are looked at, of many a falling share")
    func sample() {
        #expect(PlacementPlanner.candidatesWanted(nodes: 100) == 100)
        #expect(PlacementPlanner.candidatesWanted(nodes: 150) == 100)
        #expect(PlacementPlanner.candidatesWanted(nodes: 1000) == 420)
        #expect(PlacementPlanner.candidatesWanted(nodes: 20_000) == 1000)
    }

    @Test("A sample finds the one node that fits, wherever it is")
    func sampleIsFair() throws {
        var snapshot = ClusterSnapshot()
        for number in 0..<300 {
            snapshot.update(try Samples.node("n\(number)", labels: number == 250 ? #"{"only":"here"}"# : "{}"))
        }
        var planner = PlacementPlanner(seed: 3)
        for _ in 0..<5 {
            #expect(
                planner.decide(try Samples.facts("p", #"{"nodeSelector":{"only":"here"}}"#), in: snapshot)
                    == .node("n250"))
        }
    }

    private struct Run: Equatable {
        var placements: [String] = []
        var refused = 0
    }

    /// Random pods on random nodes that come and go; checked against sums made anew.
    private func run(seed: UInt64) throws -> Run {
        var random = SeededGenerator(seed: seed)
        var planner = PlacementPlanner(seed: seed)
        var snapshot = ClusterSnapshot()
        var result = Run()
        var nodes: [String: (cpu: Int64, pods: Int)] = [:]
        var placed: [String: (node: String, cpu: Int64)] = [:]
        for step in 0..<400 {
            switch Int.random(in: 0..<10, using: &random) {
            case 0:
                let name = "n\(Int.random(in: 0..<12, using: &random))"
                let (cpu, pods) = (Int64.random(in: 1...8, using: &random), Int.random(in: 1...12, using: &random))
                snapshot.update(
                    try Samples.node(name, allocatable: #"{"cpu":"\#(cpu)","memory":"8Gi","pods":"\#(pods)"}"#))
                nodes[name] = (cpu * 1000, pods)
            case 1:
                if let name = nodes.keys.sorted().randomElement(using: &random), Bool.random(using: &random) {
                    snapshot.removeNode(name)
                    nodes[name] = nil
                }
            case 2, 3:
                if let uid = placed.keys.sorted().randomElement(using: &random) {
                    snapshot.forget(uid)
                    placed[uid] = nil
                }
            default:
                let cpu = Int64.random(in: 0...2500, using: &random)
                let pod = try Samples.facts("p\(step)", Samples.asking(#""cpu":"\#(cpu)m""#))
                guard case .node(let name) = planner.decide(pod, in: snapshot) else {
                    result.refused += 1
                    // Truly no node had room.
                    for (node, capacity) in nodes {
                        let own = placed.values.filter { $0.node == node }
                        let used = own.reduce(0) { $0 + $1.cpu }
                        #expect(own.count >= capacity.pods || (cpu > 0 && used + cpu > capacity.cpu))
                    }
                    continue
                }
                snapshot.assume(pod.uid, pod.demand, on: name)
                placed[pod.uid] = (name, cpu)
                result.placements.append(name)
                let own = placed.values.filter { $0.node == name }
                let capacity = try #require(nodes[name])
                #expect(own.count <= capacity.pods)
                #expect(cpu == 0 || own.reduce(0) { $0 + $1.cpu } <= capacity.cpu)
            }
            for (name, _) in nodes {
                let own = placed.values.filter { $0.node == name }
                let load = try #require(snapshot.load(of: name))
                #expect(load.usedMilliCPU == own.reduce(0) { $0 + $1.cpu })
                #expect(load.pods == own.count)
            }
            #expect(snapshot.nodeCount == nodes.count)
        }
        return result
    }

    @Test(
        "No node is over-committed, none that fits is overlooked, and the same seed does the same",
        arguments: UInt64(1)...20)
    func neverOvercommits(seed: UInt64) throws {
        let first = try run(seed: seed)
        #expect(!first.placements.isEmpty)
        #expect(try run(seed: seed) == first)
    }

    @Test("Nodes alike are all used")
    func ties() throws {
        var planner = PlacementPlanner(seed: 7)
        let snapshot = try Samples.snapshot(Samples.node("a"), Samples.node("b"), Samples.node("c"))
        var used: Set<String> = []
        for _ in 0..<50 {
            if case .node(let name) = planner.decide(try Samples.facts("p"), in: snapshot) { used.insert(name) }
        }
        #expect(used == ["a", "b", "c"])
    }

    @Test("Only changes that can help are reported as such")
    func helps() throws {
        var snapshot = try Samples.snapshot(Samples.node("a", spec: #"{"unschedulable":true}"#))
        #expect(snapshot.update(try Samples.node("a", spec: #"{"unschedulable":true}"#)) == [])
        #expect(snapshot.update(try Samples.node("a")) == .cordoned)
        #expect(snapshot.update(try Samples.node("a", labels: #"{"x":"y"}"#)) == .affinity)
        #expect(
            snapshot.update(
                try Samples.node("a", labels: #"{"x":"y"}"#, allocatable: #"{"cpu":"5","memory":"8Gi","pods":"110"}"#))
                == .cpu)
        #expect(snapshot.update(try Samples.node("b")) == .all)
    }
}
