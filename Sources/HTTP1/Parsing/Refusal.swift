package import HTTP2

/// Why a message is not taken. The connection ends with it: where the next message begins is not known.
package struct Refusal: Error, Equatable, Sendable {
    package let status: Int
    /// For whoever looks at the peer.
    package let reason: String
    /// The limit that it ran into, if that was it.
    package let limit: LimitHit?

    package init(_ status: Int, _ reason: String, limit: LimitHit? = nil) {
        self.status = status
        self.reason = reason
        self.limit = limit
    }

    package static func bad(_ reason: String) -> Refusal { Refusal(400, reason) }
}
