public import Objects

/// Why a call failed, in a closed set that callers decide by.
public struct ClientError: Error, Sendable, CustomStringConvertible {
    public enum Code: Sendable, Hashable {
        case notFound
        case alreadyExists
        /// The object has changed since it was read.
        case conflict
        /// The server understood the object and refuses it.
        case invalid
        case forbidden
        case unauthorized
        /// The revision or the page is no longer in the server's history: list again.
        case expired
        case tooLarge
        case timeout
        /// The server cannot be reached, or cannot answer now: try again later.
        case unavailable
        case cancelled
        case badRequest
        case `internal`
    }
    public let code: Code
    /// What a person can act on.
    public let message: String
    /// As the server said it; nil when it did not get that far.
    public let status: Meta.Status?

    public init(_ code: Code, _ message: String, status: Meta.Status? = nil) {
        self.code = code
        self.message = message
        self.status = status
    }

    /// What the server said.
    public init(_ status: Meta.Status) {
        self.init(Code(status), status.message_.isEmpty ? status.reason : status.message_, status: status)
    }

    public var description: String { message }

    /// How long the server asks to wait before the next try; nil: it does not say.
    public var retryAfterMilliseconds: Int? {
        guard let seconds = status?.details?.retryAfterSeconds, seconds > 0 else { return nil }
        return min(seconds, 3600) * 1000
    }
}

extension ClientError.Code {
    /// By the HTTP code of a `Status`; the reason tells apart what shares one (Kubernetes API conventions, "Response
    /// Status Kind").
    init(_ status: Meta.Status) {
        self.init(httpStatus: status.code, reason: status.reason)
    }

    init(httpStatus: Int, reason: String) {
        switch httpStatus {
        case 401: self = .unauthorized
        case 403: self = .forbidden
        case 404: self = .notFound
        case 409: self = reason == "AlreadyExists" ? .alreadyExists : .conflict
        case 410: self = .expired
        case 413: self = .tooLarge
        case 422: self = .invalid
        case 504, 408: self = .timeout
        // 507: the server's disk is full; it takes writes again by itself when there is room.
        case 429, 502, 503, 507: self = .unavailable
        case 400..<500: self = .badRequest
        default: self = .internal
        }
    }

    /// By a gRPC status code (grpc.io, "Status codes and their use in gRPC"), for answers without a `Status`.
    init(grpcStatus: Int) {
        switch grpcStatus {
        case 1: self = .cancelled
        case 3, 9, 12: self = .badRequest
        case 4: self = .timeout
        case 5: self = .notFound
        case 6: self = .alreadyExists
        case 7: self = .forbidden
        case 8: self = .tooLarge
        case 10: self = .conflict
        case 11: self = .expired
        case 14: self = .unavailable
        case 16: self = .unauthorized
        default: self = .internal
        }
    }
}
