import TestSupport
import Testing
import Wire

@testable import APIServer

@Suite("Requests for certificates are what their owners signed")
struct SigningRequestTests {
    private let folder = TemporaryFolder("signing")

    /// Made by the `openssl` command.
    private func request(_ subject: String) throws -> [UInt8] {
        let made = OpenSSLCommand.run(
            "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
            "\(folder.path)/key", "-subj", subject, "-out", "\(folder.path)/request")
        try #require(made.status == 0, "\(made.text)")
        return folder.read("request")
    }

    @Test("The organisations of the subject are read, all of them")
    func organizations() throws {
        let made = try SigningRequest(pem: try request("/O=system:masters/O=devs/CN=jane"))
        #expect(made.organizations == ["system:masters", "devs"])
    }

    @Test("A request that was changed after it was signed is refused, and so is what is none")
    func changed() throws {
        let text = String(decoding: try request("/O=devs/CN=jane"), as: UTF8.self)
        let body = text.split(separator: "\n").filter { !$0.hasPrefix("-----") }.joined()
        var bytes = try #require(Base64.decode(body))
        // Another name of the same length: still a request, but not the one that was signed.
        let at = try #require(bytes.firstRange(of: Array("jane".utf8)))
        bytes.replaceSubrange(at, with: Array("john".utf8))
        let changed =
            "-----BEGIN CERTIFICATE REQUEST-----\n\(Base64.encode(bytes))\n-----END CERTIFICATE REQUEST-----\n"
        #expect(throws: SigningRequest.Fault.notOwner) { try SigningRequest(pem: Array(changed.utf8)) }
        #expect(throws: SigningRequest.Fault.unreadable) { try SigningRequest(pem: Array(text.utf8.dropLast(120))) }
        #expect(throws: SigningRequest.Fault.unreadable) { try SigningRequest(pem: []) }
    }
}
