import Testing

@testable import Objects
@testable import Resources

@Suite("A pod's status follows from what the pod is")
struct PodStatusRulesTests {
    private static let spec = #"{"containers":[{"name":"a","image":"i"}],"restartPolicy":"Never"}"#

    /// The pod with its status before, the status after, and what is wrong with it.
    static let examples: [(String, String, [String])] = [
        (
            #"{"phase":"Running"}"#, #"{"phase":"Failed","qosClass":"Guaranteed"}"#,
            [
                #"status.qosClass: Invalid value: "Guaranteed": field is immutable"#
            ]
        ),
        (
            "{}",
            #"{"conditions":[{"type":"a b","status":"True"},{"type":"Ready","status":"True","observedGeneration":-1}]}"#,
            [
                "status.conditions[0].Type: Invalid value: \"a b\": \(qualified)",
                "status.conditions[1].observedGeneration: Invalid value: -1: must be a non-negative integer",
            ]
        ),
        (
            #"{"containerStatuses":[{"name":"a","state":{"terminated":{"exitCode":1}}}]}"#,
            #"{"containerStatuses":[{"name":"a","state":{"running":{}}}]}"#,
            ["status.containerStatuses[0].state: Forbidden: may not be transitioned to non-terminated state"]
        ),
        (
            "{}", #"{"podIP":"1.2.3.4","podIPs":[{"ip":"1.2.3.4"},{"ip":"1.2.3.5"}]}"#,
            [
                #"status.podIPs: Invalid value: [{"IP":"1.2.3.4"},{"IP":"1.2.3.5"}]: may specify no more than one IP for each IP family"#
            ]
        ),
        (
            "{}", #"{"hostIP":"1.2.3.4","hostIPs":[{"ip":"1.2.3.5"}]}"#,
            [
                #"status.hostIPs[0].ip: Invalid value: "1.2.3.5": must be equal to `hostIP`"#
            ]
        ),
        (
            "{}", #"{"resourceClaimStatuses":[{"name":"x"}]}"#,
            [
                #"status.resourceClaimStatuses[0].name: Invalid value: "x": must match the name of an entry in `spec.resourceClaims`"#
            ]
        ),
    ]
    private static let qualified =
        "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"

    private func changed(_ spec: String, _ before: String, _ after: String) throws -> (
        object: Message, refusals: [String]
    ) {
        let judge = try Judge("pods")
        var pod = Core.Pod(try judge.created(#"{"spec":\#(spec)}"#))
        let quality = pod.status.qosClass
        pod.status = Core.Pod(try judge.read(#"{"status":\#(before)}"#)).status
        pod.status.qosClass = quality
        return try judge.changed(pod.message, #"{"status":\#(after)}"#, .status)
    }

    @Test("Changes of the status", arguments: examples)
    func status(_ example: (String, String, [String])) throws {
        #expect(try changed(Self.spec, example.0, example.1).refusals == example.2)
    }

    @Test("What a container's own rules start again may leave its end")
    func restarts() throws {
        let rules =
            #""restartPolicy":"Never","restartPolicyRules":[{"action":"Restart","exitCodes":{"operator":"In","values":[42]}}]"#
        let spec = #"{"containers":[{"name":"a","image":"i",\#(rules)}],"restartPolicy":"Never"}"#
        for (code, count) in [(42, 0), (1, 1)] {
            let found = try changed(
                spec, #"{"containerStatuses":[{"name":"a","state":{"terminated":{"exitCode":\#(code)}}}]}"#,
                #"{"containerStatuses":[{"name":"a","state":{"running":{}}}]}"#)
            #expect(found.refusals.count == count)
        }
    }

    @Test("Generations that a reporter leaves out stay")
    func generations() throws {
        let found = try changed(
            Self.spec,
            #"{"observedGeneration":3,"conditions":[{"type":"Ready","status":"False","observedGeneration":2}]}"#,
            #"{"podIP":"1.2.3.4","conditions":[{"type":"Ready","status":"True"}]}"#)
        let status = Core.Pod(found.object).status
        #expect(status.observedGeneration == 3)
        #expect(status.conditions.map(\.observedGeneration) == [2])
        #expect(status.podIPs.map(\.ip) == ["1.2.3.4"])
    }
}

@Suite("Pods that are held back may be narrowed, and those that run resized")
struct PodNarrowingTests {
    private static let gated =
        #""containers":[{"name":"a","image":"i"}],"schedulingGates":[{"name":"x/g"}],"nodeSelector":{"a":"b"}"#

    /// What is set beside the rest, and the refusals.
    static let changes: [(String, String, [String])] = [
        (#"{"a":"b"}"#, #"{"a":"b","c":"d"}"#, []),
        (
            #"{"a":"b"}"#, #"{"a":"c"}"#,
            [
                #"spec.nodeSelector: Invalid value: {"a":"c"}: only additions to spec.nodeSelector are allowed (no mutations or deletions)"#
            ]
        ),
        (
            #""x/g""#, #""x/h""#,
            [
                "spec.schedulingGates[0].name: Forbidden: only deletion is allowed, but found new scheduling gate 'x/h'"
            ]
        ),
    ]

    @Test("Gates", arguments: changes)
    func gates(_ change: (String, String, [String])) throws {
        let judge = try Judge("pods")
        let old = try judge.created("{\"spec\":{\(Self.gated)}}")
        let text = judge.json(old).replacing(change.0, with: change.1)
        #expect(try judge.changed(old, text).refusals == change.2)
    }

    @Test("Resources")
    func resize() throws {
        let judge = try Judge("pods")
        let old = try judge.created(
            #"{"spec":{"containers":[{"name":"a","image":"i","resources":{"requests":{"cpu":"1","example.com/x":"1","memory":"1Gi"},"limits":{"example.com/x":"1"}}}]}}"#
        )
        let text = judge.json(old)
        let more = text.replacing(#""cpu":"1""#, with: #""cpu":"2""#)
        #expect(try judge.changed(old, more, .resize).refusals == [])
        let others = text.replacing(#""example.com/x":"1""#, with: #""example.com/x":"2""#)
        #expect(
            try judge.changed(old, others, .resize).refusals == [
                "spec: Forbidden: only cpu and memory resources are mutable"
            ])
        let fewer = text.replacing(#""cpu":"1","#, with: "")
        #expect(
            try judge.changed(old, fewer, .resize).refusals == [
                "spec.containers[0].resources.requests: Forbidden: resource requests cannot be removed"
            ])
    }
}
