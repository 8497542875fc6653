import HTTP2
import Testing

@testable import APIServer

@Suite("What a proxy changes of a message")
struct ProxyHeadersTests {
    private static let prefix = "/api/v1/namespaces/a/pods/p/proxy"

    @Test("Fields of the connection and credentials stay, all others pass")
    func request() {
        let fields = ProxyHeaders.request(
            [
                "authorization": "Bearer t", "impersonate-user": "ann", "connection": "close, X-Mine", "x-mine": "1",
                "upgrade": "h2c", "te": "trailers", "accept": "text/html", "x-forwarded-uri": "/forged",
                "content-length": "5",
            ], uri: "/u", keepsUpgrade: false)
        #expect(fields.fields.map(\.name).sorted() == ["accept", "x-forwarded-uri"])
        #expect(fields["x-forwarded-uri"] == "/u")
        #expect(
            ProxyHeaders.request(["upgrade": "websocket", "connection": "Upgrade"], uri: "/u", keepsUpgrade: true)[
                "upgrade"]
                == "websocket")
    }

    @Test("A token in the offer of a WebSocket goes no further")
    func bearer() {
        let fields = ProxyHeaders.request(
            ["sec-websocket-protocol": "base64url.bearer.authorization.k8s.io.dG9rZW4, v5.channel.k8s.io"], uri: "/u",
            keepsUpgrade: true)
        #expect(fields["sec-websocket-protocol"] == "v5.channel.k8s.io")
    }

    static let redirections = [
        ("/x", prefix + "/x"), ("/x/?a=b", prefix + "/x/?a=b"), ("x/y", "x/y"), (prefix + "/x", prefix + "/x"),
        ("http://10.0.0.1:8080/x", prefix + "/x"), ("https://example.com/x", "https://example.com/x"),
        ("https://server:6443/x", "https://server:6443" + prefix + "/x"), ("//10.0.0.1:8080/x", prefix + "/x"),
        ("http://10.0.0.1:8080", "http://10.0.0.1:8080"),
    ]

    @Test(
        "A redirection to where the answer is from leads through the proxy, any other does not", arguments: redirections
    )
    func location(_ given: String, _ told: String) {
        #expect(
            ProxyHeaders.location(given, prefix: Self.prefix, target: "10.0.0.1:8080", host: "server:6443") == told)
    }
}
