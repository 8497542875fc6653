@testable import Client
import Reactor
import Testing

@Suite("One kubeconfig serves every client")
struct KubeconfigTests {
    private let text = """
        apiVersion: v1
        kind: Config
        current-context: apus
        clusters:
        - name: apus
          cluster:
            server: https://127.0.0.1:6443
            certificate-authority-data: Q0E=
        - name: plain
          cluster: {server: "http://[::1]:8080/"}
        users:
        - name: admin
          user:
            client-certificate-data: Q0VSVA==
            client-key: keys/admin.key
        - name: half
          user: {client-key-data: aw==}
        - name: bearer
          user: {token: secret}
        - name: helper
          user: {exec: {command: aws}}
        contexts:
        - {name: apus, context: {cluster: apus, user: admin, namespace: team}}
        - {name: half, context: {cluster: apus, user: half}}
        - {name: plain, context: {cluster: plain, user: bearer}}
        - {name: lost, context: {cluster: none}}
        - {name: nobody, context: {cluster: apus, user: gone}}
        - {name: helped, context: {cluster: apus, user: helper}}
        """

    @Test("Server, authority and identity come from the current context")
    func current() throws {
        let configuration = try Kubeconfig(parsing: Array(text.utf8), path: "/etc/apus/config").configuration()
        #expect(configuration.endpoint == .tcp(host: "127.0.0.1", port: 6443))
        #expect(configuration.namespace == "team")
        let identity = try #require(configuration.tls?.identity)
        #expect(identity.certificateChain == .bytes(Array("CERT".utf8)))
        #expect(identity.privateKey == .file("/etc/apus/keys/admin.key"))
        guard case .authorities(.bytes(let authority))? = configuration.tls?.verification else {
            Issue.record("the authority is missing")
            return
        }
        #expect(authority == Array("CA".utf8))
    }

    @Test("A plain server needs no certificates and takes a token")
    func plain() throws {
        let configuration = try Kubeconfig(parsing: Array(text.utf8)).configuration(context: "plain")
        #expect(configuration.endpoint == .tcp(host: "::1", port: 8080))
        #expect(configuration.tls == nil)
        #expect(configuration.token == "secret")
        #expect(configuration.namespace == "default")
    }

    @Test(
        "What is missing is named",
        arguments: [
            ("half", "client-certificate"), ("lost", "none"), ("other", "apus, half"), ("nobody", "\"gone\""),
            ("helped", "has exec"),
        ])
    func missing(context: String, mentioned: String) throws {
        let kubeconfig = try Kubeconfig(parsing: Array(text.utf8))
        let error = #expect(throws: ConfigurationError.self) { try kubeconfig.configuration(context: context) }
        #expect(error?.description.contains(mentioned) == true)
    }

    @Test("The flag comes before the environment, the environment before the project's own file")
    func precedence() {
        #expect(Kubeconfig.path(flag: "a", environment: "b:c") == "a")
        #expect(Kubeconfig.path(flag: nil, environment: "b:c") == "b")
        #expect(Kubeconfig.path(flag: nil, environment: "") == ".apus/admin.kubeconfig")
        #expect(Kubeconfig.path(flag: nil, environment: nil) == ".apus/admin.kubeconfig")
    }

    @Test("A missing file says how to get one")
    func noFile() {
        let error = #expect(throws: ConfigurationError.self) { try Kubeconfig(path: "/nonexistent/config") }
        #expect(error?.description.contains("--kubeconfig") == true)
    }

    @Test(
        "Addresses that cannot be used are refused",
        arguments: [
            "", "127.0.0.1:6443", "https://", "https://a:0", "https://a:70000", "https://a:b:c", "ftp://a",
            "https://a/b", "unix://a",
        ])
    func badAddresses(url: String) {
        #expect(throws: ConfigurationError.self) { try ServerAddress(parsing: url) }
    }

    @Test("Addresses with their ports", arguments: [("https://a", 443), ("http://a/", 80), ("https://a:6443", 6443)])
    func ports(url: String, port: Int) throws {
        #expect(try ServerAddress(parsing: url).endpoint == .tcp(host: "a", port: port))
    }
}
