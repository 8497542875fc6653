import FrameLog
import WatchCache
import Resources

/// The watches' part of `/metrics`, by resource. Every resource and every reason is always there, so that a rate can be
/// taken from the first time on.
enum WatchMetrics {
    /// One resource's figures over all loops.
    struct Row {
        let definition: ResourceDefinition
        let figures: WatchFigures
        let cache: (objects: Int, events: Int, historyBytes: Int, groups: Int)

        var labels: Labels { Labels([("group", definition.group), ("resource", definition.plural)]) }
        /// kube-apiserver's labels: of old with the kind, of late with the resource.
        var kubernetesLabels: Labels {
            Labels([
                ("group", definition.group), ("kind", definition.kind), ("resource", definition.plural),
                ("version", definition.version),
            ])
        }
    }

    static func rows(_ core: ServerCore, _ ledgers: [WatchLedger]) -> [Row] {
        var seen: Set<ObjectIdentifier> = []
        return core.registry.resources.compactMap { resource in
            // Versions of one resource share a cache.
            guard let cache = resource.cache, seen.insert(ObjectIdentifier(cache)).inserted else { return nil }
            var figures = WatchFigures()
            for ledger in ledgers { ledger.add(cache, to: &figures) }
            return Row(definition: resource.definition, figures: figures, cache: cache.statistics)
        }
    }

    static func write(_ rows: [Row], to text: inout MetricsText) {
        func family(
            _ name: String, _ kind: MetricsText.Kind, _ help: String, _ value: (Row) -> Int
        ) {
            text.family("apus_\(name)", kind, help)
            for row in rows { text.sample(value(row), row.labels) }
        }
        family("cache_objects", .gauge, "Objects in the watch cache.") { $0.cache.objects }
        family("cache_events", .gauge, "Events kept for watches that resume.") { $0.cache.events }
        family("cache_history_bytes", .gauge, "Bytes of objects that the kept events hold.") { $0.cache.historyBytes }
        family("watches", .gauge, "Watches that are open.") { $0.figures.watches }
        family("watch_groups", .gauge, "Groups of watches with the same interest and format.") { $0.cache.groups }
        family("watch_logs", .gauge, "Logs of events that groups share, one for each loop a group has watches on.") {
            $0.figures.groups
        }
        family("watch_log_bytes", .gauge, "Bytes of encoded events in the groups' logs.") { $0.figures.logBytes }
        family("watch_opened_total", .counter, "Watches that were opened.") { $0.figures.opened }
        text.family(
            "apus_watch_resumes_total", .counter,
            "Watches that were opened after a revision, by where they went on: log when they had missed nothing.")
        for row in rows {
            text.sample(row.figures.resumedFromLog, row.labels.with("from", "log"))
            text.sample(row.figures.resumedFromHistory, row.labels.with("from", "history"))
        }
        family("watch_refused_total", .counter, "Watches whose revision history does not reach back to (410).") {
            $0.figures.refused
        }
        text.family("apus_watch_closed_total", .counter, "Watches that ended, by reason.")
        for row in rows {
            for (reason, count) in zip(WatchEnd.allCases, row.figures.closed) {
                text.sample(count, row.labels.with("reason", reason.rawValue))
            }
        }
        family("watch_stalls_total", .counter, "Watches that fell out of their log and went on from history.") {
            $0.figures.stalls
        }
        family("watch_initial_events_total", .counter, "Objects and events that brought watches to where they began.") {
            $0.figures.initialEvents
        }
        family("watch_bookmarks_total", .counter, "Bookmarks that watches were told.") { $0.figures.bookmarks }
        family("watch_deliveries_total", .counter, "Events that watches were told as they happened.") {
            $0.figures.deliveries
        }
        text.family(
            "apus_watch_delivery_seconds", .histogram,
            "From the commit of a write to its event in the buffer of a watch's connection.")
        for row in rows {
            text.histogram(
                row.labels, counts: row.figures.delays, boundsMicroseconds: DeliveryDelay.boundsMicroseconds,
                sumNanoseconds: row.figures.delayNanoseconds)
        }
        text.family("apiserver_watch_events_total", .counter, "Events of any kind that watches were told.")
        for row in rows {
            text.sample(
                row.figures.deliveries &+ row.figures.initialEvents &+ row.figures.bookmarks, row.kubernetesLabels)
        }
    }
}
