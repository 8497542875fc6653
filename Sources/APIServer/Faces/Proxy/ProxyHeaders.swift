import HTTP2

/// What is changed of a message on its way through the proxy. Pure.
enum ProxyHeaders {
    /// About one connection, and not about the message (RFC 9110, section 7.6.1).
    private static let hops: Set<String> = [
        "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection", "te", "trailer",
        "transfer-encoding", "upgrade",
    ]
    /// What the server has used itself: nobody behind it needs to know who asks, or could act as him.
    private static func isCredential(_ name: String) -> Bool {
        name == "authorization" || name.hasPrefix("impersonate-")
    }
    /// Pages of other origins must not read what is behind this server with somebody's credentials.
    private static let origins: Set<String> = [
        "access-control-allow-credentials", "access-control-allow-headers", "access-control-allow-methods",
        "access-control-allow-origin",
    ]

    /// The fields of a request as its target gets them.
    ///
    /// - Parameters:
    ///   - uri: as the client asks, without the query.
    ///   - keepsUpgrade: the connection is to carry something else.
    static func request(_ headers: HeaderFields, uri: String, keepsUpgrade: Bool) -> HeaderFields {
        let named = connectionOptions(headers)
        var fields = HeaderFields()
        for field in headers.fields {
            if field.name == "upgrade", keepsUpgrade {
                fields.append(field.name, field.value)
                continue
            }
            if hops.contains(field.name) || named.contains(field.name) || isCredential(field.name) { continue }
            if ["host", "content-length", "expect", "x-forwarded-uri"].contains(field.name) { continue }
            // A bearer token in a WebSocket's offer is a credential like the header.
            if field.name == "sec-websocket-protocol" {
                let offered = WebSocketBearer.removed(from: field.value)
                if !offered.isEmpty { fields.append(field.name, offered) }
                continue
            }
            fields.append(field.name, field.value)
        }
        if !keepsUpgrade { fields.append("x-forwarded-uri", uri) }
        return fields
    }

    private static func connectionOptions(_ headers: HeaderFields) -> Set<String> {
        Set(
            headers.all("connection").flatMap { $0.split(separator: ",") }.map { option in
                String(option.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()).lowercased()
            })
    }

    /// The fields of an answer as the client gets them.
    ///
    /// - Parameters:
    ///   - prefix: the path up to the target's own: `/api/v1/namespaces/a/pods/b/proxy`.
    ///   - target: its authority.
    ///   - host: as the client named this server.
    static func answer(_ headers: HeaderFields, prefix: String, target: String, host: String) -> HeaderFields {
        let named = connectionOptions(headers)
        var fields = HeaderFields()
        for field in headers.fields {
            if hops.contains(field.name) || named.contains(field.name) || origins.contains(field.name) { continue }
            if field.name == "location" {
                fields.append("location", location(field.value, prefix: prefix, target: target, host: host))
            } else {
                fields.append(field.name, field.value)
            }
        }
        return fields
    }

    /// How an HTML page arrives.
    enum Page { case plain, compressed }

    /// Nil: no page, or one that is compressed as nobody here can read.
    static func page(_ headers: HeaderFields) -> Page? {
        guard headers["content-type"]?.split(separator: ";").first?.trimmingSpaces.lowercased() == "text/html" else {
            return nil
        }
        switch headers["content-encoding"]?.lowercased() {
        case nil, "identity": return .plain
        case "gzip", "deflate": return .compressed
        default: return nil
        }
    }

    /// Where a redirection leads, said so that it leads through the proxy again. What leads elsewhere, or is relative to the
    /// page, stays.
    static func location(_ text: String, prefix: String, target: String, host: String) -> String {
        var rest = text[...]
        var authority: Substring?
        var scheme = ""
        if let mark = rest.range(of: "://") {
            scheme = String(rest[..<mark.lowerBound])
            guard !scheme.isEmpty, scheme.utf8.allSatisfy({ $0 != UInt8(ascii: "/") }) else { return text }
            rest = rest[mark.upperBound...]
        } else if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
        } else {
            return rest.hasPrefix("/") ? path(rest, prefix: prefix) : text
        }
        let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        authority = rest[..<end]
        rest = rest[end...]
        guard let authority, authority == target || authority == host, rest.hasPrefix("/") else { return text }
        let rewritten = path(rest, prefix: prefix)
        guard authority == host else { return rewritten }
        return (scheme.isEmpty ? "" : "\(scheme):") + "//\(authority)\(rewritten)"
    }

    private static func path(_ rest: Substring, prefix: String) -> String {
        rest.hasPrefix(prefix) ? String(rest) : prefix + rest
    }
}

extension Substring {
    /// The first place of `text`.
    fileprivate func range(of text: String) -> Range<Index>? {
        var at = startIndex
        while at < endIndex {
            if self[at...].hasPrefix(text) { return at..<index(at, offsetBy: text.count) }
            at = index(after: at)
        }
        return nil
    }
}
