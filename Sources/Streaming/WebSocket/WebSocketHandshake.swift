internal import COpenSSL
package import HTTP2
internal import Wire

/// The opening of a WebSocket connection, the server's side (RFC 6455, section 4.2).
package enum WebSocketHandshake {
    /// Whether the request asks for one.
    package static func isAsked(_ headers: HeaderFields) -> Bool {
        headers["upgrade"]?.lowercased() == "websocket"
    }

    /// The subprotocols that the client offers, the preferred first.
    package static func offered(_ headers: HeaderFields) -> [String] {
        headers.all("sec-websocket-protocol").flatMap { $0.split(separator: ",") }.map {
            String($0.filter { $0 != " " && $0 != "\t" })
        }
    }

    /// The fields of the answer; nil when the request breaks the rules: a version that is not 13, or no key of 16 bytes.
    package static func answer(_ headers: HeaderFields, choosing subprotocol: String) -> HeaderFields? {
        let keys = headers.all("sec-websocket-key")
        guard keys.count == 1, let key = keys.first, headers["sec-websocket-version"] == "13",
            Base64.decode(key)?.count == 16, let accept = accept(key)
        else { return nil }
        return ["upgrade": "websocket", "sec-websocket-accept": accept, "sec-websocket-protocol": subprotocol]
    }

    /// `sec-websocket-accept` for a key.
    static func accept(_ key: String) -> String? {
        let text = Array((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8)
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var count: UInt32 = 0
        guard EVP_Digest(text, text.count, &digest, &count, EVP_sha1(), nil) == 1 else { return nil }
        return Base64.encode(Array(digest.prefix(Int(count))))
    }
}
