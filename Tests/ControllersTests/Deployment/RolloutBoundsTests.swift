import Objects
import Testing

@testable import Controllers

@Suite("A rollout's bounds are Kubernetes'")
struct RolloutBoundsTests {
    /// Expected: `kubectl explain deployment.spec.strategy.rollingUpdate`: surge rounds up, unavailable rounds down, both
    /// cannot be 0.
    @Test(
        "Shares of the replicas",
        arguments: [
            (10, IntOrString.string("25%"), IntOrString.string("25%"), 3, 2), (1, .string("25%"), .string("25%"), 1, 0),
            (3, .string("25%"), .string("25%"), 1, 0), (4, .int(0), .int(0), 0, 1),
            (2, .string("10%"), .string("10%"), 1, 0),
            (5, .int(0), .string("10%"), 0, 1), (3, .int(2), .int(7), 2, 3), (0, .int(1), .int(0), 1, 0),
        ])
    func shares(replicas: Int, surge: IntOrString, unavailable: IntOrString, wantSurge: Int, wantUnavailable: Int) {
        let bounds = RolloutBounds(Samples.deployment(replicas: replicas, surge: surge, unavailable: unavailable).spec)
        #expect(bounds.surge == wantSurge)
        #expect(bounds.unavailable == wantUnavailable)
    }
}
