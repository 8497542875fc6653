import Testing

@testable import Objects
@testable import Resources

@Suite("Network policies, and what networks are made of")
struct NetworkPoliciesTests {
    private static func from(_ peer: String) -> String {
        #"{"spec":{"podSelector":{},"ingress":[{"from":[{\#(peer)}]}]}}"#
    }
    private static func port(_ port: String) -> String {
        #"{"spec":{"podSelector":{},"egress":[{"ports":[{\#(port)}]}]}}"#
    }

    static let cases: [(String, [String])] = [
        (#"{"spec":{"podSelector":{}}}"#, []), (from(#""podSelector":{}"#), []),
        (from(""), ["spec.ingress[0].from[0]"]),
        (from(#""ipBlock":{"cidr":"10.0.0.0/8","except":["10.1.0.0/16"]}"#), []),
        (
            from(#""ipBlock":{"cidr":"10.0.0.0/8","except":["11.0.0.0/16"]}"#),
            ["spec.ingress[0].from[0].ipBlock.except[0]"]
        ),
        (
            from(#""ipBlock":{"cidr":"10.0.0.0/8","except":["10.0.0.0/8"]}"#),
            ["spec.ingress[0].from[0].ipBlock.except[0]"]
        ),
        (from(#""ipBlock":{"cidr":"10.0.0.0"}"#), ["spec.ingress[0].from[0].ipBlock.cidr"]),
        (from(#""ipBlock":{"cidr":"10.0.0.0/8"},"podSelector":{}"#), ["spec.ingress[0].from[0]"]),
        (port(#""port":"http""#), []), (port(#""port":80,"endPort":90"#), []),
        (port(#""port":80,"endPort":70"#), ["spec.egress[0].ports[0].endPort"]),
        (port(#""port":"http","endPort":70"#), ["spec.egress[0].ports[0].endPort"]),
        (port(#""endPort":70"#), ["spec.egress[0].ports[0].endPort"]),
        (port(#""protocol":"ICMP""#), ["spec.egress[0].ports[0].protocol"]),
        (port(#""port":70000"#), ["spec.egress[0].ports[0].port"]),
        (
            #"{"spec":{"podSelector":{},"ingress":[{"from":[{"podSelector":{},"ipBlock":{"cidr":"10.0.0.0/8","except":["x"]}}]},{"from":[{}]}],"egress":[{"ports":[{"port":0}]}],"policyTypes":["Sideways"]}}"#,
            [
                "spec.ingress[0].from[0].ipBlock.except[0]", "spec.ingress[0].from[0]", "spec.ingress[1].from[0]",
                "spec.egress[0].ports[0].port", "spec.policyTypes[0]",
            ]
        ),
        (#"{"spec":{"podSelector":{},"policyTypes":["Sideways"]}}"#, ["spec.policyTypes[0]"]),
    ]

    @Test("What is refused", arguments: cases)
    func refused(_ example: (String, [String])) throws {
        #expect(try Judge("networkpolicies").fields(example.0) == example.1)
    }

    @Test("Messages show what Kubernetes' show")
    func words() throws {
        #expect(
            try Judge("networkpolicies").refusals(Self.port(#""port":80,"endPort":70"#)) == [
                "spec.egress[0].ports[0].endPort: Invalid value: 80: must be greater than or equal to `port`"
            ])
        #expect(
            try Judge("servicecidrs").refusals(#"{"spec":{"cidrs":["10.0.0.0/16","10.1.0.0/16"]}}"#) == [
                #"spec.cidrs: Invalid value: {"CIDRs":["10.0.0.0/16","10.1.0.0/16"]}: may specify no more than one IP for "#
                    + "each IP family, i.e 192.168.0.0/24 and 2001:db8::/64"
            ])
        #expect(
            try Judge("ingressclasses").refusals(
                #"{"spec":{"controller":"x.io/c","parameters":{"kind":"","name":""}}}"#) == [
                    "spec.parameters.kind: Required value: kind is required",
                    "spec.parameters.name: Required value: name is required",
                ])
        let judge = try Judge("ipaddresses")
        let before = try judge.created(
            #"{"metadata":{"name":"10.0.0.1"},"spec":{"parentRef":{"resource":"services","namespace":"n","name":"s"}}}"#
        )
        let other = #"{"spec":{"parentRef":{"resource":"services","namespace":"n","name":"t"}}}"#
        #expect(
            try judge.changed(before, other).refusals == [
                #"spec.parentRef: Invalid value: {"Group":"","Resource":"services","Namespace":"n","Name":"t"}: field is immutable"#
            ])
    }

    @Test(
        "Networks are written without doubt",
        arguments: [
            ("10.0.0.1/8", "must not have bits set beyond the prefix length"),
            ("10.00.0.0/8", "must not have leading 0s in IP or prefix length"),
            ("10.0.0.0/08", "must not have leading 0s in IP or prefix length"),
            ("::ffff:10.0.0.0/104", "must not have an IPv4-mapped IPv6 address"),
            ("ten/8", "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"),
        ])
    func doubtfulNetworks(_ text: String, _ why: String) throws {
        let judge = try Judge("networkpolicies")
        let policy = try judge.read(Self.from(#""ipBlock":{"cidr":"\#(text)"}"#))
        #expect(
            NetworkPolicyRules().validateCreate(policy).map(\.description) == [
                "spec.ingress[0].from[0].ipBlock.cidr: Invalid value: \"\(text)\": \(why)"
            ])
        #expect(NetworkPolicyRules().validateUpdate(policy, old: policy, subresource: nil).isEmpty)
    }

    @Test(
        "What was written otherwise before is warned about",
        arguments: [
            ("10.0.0.0/8", nil),
            ("10.0.0.1/8", "is ambiguous in this context (should be \"10.0.0.0/8\" or \"10.0.0.1/32\"?)"),
            ("FD00::/8", "should be in RFC 5952 canonical format (\"fd00::/8\")"),
            (
                "010.0.0.0/8",
                "will be considered invalid in a future Kubernetes release: use \"10.0.0.0/8\""
            ),
        ] as [(String, String?)])
    func warnings(_ text: String, _ ending: String?) throws {
        let policy = try Judge("networkpolicies").read(Self.from(#""ipBlock":{"cidr":"\#(text)"}"#))
        let found = NetworkPolicyRules().warnings(policy, old: nil)
        #expect(found.count == (ending == nil ? 0 : 1))
        if let ending { #expect(try #require(found.first).hasSuffix(ending)) }
    }

    @Test("Rules for what goes out make a policy about that too")
    func directions() throws {
        let judge = try Judge("networkpolicies")
        #expect(Networking.NetworkPolicy(try judge.created("{}")).spec.policyTypes == ["Ingress"])
        let both = try judge.created(#"{"spec":{"egress":[{"ports":[{"port":1}]}]}}"#)
        #expect(Networking.NetworkPolicy(both).spec.policyTypes == ["Ingress", "Egress"])
        #expect(Networking.NetworkPolicy(both).spec.egress[0].ports[0].protocol == "TCP")
    }

    @Test(
        "Service networks are one, or one of each family",
        arguments: [
            (#"["10.0.0.0/16"]"#, []), (#"["10.0.0.0/16","fd00::/108"]"#, []), ("[]", ["spec.cidrs"]),
            (#"["10.0.0.0/16","10.1.0.0/16"]"#, ["spec.cidrs"]), (#"["10.0.0.1/16"]"#, ["spec.cidrs[0]"]),
            (#"["10.0.0.0/16","fd00::/108","fd01::/108"]"#, ["spec.cidrs"]),
        ] as [(String, [String])])
    func serviceNetworks(_ example: (String, [String])) throws {
        #expect(try Judge("servicecidrs").fields(#"{"spec":{"cidrs":\#(example.0)}}"#) == example.1)
    }

    @Test("A second family may be added to a service network; nothing else changes")
    func serviceNetworkChanges() throws {
        let judge = try Judge("servicecidrs")
        let before = try judge.created(#"{"spec":{"cidrs":["10.0.0.0/16"]}}"#)
        #expect(try judge.changed(before, #"{"spec":{"cidrs":["10.0.0.0/16","fd00::/108"]}}"#).refusals.isEmpty)
        let other = try judge.changed(before, #"{"spec":{"cidrs":["10.1.0.0/16"]}}"#).refusals
        #expect(other == ["spec.cidrs[0]: Invalid value: \"10.1.0.0/16\": field is immutable"])
    }

    @Test("An address is named by itself and says who has it")
    func addresses() throws {
        let judge = try Judge("ipaddresses")
        let parent = #""spec":{"parentRef":{"resource":"services","namespace":"n","name":"s"}}"#
        #expect(try judge.fields(#"{"metadata":{"name":"10.0.0.1"},\#(parent)}"#).isEmpty)
        #expect(try judge.fields(#"{"metadata":{"name":"ten"},\#(parent)}"#) == ["metadata.name"])
        #expect(try judge.fields(#"{"metadata":{"name":"10.0.0.1"}}"#) == ["spec.parentRef"])
        let shown = try judge.read(#"{"metadata":{"name":"10.0.0.1"},\#(parent)}"#)
        #expect(judge.row(shown) == ["10.0.0.1", "services/n/s"])
    }

    @Test("A class of ingresses says who serves it, by a domain and a path")
    func classes() throws {
        let judge = try Judge("ingressclasses")
        for (controller, isGood) in [
            ("x.io/c", true), ("x.io", false), ("", false), ("X.io/c", false), ("x.io/a b", false),
        ] {
            #expect(try judge.fields(#"{"spec":{"controller":"\#(controller)"}}"#).isEmpty == isGood, "\(controller)")
        }
        let parameters = try judge.created(#"{"spec":{"controller":"x.io/c","parameters":{"kind":"K","name":"p"}}}"#)
        #expect(Networking.IngressClass(parameters).spec.parameters?.scope == "Cluster")
        #expect(judge.row(parameters) == ["a", "x.io/c", "K/p"])
        let local = #"{"spec":{"controller":"x.io/c","parameters":{"kind":"K","name":"p","scope":"Namespace"}}}"#
        #expect(try judge.fields(local) == ["spec.parameters.namespace"])
    }
}
