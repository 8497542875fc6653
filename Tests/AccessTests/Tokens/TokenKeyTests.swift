import Wire
import Glibc
import Objects
import TestSupport
import Testing

@testable import Access

/// The `openssl` command makes the keys and judges the signatures.
@Suite("Keys that sign tokens", .enabled(if: OpenSSLTool.isInstalled, "the openssl command is not installed"))
struct TokenKeyTests {
    private let folder = TemporaryFolder("keys")

    private func key(_ name: String, _ arguments: [String]) throws -> [UInt8] {
        let path = "\(folder.path)/\(name)"
        try #require(OpenSSLTool.run([arguments[0], "-out", path] + arguments.dropFirst()) == 0)
        return try OpenSSLTool.read(path)
    }

    @Test("RSA and P-256 keys sign, and openssl agrees", arguments: ["RSA", "EC"]) func signs(_ kind: String) throws {
        let option = kind == "RSA" ? "rsa_keygen_bits:2048" : "ec_paramgen_curve:P-256"
        let pem = try key("\(kind).key", ["genpkey", "-algorithm", kind, "-pkeyopt", option])
        let key = try TokenKey(pem: pem, name: "k")
        #expect(key.canSign)
        #expect(key.algorithm == (kind == "RSA" ? .rs256 : .es256))
        let text = Array("signed".utf8)
        let signature = try #require(key.sign(text))
        #expect(key.verifies(signature, of: text))
        #expect(!key.verifies(signature, of: text + [0]))
        let public_ = try TokenKey(pem: try #require(key.publicPEM()), name: "p")
        #expect(!public_.canSign)
        #expect(public_.id == key.id)
        #expect(public_.verifies(signature, of: text))
        #expect(public_.sign(text) == nil)
        try OpenSSLTool.write(text, "\(folder.path)/text")
        try OpenSSLTool.write(try #require(key.publicPEM()), "\(folder.path)/pub")
        let form = kind == "RSA" ? signature : ECDSASignature.der(signature)
        try OpenSSLTool.write(form, "\(folder.path)/signature")
        #expect(
            OpenSSLTool.run([
                "dgst", "-sha256", "-verify", "\(folder.path)/pub", "-signature", "\(folder.path)/signature",
                "\(folder.path)/text",
            ]) == 0)
    }

    @Test("Old forms of keys are read") func forms() throws {
        let pem = try key("rsa.key", ["genrsa", "-traditional", "2048"])
        #expect(try TokenKey(pem: pem, name: "k").algorithm == .rs256)
    }

    @Test("A wrong curve, a short key and what is no key are refused") func refused() throws {
        let wrong = try key("p384.key", ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"])
        #expect(throws: TokenKeyError.self) { try TokenKey(pem: wrong, name: "k") }
        let short = try key("short.key", ["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"])
        #expect(throws: TokenKeyError.self) { try TokenKey(pem: short, name: "k") }
        let other = try key("ed.key", ["genpkey", "-algorithm", "ED25519"])
        #expect(throws: TokenKeyError.self) { try TokenKey(pem: other, name: "k") }
        #expect(throws: TokenKeyError.self) { try TokenKey(pem: Array("no key".utf8), name: "k") }
        #expect(throws: TokenKeyError.self) { try TokenKey(pem: [], name: "k") }
    }

    @Test("A set names its keys by their digests, and gives their public numbers") func set() throws {
        let rsa = try TokenKey(
            pem: try key("r.key", ["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"]), name: "r")
        let curve = try TokenKey(pem: TokenKey.makePrivate(), name: "e")
        let set = KeySet([curve, rsa, curve])
        #expect(set.keys.count == 2)
        let document = String(decoding: set.jsonWebKeySet(), as: UTF8.self)
        #expect(
            document.hasPrefix(#"{"keys":[{"use":"sig","kty":"EC","kid":"\#(curve.id)","crv":"P-256","alg":"ES256","#))
        #expect(document.contains(#"{"use":"sig","kty":"RSA","kid":"\#(rsa.id)","alg":"RS256","n":""#))
        #expect(document.contains(#""e":"AQAB"}"#))
        let discovery = String(
            decoding: set.discovery(issuer: "https://i", keysURL: "https://i/openid/v1/jwks"), as: UTF8.self)
        #expect(
            discovery
                == #"{"issuer":"https://i","jwks_uri":"https://i/openid/v1/jwks","response_types_supported":["id_token"],"#
                + #""subject_types_supported":["public"],"id_token_signing_alg_values_supported":["ES256","RS256"]}"#)
    }

    @Test("A token without a key's name is tried with every key of its algorithm") func unnamed() throws {
        let (old, new) = (
            try TokenKey(pem: TokenKey.makePrivate(), name: "old"),
            try TokenKey(pem: TokenKey.makePrivate(), name: "new")
        )
        let tokens = ServiceAccountTokens(issuers: ["i"], audiences: [], signer: new, keys: [old])
        let claims = ServiceAccountClaims(
            issuer: "i", audiences: ["i"], now: 0, lifetime: 10, id: "", namespace: "n",
            serviceAccount: .init(name: "a", uid: "u"))
        let signed = "\(Base64URL.encode(Array(#"{"alg":"ES256"}"#.utf8))).\(Base64URL.encode(claims.json))"
        let signature = try #require(old.sign(Array(signed.utf8)))
        let token = Array("\(signed).\(Base64URL.encode(signature))".utf8)
        #expect(try tokens.claims(token).account.name == "a")
    }
}

/// The `openssl` command and the files that it reads and writes.
enum OpenSSLTool {
    static let isInstalled = run(["version"]) == 0

    static func run(_ arguments: [String]) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var words: [UnsafeMutablePointer<CChar>?] = (["openssl"] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        guard posix_spawnp(&process, "openssl", &actions, nil, &words, environ) == 0 else { return -1 }
        var status = Int32(0)
        waitpid(process, &status, 0)
        return status
    }

    static func read(_ path: String) throws -> [UInt8] {
        let file = try #require(fopen(path, "r"))
        defer { fclose(file) }
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        return Array(chunk[..<fread(&chunk, 1, chunk.count, file)])
    }

    static func write(_ bytes: [UInt8], _ path: String) throws {
        let file = try #require(fopen(path, "w"))
        defer { fclose(file) }
        try #require(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    }
}
