import Resources

/// The requests' part of `/metrics`, by the names and labels of kube-apiserver, and in all by code.
struct RequestMetrics {
    private var entries: [RequestNote: RequestLedger.Entry] = [:]
    private var started = 0

    init(_ ledgers: [RequestLedger]) {
        for ledger in ledgers { ledger.add(to: &entries, started: &started) }
    }

    /// - Parameter resources: those that are served.
    func write(_ resources: [ServedResource], to text: inout MetricsText) {
        text.family("apus_requests_started_total", .counter, "Requests that have arrived.")
        text.sample(started)
        var codes: [Int: Int] = [:]
        for entry in entries.values { for (code, count) in entry.codes { codes[code, default: 0] &+= count } }
        text.family("apus_requests_total", .counter, "Requests answered, by HTTP status.")
        for (code, count) in codes.sorted(by: { $0.key < $1.key }) { text.sample(count, "code", String(code)) }

        let definitions = Dictionary(resources.map { ($0.index, $0.definition) }) { first, _ in first }
        let rows = entries.map { (labels: Self.labels($0.key, definitions), note: $0.key, entry: $0.value) }
            .sorted { $0.labels.text < $1.labels.text }
        text.family("apiserver_request_total", .counter, "Requests answered, by what they asked for and HTTP status.")
        for row in rows {
            for (code, count) in row.entry.codes.sorted(by: { $0.code < $1.code }) {
                text.sample(count, row.labels.with("code", String(code)))
            }
        }
        text.family(
            "apiserver_request_duration_seconds", .histogram,
            "From a request's last byte to its answer's first; without watches and logs, which last.")
        for row in rows where !row.note.verb.isLongRunning {
            text.histogram(
                row.labels, counts: row.entry.durations, boundsMicroseconds: RequestDuration.boundsMicroseconds,
                sumNanoseconds: row.entry.durationNanoseconds)
        }
    }

    private static func labels(_ note: RequestNote, _ definitions: [Int: ResourceDefinition]) -> Labels {
        let definition = note.resource.flatMap { definitions[$0] }
        return Labels([
            ("component", "apiserver"), ("dry_run", note.isDryRun ? "All" : ""), ("group", definition?.group ?? ""),
            ("resource", definition?.plural ?? ""), ("scope", note.scope.rawValue),
            ("subresource", note.subresource?.rawValue ?? ""), ("verb", note.verb.rawValue),
            ("version", definition?.version ?? ""),
        ])
    }
}
