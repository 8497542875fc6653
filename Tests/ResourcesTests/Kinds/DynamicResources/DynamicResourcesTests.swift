import Testing

@testable import Objects
@testable import Resources

@Suite("Devices, and claims to them")
struct DynamicResourcesTests {
    private static func claim(_ devices: String) -> String { #"{"spec":{"devices":{\#(devices)}}}"# }
    private static let exact = #""requests":[{"name":"r","exactly":{"deviceClassName":"c"}}]"#

    static let claims: [(String, [String])] = [
        (claim(exact), []), (claim(#""requests":[{"name":"r"}]"#), ["spec.devices.requests[0]"]),
        (claim(#""requests":[{"name":"R","exactly":{"deviceClassName":"c"}}]"#), ["spec.devices.requests[0].name"]),
        (claim(#""requests":[{"name":"r","exactly":{}}]"#), ["spec.devices.requests[0].exactly.deviceClassName"]),
        (
            claim(#""requests":[{"name":"r","exactly":{"deviceClassName":"c","allocationMode":"All","count":2}}]"#),
            ["spec.devices.requests[0].exactly.count"]
        ),
        (
            claim(#""requests":[{"name":"r","exactly":{"deviceClassName":"c","allocationMode":"Some"}}]"#),
            ["spec.devices.requests[0].exactly.allocationMode"]
        ),
        (
            claim(#""requests":[{"name":"r","exactly":{"deviceClassName":"c","selectors":[{}]}}]"#),
            ["spec.devices.requests[0].exactly.selectors[0].cel"]
        ),
        (
            claim(
                #""requests":[{"name":"r","exactly":{"deviceClassName":"c"}},{"name":"r","exactly":{"deviceClassName":"c"}}]"#
            ),
            ["spec.devices.requests[1]"]
        ),
        (claim(exact + #","constraints":[{"requests":["r"],"matchAttribute":"x.io/a"}]"#), []),
        (
            claim(exact + #","constraints":[{"requests":["q"],"matchAttribute":"a"}]"#),
            ["spec.devices.constraints[0].requests[0]", "spec.devices.constraints[0].matchAttribute"]
        ),
        (
            claim(
                #""requests":[{"name":"r","firstAvailable":[{"name":"s","deviceClassName":"c"}]}],"config":[{"requests":["r/s"],"opaque":{"driver":"x.io","parameters":{"a":1}}}]"#
            ),
            []
        ),
        (
            claim(exact + #","config":[{"opaque":{"driver":"x.io","parameters":[]}}]"#),
            ["spec.devices.config[0].opaque.parameters"]
        ),
        (claim(exact + #","config":[{}]"#), ["spec.devices.config[0].opaque"]),
    ]

    @Test("Which claims are refused", arguments: claims)
    func claimsRefused(_ example: (String, [String])) throws {
        #expect(try Judge("resourceclaims").fields(example.0) == example.1)
        let template = #"{"spec":\#(example.0)}"#
        #expect(try Judge("resourceclaimtemplates").fields(template) == example.1.map { "spec.\($0)" })
    }

    @Test("One device of a kind, unless a claim says otherwise; and it keeps to what it says")
    func defaults() throws {
        let judge = try Judge("resourceclaims")
        let claim = try judge.created(Self.claim(Self.exact))
        let request = Resources.ResourceClaim(claim).spec.devices.requests[0].exactly
        #expect(request?.allocationMode == "ExactCount" && request?.count == 1)
        let refusals = try judge.changed(claim, Self.claim("")).refusals
        #expect(refusals.count == 1 && refusals[0].hasPrefix("spec: Invalid value: "))
    }

    @Test("A claim is used only when it has its devices, and they do not change")
    func status() throws {
        let judge = try Judge("resourceclaims")
        let claim = try judge.created(Self.claim(Self.exact))
        let user = #""reservedFor":[{"resource":"pods","name":"p","uid":"u"}]"#
        let devices = #""allocation":{"devices":{"results":[{"request":"r","driver":"x.io","pool":"n","device":"d"}]}}"#
        func status(_ parts: String...) -> String {
            #"{"spec":{"devices":{\#(Self.exact)}},"status":{\#(parts.joined(separator: ","))}}"#
        }
        #expect(judge.row(claim) == ["a", "pending"])
        #expect(
            try judge.changed(claim, status(user), .status).refusals
                == ["status.reservedFor: Forbidden: may not be specified when `allocated` is not set"])
        let (allocated, problems) = try judge.changed(claim, status(devices, user), .status)
        #expect(problems.isEmpty)
        #expect(judge.row(allocated) == ["a", "allocated,reserved"])
        let other = devices.replacing("\"d\"", with: "\"e\"")
        #expect(try judge.changed(allocated, status(other), .status).refusals.count == 1)
        let unknown = devices.replacing("\"r\"", with: "\"q\"")
        #expect(try judge.changed(claim, status(unknown), .status).refusals.count == 1)
    }

    private static func slice(_ more: String) -> String {
        #"{"spec":{"driver":"x.io","pool":{"name":"n","resourceSliceCount":1},\#(more)}}"#
    }
    private static func device(_ more: String) -> String {
        slice(#""nodeName":"n","devices":[{"name":"d",\#(more)}]"#)
    }

    static let slices: [(String, [String])] = [
        (slice(#""nodeName":"n""#), []), (slice(#""devices":[]"#), ["spec"]),
        (slice(#""nodeName":"n","allNodes":true"#), ["spec"]),
        (slice(#""allNodes":false"#), ["spec.allNodes", "spec"]),
        (device(#""attributes":{"model":{"string":"x"}}"#), []),
        (device(#""attributes":{"model":{}}"#), ["spec.devices[0].attributes[model]"]),
        (device(#""attributes":{"x.io/a-b":{"int":1}}"#), ["spec.devices[0].attributes[x.io/a-b]"]),
        (device(#""attributes":{"v":{"version":"1.2"}}"#), ["spec.devices[0].attributes[v].version"]),
        (device(#""taints":[{"key":"k","effect":"Maybe"}]"#), ["spec.devices[0].taints[0].effect"]),
        (device(#""allNodes":true"#), ["spec.devices[0]"]),
        (
            device(#""capacity":{"memory":{"value":"1Gi","requestPolicy":{}}}"#),
            ["spec.devices[0].capacity[memory].requestPolicy"]
        ),
        (
            device(
                #""allowMultipleAllocations":true,"capacity":{"memory":{"value":"8","requestPolicy":{"default":"3","validRange":{"min":"1","step":"2"}}}}"#
            ),
            []
        ),
        (
            device(
                #""allowMultipleAllocations":true,"capacity":{"memory":{"value":"8","requestPolicy":{"default":"4","validRange":{"min":"1","step":"2"}}}}"#
            ),
            ["spec.devices[0].capacity[memory].requestPolicy.validRange.step"]
        ),
    ]

    @Test("Which slices are refused", arguments: slices)
    func slicesRefused(_ example: (String, [String])) throws {
        #expect(try Judge("resourceslices").fields(example.0) == example.1)
    }

    @Test("A taint says since when")
    func taints() throws {
        let judge = try Judge("resourceslices")
        let slice = try judge.created(Self.device(#""taints":[{"key":"k","effect":"NoExecute"}]"#))
        #expect(Resources.ResourceSlice(slice).spec.devices[0].taints[0].timeAdded?.seconds == 60)
    }

    @Test(
        "Versions are as semver.org has them",
        arguments: [
            ("1.2.3", true), ("1.2", false), ("01.2.3", false), ("1.2.3-rc.1+build.05", true), ("1.2.3-rc.01", false),
            ("1.2.3-", false), ("1.2.3+a-b", true), ("v1.2.3", false), ("", false),
        ])
    func versions(_ example: (String, Bool)) { #expect(SemanticVersion.isValid(example.0) == example.1) }

    @Test("A class may stand for an extended resource")
    func classes() throws {
        let judge = try Judge("deviceclasses")
        #expect(try judge.fields(#"{"spec":{"extendedResourceName":"example.com/gpu"}}"#).isEmpty)
        for name in ["gpu", "kubernetes.io/gpu", "requests.example.com/gpu"] {
            #expect(try judge.fields(#"{"spec":{"extendedResourceName":"\#(name)"}}"#) == ["spec.extendedResourceName"])
        }
    }
}
