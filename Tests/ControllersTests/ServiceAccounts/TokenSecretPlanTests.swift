import Access
import Objects
import Testing

@testable import Controllers

@Suite("Secrets that ask for a token")
struct TokenSecretPlanTests {
    private let plan: TokenSecretPlan

    init() throws {
        plan = TokenSecretPlan(
            authority: "authority", key: try TokenKey(pem: try TokenKey.makePrivate(), name: "sa.key"))
    }

    private func secret(_ account: String?, uid: String? = nil) -> Core.Secret {
        var secret = Core.Secret()
        secret.metadata.name = "s"
        secret.metadata.namespace = "a"
        secret.type = LegacyToken.secretType
        if let account { secret.metadata.annotations[LegacyToken.accountName] = account }
        if let uid { secret.metadata.annotations[LegacyToken.accountUID] = uid }
        return secret
    }

    private var account: Core.ServiceAccount {
        var account = Core.ServiceAccount()
        account.metadata.name = "w"
        account.metadata.uid = "u"
        return account
    }

    @Test("They get it once, with the authority and the namespace, and know of which account it is")
    func filled() throws {
        guard case .write(let written) = plan.step(secret("w"), account: account) else {
            Issue.record("nothing was written")
            return
        }
        #expect(written.metadata.annotations[LegacyToken.accountUID] == "u")
        #expect(written.data["ca.crt"] == Array("authority".utf8))
        #expect(written.data["namespace"] == Array("a".utf8))
        #expect(written.data[LegacyToken.tokenKey]?.isEmpty == false)
        #expect(plan.step(written, account: account) == .nothing)
    }

    @Test("They go with their account, also when it has been made anew; what names none is let alone")
    func gone() {
        #expect(plan.step(secret("w"), account: nil) == .delete)
        #expect(plan.step(secret("w", uid: "other"), account: account) == .delete)
        #expect(plan.step(secret(nil), account: nil) == .nothing)
    }
}
