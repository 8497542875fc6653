import Client
import Glibc
import Objects
import PKIX
import TestSupport
import Testing

@testable import Controllers

@Suite("Requests for certificates get what their signers allow")
struct CertificateSigningPlanTests {
    private let now = Int64(time(nil))

    private static func asked(_ subject: String, _ names: String = "") throws -> SigningRequest {
        try SigningRequest(pem: try RequestMaker.make(subject, names: names))
    }

    static let refusals: [(CertificateSigner, String, String, [String], String?)] = [
        (.client, "/CN=jane", "", ["client auth"], nil),
        (.client, "/CN=jane", "", ["client auth", "digital signature", "key encipherment"], nil),
        (.client, "/CN=jane", "", ["digital signature"], "missing required usage for client certificate: client auth"),
        (.client, "/CN=jane", "", ["client auth", "server auth"], "invalid usage for client certificate: server auth"),
        (.legacy, "/CN=anything", "", ["code signing"], nil),
        (.kubeletClient, "/O=system:nodes/CN=system:node:n", "", ["digital signature", "client auth"], nil),
        (
            .kubeletClient, "/O=devs/CN=system:node:n", "", ["digital signature", "client auth"],
            "subject organization is not system:nodes"
        ),
        (
            .kubeletClient, "/O=system:nodes/CN=jane", "", ["digital signature", "client auth"],
            "subject common name does not begin with system:node:"
        ),
        (
            .kubeletClient, "/O=system:nodes/CN=system:node:n", "DNS:n", ["digital signature", "client auth"],
            "DNS subjectAltNames are not allowed"
        ),
        (
            .kubeletClient, "/O=system:nodes/CN=system:node:n", "", ["client auth"],
            "usages did not match [client auth digital signature key encipherment]"
        ),
        (
            .kubeletServing, "/O=system:nodes/CN=system:node:n", "DNS:n,IP:192.0.2.1",
            ["digital signature", "key encipherment", "server auth"], nil
        ),
        (
            .kubeletServing, "/O=system:nodes/CN=system:node:n", "", ["digital signature", "server auth"],
            "DNS or IP subjectAltName is required"
        ),
        (
            .kubeletServing, "/O=system:nodes/CN=system:node:n", "DNS:n,URI:https://n",
            ["digital signature", "server auth"],
            "URI subjectAltNames are not allowed"
        ),
    ]

    @Test("What a signer refuses, in Kubernetes' words", arguments: refusals)
    func refused(_ example: (CertificateSigner, String, String, [String], String?)) throws {
        let (signer, subject, names, usages, words) = example
        #expect(signer.refusal(try Self.asked(subject, names), usages: usages) == words)
    }

    @Test("Certificates last as long as asked for, within the limit and the authority's own end")
    func durations() throws {
        func span(_ wanted: Int?, limit: Int = 31_536_000, end: Int = .max) throws -> [Int] {
            let terms = try CertificateTerms.make(
                usages: ["client auth"], wantedSeconds: wanted, limitSeconds: limit, authorityEnd: end, now: 1_000_000)
            return [terms.notBefore - 1_000_000, terms.notAfter - 1_000_000]
        }
        #expect(try span(nil) == [-300, 31_535_700])
        #expect(try span(3600) == [-300, 3600])
        #expect(try span(60) == [-300, 600])
        #expect(try span(8 * 3600) == [-300, 8 * 3600 - 300])
        #expect(try span(7200, limit: 3600) == [-300, 3600])
        #expect(try span(nil, end: 1_000_050) == [-300, 50])
        #expect(throws: CertificateTerms.Refusal.self) { try span(nil, end: 1_000_000) }
    }

    private func request(_ signer: String, _ subject: String, _ usages: [String]) throws
        -> Certificates.CertificateSigningRequest
    {
        var request = Certificates.CertificateSigningRequest()
        request.metadata.name = "r"
        request.spec.signerName = signer
        request.spec.request = try RequestMaker.make(subject)
        request.spec.usages = usages
        return request
    }

    private func decided(
        _ request: Certificates.CertificateSigningRequest, _ types: String..., at seconds: Int64 = 0
    ) -> Certificates.CertificateSigningRequest {
        var decided = request
        decided.status.conditions = types.map { type in
            var condition = Certificates.CertificateSigningRequestCondition()
            condition.type = type
            condition.status = "True"
            condition.lastUpdateTime = Samples.time(seconds)
            return condition
        }
        return decided
    }

    private func plan() throws -> CertificateSigningPlan {
        let authority = try CertificateFactory(now: Int(now)).make(
            CertificateRequest(name: "ca", commonName: "ca", usage: .authority), signedBy: nil)
        return CertificateSigningPlan(issuer: try CertificateIssuer(authority), limitSeconds: 86_400)
    }

    @Test("Only what was approved, and not denied, failed or issued, is signed, and only for the cluster's signers")
    func steps() throws {
        let plan = try plan()
        let client = try request("kubernetes.io/kube-apiserver-client", "/CN=jane", ["client auth"])
        for waiting in [client, decided(client, "Denied"), decided(client, "Approved", "Failed")] {
            #expect(plan.step(waiting, now: now) == .nothing)
        }
        guard case .write(let issued) = plan.step(decided(client, "Approved"), now: now) else {
            Issue.record("nothing was issued")
            return
        }
        #expect(CertificateIssuer.notAfter(of: issued.status.certificate) == Int(now) + 86_400 - 300)
        #expect(plan.step(issued, now: now) == .nothing)
        #expect(plan.step(decided(try request("x.io/s", "/CN=a", ["client auth"]), "Approved"), now: now) == .nothing)
    }

    @Test("What breaks a signer's rules fails, and says why")
    func failed() throws {
        let odd = try request("kubernetes.io/kube-apiserver-client", "/CN=jane", ["server auth"])
        guard case .write(let written) = try plan().step(decided(odd, "Approved"), now: now) else {
            Issue.record("nothing was written")
            return
        }
        let condition = try #require(written.status.conditions.last)
        #expect(condition.type == "Failed" && condition.status == "True")
        #expect(condition.reason == "SignerValidationFailure")
        #expect(condition.message_ == "invalid usage for client certificate: server auth")
        #expect(written.status.certificate.isEmpty)
    }

    @Test("A kubelet's request is recognised, and its own renewal before a first one")
    func claims() throws {
        let usages = ["digital signature", "client auth"]
        var node = try request(
            "kubernetes.io/kube-apiserver-client-kubelet", "/O=system:nodes/CN=system:node:n", usages)
        node.spec.username = "system:bootstrap:abcdef"
        #expect(CertificateClaim.all(of: node) == [.nodeClient])
        node.spec.username = "system:node:n"
        #expect(CertificateClaim.all(of: node) == [.selfNodeClient, .nodeClient])
        #expect(CertificateClaim.all(of: decided(node, "Denied")).isEmpty)
        node.spec.signerName = "kubernetes.io/kubelet-serving"
        #expect(CertificateClaim.all(of: node).isEmpty)
        let question = CertificateClaim.selfNodeClient.question(of: node)
        #expect(question.user == "system:node:n" && question.resourceAttributes?.subresource == "selfnodeclient")
        let approved = CertificateClaim.nodeClient.approved(node).status.conditions.first
        #expect(approved?.reason == "AutoApproved")
        #expect(approved?.message_ == "Auto approving kubelet client certificate after SubjectAccessReview.")
    }

    @Test("Requests go an hour after they were decided, a day after nobody decided, or with their certificate")
    func ages() throws {
        var pending = try request("kubernetes.io/kube-apiserver-client", "/CN=jane", ["client auth"])
        pending.metadata.creationTimestamp = Samples.time(now - 86_400)
        #expect(!CertificateAge.isOver(pending, now: now))
        #expect(CertificateAge.isOver(pending, now: now + 1))
        for type in ["Denied", "Failed"] {
            #expect(!CertificateAge.isOver(decided(pending, type, at: now - 3600), now: now))
            #expect(CertificateAge.isOver(decided(pending, type, at: now - 3601), now: now))
        }
        let approved = decided(pending, "Approved", at: now - 4000)
        #expect(!CertificateAge.isOver(approved, now: now), "it waits for its certificate")
        guard case .write(var issued) = try plan().step(approved, now: now) else {
            Issue.record("nothing was issued")
            return
        }
        #expect(CertificateAge.isOver(issued, now: now))
        issued.status.conditions[0].lastUpdateTime = Samples.time(now + 86_400)
        #expect(!CertificateAge.isOver(issued, now: now))
        #expect(CertificateAge.isOver(issued, now: now + 86_400))
    }
}
