import Testing

@testable import Scheduler

@Suite("A node takes only pods that may run there")
struct FiltersTests {
    private static let cordonedCases: [(spec: String, expected: Refusal)] = [
        ("{}", Refusal.cordoned),
        (#"{"tolerations":[{"key":"node.kubernetes.io/unschedulable","operator":"Exists"}]}"#, []),
        (#"{"tolerations":[{"operator":"Exists"}]}"#, []),
        (
            #"{"tolerations":[{"key":"node.kubernetes.io/unschedulable","operator":"Exists","effect":"NoExecute"}]}"#,
            .cordoned
        ),
    ]

    @Test("Cordoned nodes take only pods that tolerate it", arguments: cordonedCases)
    func cordoned(spec: String, expected: Refusal) throws {
        #expect(try Samples.refusal(spec, by: Samples.node("a", spec: #"{"unschedulable":true}"#)) == expected)
    }

    @Test("A pod that names its node goes nowhere else")
    func named() throws {
        #expect(try Samples.refusal(#"{"nodeName":"b"}"#, by: Samples.node("a")) == .otherName)
        #expect(try Samples.refusal(#"{"nodeName":"a"}"#, by: Samples.node("a")) == [])
    }

    private static let taintCases: [(taints: String, tolerations: String, isRefused: Bool)] = [
        // Taint, tolerations, refused
        (#"{"key":"k","value":"v","effect":"NoSchedule"}"#, "", true),
        (#"{"key":"k","value":"v","effect":"NoExecute"}"#, "", true),
        (#"{"key":"k","value":"v","effect":"PreferNoSchedule"}"#, "", false),
        (#"{"key":"k","value":"v","effect":"NoSchedule"}"#, #"{"key":"k","operator":"Equal","value":"v"}"#, false),
        (#"{"key":"k","value":"v","effect":"NoSchedule"}"#, #"{"key":"k","value":"v"}"#, false),
        (#"{"key":"k","value":"v","effect":"NoSchedule"}"#, #"{"key":"k","value":"w"}"#, true),
        (#"{"key":"k","value":"v","effect":"NoSchedule"}"#, #"{"key":"k","operator":"Exists"}"#, false),
        (#"{"key":"k","value":"v","effect":"NoSchedule"}"#, #"{"key":"l","operator":"Exists"}"#, true),
        (#"{"key":"k","value":"v","effect":"NoSchedule"}"#, #"{"operator":"Exists"}"#, false),
        (#"{"key":"k","effect":"NoSchedule"}"#, #"{"key":"k","operator":"Exists","effect":"NoExecute"}"#, true),
        (
            #"{"key":"k","effect":"NoSchedule"},{"key":"l","effect":"NoSchedule"}"#,
            #"{"key":"k","operator":"Exists"}"#, true
        ),
    ]

    @Test("Taints keep away pods that do not tolerate them", arguments: taintCases)
    func taints(taints: String, tolerations: String, isRefused: Bool) throws {
        let node = try Samples.node("a", spec: #"{"taints":[\#(taints)]}"#)
        let refusal = try Samples.refusal(#"{"tolerations":[\#(tolerations)]}"#, by: node)
        #expect(refusal == (isRefused ? .taint : []))
    }

    private static func affinity(_ terms: String) -> String {
        #"{"affinity":{"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[\#(terms)]}}}}"#
    }
    private static func expression(_ key: String, _ op: String, _ values: String = "") -> String {
        #"{"matchExpressions":[{"key":"\#(key)","operator":"\#(op)","values":[\#(values)]}]}"#
    }

    private static let selectorCases: [(spec: String, fits: Bool)] = [
        (#"{"nodeSelector":{"zone":"a"}}"#, true), (#"{"nodeSelector":{"zone":"b"}}"#, false),
        (#"{"nodeSelector":{"zone":"a","disk":"ssd"}}"#, false), (#"{"nodeSelector":{"zone":"5"}}"#, false),
        (affinity(expression("zone", "In", #""a","b""#)), true),
        (affinity(expression("zone", "In", #""b""#)), false),
        (affinity(expression("zone", "NotIn", #""b""#)), true),
        (affinity(expression("zone", "NotIn", #""a""#)), false),
        (affinity(expression("absent", "NotIn", #""a""#)), true), (affinity(expression("zone", "Exists")), true),
        (affinity(expression("absent", "Exists")), false), (affinity(expression("absent", "DoesNotExist")), true),
        (affinity(expression("zone", "DoesNotExist")), false), (affinity(expression("cores", "Gt", #""4""#)), true),
        (affinity(expression("cores", "Gt", #""5""#)), false), (affinity(expression("cores", "Lt", #""6""#)), true),
        (affinity(expression("zone", "Gt", #""1""#)), false),
        (affinity(expression("zone", "Like", #""a""#)), false),
        // Terms are alternatives; an empty one matches nothing; no term matches nothing.
        (affinity(expression("zone", "In", #""b""#) + "," + expression("cores", "Exists")), true),
        (affinity("{}"), false), (affinity(""), false),
        (affinity(#"{"matchFields":[{"key":"metadata.name","operator":"In","values":["n"]}]}"#), true),
        (affinity(#"{"matchFields":[{"key":"metadata.name","operator":"NotIn","values":["n"]}]}"#), false),
        (affinity(#"{"matchFields":[{"key":"metadata.uid","operator":"In","values":["n"]}]}"#), false),
    ]

    @Test("Selectors and required affinity are obeyed", arguments: selectorCases)
    func selectors(spec: String, fits: Bool) throws {
        let node = try Samples.node("n", labels: #"{"zone":"a","cores":"5"}"#)
        #expect(try Samples.refusal(spec, by: node) == (fits ? [] : .affinity))
    }

    private static func port(_ port: String) -> String { #"{"containers":[{"name":"c","ports":[\#(port)]}]}"# }

    private static let portCases: [(own: String, other: String, isRefused: Bool)] = [
        (#"{"hostPort":80}"#, #"{"hostPort":80}"#, true), (#"{"hostPort":80}"#, #"{"hostPort":81}"#, false),
        (#"{"hostPort":80}"#, #"{"hostPort":80,"protocol":"UDP"}"#, false),
        (#"{"hostPort":80,"hostIP":"10.0.0.1"}"#, #"{"hostPort":80,"hostIP":"10.0.0.2"}"#, false),
        (#"{"hostPort":80,"hostIP":"10.0.0.1"}"#, #"{"hostPort":80,"hostIP":"0.0.0.0"}"#, true),
        (#"{"hostPort":80,"hostIP":"10.0.0.1"}"#, #"{"hostPort":80}"#, true),
        (#"{"containerPort":80}"#, #"{"containerPort":80}"#, false),
    ]

    @Test("A port of the host is given once for each protocol and address", arguments: portCases)
    func ports(own: String, other: String, isRefused: Bool) throws {
        let refusal = try Samples.refusal(Self.port(own), by: Samples.node("a"), with: [Self.port(other)])
        #expect(refusal == (isRefused ? .ports : []))
    }

    private static let resourceCases: [(own: String, other: String, expected: Refusal)] = [
        (#""cpu":"2""#, #""cpu":"2""#, Refusal()), (#""cpu":"2001m""#, #""cpu":"2""#, .cpu),
        (#""memory":"8Gi""#, "", []), (#""memory":"8193Mi""#, "", .memory),
        (#""ephemeral-storage":"1""#, "", .ephemeralStorage), (#""example.com/gpu":"1""#, "", .extended),
        (#""cpu":"5","memory":"9Gi""#, "", [.cpu, .memory]),
        // Nothing asked for fits even where nothing is left.
        ("", #""cpu":"9","memory":"99Gi""#, []),
        (#""cpu":"9223372036854775807""#, #""cpu":"9223372036854775807""#, .cpu),
    ]

    @Test("What a node has is not given twice", arguments: resourceCases)
    func resources(own: String, other: String, expected: Refusal) throws {
        let refusal = try Samples.refusal(
            Samples.asking(own), by: Samples.node("a"), with: [Samples.asking(other)])
        #expect(refusal == expected)
    }

    @Test("A node takes as many pods as it says")
    func podCount() throws {
        let node = try Samples.node("a", allocatable: #"{"cpu":"1","memory":"1Gi","pods":"1"}"#)
        #expect(try Samples.refusal("{}", by: node) == [])
        #expect(try Samples.refusal("{}", by: node, with: ["{}"]) == .podCount)
    }
}
