import Objects
import Testing

@testable import Access

@Suite("Bootstrap tokens as the cluster keeps them")
struct BootstrapSecretTests {
    private static let now: Int64 = 1_700_000_000

    private func secret(_ name: String, _ data: [String: String]) -> BootstrapSecret {
        var secret = Core.Secret()
        secret.metadata.name = name
        secret.type = BootstrapSecret.type
        for (key, value) in data { secret.data[key] = Array(value.utf8) }
        return BootstrapSecret(secret)
    }

    /// RFC 4231, test cases 2 and 6 (a key longer than a block).
    @Test(arguments: [
        (
            Array("Jefe".utf8), "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xaa, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
    ])
    func code(_ key: [UInt8], _ text: String, _ expected: String) {
        let code = SHA256.code(of: Array(text.utf8), key: key)
        #expect(code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == expected)
    }

    /// The vectors of Kubernetes' own signer.
    @Test(arguments: [
        (
            "Hello from the other side. I must have called a thousand times.", "my voice is my passcode",
            "VShe2taLd-YTrmWuRkcL_8QTNDHYxQIEBsAYYiIj1_8"
        ),
        ("", "my voice is my passcode", "7Ui1ALizW4jXphVUB7xUqC9vLYLL9RZeOFfVLoB7Tgk"),
        (
            "Hello from the other side. I must have called a thousand times.", "",
            "UfkqvDGiIFxrMnFseDj9LYJOLNrvjW8aHhF71mvvAs8"
        ),
    ])
    func signature(_ content: String, _ key: String, _ expected: String) {
        #expect(
            DetachedSignature.make(content, tokenID: "joshua", tokenSecret: Array(key.utf8))
                == "eyJhbGciOiJIUzI1NiIsImtpZCI6Impvc2h1YSJ9..\(expected)")
    }

    @Test("Those sign that say so, are called by their id, and are of now")
    func signer() {
        let good = ["token-id": "abcdef", "token-secret": "s", "usage-bootstrap-signing": "true"]
        #expect(secret("bootstrap-token-abcdef", good).signer(now: Self.now)?.id == "abcdef")
        #expect(secret("bootstrap-token-abcdef", good).signer(now: Self.now)?.secret == Array("s".utf8))
        #expect(
            secret("bootstrap-token-ABCDEF", good.merging(["token-id": "ABCDEF"]) { $1 }).signer(now: Self.now) == nil)
        #expect(
            secret("bootstrap-token-abcde", good.merging(["token-id": "abcde"]) { $1 }).signer(now: Self.now) == nil)
        for (key, value) in [
            ("token-id", "ghijkl"), ("token-secret", ""), ("usage-bootstrap-signing", "false"),
            ("expiration", "2023-11-14T22:13:20Z"), ("expiration", "tomorrow"),
        ] {
            let bad = good.merging([key: value]) { $1 }
            #expect(secret("bootstrap-token-abcdef", bad).signer(now: Self.now) == nil, "\(key): \(value)")
        }
    }

    @Test("They end when they say, and at once if that cannot be read")
    func end() {
        #expect(secret("x", [:]).end == .never)
        #expect(secret("x", ["expiration": "2023-11-14T22:13:21Z"]).end == .at(Self.now + 1))
        #expect(secret("x", ["expiration": "2023-11-14T22:13:21Z"]).end.isOver(now: Self.now + 1))
        #expect(!secret("x", ["expiration": "2023-11-14T22:13:21Z"]).end.isOver(now: Self.now))
        #expect(secret("x", ["expiration": "never"]).end.isOver(now: 0))
        #expect(!BootstrapSecret.End.never.isOver(now: .max))
    }
}
