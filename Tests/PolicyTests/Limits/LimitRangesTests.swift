import Objects
import Resources
import Testing

@testable import Policy

@Suite("LimitRanges")
struct LimitRangesTests {
    private func range(_ limits: String) throws -> Core.LimitRange {
        Core.LimitRange(
            try Reading.message(#"{"metadata":{"name":"l"},"spec":{"limits":\#(limits)}}"#, Core.LimitRange.descriptor))
    }

    /// As recorded from a Kubernetes API server, with this range.
    private static let recorded =
        #"[{"type":"Container","default":{"cpu":"500m","memory":"64Mi"},"defaultRequest":{"cpu":"100m","memory":"64Mi"},"max":{"cpu":"1"},"min":{"memory":"16Mi"},"maxLimitRequestRatio":{"cpu":"8"}},{"type":"Pod","max":{"memory":"100Mi"}}]"#

    static let cases: [(String, [String])] = [
        (#"{"containers":[{"name":"c"}]}"#, []),
        (
            #"{"containers":[{"name":"c","resources":{"limits":{"cpu":"2"},"requests":{"cpu":"2"}}}]}"#,
            ["maximum cpu usage per Container is 1, but limit is 2"]
        ),
        (
            #"{"containers":[{"name":"c"},{"name":"d"}]}"#,
            ["maximum memory usage per Pod is 100Mi, but limit is 128Mi"]
        ),
        (
            #"{"containers":[{"name":"c","resources":{"requests":{"memory":"1Mi","cpu":"10m"}}}]}"#,
            [
                "minimum memory usage per Container is 16Mi, but request is 1Mi",
                "cpu max limit to request ratio per Container is 8, but provided ratio is 50.000000",
            ]
        ),
    ]

    @Test("Pods are held to the bounds, after they got the defaults", arguments: cases)
    func bounds(_ spec: String, _ words: [String]) throws {
        var pod = try Reading.pod(spec)
        let range = try range(Self.recorded)
        LimitRanges.setDefaults(&pod, range)
        #expect(LimitRanges.problems(pod, range) == words)
    }

    @Test("What was filled in is written down, and only that")
    func notes() throws {
        let range = try range(Self.recorded)
        var pod = try Reading.pod(
            #"{"containers":[{"name":"c"}],"initContainers":[{"name":"i","resources":{"limits":{"cpu":"1"}}}]}"#)
        LimitRanges.setDefaults(&pod, range)
        #expect(
            pod.metadata.annotations[LimitRanges.annotation]
                == "LimitRanger plugin set: cpu, memory request for container c; cpu, memory limit for container c; "
                + "cpu, memory request for init container i; memory limit for init container i")
        #expect(pod.spec.initContainers[0].resources.limits["cpu"] == Quantity(1))
        let again = pod
        LimitRanges.setDefaults(&pod, range)
        #expect(pod == again)
    }

    @Test("Claims are held to theirs")
    func claims() throws {
        let range = try range(#"[{"type":"PersistentVolumeClaim","min":{"storage":"1Gi"},"max":{"storage":"2Gi"}}]"#)
        func problems(_ size: String) throws -> [String] {
            LimitRanges.problems(
                Core.PersistentVolumeClaim(
                    try Reading.message(
                        #"{"spec":{"resources":{"requests":{"storage":"\#(size)"}}}}"#,
                        Core.PersistentVolumeClaim.descriptor)), range)
        }
        #expect(try problems("1Gi").isEmpty)
        #expect(
            try problems("512Mi") == ["minimum storage usage per PersistentVolumeClaim is 1Gi, but request is 512Mi"])
        #expect(try problems("3Gi") == ["maximum storage usage per PersistentVolumeClaim is 2Gi, but request is 3Gi"])
    }

    @Test("A pod asks for its containers together, or for its largest init container beside the sidecars")
    func totals() throws {
        let pod = try Reading.pod(
            #"{"containers":[{"name":"a","resources":{"requests":{"cpu":"1"}}},{"name":"b","resources":{"requests":{"cpu":"2"}}}],"initContainers":[{"name":"s","restartPolicy":"Always","resources":{"requests":{"cpu":"1"}}},{"name":"i","resources":{"requests":{"cpu":"5"}}}],"overhead":{"cpu":"250m"}}"#
        )
        #expect(PodResources.requests(pod.spec)["cpu"] == Quantity(milli: 6250))
        #expect(PodResources.limits(pod.spec).isEmpty)
    }
}
