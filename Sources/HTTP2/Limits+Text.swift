internal import Wire

extension Limits {
    /// The limits that an operator may set, by the names that metrics give them.
    private static let adjustable: [(name: String, field: any WritableKeyPath<Limits, Int> & Sendable)] = [
        ("concurrent_streams", \.concurrentStreams),
        ("header_list_bytes", \.headerListBytes),
        ("connection_request_bytes", \.connectionRequestBytes),
        ("server_request_bytes", \.serverRequestBytes),
        ("connection_answer_bytes", \.connectionAnswerBytes),
        ("server_answer_bytes", \.serverAnswerBytes),
        ("handshakes", \.handshakes),
        ("handshake_milliseconds", \.handshakeMilliseconds),
        ("headers_milliseconds", \.headersMilliseconds),
        ("body_milliseconds", \.bodyMilliseconds),
        ("idle_milliseconds", \.idleMilliseconds),
        ("quiet_milliseconds", \.quietMilliseconds),
        ("ping_milliseconds", \.pingMilliseconds),
        ("stalled_milliseconds", \.stalledMilliseconds),
    ]

    /// Reads `NAME=NUMBER,NAME=NUMBER`, for a flag.
    /// - Throws: `.configuration` for a name that is not there, for a number that is none or out of range, and for
    ///   limits that contradict each other.
    public init(text: String) throws(HTTP2Error) {
        self.init()
        do throws(NamedNumbers.Failure) {
            try NamedNumbers.read(text, into: &self, Self.adjustable)
        } catch { throw HTTP2Error(.configuration, error.description) }
        if let contradiction = contradictions.first { throw HTTP2Error(.configuration, contradiction) }
    }
}
