import Testing

@testable import Objects
@testable import Resources
import Wire

@Suite("Requests for certificates")
struct CertificateSigningRequestsTests {
    private static func pem(_ label: String) -> String {
        Base64.encode(Array("-----BEGIN \(label)-----\nMAA=\n-----END \(label)-----\n".utf8))
    }
    private static let request = pem("CERTIFICATE REQUEST")
    private static let certificate = pem("CERTIFICATE")
    private static func spec(_ more: String) -> String { #"{"spec":{"request":"\#(request)",\#(more)}}"# }
    private static let good = spec(#""signerName":"x.io/s","usages":["client auth"]"#)

    static let cases: [(String, [String])] = [
        (good, []), (spec(#""signerName":"x.io/s""#), ["spec.usages"]),
        (spec(#""signerName":"x.io/s","usages":["drink tea"]"#), ["spec.usages[0]"]),
        (spec(#""signerName":"x.io/s","usages":["any","any"]"#), ["spec.usages[1]"]),
        (spec(#""usages":["any"]"#), ["spec.signerName"]),
        (spec(#""signerName":"signer","usages":["any"]"#), ["spec.signerName"]),
        (spec(#""signerName":"kubernetes.io/legacy-unknown","usages":["any"]"#), ["spec.signerName"]),
        (spec(#""signerName":"x.io/s","usages":["any"],"expirationSeconds":599"#), ["spec.expirationSeconds"]),
        (#"{"spec":{"request":"\#(certificate)","signerName":"x.io/s","usages":["any"]}}"#, ["spec.request"]),
        (#"{"spec":{"signerName":"x.io/s","usages":["any"]}}"#, ["spec.request"]),
    ]

    @Test("What is refused", arguments: cases)
    func refused(_ example: (String, [String])) throws {
        #expect(try Judge("certificatesigningrequests").fields(example.0) == example.1)
    }

    @Test("Who asks is what the server knows, whatever they say")
    func requestor() throws {
        let judge = try Judge("certificatesigningrequests")
        let spoofed = try judge.created(
            Self.spec(#""signerName":"x.io/s","usages":["any"],"username":"root","groups":["system:masters"]"#))
        let spec = Certificates.CertificateSigningRequest(spoofed).spec
        #expect(spec.username == "jane" && spec.uid == "u1" && spec.groups == ["devs"])
        #expect(judge.row(spoofed) == ["a", "x.io/s", "jane", "<none>", "Pending"])
    }

    private func decided(_ type: String, _ rest: String = "") -> String {
        #"{"status":{"conditions":[{"type":"\#(type)","status":"True"}]\#(rest)}}"#
    }

    @Test("A decision is made through approval alone, says when, and stays")
    func decisions() throws {
        let judge = try Judge("certificatesigningrequests")
        let before = try judge.created(Self.good)
        let (approved, problems) = try judge.changed(before, decided("Approved"), .approval)
        #expect(problems.isEmpty)
        let status = Certificates.CertificateSigningRequest(approved).status
        #expect(status.conditions.first?.lastUpdateTime?.seconds == 60)
        #expect(status.conditions.first?.lastTransitionTime?.seconds == 60)
        #expect(judge.row(approved).last == "Approved")
        #expect(
            try judge.changed(before, decided("Approved"), .status).refusals
                == ["status.conditions: Forbidden: updates may not add a condition of type \"Approved\""])
        #expect(
            try judge.changed(approved, #"{"status":{}}"#, .approval).refusals
                == ["status.conditions: Forbidden: updates may not remove a condition of type \"Approved\""])
        let both = #"{"status":{"conditions":[{"type":"Approved","status":"True"},{"type":"Denied","status":"True"}]}}"#
        #expect(
            try judge.changed(before, both, .approval).refusals
                == [
                    "status.conditions: Invalid value: \"Denied\": Approved and Denied conditions are mutually exclusive"
                ])
    }

    @Test("Who signs changes nothing of what was decided")
    func kept() throws {
        let judge = try Judge("certificatesigningrequests")
        let (approved, _) = try judge.changed(try judge.created(Self.good), decided("Approved"), .approval)
        let reworded = #"{"status":{"conditions":[{"type":"Approved","status":"True","reason":"Other"}]}}"#
        let (written, problems) = try judge.changed(approved, reworded, .status)
        #expect(problems.isEmpty)
        let condition = Certificates.CertificateSigningRequest(written).status.conditions.first
        #expect(condition?.reason.isEmpty == true && condition?.lastUpdateTime?.seconds == 60)
    }

    static let certificates: [(String, String)] = [
        ("none", "must contain at least one CERTIFICATE PEM block"),
        ("-----BEGIN KEY-----\nMAA=\n-----END KEY-----\n", "only CERTIFICATE PEM blocks are allowed, found \"KEY\""),
        (
            "-----BEGIN CERTIFICATE-----\nA: b\n\nMAA=\n-----END CERTIFICATE-----\n",
            "no PEM block headers are permitted"
        ),
        ("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "x509: malformed certificate"),
    ]

    @Test("What is no certificate is not issued", arguments: certificates)
    func malformed(_ example: (String, String)) throws {
        let judge = try Judge("certificatesigningrequests")
        let (approved, _) = try judge.changed(try judge.created(Self.good), decided("Approved"), .approval)
        let text = Base64.encode(Array(example.0.utf8))
        #expect(
            try judge.changed(approved, decided("Approved", #","certificate":"\#(text)""#), .status).refusals
                == ["status.certificate: Invalid value: \"<certificate data>\": \(example.1)"])
    }

    @Test("A certificate is issued once, and not by who decides")
    func issued() throws {
        let judge = try Judge("certificatesigningrequests")
        let (approved, _) = try judge.changed(try judge.created(Self.good), decided("Approved"), .approval)
        let withCertificate = decided("Approved", #","certificate":"\#(Self.certificate)""#)
        let (issued, problems) = try judge.changed(approved, withCertificate, .status)
        #expect(problems.isEmpty)
        #expect(judge.row(issued).last == "Approved,Issued")
        #expect(
            try judge.changed(issued, decided("Approved"), .status).refusals
                == ["status.certificate: Forbidden: updates may not modify existing certificate content"])
        let (sneaked, _) = try judge.changed(approved, withCertificate, .approval)
        #expect(Certificates.CertificateSigningRequest(sneaked).status.certificate.isEmpty)
    }
}
