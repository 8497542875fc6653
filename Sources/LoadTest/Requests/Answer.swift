internal import HTTP2

/// A call's whole answer.
struct Answer: Sendable {
    var head: ResponseHead
    var body: [UInt8]
    var trailers: HeaderFields

    /// Nil: the call succeeded. Else its kind in a few words, for counting.
    var failure: String? {
        if head.status != 200, head.status != 201 { return "HTTP \(head.status)" }
        guard let status = trailers["grpc-status"] ?? head.headers["grpc-status"] else { return nil }
        return status == "0" ? nil : "gRPC status \(status)"
    }

    /// The server's words for a failure.
    var words: String {
        if let message = trailers["grpc-message"] ?? head.headers["grpc-message"] { return message }
        let start = body.span.bytes
        if let from = ByteSearch.end(of: Array("\"message\":\"".utf8), in: start),
            let text = Self.jsonText(body[from...])
        {
            return text
        }
        return Violation.excerpt(start)
    }

    /// The text up to its closing quote, escapes of one letter undone.
    private static func jsonText(_ bytes: ArraySlice<UInt8>) -> String? {
        var text: [UInt8] = []
        var isEscaped = false
        for byte in bytes {
            if !isEscaped, byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
            if !isEscaped { text.append(byte) }
        }
        return nil
    }

    /// The resourceVersion of the object that a write returns.
    func revision(_ face: Face) -> Int64? {
        let bytes = body.span.bytes
        switch face {
        case .json: return jsonRevision
        case .protobuf:
            return EventReading.envelope(bytes, 0..<body.count).flatMap {
                EventReading.resourceVersion(bytes, $0, field: 6)
            }
        case .rpc:
            // `WriteResponse.object` = 1: `revision` = 2.
            guard body.count >= 5, let object = EventReading.field(1, bytes, 5..<body.count) else { return nil }
            var fields = ProtobufFields(object)
            var revision: Int64?
            while let field = fields.next(bytes) {
                if field.number == 2 { revision = Int64(bitPattern: field.value) }
            }
            return revision
        }
    }

    /// The first resourceVersion in JSON text: an object's own, or a list's.
    var jsonRevision: Int64? {
        let bytes = body.span.bytes
        return ByteSearch.end(of: EventReading.resourceVersionKey, in: bytes).flatMap {
            ByteSearch.decimal(in: bytes, at: $0)
        }
    }
}
