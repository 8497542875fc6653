import Reactor
import Testing

struct TLSConfigurationTests {
    @Test func `what is no certificate is refused with a reason`() {
        let junk = PEM.bytes(Array("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n".utf8))
        for chain in [junk, .bytes([]), .bytes(Array("hello".utf8)), .file("/nonexistent/certificate.pem")] {
            let configuration = TLSServerConfiguration(
                certificateChain: chain, privateKey: chain, clientAuthorities: nil)
            #expect { _ = try TLSServerIdentity(configuration) } throws: {
                let error = $0 as? ReactorError
                return error?.code == .badCertificate && error?.message.isEmpty == false
            }
        }
    }
}
