import Testing

@testable import Objects
@testable import Resources

@Suite("API services")
struct APIServicesTests {
    private static func service(_ name: String, _ more: String = "") -> String {
        #"{"metadata":{"name":"\#(name)"},"spec":{"group":"x.io","version":"v1","groupPriorityMinimum":1000,"versionPriority":15\#(more)}}"#
    }
    private static let target = #","service":{"namespace":"n","name":"s"}"#

    static let cases: [(String, [String])] = [
        (service("v1.x.io"), []), (service("v1.x.io", target), []), (service("v2.x.io"), ["metadata.name"]),
        (service("v1.x.io", #","caBundle":"YQ==""#), ["spec.caBundle"]),
        (service("v1.x.io", #","insecureSkipTLSVerify":true"#), ["spec.insecureSkipTLSVerify"]),
        (service("v1.x.io", target + #","insecureSkipTLSVerify":true"#), []),
        (
            service("v1.x.io", target + #","insecureSkipTLSVerify":true,"caBundle":"YQ==""#),
            ["spec.insecureSkipTLSVerify"]
        ),
        (service("v1.x.io", #","service":{"namespace":"n"}"#), ["spec.service.name"]),
        (
            #"{"metadata":{"name":"v1.x.io"},"spec":{"group":"x.io","version":"v1","groupPriorityMinimum":20001}}"#,
            ["spec.groupPriorityMinimum", "spec.versionPriority"]
        ),
    ]

    @Test("What is refused", arguments: cases)
    func refused(_ example: (String, [String])) throws {
        #expect(try Judge("apiservices").fields(example.0) == example.1)
    }

    @Test("What the server serves itself is there at once; another's is not known to be")
    func availability() throws {
        let judge = try Judge("apiservices")
        let local = try judge.created(Self.service("v1.x.io"))
        #expect(judge.row(local) == ["v1.x.io", "Local", "True"])
        let remote = try judge.created(Self.service("v1.x.io", Self.target))
        #expect(judge.row(remote) == ["v1.x.io", "n/s", "Unknown"])
        #expect(APIRegistration.APIService(remote).spec.service?.port == 443)
    }
}
