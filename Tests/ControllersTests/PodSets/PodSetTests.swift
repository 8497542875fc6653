import Testing

@testable import Controllers
@testable import Objects

@Suite("ReplicationControllers are kept as ReplicaSets are")
struct PodSetTests {
    private func controller() throws -> Core.ReplicationController {
        Core.ReplicationController(
            try JSONDecoder.decode(
                Array(
                    #"{"metadata":{"name":"rc","namespace":"ns","uid":"u","generation":3},"spec":{"replicas":2,"minReadySeconds":4,"selector":{"app":"a"},"template":{"metadata":{"labels":{"app":"a"}},"spec":{"containers":[{"name":"c"}]}}},"status":{"replicas":1,"conditions":[{"type":"ReplicaFailure","status":"True","reason":"FailedCreate","message":"m"}]}}"#
                        .utf8), as: Core.ReplicationController.descriptor
            ).message)
    }

    @Test("One is read as the other, with its selector and template")
    func reading() throws {
        let set = try controller().asReplicaSet
        #expect(set.spec.replicas == 2)
        #expect(set.spec.minReadySeconds == 4)
        #expect(try controller().podSelector?.matches(["app": "a", "x": "y"] as StringMap<String>) == true)
        #expect(try controller().podSelector?.matches(["app": "b"] as StringMap<String>) == false)
        #expect(set.status.conditions.first?.reason == "FailedCreate")
        let pod = ReplicaSetPlanner.pod(for: set, owner: .controller(try controller()))
        #expect(pod.metadata.ownerReferences.first?.kind == "ReplicationController")
        #expect(pod.metadata.ownerReferences.first?.apiVersion == "v1")
        #expect(pod.metadata.labels["app"] == "a")
    }

    @Test("A status that was not changed is written back as it was")
    func roundTrip() throws {
        let controller = try controller()
        #expect(controller.with(controller.asReplicaSet.status).message == controller.message)
        var status = controller.asReplicaSet.status
        status.readyReplicas = 2
        #expect(controller.with(status).status.readyReplicas == 2)
    }

    @Test("Claims are found by the pods that use them, until these are done")
    func claims() throws {
        func pod(_ phase: String) throws -> Core.Pod {
            Core.Pod(
                try JSONDecoder.decode(
                    Array(
                        #"{"metadata":{"name":"p","namespace":"ns"},"spec":{"volumes":[{"name":"v","persistentVolumeClaim":{"claimName":"c"}},{"name":"e","ephemeral":{}},{"name":"d","emptyDir":{}}]},"status":{"phase":"\#(phase)"}}"#
                            .utf8), as: Core.Pod.descriptor
                ).message)
        }
        #expect(StorageProtectionController.indexKeys(of: try pod("Running")) == ["ns/c", "ns/p-e"])
        #expect(StorageProtectionController.indexKeys(of: try pod("Succeeded")).isEmpty)
    }
}
