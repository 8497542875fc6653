internal import HTTP2

/// How the end of an answer's body is found (RFC 9112, section 6.3).
enum BodyFraming: Equatable {
    /// There is none, whatever the head says: HEAD, 204, 304.
    case none
    case length(Int)
    case chunked
    /// By the end of the connection: for HTTP/1.0.
    case untilClose
}

/// The bytes of an answer's head.
enum AnswerHead {
    static let goOn = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)

    /// - Parameters:
    ///   - announcesLength: for answers without a body to HEAD, and of 0 bytes.
    ///   - isLast: the connection ends with this answer, and the client is told.
    ///   - keepsAlive10: a client of HTTP/1.0 asked for the connection to go on, and it does.
    static func encode(
        _ head: ResponseHead, framing: BodyFraming, announcedLength: Int?, isVersion10: Bool, isLast: Bool,
        keepsAlive10: Bool
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        start(head.status, isVersion10: isVersion10, &bytes)
        for field in head.headers.fields where !isOurs(field.name) { add(field.name, field.value, to: &bytes) }
        switch framing {
        case .chunked: add("transfer-encoding", "chunked", to: &bytes)
        case .length(let count): add("content-length", String(count), to: &bytes)
        case .none, .untilClose: if let announcedLength { add("content-length", String(announcedLength), to: &bytes) }
        }
        if isLast {
            add("connection", "close", to: &bytes)
        } else if keepsAlive10 {
            add("connection", "keep-alive", to: &bytes)
        }
        bytes.append(contentsOf: [0x0d, 0x0a])
        return bytes
    }

    /// 101, with which the connection begins to carry something else.
    static func upgrade(_ headers: HeaderFields) -> [UInt8] {
        var bytes: [UInt8] = []
        start(101, isVersion10: false, &bytes)
        for field in headers.fields where !isOurs(field.name) { add(field.name, field.value, to: &bytes) }
        add("connection", "Upgrade", to: &bytes)
        bytes.append(contentsOf: [0x0d, 0x0a])
        return bytes
    }

    /// A trailer section, or the fields of any head, with the blank line that ends it.
    static func trailers(_ fields: HeaderFields) -> [UInt8] {
        var bytes: [UInt8] = []
        for field in fields.fields { add(field.name, field.value, to: &bytes) }
        bytes.append(contentsOf: [0x0d, 0x0a])
        return bytes
    }

    /// Fields that say how the message is framed are this module's to write.
    private static func isOurs(_ name: String) -> Bool {
        name == "connection" || name == "transfer-encoding" || name == "content-length" || name == "keep-alive"
    }

    private static func start(_ status: Int, isVersion10: Bool, _ bytes: inout [UInt8]) {
        bytes.append(contentsOf: (isVersion10 ? "HTTP/1.0 " : "HTTP/1.1 ").utf8)
        bytes.append(contentsOf: "\(status) \(StatusWords.reason(status))\r\n".utf8)
    }

    /// No value can end its line: what would is sent as a blank.
    private static func add(_ name: String, _ value: String, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: name.utf8.lazy.filter(HeadScanner.isToken))
        bytes.append(UInt8(ascii: ":"))
        bytes.append(0x20)
        for byte in value.utf8 { bytes.append(byte < 0x20 && byte != 0x09 || byte == 0x7f ? 0x20 : byte) }
        bytes.append(contentsOf: [0x0d, 0x0a])
    }
}

/// Reason phrases (RFC 9110, section 15), which clients show and nobody reads.
enum StatusWords {
    static func reason(_ status: Int) -> String {
        switch status {
        case 101: "Switching Protocols"
        case 200: "OK"
        case 201: "Created"
        case 202: "Accepted"
        case 204: "No Content"
        case 301: "Moved Permanently"
        case 302: "Found"
        case 304: "Not Modified"
        case 307: "Temporary Redirect"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 406: "Not Acceptable"
        case 408: "Request Timeout"
        case 409: "Conflict"
        case 410: "Gone"
        case 413: "Content Too Large"
        case 415: "Unsupported Media Type"
        case 417: "Expectation Failed"
        case 422: "Unprocessable Content"
        case 426: "Upgrade Required"
        case 429: "Too Many Requests"
        case 431: "Request Header Fields Too Large"
        case 500: "Internal Server Error"
        case 501: "Not Implemented"
        case 502: "Bad Gateway"
        case 503: "Service Unavailable"
        case 504: "Gateway Timeout"
        case 505: "HTTP Version Not Supported"
        case 507: "Insufficient Storage"
        default: "Status \(status)"
        }
    }
}
