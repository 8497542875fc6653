import Access
import HTTP2
import Testing

@testable import APIServer

@Suite("Tokens in the offer of a WebSocket")
struct WebSocketBearerTests {
    private static let prefix = "base64url.bearer.authorization.k8s.io."

    private func token(_ offer: String, upgrade: String = "websocket") throws -> String? {
        try WebSocketBearer.token(["upgrade": upgrade, "sec-websocket-protocol": offer]).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    @Test("A token beside another protocol is found, wherever it stands")
    func found() throws {
        #expect(try token("v5.channel.k8s.io, \(Self.prefix)dG9rZW4") == "token")
        #expect(try token("\(Self.prefix)dG9rZW4,v4.channel.k8s.io") == "token")
        #expect(try token("v5.channel.k8s.io") == nil)
        #expect(try token("a, \(Self.prefix)") == nil)
        #expect(try token("a, \(Self.prefix)dG9rZW4", upgrade: "SPDY/3.1") == nil)
    }

    @Test(
        "Two tokens, one that cannot be read, and one alone are no credential",
        arguments: ["a, \(prefix)YQ, \(prefix)Yg", "a, \(prefix)%%", "\(prefix)dG9rZW4"])
    func refused(_ offer: String) { #expect(throws: TokenError.self) { try token(offer) } }
}
