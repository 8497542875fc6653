import TestSupport
import Testing
import Wire

@testable import PKIX

@Suite("Requests for certificates are what their owners signed")
struct SigningRequestTests {
    @Test("Who it is for is read: the name, all organisations, and what alternative names there are")
    func subject() throws {
        let made = try SigningRequest(
            pem: try RequestMaker.make(
                "/O=system:masters/O=devs/CN=jane",
                names: "DNS:a.example,DNS:b.example,IP:192.0.2.1,email:a@example.org"))
        #expect(made.organizations == ["system:masters", "devs"])
        #expect(made.commonName == "jane")
        #expect((made.hosts, made.addresses, made.emails, made.uris) == (2, 1, 1, 0))
        let plain = try SigningRequest(pem: try RequestMaker.make("/O=devs"))
        #expect(plain.commonName.isEmpty && plain.hosts == 0 && plain.addresses == 0)
    }

    @Test("A request that was changed after it was signed is refused, and so is what is none")
    func changed() throws {
        let text = String(decoding: try RequestMaker.make("/O=devs/CN=jane"), as: UTF8.self)
        let body = text.split(separator: "\n").filter { !$0.hasPrefix("-----") }.joined()
        var bytes = try #require(Base64.decode(body))
        // Another name of the same length: still a request, but not the one that was signed.
        let at = try #require(bytes.firstRange(of: Array("jane".utf8)))
        bytes.replaceSubrange(at, with: Array("john".utf8))
        let changed =
            "-----BEGIN CERTIFICATE REQUEST-----\n\(Base64.encode(bytes))\n-----END CERTIFICATE REQUEST-----\n"
        #expect(throws: SigningRequest.Fault.notOwner(.ecdsa)) { try SigningRequest(pem: Array(changed.utf8)) }
        #expect(throws: SigningRequest.Fault.unreadable) { try SigningRequest(pem: Array(text.utf8.dropLast(120))) }
        #expect(throws: SigningRequest.Fault.unreadable) { try SigningRequest(pem: []) }
    }
}
