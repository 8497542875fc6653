import Objects

/// What is shown of an event.
enum EventSummary {
    static func lastSeen(_ event: Core.Event) -> Timestamp? {
        event.series?.lastObservedTime ?? event.lastTimestamp ?? event.eventTime ?? event.metadata.creationTimestamp
    }

    static func source(_ event: Core.Event) -> String {
        let component = event.source.component.isEmpty ? event.reportingComponent : event.source.component
        return event.source.host.isEmpty ? component : "\(component), \(event.source.host)"
    }

    /// When, and how often since when.
    static func age(_ event: Core.Event, now: Int64) -> String {
        let last = Age.text(since: lastSeen(event), now: now)
        let count = event.series?.count ?? event.count
        guard count > 1 else { return last }
        return
            "\(last) (x\(count) over \(Age.text(since: event.firstTimestamp ?? event.metadata.creationTimestamp, now: now)))"
    }
}
