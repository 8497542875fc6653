import Objects
import Testing

@testable import APIServer

@Suite("An eviction spends its budget, and no more")
struct EvictionPlanTests {
    private func budget(_ allowed: Int, healthy: Int = 3, desired: Int = 2) -> Policy.PodDisruptionBudget {
        var budget = Policy.PodDisruptionBudget()
        budget.metadata.name = "b"
        budget.metadata.generation = 1
        var selector = Meta.LabelSelector()
        selector.matchLabels = ["a": "b"]
        budget.spec.selector = selector
        budget.status.observedGeneration = 1
        budget.status.disruptionsAllowed = allowed
        budget.status.currentHealthy = healthy
        budget.status.desiredHealthy = desired
        return budget
    }

    private func pod(_ phase: String, ready: Bool = true) -> Core.Pod {
        var pod = Core.Pod()
        pod.metadata.name = "p"
        pod.metadata.labels = ["a": "b"]
        pod.status.phase = phase
        var condition = Core.PodCondition()
        condition.type = "Ready"
        condition.status = ready ? "True" : "False"
        pod.status.conditions = [condition]
        return pod
    }

    @Test("One disruption less, the pod noted, and the last one told in the conditions")
    func spends() throws {
        let spent = try EvictionPlan.spend(budget(1), on: "p", now: 9)
        #expect(spent.status.disruptionsAllowed == 0)
        #expect(spent.status.disruptedPods["p"]?.seconds == 9)
        #expect(
            spent.status.conditions.map { "\($0.type)=\($0.status) \($0.reason)" } == [
                "DisruptionAllowed=False InsufficientPods"
            ])
        #expect(try EvictionPlan.spend(budget(2), on: "p", now: 9).status.conditions.isEmpty)
    }

    @Test("Without a disruption left, or before the controller has seen the budget, there is a 429")
    func refuses() {
        let none = #expect(throws: APIError.self) { try EvictionPlan.spend(budget(0), on: "p", now: 0) }
        #expect(none?.code == 429)
        #expect(none?.message == "Cannot evict pod as it would violate the pod's disruption budget.")
        #expect(
            none?.details?.causes == [
                .init(
                    reason: "DisruptionBudget",
                    message: "The disruption budget b needs 2 healthy pods and has 3 currently", field: "")
            ])
        var unseen = budget(1)
        unseen.metadata.generation = 2
        let early = #expect(throws: APIError.self) { try EvictionPlan.spend(unseen, on: "p", now: 0) }
        #expect(early?.code == 429)
        #expect(early?.details?.retryAfterSeconds == 10)
    }

    @Test("Pods that do no work need no budget; those that are not ready go beside it while enough others are")
    func others() {
        for phase in ["Pending", "Succeeded", "Failed"] { #expect(EvictionPlan.needsNoBudget(pod(phase))) }
        #expect(!EvictionPlan.needsNoBudget(pod("Running")))
        #expect(EvictionPlan.isBesideTheBudget(pod("Running", ready: false), budget(0)))
        #expect(!EvictionPlan.isBesideTheBudget(pod("Running", ready: false), budget(0, healthy: 1)))
        #expect(!EvictionPlan.isBesideTheBudget(pod("Running"), budget(0)))
        var always = budget(0, healthy: 1)
        always.spec.unhealthyPodEvictionPolicy = "AlwaysAllow"
        #expect(EvictionPlan.isBesideTheBudget(pod("Running", ready: false), always))
    }

    @Test("A budget without a selector counts nobody")
    func selectors() {
        #expect(EvictionPlan.counts(budget(1), pod("Running")))
        var empty = budget(1)
        empty.spec.selector = Meta.LabelSelector()
        #expect(!EvictionPlan.counts(empty, pod("Running")))
        empty.spec.selector = nil
        #expect(!EvictionPlan.counts(empty, pod("Running")))
    }
}
