import HTTP2
import Store
import Resources
import Synchronization
import WatchCache

/// What `/metrics` shows, in Prometheus' text format. Labels take values from closed sets only.
///
/// Each loop counts for itself; a scrape sums up.
final class Metrics: Sendable {
    /// By the loop's index.
    private let requests: [RequestLedger]
    private let watches: [WatchLedger]
    /// The HTTP/2 server's figures; known once it is bound.
    private let transport = Mutex<(@Sendable () -> Statistics?)?>(nil)

    /// - Parameter watches: of each loop.
    init(watches: [WatchLedger]) {
        ProcessMetrics.begin()
        self.watches = watches
        requests = watches.map { _ in RequestLedger() }
    }

    func observe(_ statistics: @escaping @Sendable () -> Statistics?) { transport.withLock { $0 = statistics } }

    func requests(onLoop index: Int) -> RequestLedger { requests[index] }

    /// A resource is served no longer.
    func forget(resource index: Int) { for ledger in requests { ledger.forget(resource: index) } }

    func page(core: ServerCore) -> [UInt8] {
        var text = MetricsText()
        RequestMetrics(requests).write(core.registry.resources, to: &text)
        text.family("apus_store_revision", .gauge, "The newest durable revision.")
        text.sample(core.store.revision)
        text.family("apus_cache_revision", .gauge, "The newest revision in the watch cache.")
        text.sample(core.cache.revision)
        let rows = WatchMetrics.rows(core, watches)
        WatchMetrics.write(rows, to: &text)
        text.family("apiserver_longrunning_requests", .gauge, "Watches that are open.")
        for row in rows {
            text.sample(
                row.figures.watches,
                Labels([
                    ("component", "apiserver"), ("group", row.definition.group),
                    ("resource", row.definition.plural), ("scope", ""), ("subresource", ""), ("verb", "WATCH"),
                    ("version", row.definition.version),
                ]))
        }
        if let statistics = transport.withLock({ $0 })?() { HTTP2Metrics.write(statistics, to: &text) }
        ProcessMetrics.write(to: &text)
        return text.bytes
    }
}
