import Objects
import Resources
import Testing

@testable import Policy

@Suite("ResourceQuotas")
struct QuotaCheckTests {
    private func quota(_ hard: String, used: String = "{}", spec: String = "{}") throws -> Core.ResourceQuota {
        Core.ResourceQuota(
            try Reading.message(
                #"{"metadata":{"name":"q"},"spec":\#(spec),"status":{"hard":\#(hard),"used":\#(used)}}"#,
                Core.ResourceQuota.descriptor))
    }
    private func pod(_ cpu: String) throws -> Message {
        try Reading.pod(#"{"containers":[{"name":"c","resources":{"requests":{"cpu":"\#(cpu)"}}}]}"#).message
    }

    @Test("What a quota does not speak of is free")
    func unaffected() throws {
        let outcome = QuotaCheck.check(
            try quota(#"{"services":"1"}"#), try pod("1"), old: nil, resource: "pods")
        #expect(outcome == .unaffected)
    }

    @Test("Refusals have the words of Kubernetes, as recorded")
    func words() throws {
        let half = try quota(#"{"pods":"2","requests.cpu":"200m"}"#, used: #"{"pods":"1","requests.cpu":"100m"}"#)
        let silent = try Reading.pod(#"{"containers":[{"name":"c"}]}"#).message
        #expect(
            QuotaCheck.check(half, silent, old: nil, resource: "pods")
                == .refused("failed quota: q: must specify requests.cpu for: c"))
        #expect(
            QuotaCheck.check(half, try pod("150m"), old: nil, resource: "pods")
                == .refused(
                    "exceeded quota: q, requested: requests.cpu=150m, used: requests.cpu=100m, limited: requests.cpu=200m"
                ))
        let full = try quota(#"{"pods":"2","requests.cpu":"200m"}"#, used: #"{"pods":"2","requests.cpu":"200m"}"#)
        #expect(
            QuotaCheck.check(full, try pod("1m"), old: nil, resource: "pods")
                == .refused(
                    "exceeded quota: q, requested: pods=1,requests.cpu=1m, used: pods=2,requests.cpu=200m, limited: pods=2,requests.cpu=200m"
                ))
    }

    @Test("What fits is counted")
    func counted() throws {
        let half = try quota(#"{"pods":"2","requests.cpu":"200m"}"#, used: #"{"pods":"1","requests.cpu":"100m"}"#)
        #expect(
            QuotaCheck.check(half, try pod("100m"), old: nil, resource: "pods")
                == .fits(used: ["pods": Quantity(2), "requests.cpu": Quantity(milli: 200)]))
        let maps = try quota(
            #"{"count/configmaps":"5","configmaps":"5"}"#, used: #"{"count/configmaps":"0","configmaps":"0"}"#)
        let map = try Reading.message("{}", Core.ConfigMap.descriptor)
        #expect(
            QuotaCheck.check(maps, map, old: nil, resource: "configmaps")
                == .fits(used: ["configmaps": Quantity(1), "count/configmaps": Quantity(1)]))
    }

    @Test("A quota of which it is not known what is used lets nothing in")
    func unknown() throws {
        let fresh = try quota(#"{"pods":"2","services":"1"}"#)
        #expect(
            QuotaCheck.check(fresh, try pod("1"), old: nil, resource: "pods")
                == .refused("status unknown for quota: q, resources: pods"))
    }

    @Test("A change counts for what it adds; what is given back is for the controller to count")
    func changes() throws {
        func service(_ type: String) throws -> Message {
            try Reading.message(
                #"{"spec":{"type":"\#(type)","ports":[{"port":1},{"port":2}]}}"#, Core.Service.descriptor)
        }
        let limited = try quota(
            #"{"services":"1","services.nodeports":"1"}"#, used: #"{"services":"1","services.nodeports":"0"}"#)
        #expect(
            QuotaCheck.check(limited, try service("NodePort"), old: try service("ClusterIP"), resource: "services")
                == .refused(
                    "exceeded quota: q, requested: services.nodeports=2, used: services.nodeports=0, limited: services.nodeports=1"
                ))
        let over = try quota(#"{"services.nodeports":"1"}"#, used: #"{"services.nodeports":"9"}"#)
        #expect(
            QuotaCheck.check(over, try service("ClusterIP"), old: try service("NodePort"), resource: "services")
                == .unaffected)
    }

    static let scopes: [(String, String, Bool)] = [
        (#"{"scopes":["BestEffort"]}"#, #"{"containers":[{"name":"c"}]}"#, true),
        (#"{"scopes":["NotBestEffort"]}"#, #"{"containers":[{"name":"c"}]}"#, false),
        (
            #"{"scopes":["BestEffort"]}"#, #"{"containers":[{"name":"c","resources":{"limits":{"cpu":"1"}}}]}"#, false
        ),
        (#"{"scopes":["Terminating"]}"#, #"{"activeDeadlineSeconds":5,"containers":[]}"#, true),
        (#"{"scopes":["NotTerminating"]}"#, #"{"activeDeadlineSeconds":5,"containers":[]}"#, false),
        (
            #"{"scopeSelector":{"matchExpressions":[{"scopeName":"PriorityClass","operator":"In","values":["high"]}]}}"#,
            #"{"priorityClassName":"high","containers":[]}"#, true
        ),
        (
            #"{"scopeSelector":{"matchExpressions":[{"scopeName":"PriorityClass","operator":"NotIn","values":["high"]}]}}"#,
            #"{"priorityClassName":"high","containers":[]}"#, false
        ),
        (
            #"{"scopes":["CrossNamespacePodAffinity"]}"#,
            #"{"containers":[],"affinity":{"podAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":[{"topologyKey":"k","namespaces":["x"]}]}}}"#,
            true
        ),
    ]

    @Test("Scopes choose the pods that count", arguments: scopes)
    func scope(_ spec: String, _ pod: String, _ counts: Bool) throws {
        let quota = try quota(#"{"pods":"1"}"#, used: #"{"pods":"0"}"#, spec: spec)
        let outcome = QuotaCheck.check(quota, try Reading.pod(pod).message, old: nil, resource: "pods")
        #expect(outcome == (counts ? .fits(used: ["pods": Quantity(1)]) : .unaffected))
    }

    @Test("Claims count by their class as well, and pods that are done only as objects")
    func usage() throws {
        let claim = try Reading.message(
            #"{"spec":{"storageClassName":"fast","resources":{"requests":{"storage":"1Gi"}}}}"#,
            Core.PersistentVolumeClaim.descriptor)
        let usage = QuotaUsage.of(claim, resource: "persistentvolumeclaims")
        #expect(usage["fast.storageclass.storage.k8s.io/requests.storage"] == Quantity(binary: 1 << 30))
        #expect(usage["requests.storage"] == Quantity(binary: 1 << 30))
        let done = try Reading.message(
            #"{"spec":{"containers":[{"name":"c","resources":{"requests":{"cpu":"1"}}}]},"status":{"phase":"Succeeded"}}"#,
            Core.Pod.descriptor)
        #expect(QuotaUsage.of(done, resource: "pods").keys == ["count/pods"])
    }

    @Test(
        "A quota of processors or memory asks every container to state them, and of nothing else",
        arguments: [
            (#"{"containers":[{"name":"c"}],"initContainers":[{"name":"b"}]}"#, "cpu for: b,c; limits.memory for: b,c"),
            (#"{"containers":[{"name":"c","resources":{"requests":{"cpu":"1"}}}]}"#, "limits.memory for: c"),
            (#"{"containers":[{"name":"c"}],"resources":{"requests":{"cpu":"1"}}}"#, nil),
            (#"{"containers":[{"name":"c"}],"resources":{"limits":{"hugepages-2Mi":"2Mi"}}}"#, nil),
            (#"{"containers":[{"name":"c"}],"resources":{}}"#, "cpu for: c; limits.memory for: c"),
        ] as [(String, String?)])
    func stated(_ spec: String, _ words: String?) throws {
        let limits = ["cpu", "ephemeral-storage", "limits.memory", "pods", "requests.example.com/gpu"]
        #expect(QuotaUsage.unstated(try Reading.pod(spec).spec, limited: limits) == words)
    }

    @Test("Claims of devices count by class for the most that they may get")
    func devices() throws {
        let claim = try Reading.message(
            #"""
            {"spec":{"devices":{"requests":[
                {"name":"a","exactly":{"deviceClassName":"gpu","allocationMode":"ExactCount","count":2}},
                {"name":"b","exactly":{"deviceClassName":"nic","allocationMode":"All"}},
                {"name":"c","firstAvailable":[
                    {"name":"d","deviceClassName":"gpu","allocationMode":"ExactCount","count":1},
                    {"name":"e","deviceClassName":"gpu","allocationMode":"ExactCount","count":3},
                    {"name":"f","deviceClassName":"fpga","allocationMode":"ExactCount","count":1}]}]}}}
            """#, Resources.ResourceClaim.descriptor)
        let resource = "resourceclaims.resource.k8s.io"
        let kind = ".deviceclass.resource.k8s.io/devices"
        let implicit = "requests.deviceclass.resource.kubernetes.io/"
        let usage: ResourceAmountList = [
            "count/\(resource)": Quantity(1), "fpga\(kind)": Quantity(1), "gpu\(kind)": Quantity(5),
            "nic\(kind)": Quantity(32), "\(implicit)fpga": Quantity(1), "\(implicit)gpu": Quantity(5),
            "\(implicit)nic": Quantity(32),
        ]
        #expect(QuotaUsage.of(claim, resource: resource) == usage)
        // A class may be an extended resource, which pods ask for too.
        var gpu = Resources.DeviceClass()
        gpu.metadata.name = "gpu"
        gpu.spec.extendedResourceName = "example.com/gpu"
        let classes = DeviceClassNames([gpu, Resources.DeviceClass()])
        var named = usage
        named["requests.example.com/gpu"] = Quantity(5)
        #expect(QuotaUsage.of(claim, resource: resource, classes: classes) == named)
        // What was made for such a pod is counted with the pod.
        var ofPod = Resources.ResourceClaim(claim)
        ofPod.metadata.annotations = ["resource.kubernetes.io/extended-resource-claim": "true"]
        let counted = QuotaUsage.of(ofPod.message, resource: resource, classes: classes)
        #expect(counted["gpu\(kind)"] == Quantity(5))
        #expect(counted.keys.allSatisfy { !$0.hasPrefix("requests.") })
        let limited = try quota(#"{"gpu\#(kind)":"6"}"#, used: #"{"gpu\#(kind)":"2"}"#)
        #expect(
            QuotaCheck.check(limited, claim, old: nil, resource: resource)
                == .refused("exceeded quota: q, requested: gpu\(kind)=5, used: gpu\(kind)=2, limited: gpu\(kind)=6"))
    }
}
