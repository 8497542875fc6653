import Objects
import Testing

@testable import Policy

@Suite("What a cluster asks of all its pods")
struct SecurityConfigurationTests {
    private func read(_ members: String) throws -> SecurityConfiguration {
        let head =
            #""apiVersion":"pod-security.admission.config.k8s.io/v1","kind":"PodSecurityConfiguration""#
        return try SecurityConfiguration(FreeValue.parse(Array("{\(head)\(members)}".utf8)))
    }

    @Test("It may say nothing")
    func empty() throws {
        #expect(try read("") == SecurityConfiguration())
        #expect(try read(#","defaults":{"enforce":""},"exemptions":null"#) == SecurityConfiguration())
    }

    @Test("Namespaces that do not say have its levels")
    func defaults() throws {
        let defaults = try read(
            #","defaults":{"enforce":"baseline","enforce-version":"v1.30","warn":"restricted"}"#
        ).defaults
        #expect(defaults.text == "enforce=baseline:v1.30, warn=restricted:latest")
        let label = "pod-security.kubernetes.io"
        let said = SecurityPolicy.of(["\(label)/enforce": "privileged"], defaults: defaults).policy
        #expect(said.text == "warn=restricted:latest")
        let versioned = SecurityPolicy.of(["\(label)/warn-version": "v1.29"], defaults: defaults).policy
        #expect(versioned.text == "enforce=baseline:v1.30, warn=restricted:v1.29")
        let unreadable = SecurityPolicy.of(["\(label)/enforce": "odd"], defaults: defaults)
        #expect(unreadable.policy.enforce.text == "restricted:v1.30")
        #expect(unreadable.problems.map(\.field) == ["metadata.labels[\(label)/enforce]"])
    }

    @Test("Whom it leaves alone")
    func exemptions() throws {
        let found = try read(#","exemptions":{"usernames":["a:b"],"namespaces":["n"],"runtimeClasses":["vm.x"]}"#)
            .exemptions
        #expect(found.usernames == ["a:b"])
        #expect(found.namespaces == ["n"])
        #expect(found.runtimeClasses == ["vm.x"])
    }

    static let refused = [
        (#","default":{}"#, #"unknown field "default""#),
        (#","defaults":{"enforce":1}"#, "defaults.enforce must be a string"),
        (#","defaults":[]"#, "defaults must be an object"),
        (
            #","defaults":{"enforce":"odd"}"#,
            #"defaults.enforce: Invalid value: "odd": must be one of privileged, baseline, restricted"#
        ),
        (#","exemptions":{"namespaces":"n"}"#, "exemptions.namespaces must be a list of strings"),
        (#","exemptions":{"usernames":[""]}"#, "exemptions.usernames[0]: Required value"),
        (#","exemptions":{"usernames":["a","a"]}"#, #"exemptions.usernames[1]: Duplicate value: "a""#),
    ]

    @Test("What cannot be followed is named", arguments: refused)
    func problems(_ members: String, _ words: String) throws {
        let error = #expect(throws: SecurityConfigurationError.self) { try read(members) }
        #expect(error?.description == words)
    }
}
