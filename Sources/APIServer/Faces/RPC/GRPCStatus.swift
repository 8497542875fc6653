import HTTP2
import Objects
import Wire

/// How a call of the binary face ended (gRPC over HTTP/2, "Responses"; status codes of grpc.io).
struct GRPCStatus: Sendable {
    let code: Int
    let message: String
    /// A serialized meta/v1 `Status`; empty when all went well.
    let details: [UInt8]

    static let ok = GRPCStatus(code: 0, message: "", details: [])

    private init(code: Int, message: String, details: [UInt8]) {
        self.code = code
        self.message = message
        self.details = details
    }

    init(_ error: APIError) {
        code =
            switch error.code {
            case 400, 422: 3
            case 401: 16
            case 403: 7
            case 404: 5
            case 405, 406, 415, 501: 12
            case 409: error.reason == "AlreadyExists" ? 6 : 10
            case 410: 11
            case 413, 429, 507: 8
            case 503: 14
            case 504: 4
            default: 13
            }
        message = error.message
        var encoded = BinaryEncoder.encode(error.status)
        if encoded.count > Self.detailsLimitBytes {
            var brief = error
            brief.details = nil
            brief.message = Self.cut(brief.message, limitBytes: Self.detailsLimitBytes / 2)
            encoded = BinaryEncoder.encode(brief.status)
        }
        details = encoded
    }

    /// Trailers are header fields, of which gRPC's clients take 8 KiB in all: a `Status` that is larger, since it repeats
    /// a long name or has hundreds of causes, is told in brief.
    private static let detailsLimitBytes = 3 * 1024
    private static let messageLimitBytes = 2 * 1024

    /// At most so many bytes of the text, whole characters, marked where some are left out.
    private static func cut(_ text: String, limitBytes: Int) -> String {
        guard text.utf8.count > limitBytes else { return text }
        var size = 0
        let part = text.prefix { character in
            size += character.utf8.count
            return size <= limitBytes
        }
        return part + "..."
    }

    var trailers: HeaderFields {
        var fields = HeaderFields()
        fields.append("grpc-status", String(code))
        if !message.isEmpty {
            let brief = Self.cut(message, limitBytes: Self.messageLimitBytes)
            fields.append("grpc-message", GRPCMessage.encode(brief, limitBytes: Self.messageLimitBytes))
        }
        if !details.isEmpty { fields.append("grpc-status-details-bin", Base64.encode(details)) }
        return fields
    }
}
