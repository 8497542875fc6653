import Glibc
import TestSupport
import Testing

@testable import PKIX

@Suite("An authority signs what others ask for")
struct CertificateIssuerTests {
    private let folder = TemporaryFolder("issuer")
    private let now = Int(time(nil))

    private func authority() throws -> CertificatePair {
        try CertificateFactory(now: now).make(
            CertificateRequest(name: "ca", commonName: "test-ca", usage: .authority), signedBy: nil)
    }

    private func file(_ name: String, _ bytes: [UInt8]) -> String {
        let path = "\(folder.path)/\(name)"
        _ = Command.run("tee \(path)", input: bytes)
        return path
    }

    @Test("openssl trusts the certificate, and finds what was asked for and allowed in it")
    func issued() throws {
        let authority = try authority()
        let issuer = try CertificateIssuer(authority)
        let request = try RequestMaker.make("/O=devs/CN=jane", names: "DNS:a.example,IP:192.0.2.1,RID:1.2.3")
        let certificate = try issuer.issue(
            request,
            IssuanceTerms(
                keyUsages: [.keyEncipherment, .digitalSignature], extendedKeyUsages: [.clientAuth],
                notBefore: now - 300, notAfter: now + 3600))
        let (root, leaf) = (file("ca.crt", authority.certificate), file("leaf.crt", certificate))
        let verdict = Command.run("openssl verify -x509_strict -purpose sslclient -CAfile \(root) \(leaf)", input: [])
        #expect(verdict.code == 0, "\(String(decoding: verdict.output, as: UTF8.self))")
        #expect(Command.run("openssl verify -purpose sslserver -CAfile \(root) \(leaf)", input: []).code != 0)
        let text = String(
            decoding: Command.run("openssl x509 -noout -text -in \(leaf)", input: []).output, as: UTF8.self)
        #expect(text.contains("Subject: O = devs, CN = jane"))
        #expect(text.contains("DNS:a.example, IP Address:192.0.2.1\n"), "other kinds of names are left out")
        #expect(text.contains("Digital Signature, Key Encipherment\n"))
        #expect(text.contains("TLS Web Client Authentication\n") && text.contains("CA:FALSE"))
        #expect(CertificateIssuer.notAfter(of: certificate) == now + 3600)
    }

    @Test("A request that its owner did not sign, and an authority with another's key, are refused")
    func refused() throws {
        let authority = try authority()
        let other = try self.authority()
        #expect(throws: PKIError.self) {
            try CertificateIssuer(CertificatePair(certificate: authority.certificate, key: other.key))
        }
        let terms = IssuanceTerms(keyUsages: [], extendedKeyUsages: [], notBefore: now, notAfter: now + 60)
        #expect(throws: PKIError.self) { try CertificateIssuer(authority).issue(Array("no request".utf8), terms) }
        #expect(CertificateIssuer.notAfter(of: Array("no certificate".utf8)) == nil)
    }
}
