import HTTP2
import Objects
import Wire

/// How a call ended, read from an answer's trailers (gRPC over HTTP/2, "Responses").
enum CallStatus {
    /// The error that the trailers tell; nil: the call went well.
    ///
    /// - Parameter trailers: of an answer without a body, its headers.
    static func failure(_ head: ResponseHead, trailers: HeaderFields, body: [UInt8] = []) -> ClientError? {
        guard let text = trailers["grpc-status"] ?? head.headers["grpc-status"] else {
            return refusal(head, body: body)
        }
        guard let code = Int(text) else {
            return ClientError(.internal, "the server ended the call with the status \(text), which is no number")
        }
        if code == 0 { return nil }
        let fields = trailers["grpc-status"] != nil ? trailers : head.headers
        if let details = fields["grpc-status-details-bin"], let bytes = Base64.decode(padded(details)),
            let status = try? BinaryDecoder.decode(bytes, as: Meta.Status.descriptor)
        {
            return ClientError(Meta.Status(status))
        }
        let message = fields["grpc-message"].map(GRPCMessage.decode) ?? "the server ended the call with status \(code)"
        return ClientError(ClientError.Code(grpcStatus: code), message)
    }

    /// An answer in HTTP's own terms: of the REST face, of a proxy, or of a server that refuses before it looks at the
    /// call.
    static func refusal(_ head: ResponseHead, body: [UInt8]) -> ClientError {
        if let decoded = try? JSONDecoder.decode(body, as: Meta.Status.descriptor) {
            let status = Meta.Status(decoded.message)
            if status.code >= 400 { return ClientError(status) }
        }
        guard head.status != 200 else {
            return ClientError(.unavailable, "the answer ended before its status: the connection was lost")
        }
        return ClientError(
            ClientError.Code(httpStatus: head.status, reason: ""),
            "the server answered with HTTP status \(head.status): is it an Apus API server?")
    }

    /// Binary metadata may come with its base64 padding or without (gRPC over HTTP/2, "Custom-Metadata").
    private static func padded(_ text: String) -> String {
        text.hasSuffix("=") ? text : text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    }
}
