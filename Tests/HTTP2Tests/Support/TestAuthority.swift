import Reactor

/// A certificate authority, a server and a client, made by the `openssl` command; and a stranger's client certificate
/// that the authority did not sign.
final class TestAuthority: Sendable {
    static let shared = TestAuthority()

    let folder = TemporaryFolder()
    var authority: String { "\(folder.path)/ca.pem" }

    private init() {
        makeAuthority("ca", "/CN=test-authority")
        makeAuthority("strange", "/CN=stranger")
        sign("server", by: "ca", subject: "/CN=apus", extensions: "subjectAltName=DNS:localhost,IP:127.0.0.1")
        sign(
            "client", by: "ca", subject: "/O=system:masters/O=second group/CN=alice",
            extensions: "keyUsage=digitalSignature")
        sign(
            "intruder", by: "strange", subject: "/O=system:masters/CN=mallory", extensions: "keyUsage=digitalSignature")
    }

    func certificate(_ name: String) -> String { "\(folder.path)/\(name).pem" }
    func key(_ name: String) -> String { "\(folder.path)/\(name).key" }

    func server() throws -> TLSServerIdentity {
        try TLSServerIdentity(
            TLSServerConfiguration(
                certificateChain: .file(certificate("server")), privateKey: .file(key("server")),
                clientAuthorities: .file(authority)))
    }

    func client(_ name: String? = nil, authority: String = "ca", serverName: String? = nil) throws -> TLSContext {
        try TLSContext(
            client: TLSClientConfiguration(
                verification: .authorities(.file(certificate(authority))),
                identity: name.map { (.file(certificate($0)), .file(key($0))) }, serverName: serverName))
    }

    private func openssl(_ arguments: [String]) {
        let outcome = Command.runBlocking(["openssl"] + arguments, nil)
        precondition(outcome.status == 0, outcome.errors)
    }

    private func makeAuthority(_ name: String, _ subject: String) {
        openssl([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
            "-subj", subject, "-keyout", key(name), "-out", certificate(name),
        ])
    }

    private func sign(_ name: String, by authority: String, subject: String, extensions: String) {
        let request = "\(folder.path)/\(name).csr"
        let file = "\(folder.path)/\(name).ext"
        writeFile(file, Array(extensions.utf8))
        openssl([
            "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", subject,
            "-keyout", key(name), "-out", request,
        ])
        openssl([
            "x509", "-req", "-in", request, "-days", "2", "-CA", certificate(authority), "-CAkey", key(authority),
            "-CAcreateserial", "-extfile", file, "-out", certificate(name),
        ])
    }
}
