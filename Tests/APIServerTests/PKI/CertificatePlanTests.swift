import PKIX
import Testing

@testable import APIServer

@Suite struct CertificatePlanTests {
    let now = 1_800_000_000
    let day = 86400
    let request = CertificateRequest(
        name: "apiserver", commonName: "kube-apiserver", usage: .server,
        alternativeNames: [.dns("localhost"), .address("127.0.0.1")])

    func facts(daysLeft: Int) -> CertificateFacts {
        CertificateFacts(
            commonName: "kube-apiserver", organizations: [],
            alternativeNames: [.address("127.0.0.1"), .dns("localhost")], notAfter: now + daysLeft * day,
            matchesKey: true, signedByAuthority: true)
    }

    @Test func `makes what is missing`() {
        #expect(CertificatePlan.leaf(request, nil, now: now) == .make(reason: "missing"))
        #expect(CertificatePlan.authority(nil, now: now) == .make(reason: "missing"))
    }

    @Test func `keeps what is in order`() {
        #expect(CertificatePlan.leaf(request, facts(daysLeft: 31), now: now) == .keep)
        #expect(CertificatePlan.authority(facts(daysLeft: 31), now: now) == .keep)
    }

    @Test(arguments: [29, 1]) func `renews within thirty days of expiry`(daysLeft: Int) {
        let found = facts(daysLeft: daysLeft)
        #expect(CertificatePlan.leaf(request, found, now: now) == .make(reason: "expires in \(daysLeft) days"))
        #expect(CertificatePlan.authority(found, now: now) == .renewKeepingKey(reason: "expires in \(daysLeft) days"))
    }

    @Test func `renews what has expired, the authority over the key that clients trust`() {
        #expect(CertificatePlan.leaf(request, facts(daysLeft: 0), now: now) == .make(reason: "expired"))
        #expect(CertificatePlan.authority(facts(daysLeft: -400), now: now) == .renewKeepingKey(reason: "expired"))
    }

    @Test func `makes anew what says something else, or belongs to something else`() {
        func step(_ change: (inout CertificateFacts) -> Void) -> String {
            var found = facts(daysLeft: 300)
            change(&found)
            return CertificatePlan.leaf(request, found, now: now).reason
        }
        #expect(step { $0.alternativeNames.insert(.dns("other")) } == "its names have changed")
        #expect(step { $0.alternativeNames = [] } == "its names have changed")
        #expect(step { $0.commonName = "other" } == "made for other")
        #expect(step { $0.organizations = ["system:masters"] } == "made for kube-apiserver")
        #expect(step { $0.matchesKey = false } == "its key is another one's")
        #expect(step { $0.signedByAuthority = false } == "signed by another authority")
    }

    @Test func `names are hosts or addresses, in one spelling`() throws {
        #expect(try AlternativeName("0:0:0:0:0:0:0:1") == .address("::1"))
        #expect(try AlternativeName("Node-1.Example") == .dns("node-1.example"))
        #expect(AlternativeName(addressBytes: [10, 0, 0, 1]) == .address("10.0.0.1"))
        #expect(AlternativeName(addressBytes: [10, 0, 0]) == nil)
    }

    @Test(arguments: ["", "a,DNS:evil", "a b", "-a..b", "ä", String(repeating: "a", count: 64)])
    func `a name that could smuggle something into a certificate is refused`(name: String) {
        #expect(throws: PKIError.self) { try AlternativeName(name) }
    }
}
