import Policy
import Testing

@testable import APIServer

@Suite("The file that configures plugins")
struct AdmissionConfigurationTests {
    private struct Missing: Error, CustomStringConvertible { let description = "there is no such file" }

    private static let head = "apiVersion: apiserver.config.k8s.io/v1\nkind: AdmissionConfiguration\n"
    private static let security = """
        apiVersion: pod-security.admission.config.k8s.io/v1
        kind: PodSecurityConfiguration
        defaults: {enforce: baseline}
        """

    private func read(_ text: String) throws -> AdmissionConfiguration {
        try AdmissionConfiguration(Array(text.utf8), name: "a.yaml") { path in
            guard path == "s.yaml" else { throw Missing() }
            return Array(Self.security.utf8)
        }
    }

    @Test("A plugin's configuration stands there, or in a file of its own")
    func places() throws {
        #expect(try read(Self.head) == AdmissionConfiguration())
        let own = try read(Self.head + "plugins:\n- {name: PodSecurity, path: s.yaml}\n")
        #expect(own.podSecurity.defaults.text == "enforce=baseline:latest")
        let inner = Self.security.split(separator: "\n").map { "    \($0)\n" }.joined()
        #expect(try read(Self.head + "plugins:\n- name: PodSecurity\n  configuration:\n" + inner) == own)
        #expect(try read(Self.head + "plugins: [{name: Priority}]") == AdmissionConfiguration())
    }

    static let refused = [
        ("{}", "a.yaml: apiVersion and kind must be apiserver.config.k8s.io/v1 and AdmissionConfiguration"),
        ("[]", "a.yaml has no object"), (head + "plugin: []", #"a.yaml: unknown field "plugin""#),
        (head + "plugins: {}", "a.yaml: plugins must be a list"),
        (head + "plugins: [{}]", "a.yaml: plugins[0] must be an object with a name"),
        (head + "plugins: [{name: Foo}]", #"a.yaml: plugins[0]: there is no plugin "Foo""#),
        (head + "plugins: [{name: Priority}, {name: Priority}]", "a.yaml: plugins[1]: Priority stands twice"),
        (
            head + "plugins: [{name: Priority, configuration: {a: 1}}]",
            "a.yaml: plugins[0]: Priority takes no configuration"
        ), (head + "plugins: [{name: PodSecurity, path: gone}]", "a.yaml: plugins[0]: there is no such file"),
    ]

    @Test("What cannot be followed is named with its place", arguments: refused)
    func problems(_ text: String, _ words: String) throws {
        let error = #expect(throws: AdmissionConfigurationError.self) { try read(text) }
        #expect(error?.description == words)
    }
}
