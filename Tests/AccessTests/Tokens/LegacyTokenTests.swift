import Objects
import Testing
import Wire

@testable import Access

@Suite("Tokens that are kept in Secrets")
struct LegacyTokenTests {
    private let key: TokenKey
    private let tokens: TokenAuthenticator
    private let world = TokenWorld()
    private let account = ServiceAccountName(namespace: "a", name: "w")
    private let now: Int64 = 1_700_000_000

    init() throws {
        key = try TokenKey(pem: TokenKey.makePrivate(), name: "sa.key")
        tokens = TokenAuthenticator(
            serviceAccounts: ServiceAccountTokens(
                issuers: [ServiceAccountTokens.defaultIssuer], audiences: [], signer: key, keys: []))
        world.set(.serviceAccount, "a", "w", uid: "u")
    }

    private func token() throws -> [UInt8] {
        Array(try #require(LegacyToken.make(secret: "s", account: account, uid: "u", signedBy: key)).utf8)
    }

    private func keep(
        _ token: [UInt8], type: String = LegacyToken.secretType, labels: StringMap<String> = [:]
    ) {
        var secret = Core.Secret()
        secret.metadata.namespace = "a"
        secret.metadata.name = "s"
        secret.metadata.labels = labels
        secret.type = type
        secret.data["token"] = token
        world.set(secret)
    }

    private func prove(_ token: [UInt8], audiences: [String] = []) throws(TokenError) -> ProvenToken {
        try tokens.authenticate(token, audiences: audiences, objects: world, now: now)
    }

    @Test("It proves its account as long as its Secret holds it, and does not end") func held() throws {
        let token = try token()
        keep(token)
        let proven = try prove(token)
        #expect(proven.identity.name == "system:serviceaccount:a:w")
        #expect(proven.identity.uid == "u")
        #expect(proven.identity.groups.contains("system:serviceaccounts:a"))
        #expect(proven.identity.extra.isEmpty)
        #expect(proven.audiences == tokens.serviceAccounts.audiences)
        #expect(throws: TokenError.malformed) { try prove(token, audiences: ["other"]) }
    }

    @Test("The Secret that holds it is told, so that its use can be noted there") func used() throws {
        let token = try token()
        keep(token)
        #expect(try prove(token).holder == ProvenToken.Holder(namespace: "a", name: "s", lastUsed: ""))
        keep(token, labels: ["kubernetes.io/legacy-token-last-used": "2026-11-20"])
        #expect(try prove(token).holder?.lastUsed == "2026-11-20")
    }

    @Test("A Secret that is marked does not count") func marked() throws {
        let token = try token()
        keep(token, labels: ["kubernetes.io/legacy-token-invalid-since": "2026-11-20"])
        let error = #expect(throws: TokenError.self) { try prove(token) }
        guard case .revoked(let words)? = error else {
            Issue.record("another error")
            return
        }
        #expect(words.hasPrefix("the token in secret a/s has been marked invalid"))
    }

    @Test("Without its Secret, with another token in it, or with its account made anew, it proves nobody")
    func lost() throws {
        let token = try token()
        let gone = TokenError.revoked("service account token has been invalidated")
        #expect(throws: gone) { try prove(token) }
        keep(token, type: "Opaque")
        #expect(throws: gone) { try prove(token) }
        keep(token.dropLast() + [0])
        #expect(throws: TokenError.revoked("token does not match server's copy")) { try prove(token) }
        keep(token)
        world.set(.serviceAccount, "a", "w", uid: "other")
        #expect(throws: TokenError.self) { try prove(token) }
    }
}
