import HTTP2
import Objects
import Resources

/// What is sent back for one request.
struct Answer: Sendable {
    enum Body: Sendable {
        case whole([UInt8])
        /// To be made as the reader takes it.
        case list(ListForm)
    }

    var status = 200
    var contentType: String
    var body: Body
    /// Shown to the user by clients (RFC 7234, code 299).
    var warnings: [String] = []
    var headers = HeaderFields()

    init(status: Int = 200, contentType: String, body: Body) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }

    init(status: Int = 200, contentType: String, body: [UInt8]) {
        self.init(status: status, contentType: contentType, body: .whole(body))
    }

    static func text(_ text: String, status: Int = 200) -> Answer {
        Answer(status: status, contentType: "text/plain; charset=utf-8", body: Array(text.utf8))
    }

    static func json(_ body: [UInt8], status: Int = 200) -> Answer {
        Answer(status: status, contentType: "application/json", body: body)
    }

    /// A refusal as a `Status`, in the encoding that the client reads.
    init(_ error: APIError, encoding: Encoding = .json) {
        guard !error.isPlain else {
            self = .text(error.message, status: error.code)
            return
        }
        let meta = APIError.typeMeta
        switch encoding {
        case .json: body = .whole(JSONEncoder.encode(error.status, as: meta))
        case .yaml: body = .whole(Presenting.text(JSONEncoder.encode(error.status, as: meta), .yaml))
        case .protobuf:
            body = .whole(
                Envelope.wrap(BinaryEncoder.encode(error.status), apiVersion: meta.apiVersion, kind: meta.kind))
        }
        status = error.code
        contentType = encoding.mediaType
        if let seconds = error.details?.retryAfterSeconds, seconds > 0 {
            headers.append("retry-after", String(seconds))
        }
    }

    /// What is answered depends on who asks, and is old at once.
    static let uncached = "no-cache, private"

    var head: ResponseHead {
        var fields = headers
        if fields["cache-control"] == nil { fields.append("cache-control", Self.uncached) }
        fields.append("content-type", contentType)
        for warning in WarningHeaders.values(warnings) { fields.append("warning", warning) }
        return ResponseHead(status: status, headers: fields)
    }
}
