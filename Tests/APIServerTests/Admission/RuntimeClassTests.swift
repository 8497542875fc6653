import Objects
import Testing

@testable import APIServer

@Suite("Runtime classes")
struct RuntimeClassTests {
    private func toleration(_ key: String, _ operation: String = "Exists", effect: String = "", value: String = "")
        -> Core.Toleration
    {
        var toleration = Core.Toleration()
        toleration.key = key
        toleration.operator = operation
        toleration.effect = effect
        toleration.value = value
        return toleration
    }

    @Test("A pod gets the class's nodes and tolerations beside its own, but none that another one says as well")
    func scheduling() {
        var pod = Core.Pod()
        pod.spec.nodeSelector = ["a": "b"]
        pod.spec.tolerations = [toleration("own"), toleration("wide", effect: "NoSchedule")]
        var scheduling = Node.Scheduling()
        scheduling.nodeSelector = ["c": "d"]
        scheduling.tolerations = [toleration("own"), toleration("wide"), toleration("new", "Equal", value: "x")]
        #expect(RuntimeClassAdmission.schedule(&pod, scheduling) == nil)
        #expect(pod.spec.nodeSelector == ["a": "b", "c": "d"])
        #expect(
            pod.spec.tolerations == [toleration("own"), toleration("wide"), toleration("new", "Equal", value: "x")])
    }

    @Test("A pod that wants to run elsewhere than its class is refused")
    func conflict() {
        var pod = Core.Pod()
        pod.spec.nodeSelector = ["k": "w"]
        var scheduling = Node.Scheduling()
        scheduling.nodeSelector = ["k": "v"]
        #expect(
            RuntimeClassAdmission.schedule(&pod, scheduling)
                == "conflict: runtimeClass.scheduling.nodeSelector[k] = v; pod.spec.nodeSelector[k] = w")
    }
}
