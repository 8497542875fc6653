package import HTTP2

/// A head as llhttp has read it.
package struct MessageHead: Sendable, Equatable {
    /// Of a request.
    package var method = ""
    package var target = ""
    /// Of a response.
    package var status = 0
    /// HTTP/1.0: no chunks, and the connection ends with the answer unless asked otherwise.
    package var isVersion10 = false
    package var keepsAlive = false
    /// Names in lower case.
    package var headers = HeaderFields()
    /// Nil: no `content-length`.
    package var contentLength: UInt64?
    package var isChunked = false
    /// `connection` names `upgrade`, and there is an `upgrade` field.
    package var wantsUpgrade = false
    package var expectsContinue = false

    var hasBody: Bool { isChunked || (contentLength ?? 0) > 0 }
}

extension MessageHead {
    /// What the handler is given, or why the request makes no sense.
    func request(isPlaintext: Bool) throws(Refusal) -> RequestHead {
        let hosts = headers.all("host")
        guard hosts.count == 1 || (hosts.isEmpty && isVersion10) else {
            throw .bad("a request names its host in one Host field (RFC 9112, section 3.2)")
        }
        var authority = hosts.first ?? ""
        var path = target
        if !path.utf8.starts(with: [UInt8(ascii: "/")]) {
            // In full, as clients of proxies write it; its authority counts (section 3.2.2).
            guard let (named, rest) = Self.absolute(target) else {
                guard target == "*", method == "OPTIONS" else { throw .bad("the request's target is no path") }
                return RequestHead(
                    method: method, path: "*", authority: authority, scheme: isPlaintext ? "http" : "https",
                    headers: headers)
            }
            authority = named
            path = rest
        }
        if path.utf8.contains(UInt8(ascii: "#")) { throw .bad("the request's target has a fragment") }
        return RequestHead(
            method: method, path: path, authority: authority, scheme: isPlaintext ? "http" : "https", headers: headers)
    }

    /// The authority and the path of `http://authority/path`.
    private static func absolute(_ target: String) -> (authority: String, path: String)? {
        let lower = target.lowercased()
        guard let scheme = ["http://", "https://"].first(where: { lower.hasPrefix($0) }) else { return nil }
        let rest = target.dropFirst(scheme.count)
        let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        guard end > rest.startIndex else { return nil }
        let path = rest[end...]
        return (String(rest[..<end]), path.hasPrefix("/") ? String(path) : "/" + path)
    }
}
