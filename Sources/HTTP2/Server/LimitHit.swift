/// A limit that a peer has run into. The raw value names it in `/metrics`, as the field of `Limits` or of
/// `AbuseBudget.Allowances` that sets it.
public enum LimitHit: String, Sendable, CaseIterable {
    // Streams and headers.
    case concurrentStreams = "concurrent_streams"
    case headerListBytes = "header_list_bytes"
    case continuations
    case settingsEntries = "settings_entries"
    case outboundAcknowledgements = "outbound_acknowledgements"
    case queuedFrames = "queued_frames"
    // Bodies.
    case requestBodyBytes = "request_body_bytes"
    case connectionRequestBytes = "connection_request_bytes"
    case serverRequestBytes = "server_request_bytes"
    case connectionAnswerBytes = "connection_answer_bytes"
    case serverAnswerBytes = "server_answer_bytes"
    case discardedBytes = "discarded_bytes"
    // Time.
    case handshakes
    case handshakeMilliseconds = "handshake_milliseconds"
    case headersMilliseconds = "headers_milliseconds"
    case bodyMilliseconds = "body_milliseconds"
    case idleMilliseconds = "idle_milliseconds"
    case pingMilliseconds = "ping_milliseconds"
    case stalledMilliseconds = "stalled_milliseconds"
    // What a peer may do often, but not endlessly.
    case resetsReceived = "resets_received"
    case resetsBeforeAnswer = "resets_before_answer"
    case resetsSent = "resets_sent"
    case badHeaders = "bad_headers"
    case unknownFrames = "unknown_frames"
    case emptyData = "empty_data"
    case pings
    case settings
    case priorities
    case windowUpdates = "window_updates"

    /// What happened and what is allowed, for whoever looks at the peer: the debug data of a GOAWAY (RFC 9113,
    /// section 6.8), or the text of an answer.
    package func explanation(_ limits: Limits) -> String {
        switch self {
        case .concurrentStreams: "more than \(limits.concurrentStreams) streams at once on one connection"
        case .headerListBytes: "the header fields are larger than \(limits.headerListBytes) bytes"
        case .continuations: "more than \(limits.continuations) CONTINUATION frames for one header list"
        case .settingsEntries: "more than \(limits.settingsEntries) entries in one SETTINGS frame"
        case .outboundAcknowledgements:
            "more than \(limits.outboundAcknowledgements) answers to PING and SETTINGS wait for you to read them"
        case .queuedFrames: "more than \(limits.queuedFrames) frames wait for you to read them"
        case .requestBodyBytes: "a request's body may have \(limits.requestBodyBytes) bytes"
        case .connectionRequestBytes:
            "incomplete requests on one connection may have \(limits.connectionRequestBytes) bytes in all"
        case .serverRequestBytes: "the server holds as many incomplete requests as it can; try again"
        case .connectionAnswerBytes:
            "\(limits.connectionAnswerBytes) bytes of answers wait for you to read them; read, then ask again"
        case .serverAnswerBytes:
            "the server holds as many answers that are not read as it can, some of them yours; read, then ask again"
        case .discardedBytes: "still sending a body that was refused as too large"
        case .handshakes: "too many connections whose handshake is not done"
        case .handshakeMilliseconds: "no handshake within \(limits.handshakeMilliseconds) ms"
        case .headersMilliseconds: "a request's headers were not complete within \(limits.headersMilliseconds) ms"
        case .bodyMilliseconds: "a request's body was not complete within \(limits.bodyMilliseconds) ms"
        case .idleMilliseconds: "no request for \(limits.idleMilliseconds) ms; connect again when there is one"
        case .pingMilliseconds: "no answer to a PING within \(limits.pingMilliseconds) ms"
        case .stalledMilliseconds: "nothing was read for \(limits.stalledMilliseconds) ms"
        case .resetsReceived: "too many streams were reset (RST_STREAM)\(Self.rate(limits.abuse.resetsReceived))"
        case .resetsBeforeAnswer:
            "too many requests were reset before their answer\(Self.rate(limits.abuse.resetsBeforeAnswer))"
        case .resetsSent: "too many streams had to be reset for their faults\(Self.rate(limits.abuse.resetsSent))"
        case .badHeaders: "too many bad or too large header lists\(Self.rate(limits.abuse.badHeaders))"
        case .unknownFrames: "too many frames of unknown types\(Self.rate(limits.abuse.unknownFrames))"
        case .emptyData: "too many empty DATA frames\(Self.rate(limits.abuse.emptyData))"
        case .pings: "too many PING frames\(Self.rate(limits.abuse.pings))"
        case .settings: "too many SETTINGS frames\(Self.rate(limits.abuse.settings))"
        case .priorities: "too many PRIORITY frames\(Self.rate(limits.abuse.priorities))"
        case .windowUpdates: "too many WINDOW_UPDATE frames\(Self.rate(limits.abuse.windowUpdates))"
        }
    }

    private static func rate(_ allowance: AbuseBudget.Allowance) -> String {
        ": \(allowance.burst) at once and \(allowance.perSecond) a second are allowed"
    }
}
