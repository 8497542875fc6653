import Objects
import Testing

@testable import Access

@Suite("Tokens from a file") struct TokenFileTests {
    private func file(_ text: String) throws(TokenFile.Failure) -> TokenFile {
        try TokenFile(Array(text.utf8), name: "t.csv")
    }
    private func identity(_ file: TokenFile, _ token: String) -> Identity? { file.identity(Array(token.utf8)) }

    @Test("User, uid and groups stand beside their token") func columns() throws {
        let file = try file("secret1,ann,1,\"ops,dev\"\r\n\nsecret2,bob,2\n,nobody,3\nsecret3,\"a \"\"b\"\"\",4,one\n")
        #expect(identity(file, "secret1") == Identity("ann", uid: "1", groups: ["ops", "dev"]))
        #expect(identity(file, "secret2") == Identity("bob", uid: "2"))
        #expect(identity(file, "secret3") == Identity("a \"b\"", uid: "4", groups: ["one"]))
        #expect(identity(file, "") == nil)
        #expect(identity(file, "secret") == nil)
    }

    @Test("What is no token file is refused, with its line") func refused() {
        let error = #expect(throws: TokenFile.Failure.self) { try file("a,b,c\nx,y\n") }
        #expect(
            error?.description
                == "token file 't.csv' must have at least 3 columns (token, user name, user uid), found 2 in line 2")
        for bad in ["a,\"b,c", "a,b\"c,d", "a,\"b\"c,d"] { #expect(throws: TokenFile.Failure.self) { try file(bad) } }
    }
}

@Suite("Bootstrap tokens") struct BootstrapTokenTests {
    private let now: Int64 = 1_800_000_000
    private func secret(_ data: [String: String]) -> Core.Secret {
        var secret = Core.Secret()
        secret.metadata.name = "bootstrap-token-abcdef"
        secret.type = "bootstrap.kubernetes.io/token"
        secret.data = StringMap(data.map { ($0.key, Array($0.value.utf8)) })
        return secret
    }
    private let good = [
        "token-id": "abcdef", "token-secret": "0123456789abcdef", "usage-bootstrap-authentication": "true",
        "expiration": "2030-01-01T00:00:00Z", "auth-extra-groups": "system:bootstrappers:worker",
    ]
    private func prove(_ data: [String: String], token: String = "abcdef.0123456789abcdef") -> Identity? {
        BootstrapToken(Array(token.utf8))?.identity(secret(data), now: now)
    }

    @Test("A token is as good as its Secret says") func wellFormed() {
        #expect(
            prove(good)
                == Identity(
                    "system:bootstrap:abcdef", groups: ["system:bootstrappers", "system:bootstrappers:worker"]))
    }

    @Test("Anything wrong in the Secret makes it worthless") func bad() {
        for (key, value) in [
            ("token-id", "abcdeg"), ("token-secret", "0123456789abcdeg"), ("token-secret", ""),
            ("usage-bootstrap-authentication", "yes"), ("expiration", "2020-01-01T00:00:00Z"), ("expiration", "never"),
            ("auth-extra-groups", "system:masters"), ("auth-extra-groups", "system:bootstrappers:"),
            ("auth-extra-groups", "system:bootstrappers:a:"),
        ] {
            var data = good
            data[key] = value
            #expect(prove(data) == nil, "\(key)=\(value)")
        }
        var forever = good
        forever["expiration"] = nil
        #expect(prove(forever) != nil)
    }

    @Test("Only that form is one") func form() {
        for text in [
            "", "abcdef.0123456789abcde", "ABCDEF.0123456789abcdef", "abcdef-0123456789abcdef",
            "abcde.f0123456789abcdef",
        ] {
            #expect(BootstrapToken(Array(text.utf8)) == nil)
        }
    }

    @Test("The authenticator asks for the Secret, and takes it as an identity") func authenticated() throws {
        let world = TokenWorld()
        let authenticator = TokenAuthenticator(
            serviceAccounts: ServiceAccountTokens(issuers: ["i"], audiences: [], signer: nil, keys: []))
        let token = Array("abcdef.0123456789abcdef".utf8)
        #expect(throws: TokenError.malformed) { try authenticator.authenticate(token, objects: world, now: now) }
        world.set(secret(good))
        let proven = try authenticator.authenticate(token, objects: world, now: now)
        #expect(proven.identity.groups.last == "system:authenticated")
        #expect(throws: TokenError.malformed) {
            try authenticator.authenticate(token, audiences: ["x"], objects: world, now: now)
        }
    }
}
