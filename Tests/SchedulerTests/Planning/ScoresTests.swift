import Objects
import Testing

@testable import Scheduler

@Suite("The node that suits a pod best gets it")
struct ScoresTests {
    private func decide(_ spec: String, _ snapshot: ClusterSnapshot) throws -> PlacementPlanner.Decision {
        var planner = PlacementPlanner(seed: 1)
        return planner.decide(try Samples.facts("p", spec), in: snapshot)
    }

    @Test("Half of a node's room left is 50 points; none is 0")
    func leastAllocated() throws {
        let snapshot = try Samples.snapshot(Samples.node("a"))
        func points(_ requests: String) throws -> Int64 {
            Scores.leastAllocated(
                PlacementQuery(try Samples.facts("p", Samples.asking(requests)), snapshot), snapshot.loads[0])
        }
        #expect(try points(#""cpu":"2","memory":"4Gi""#) == 50)
        #expect(try points(#""cpu":"4","memory":"8Gi""#) == 0)
        #expect(try points(#""cpu":"1","memory":"4Gi""#) == 62)
        #expect(try points(#""cpu":"9","memory":"4Gi""#) == 25)
    }

    @Test("Like shares of processor and memory are 100 points; all of one and none of the other are 50")
    func balanced() throws {
        let snapshot = try Samples.snapshot(Samples.node("a"))
        func points(_ requests: String) throws -> Int64 {
            Scores.balancedAllocation(
                PlacementQuery(try Samples.facts("p", Samples.asking(requests)), snapshot), snapshot.loads[0])
        }
        #expect(try points(#""cpu":"2","memory":"4Gi""#) == 100)
        #expect(try points(#""cpu":"4""#) == 50)
        #expect(try points(#""cpu":"2","memory":"2Gi""#) == 87)
    }

    @Test("The emptier node is taken")
    func spreads() throws {
        var snapshot = try Samples.snapshot(Samples.node("a"), Samples.node("b"))
        snapshot.assume("x", try Samples.facts("x", Samples.asking(#""cpu":"1","memory":"1Gi""#)).demand, on: "a")
        #expect(try decide(Samples.asking(#""cpu":"1","memory":"1Gi""#), snapshot) == .node("b"))
    }

    @Test("A node with a taint that asks to be avoided is taken last, though it is emptier")
    func avoided() throws {
        let tainted = try Samples.node("a", spec: #"{"taints":[{"key":"k","effect":"PreferNoSchedule"}]}"#)
        var snapshot = try Samples.snapshot(tainted, Samples.node("b"))
        snapshot.assume("x", try Samples.facts("x", Samples.asking(#""cpu":"1","memory":"2Gi""#)).demand, on: "b")
        #expect(try decide("{}", snapshot) == .node("b"))
        #expect(try decide(#"{"tolerations":[{"operator":"Exists"}]}"#, snapshot) == .node("a"))
    }

    @Test("Preferred affinity decides between nodes alike, by weight")
    func preferred() throws {
        let snapshot = try Samples.snapshot(
            Samples.node("a", labels: #"{"disk":"hdd"}"#), Samples.node("b", labels: #"{"disk":"ssd"}"#))
        func wish(_ weight: Int, _ value: String) -> String {
            #"{"weight":\#(weight),"preference":{"matchExpressions":[{"key":"disk","operator":"In","values":["\#(value)"]}]}}"#
        }
        let spec =
            #"{"affinity":{"nodeAffinity":{"preferredDuringSchedulingIgnoredDuringExecution":[\#(wish(10, "hdd")),\#(wish(20, "ssd"))]}}}"#
        #expect(try decide(spec, snapshot) == .node("b"))
    }
}
