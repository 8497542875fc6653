import Client
import Objects
import Testing

@testable import Controllers

@Suite("Which budgets a pod is held against")
struct BudgetSelectorsTests {
    private let selectors = BudgetSelectors()

    private func budget(
        _ name: String, _ labels: StringMap<String>?, namespace: String = "default"
    ) -> Policy.PodDisruptionBudget {
        var budget = Policy.PodDisruptionBudget()
        budget.metadata.name = name
        budget.metadata.namespace = namespace
        if let labels {
            var selector = Meta.LabelSelector()
            selector.matchLabels = labels
            budget.spec.selector = selector
        }
        return budget
    }

    private func pod(_ labels: StringMap<String>, namespace: String = "default") -> Core.Pod {
        var pod = Core.Pod()
        pod.metadata.namespace = namespace
        pod.metadata.labels = labels
        return pod
    }

    private func names(_ pod: Core.Pod) -> [String] { selectors.budgets(selecting: pod).map(\.name).sorted() }

    @Test("Those of its namespace whose selectors match; an empty one matches all, an absent one none")
    func selecting() {
        for budget in [
            budget("web", ["app": "web"]), budget("all", [:]), budget("none", nil), budget("bad", ["a b": "c"]),
            budget("far", [:], namespace: "other"),
        ] { selectors.observe(.added(budget)) }
        #expect(names(pod(["app": "web"])) == ["all", "web"])
        #expect(names(pod(["app": "db"])) == ["all"])
        #expect(names(pod(["app": "web"], namespace: "other")) == ["far"])
        #expect(names(pod(["app": "web"], namespace: "empty")) == [])
        #expect(selectors[ObjectKey(namespace: "default", name: "none")] == nil)
    }

    @Test("A change of the selector counts from then on, and the end of the budget ends it")
    func changes() {
        let (old, new) = (budget("b", ["app": "web"]), budget("b", ["app": "db"]))
        selectors.observe(.added(old))
        selectors.observe(.updated(old, new))
        #expect(names(pod(["app": "web"])) == [])
        #expect(names(pod(["app": "db"])) == ["b"])
        selectors.observe(.deleted(new))
        #expect(names(pod(["app": "db"])) == [])
        #expect(selectors[ObjectKey(namespace: "default", name: "b")] == nil)
    }
}
