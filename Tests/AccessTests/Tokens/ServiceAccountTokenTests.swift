import Objects
import TestSupport
import Testing
import Wire

@testable import Access

@Suite("Tokens of ServiceAccounts") struct ServiceAccountTokenTests {
    static let issuer = ServiceAccountTokens.defaultIssuer
    static let now: Int64 = 1_800_000_000

    private let key: TokenKey
    private let world = TokenWorld()
    private let authenticator: TokenAuthenticator

    init() throws {
        key = try TokenKey(pem: TokenKey.makePrivate(), name: "sa.key")
        authenticator = TokenAuthenticator(
            serviceAccounts: ServiceAccountTokens(issuers: [Self.issuer], audiences: [], signer: key, keys: []))
        world.set(.serviceAccount, "n", "web", uid: "u1")
    }

    private func claims(lifetime: Int64 = 3600) -> ServiceAccountClaims {
        ServiceAccountClaims(
            issuer: Self.issuer, audiences: [Self.issuer], now: Self.now, lifetime: lifetime, id: "token-1",
            namespace: "n", serviceAccount: .init(name: "web", uid: "u1"))
    }

    private func issue(_ claims: ServiceAccountClaims) throws -> [UInt8] {
        Array(try #require(authenticator.serviceAccounts.issue(claims)).utf8)
    }

    private func prove(_ token: [UInt8], audiences: [String] = [], at: Int64 = now) throws(TokenError) -> ProvenToken {
        try authenticator.authenticate(token, audiences: audiences, objects: world, now: at)
    }

    @Test("A token proves its account, with uid, groups and where it came from") func identity() throws {
        var claims = claims()
        claims.pod = .init(name: "p", uid: "u2")
        claims.node = .init(name: "n1", uid: "u3")
        world.set(.pod, "n", "p", uid: "u2")
        let proven = try prove(try issue(claims))
        #expect(proven.identity.name == "system:serviceaccount:n:web")
        #expect(proven.identity.uid == "u1")
        #expect(
            proven.identity.groups == [
                "system:serviceaccounts", "system:serviceaccounts:n", "system:authenticated",
            ])
        #expect(
            proven.identity.extra == [
                "authentication.kubernetes.io/credential-id": ["JTI=token-1"],
                "authentication.kubernetes.io/node-name": ["n1"],
                "authentication.kubernetes.io/node-uid": ["u3"],
                "authentication.kubernetes.io/pod-name": ["p"], "authentication.kubernetes.io/pod-uid": ["u2"],
            ])
        #expect(proven.audiences == [Self.issuer])
    }

    @Test("Claims read back as they were written") func claimsRoundTrip() throws {
        var claims = claims()
        claims.audiences = ["a", "b\"c"]
        claims.secret = .init(name: "s", uid: "u4")
        claims.warnAfter = Self.now + 7
        #expect(try ServiceAccountClaims(json: claims.json) == claims)
    }

    @Test("It ends when its time, its account or its pod does") func ends() throws {
        var claims = claims()
        claims.pod = .init(name: "p", uid: "u2")
        let token = try issue(claims)
        #expect(throws: TokenError.revoked("pod p is gone")) { try prove(token) }
        world.set(.pod, "n", "p", uid: "u2")
        _ = try prove(token)
        #expect(throws: TokenError.expired) { try prove(token, at: Self.now + 3600 + 60) }
        _ = try prove(token, at: Self.now + 3600 + 59)
        #expect(throws: TokenError.notYetValid) { try prove(token, at: Self.now - 61) }
        world.set(.pod, "n", "p", uid: "another")
        #expect(throws: TokenError.revoked("pod p is gone")) { try prove(token) }
        world.set(.pod, "n", "p", uid: "u2")
        world.set(.serviceAccount, "n", "web", uid: "u9")
        #expect(throws: TokenError.revoked("service account UID (u9) does not match claim (u1)")) { try prove(token) }
        world.set(.serviceAccount, "n", "web", uid: nil)
        #expect(throws: TokenError.revoked("service account n/web has been deleted")) { try prove(token) }
    }

    @Test("It is only for its audiences, and of its issuer") func audiences() throws {
        var claims = claims()
        claims.audiences = ["vault", Self.issuer]
        let token = try issue(claims)
        #expect(try prove(token, audiences: ["vault", "other"]).audiences == ["vault"])
        #expect(throws: TokenError.wrongAudience(["vault", Self.issuer], wanted: ["other"])) {
            try prove(token, audiences: ["other"])
        }
        claims.audiences = ["vault"]
        let foreign = try issue(claims)
        #expect(throws: TokenError.wrongAudience(["vault"], wanted: [Self.issuer])) { try prove(foreign) }
        claims = self.claims()
        claims.issuer = "https://elsewhere"
        let elsewhere = try issue(claims)
        #expect(throws: TokenError.wrongIssuer) { try prove(elsewhere) }
    }

    @Test("A token of a pod for clients that do not know that tokens end says when it is stale") func stale() throws {
        let lifetime = TokenLifetime(
            requested: 3607, isBoundToPod: true, isForThisServer: true, extends: true, maximum: nil)
        #expect(lifetime.seconds == 31_536_000)
        #expect(lifetime.told == 3607)
        var claims = claims(lifetime: lifetime.seconds)
        claims.warnAfter = lifetime.warnSeconds.map { Self.now + $0 }
        let token = try issue(claims)
        #expect(try prove(token, at: Self.now + 3600).staleSince == nil)
        #expect(try prove(token, at: Self.now + 4000).staleSince == Self.now + 3607)
        let plain = TokenLifetime(
            requested: 3607, isBoundToPod: false, isForThisServer: true, extends: true, maximum: 1000)
        #expect(plain.seconds == 1000)
        #expect(plain.told == 1000)
    }

    @Test("Another cluster's key proves nothing here") func foreignKey() throws {
        let other = ServiceAccountTokens(
            issuers: [Self.issuer], audiences: [],
            signer: try TokenKey(pem: TokenKey.makePrivate(), name: "other.key"), keys: [])
        let token = Array(try #require(other.issue(claims())).utf8)
        #expect(throws: TokenError.badSignature) { try prove(token) }
    }

    @Test("Any changed bit makes it worthless") func tampered() throws {
        let token = try issue(claims())
        var random = SeededGenerator(seed: 11)
        for _ in 0..<300 {
            var changed = token
            let place = Int.random(in: 0..<token.count, using: &random)
            changed[place] ^= 1 << UInt8.random(in: 0..<7, using: &random)
            #expect(throws: TokenError.self) { try prove(changed) }
        }
        for count in [0, 1, 10, token.count / 2, token.count - 1] {
            #expect(throws: TokenError.self) { try prove(Array(token[..<count])) }
        }
        #expect(throws: TokenError.self) { try prove(token + [UInt8(ascii: ".")]) }
        #expect(throws: TokenError.self) { try prove(token + Array("==".utf8)) }
    }

    private func forge(_ header: String, signature: [UInt8]? = nil) throws -> [UInt8] {
        let signed = "\(Base64URL.encode(Array(header.utf8))).\(Base64URL.encode(claims().json))"
        let signature = try signature ?? #require(key.sign(Array(signed.utf8)))
        return Array("\(signed).\(Base64URL.encode(signature))".utf8)
    }

    @Test("Headers that lie are refused, even over a good signature") func headers() throws {
        let id = key.id
        _ = try prove(try forge(#"{"alg":"ES256","kid":"\#(id)"}"#))
        _ = try prove(try forge(#"{"alg":"ES256","typ":"JWT"}"#))
        for header in [
            #"{"alg":"none"}"#, #"{"alg":"None"}"#, #"{"alg":""}"#, #"{"alg":"HS256","kid":"\#(id)"}"#,
            #"{"alg":"RS256","kid":"\#(id)"}"#, #"{"alg":"ES384","kid":"\#(id)"}"#, #"{"alg":"ES256","kid":"other"}"#,
            #"{"alg":"ES256","crit":["exp"]}"#, #"{"alg":"none","alg":"ES256"}"#, #"{"kid":"\#(id)"}"#, "{}", "[]", "",
            #"{"alg":["ES256"]}"#, #"{"alg":"ES256"} "#, #"{"alg":"ES256""#,
            #"{"alg":"ES256","x":"\#(String(repeating: "y", count: 2000))"}"#,
            String(repeating: "[", count: 900),
        ] {
            let token = try forge(header)
            if header.hasSuffix("} ") {
                // White space after a document is legal JSON.
                _ = try prove(token)
            } else {
                #expect(throws: TokenError.self, "\(header)") { try prove(token) }
            }
        }
        for signature in [[], [0], [UInt8](repeating: 0, count: 64), [UInt8](repeating: 0xff, count: 64)] as [[UInt8]] {
            let token = try forge(#"{"alg":"ES256"}"#, signature: signature)
            #expect(throws: TokenError.badSignature) { try prove(token) }
        }
    }

    @Test("Hostile tokens are refused at once") func hostile() {
        let took = ProcessorTime.seconds {
            for text in [
                "", ".", "..", "...", String(repeating: ".", count: 16_000), String(repeating: "a", count: 16_384),
                String(repeating: "a", count: 10_000_000), "a.b.c", "a.b", "é.é.é",
                String(repeating: "A", count: 5000) + "." + String(repeating: "A", count: 5000) + ".AAAA",
            ] {
                #expect(throws: TokenError.malformed) { try prove(Array(text.utf8)) }
            }
        }
        #expect(took < 5)
    }

    @Test("Base64 has one spelling for each token") func base64() {
        #expect(Base64URL.decode(Array("_-8".utf8)) == [0xff, 0xef])
        #expect(Base64URL.decode(Array("_-9".utf8)) == nil)
        for bad in ["_-8=", "+/8", "_", "_-8\n", "A A"] { #expect(Base64URL.decode(Array(bad.utf8)) == nil) }
        var random = SeededGenerator(seed: 3)
        for count in 0..<100 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(Base64URL.decode(Array(Base64URL.encode(bytes).utf8)) == bytes)
        }
    }

    @Test("What is remembered of tokens is bounded, and drops what has expired first") func remembered() {
        var tokens = VerifiedTokens(capacity: 10)
        func digest(_ number: Int) -> Digest { Digest(Array("\(number)".utf8)) }
        for number in 0..<10 {
            tokens.insert(claims(lifetime: number < 5 ? -1 : 10), digest(number), now: Self.now)
        }
        tokens.insert(claims(), digest(10), now: Self.now)
        #expect(tokens.count == 6)
        #expect(tokens.claims(digest(0)) == nil)
        #expect(tokens.claims(digest(7)) != nil)
        for number in 11..<1000 {
            tokens.insert(claims(), digest(number), now: Self.now)
            #expect(tokens.count <= 10)
            #expect(tokens.claims(digest(number)) != nil)
        }
    }
}
