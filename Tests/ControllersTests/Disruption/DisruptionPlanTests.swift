import Testing

@testable import Controllers
@testable import Objects

@Suite("Disruption budgets")
struct DisruptionPlanTests {
    private let now = Timestamp(seconds: 1_000, nanoseconds: 0)

    private func budget(_ spec: String, status: String = "{}") throws -> Policy.PodDisruptionBudget {
        Policy.PodDisruptionBudget(
            try JSONDecoder.decode(
                Array(#"{"metadata":{"name":"b","generation":4},"spec":\#(spec),"status":\#(status)}"#.utf8),
                as: Policy.PodDisruptionBudget.descriptor
            ).message)
    }

    private func pod(_ name: String, ready: Bool = true, deleting: Bool = false, phase: String = "Running") throws
        -> Core.Pod
    {
        let deletion = deleting ? #","deletionTimestamp":"2026-01-01T00:00:00Z""# : ""
        return Core.Pod(
            try JSONDecoder.decode(
                Array(
                    #"{"metadata":{"name":"\#(name)"\#(deletion)},"status":{"phase":"\#(phase)","conditions":[{"type":"Ready","status":"\#(ready ? "True" : "False")"}]}}"#
                        .utf8), as: Core.Pod.descriptor
            ).message)
    }

    /// A specification, how many of 4 pods are ready, the scale; then healthy, desired and allowed.
    static let cases: [(String, Int, Int?, [Int])] = [
        (#"{"minAvailable":2}"#, 4, 4, [4, 2, 2]), (#"{"minAvailable":2}"#, 2, 4, [2, 2, 0]),
        (#"{"minAvailable":2}"#, 3, nil, [3, 2, 1]), (#"{"minAvailable":"50%"}"#, 4, 5, [4, 3, 1]),
        (#"{"maxUnavailable":1}"#, 4, 4, [4, 3, 1]), (#"{"maxUnavailable":"30%"}"#, 4, 4, [4, 2, 2]),
        (#"{"maxUnavailable":0}"#, 4, 4, [4, 4, 0]), (#"{"minAvailable":9}"#, 4, 4, [4, 9, 0]),
    ]

    @Test("As many may go as the budget leaves", arguments: cases)
    func allowed(_ spec: String, _ ready: Int, _ scale: Int?, _ numbers: [Int]) throws {
        let pods = try (0..<4).map { try pod("p\($0)", ready: $0 < ready) }
        let status = DisruptionPlan(try budget(spec), pods: pods, scale: scale, now: now).status
        #expect([status.currentHealthy, status.desiredHealthy, status.disruptionsAllowed] == numbers)
        #expect(status.observedGeneration == 4)
        #expect(status.conditions.first?.status == (numbers[2] > 0 ? "True" : "False"))
    }

    @Test("Pods that are done or that go are not healthy, and no pods allow nothing")
    func gone() throws {
        let pods = [try pod("a"), try pod("b", deleting: true), try pod("c", phase: "Succeeded")]
        let status = DisruptionPlan(try budget(#"{"minAvailable":0}"#), pods: pods, scale: nil, now: now).status
        #expect(status.currentHealthy == 1)
        #expect(status.expectedPods == 2)
        let none = DisruptionPlan(try budget(#"{"minAvailable":0}"#), pods: [], scale: 0, now: now).status
        #expect(none.disruptionsAllowed == 0)
    }

    @Test("An eviction counts until its pod is gone, or nobody carries it out")
    func evictions() throws {
        let status =
            #"{"disruptedPods":{"a":"1970-01-01T00:16:00Z","b":"1970-01-01T00:10:00Z","c":"1970-01-01T00:16:00Z"}}"#
        let plan = DisruptionPlan(
            try budget(#"{"minAvailable":1}"#, status: status), pods: [try pod("a"), try pod("b")], scale: nil, now: now
        )
        #expect(plan.status.disruptedPods.keys == ["a"])
        #expect(plan.status.currentHealthy == 1)
        #expect(plan.retryAfterMilliseconds == 80_000)
    }

    @Test("A percentage of pods that nobody scales means nothing, and says so")
    func unscaled() throws {
        let status = DisruptionPlan(
            try budget(#"{"maxUnavailable":1}"#), pods: [try pod("a")], scale: nil, now: now
        ).status
        #expect(status.disruptionsAllowed == 0)
        #expect(status.conditions.first?.reason == "SyncFailed")
    }
}
