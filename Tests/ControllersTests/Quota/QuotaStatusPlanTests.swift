import Testing

@testable import Controllers
@testable import Objects

@Suite("What a quota is used for")
struct QuotaStatusPlanTests {
    private func message(_ text: String, _ type: MessageDescriptor) throws -> Message {
        try JSONDecoder.decode(Array(text.utf8), as: type).message
    }
    private func quota(_ spec: String) throws -> Core.ResourceQuota {
        Core.ResourceQuota(try message(#"{"metadata":{"name":"q"},"spec":\#(spec)}"#, Core.ResourceQuota.descriptor))
    }

    @Test("Each limit names the resource that it is about")
    func resources() throws {
        let quota = try quota(
            #"{"hard":{"requests.cpu":"1","count/deployments.apps":"1","services.nodeports":"1","fast.storageclass.storage.k8s.io/requests.storage":"1","secrets":"1","gpu.deviceclass.resource.k8s.io/devices":"1"}}"#
        )
        #expect(
            QuotaStatusPlan.resources(quota)
                == [
                    "pods", "deployments.apps", "services", "persistentvolumeclaims", "secrets",
                    "resourceclaims.resource.k8s.io",
                ])
    }

    @Test("Everything there is counted, and what is not limited is not shown")
    func counted() throws {
        let quota = try quota(#"{"hard":{"pods":"5","requests.cpu":"1","count/pods":"9","secrets":"3"}}"#)
        let running = try message(
            #"{"spec":{"containers":[{"name":"c","resources":{"requests":{"cpu":"300m","memory":"1Gi"}}}]}}"#,
            Core.Pod.descriptor)
        let done = try message(
            #"{"spec":{"containers":[{"name":"c","resources":{"requests":{"cpu":"300m"}}}]},"status":{"phase":"Failed"}}"#,
            Core.Pod.descriptor)
        let status = QuotaStatusPlan(quota, objects: ["pods": [running, running, done]]).status
        #expect(status.hard == quota.spec.hard)
        #expect(
            status.used
                == [
                    "count/pods": Quantity(3), "pods": Quantity(2), "requests.cpu": Quantity(milli: 600),
                    "secrets": Quantity(0),
                ])
    }

    @Test("Only pods in the quota's scopes count")
    func scopes() throws {
        let quota = try quota(#"{"hard":{"pods":"5"},"scopes":["BestEffort"]}"#)
        let best = try message(#"{"spec":{"containers":[{"name":"c"}]}}"#, Core.Pod.descriptor)
        let other = try message(
            #"{"spec":{"containers":[{"name":"c","resources":{"limits":{"cpu":"1"}}}]}}"#, Core.Pod.descriptor)
        #expect(QuotaStatusPlan(quota, objects: ["pods": [best, other]]).status.used["pods"] == Quantity(1))
    }
}
