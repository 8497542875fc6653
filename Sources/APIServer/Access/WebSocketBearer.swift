import Access
import HTTP2
import Streaming
import Wire

/// A token in the offer of a WebSocket's subprotocols, for browsers, which cannot send a header with it: the name
/// `base64url.bearer.authorization.k8s.io.` and the token in base64url.
enum WebSocketBearer {
    private static let prefix = "base64url.bearer.authorization.k8s.io."

    /// - Returns: nil where none is offered.
    /// - Throws: when there are several, one cannot be read, or nothing else is offered that could be chosen.
    static func token(_ headers: HeaderFields) throws(TokenError) -> [UInt8]? {
        guard WebSocketHandshake.isAsked(headers) else { return nil }
        let offered = WebSocketHandshake.offered(headers)
        let tokens = offered.filter { $0.hasPrefix(prefix) }
        guard let only = tokens.first else { return nil }
        guard tokens.count == 1 else { throw .malformed }
        guard let token = Base64URL.decode(only.dropFirst(prefix.count).utf8) else {
            throw .malformed
        }
        guard !token.isEmpty else { return nil }
        guard offered.count > 1 else { throw .malformed }
        return token
    }

    /// The offer without the token.
    static func removed(from value: String) -> String {
        value.split(separator: ",").map { $0.drop { $0 == " " } }.filter { !$0.hasPrefix(prefix) }
            .joined(separator: ", ")
    }
}
