import HTTP2
import Store
import Synchronization
import WatchCache

/// What `/metrics` shows, in Prometheus' text format. Labels take values from closed sets only.
final class Metrics: Sendable {
    private let started = Atomic<Int>(0)
    private let answers = Mutex<[Int: Int]>([:])
    /// The HTTP/2 server's figures; known once it is bound.
    private let transport = Mutex<(@Sendable () -> Statistics?)?>(nil)

    func observe(_ statistics: @escaping @Sendable () -> Statistics?) { transport.withLock { $0 = statistics } }

    func requestStarted() { started.wrappingAdd(1, ordering: .relaxed) }

    func answered(code: Int) { answers.withLock { $0[code, default: 0] += 1 } }

    func page(core: ServerCore) -> [UInt8] {
        var text = MetricsText()
        text.family("apus_requests_started_total", .counter, "Requests that have arrived.")
        text.sample(started.load(ordering: .relaxed))
        text.family("apus_requests_total", .counter, "Requests answered, by HTTP status.")
        for (code, count) in answers.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            text.sample(count, "code", String(code))
        }
        text.family("apus_store_revision", .gauge, "The newest durable revision.")
        text.sample(core.store.revision)
        text.family("apus_cache_revision", .gauge, "The newest revision in the watch cache.")
        text.sample(core.cache.revision)
        let resources = core.cache.resources.map { ($0.resource.name, $0.statistics) }
        for (name, help, value) in [
            ("apus_cache_objects", "Objects in the watch cache.", { $0.objects }),
            ("apus_cache_events", "Events kept for watches that resume.", { $0.events }),
            ("apus_cache_history_bytes", "Bytes of objects that the kept events hold.", { $0.historyBytes }),
            ("apus_watch_groups", "Groups of watches with the same interest.", { $0.groups }),
        ] as [(String, String, ((objects: Int, events: Int, historyBytes: Int, groups: Int)) -> Int)] {
            text.family(name, .gauge, help)
            for (resource, statistics) in resources { text.sample(value(statistics), "resource", resource) }
        }
        if let statistics = transport.withLock({ $0 })?() { HTTP2Metrics.write(statistics, to: &text) }
        ProcessMetrics.write(to: &text)
        return text.bytes
    }
}
