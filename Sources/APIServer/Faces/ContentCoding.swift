import HTTP2
import Wire

/// Compression of answers (RFC 9110, section 8.4), for clients that ask for it.
enum ContentCoding {
    /// Smaller answers are sent as they are: they fit into few packets, and compressing takes longer than sending.
    static let thresholdBytes = 128 * 1024
    /// zlib's fastest: it takes a fifth of the time of its usual one, and JSON is small already.
    private static let level: Int32 = 1

    /// Whether a list of codings (RFC 9110, section 12.5.3) has gzip, and does not rule it out.
    static func takesGzip(_ header: String?) -> Bool {
        guard let header else { return false }
        return header.split(separator: ",").contains { part in
            let pieces = part.split(separator: ";").map { $0.trimmingSpaces }
            guard pieces.first == "gzip" || pieces.first == "*" else { return false }
            return !pieces.dropFirst().contains { ["q=0", "q=0.0", "q=0.00", "q=0.000"].contains($0) }
        }
    }

    /// The answer as the client of the request takes it.
    static func coded(_ answer: Answer, for request: HeaderFields) async throws(APIError) -> Answer {
        guard takesGzip(request["accept-encoding"]) else { return answer }
        var coded = answer
        let body: [UInt8]
        switch answer.body {
        case .whole(let bytes): body = bytes
        case .list(let form):
            body = try form.text()
            coded.body = .whole(body)
        }
        guard body.count > thresholdBytes else { return coded }
        // Not on the loop: a megabyte takes some ten milliseconds.
        let small = await Task.detached { Gzip.compress(body, level: level) }.value
        guard let small else { return coded }
        coded.body = .whole(small)
        coded.headers.append("content-encoding", "gzip")
        coded.headers.append("vary", "Accept-Encoding")
        return coded
    }
}

extension Substring {
    var trimmingSpaces: Substring {
        var view = self
        while view.first == " " { view.removeFirst() }
        while view.last == " " { view.removeLast() }
        return view
    }
}
