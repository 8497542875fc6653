import Testing

@testable import APIServer
@testable import Objects
@testable import Resources

@Suite("Admission of pods")
struct PodAdmissionTests {
    private func pod(_ text: String) throws -> Core.Pod {
        Core.Pod(try JSONDecoder.decode(Array(text.utf8), as: Core.Pod.descriptor).message)
    }

    @Test("A pod keeps its own tolerations and mounts, and names its priority by class alone")
    func admission() throws {
        var given = try pod(
            #"{"metadata":{"name":"p"},"spec":{"containers":[{"name":"a","volumeMounts":[{"name":"v","mountPath":"/var/run/secrets/kubernetes.io/serviceaccount"}]}],"tolerations":[{"operator":"Exists"}],"priority":5}}"#
        )
        let before = given
        DefaultTolerations.tolerateLostNodes(&given)
        ServiceAccountAdmission.mountToken(&given, Core.ServiceAccount(), suffix: "bcdfg")
        #expect(given == before)
        let request = Creation.request(given.message, BuiltinResources.pods)
        var nodeCritical = Scheduling.PriorityClass()
        nodeCritical.value = 2_000_001_000
        let error = #expect(throws: APIError.self) { try PodPriority.setPriority(&given, nil, request) }
        #expect(error?.code == 403)
        given.spec.priority = nil
        given.spec.priorityClassName = "system-node-critical"
        try PodPriority.setPriority(&given, nodeCritical, request)
        #expect(given.spec.priority == 2_000_001_000)
        var refusing = try pod(#"{"spec":{"containers":[{"name":"a"}],"automountServiceAccountToken":false}}"#)
        ServiceAccountAdmission.mountToken(&refusing, Core.ServiceAccount(), suffix: "bcdfg")
        #expect(refusing.spec.volumes.isEmpty)
    }
}
