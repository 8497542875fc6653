import Testing

@testable import Objects
@testable import Resources

@Suite("Services change within bounds, and say what has no effect")
struct ServiceChangeTests {
    private static func service(_ spec: String) -> String { #"{"spec":{\#(spec),"ports":[{"port":80}]}}"# }
    private static let two =
        #""clusterIP":"10.0.0.1","clusterIPs":["10.0.0.1","fd00::1"],"ipFamilies":["IPv4","IPv6"],"ipFamilyPolicy":"PreferDualStack""#

    /// Before, after, and the refusals.
    static let pairs: [(String, String, [String])] = [
        (#""clusterIP":"10.0.0.1""#, #""clusterIP":"10.0.0.1""#, []),
        (
            #""clusterIP":"10.0.0.1""#, #""clusterIP":"10.0.0.2""#,
            [
                #"spec.clusterIPs[0]: Invalid value: ["10.0.0.2"]: may not change once set"#
            ]
        ),
        (
            two, #""clusterIP":"10.0.0.1","clusterIPs":["10.0.0.1"],"ipFamilyPolicy":"PreferDualStack""#,
            [
                #"spec.ipFamilyPolicy: Invalid value: "PreferDualStack": must be set to 'SingleStack' when releasing the secondary clusterIP"#
            ]
        ),
        (two, two.replacing("PreferDualStack", with: "SingleStack"), []),
        (
            #""type":"LoadBalancer","clusterIP":"10.0.0.1","externalTrafficPolicy":"Local","healthCheckNodePort":30001"#,
            #""type":"LoadBalancer","clusterIP":"10.0.0.1","externalTrafficPolicy":"Local","healthCheckNodePort":30002"#,
            ["spec.healthCheckNodePort: Forbidden: field is immutable"]
        ),
        (
            #""type":"LoadBalancer","clusterIP":"10.0.0.1""#,
            #""type":"LoadBalancer","clusterIP":"10.0.0.1","loadBalancerClass":"a.b/c""#,
            [#"spec.loadBalancerClass: Invalid value: "a.b/c": may not change once set"#]
        ),
    ]

    @Test("Addresses, families and ports stay", arguments: pairs)
    func changes(_ change: (String, String, [String])) throws {
        let judge = try Judge("services")
        let before = try judge.created(Self.service(change.0))
        #expect(try judge.changed(before, Self.service(change.1)).refusals == change.2)
    }

    /// Specification, and the warnings.
    static let notes: [(String, [String])] = [
        (#""clusterIP":"10.0.0.1""#, []),
        (
            #""clusterIP":"None","sessionAffinity":"ClientIP""#,
            [
                "spec.SessionAffinity is ignored for headless services"
            ]
        ),
        (
            #""clusterIP":"10.0.0.1","externalName":"a.example.com""#,
            [
                #"spec.externalName is ignored when spec.type is not "ExternalName""#
            ]
        ),
        (
            #""clusterIP":"FD00::1""#,
            [
                #"spec.clusterIPs[0]: IPv6 address "FD00::1" should be in RFC 5952 canonical format ("fd00::1")"#
            ]
        ),
        (
            #""clusterIP":"10.0.0.1","trafficDistribution":"PreferClose""#,
            [
                #"spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone""#
            ]
        ),
    ]

    @Test("Warnings", arguments: notes)
    func warns(_ example: (String, [String])) throws {
        let judge = try Judge("services")
        let service = try judge.created(Self.service(example.0))
        #expect(judge.definition.rules.warnings(service, old: nil) == example.1)
    }

    @Test("Ranges of sources may have space around them, in the field and in the annotation")
    func ranges() throws {
        let judge = try Judge("services")
        let balanced = #""type":"LoadBalancer","clusterIP":"10.0.0.1""#
        #expect(
            try judge.refusals(Self.service(balanced + #","loadBalancerSourceRanges":[" 10.0.0.0/8 ","10.0.0.1/8"]"#))
                == [
                    #"spec.LoadBalancerSourceRanges[1]: Invalid value: "10.0.0.1/8": must not have bits set beyond the prefix length"#
                ])
        let key = "service.beta.kubernetes.io/load-balancer-source-ranges"
        let marked =
            #"{"metadata":{"annotations":{"\#(key)":"10.0.0.0/8, x"}},"spec":{\#(balanced),"ports":[{"port":80}]}}"#
        #expect(try judge.fields(marked) == ["metadata.annotations[\(key)]"])
    }
}
