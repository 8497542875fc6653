import HTTP2

/// The connections' part of `/metrics`. Every reason and every limit is always there, so that a rate can be taken from
/// the first time on.
enum HTTP2Metrics {
    static func write(_ statistics: Statistics, to text: inout MetricsText) {
        let counters: [(String, String, Int)] = [
            ("connections_accepted", "Connections that were accepted.", statistics.connectionsAccepted),
            ("streams_opened", "Streams that peers have opened.", statistics.streamsOpened),
            ("resets_received", "RST_STREAM frames from peers.", statistics.resetsReceived),
            ("resets_sent", "RST_STREAM frames to peers.", statistics.resetsSent),
            ("received_bytes", "Bytes received, before HTTP/2 framing is taken off.", statistics.bytesReceived),
            ("sent_bytes", "Bytes sent, as they went to the socket.", statistics.bytesSent),
            ("faults", "Answers given up because of a fault of the server.", statistics.faults),
        ]
        for (name, help, value) in counters {
            text.family("apus_http2_\(name)_total", .counter, help)
            text.sample(value)
        }
        let gauges: [(String, String, Int)] = [
            ("connections", "Connections that are open.", statistics.connectionsOpen),
            ("streams", "Streams that are open.", statistics.streamsOpen),
            ("held_request_bytes", "Bytes of request bodies that are not whole yet.", statistics.requestBytesHeld),
            (
                "held_answer_bytes", "Bytes of whole answers that peers have not read to their end.",
                statistics.answerBytesHeld
            ),
        ]
        for (name, help, value) in gauges {
            text.family("apus_http2_\(name)", .gauge, help)
            text.sample(value)
        }
        text.family("apus_http2_loop_connections", .gauge, "Connections that are open, by event loop.")
        for (loop, count) in statistics.connectionsPerLoop.enumerated() { text.sample(count, "loop", String(loop)) }
        text.family("apus_http2_connections_closed_total", .counter, "Connections that ended, by reason.")
        for reason in CloseReason.allCases {
            text.sample(statistics.closed[reason] ?? 0, "reason", reason.rawValue)
        }
        text.family(
            "apus_http2_limit_hits_total", .counter, "Times that a peer went over a limit, by the limit.")
        for limit in LimitHit.allCases {
            text.sample(statistics.limitHits[limit] ?? 0, "limit", limit.rawValue)
        }
    }
}
