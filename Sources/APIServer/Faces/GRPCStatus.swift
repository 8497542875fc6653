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
        details = BinaryEncoder.encode(error.status)
    }

    var trailers: HeaderFields {
        var fields = HeaderFields()
        fields.append("grpc-status", String(code))
        if !message.isEmpty { fields.append("grpc-message", Self.percentEncoded(message)) }
        if !details.isEmpty { fields.append("grpc-status-details-bin", Base64.encode(details)) }
        return fields
    }

    /// Bytes beyond printable ASCII, and `%`, as `%41`.
    private static func percentEncoded(_ text: String) -> String {
        var out: [UInt8] = []
        for byte in text.utf8 {
            if byte >= 0x20, byte <= 0x7e, byte != UInt8(ascii: "%") {
                out.append(byte)
            } else {
                out.append(UInt8(ascii: "%"))
                for digit in [byte >> 4, byte & 15] { out.append(digit < 10 ? 0x30 + digit : 0x41 + digit - 10) }
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
