import Objects

/// An event of events.k8s.io/v1 and the same one of the core group.
enum EventVersions {
    @Sendable static func toCore(_ message: Message) -> Message {
        let event = Events.Event(message)
        var core = Core.Event()
        core.metadata = event.metadata
        core.involvedObject = event.regarding
        core.reason = event.reason
        core.message_ = event.note
        core.source = event.deprecatedSource
        core.firstTimestamp = event.deprecatedFirstTimestamp
        core.lastTimestamp = event.deprecatedLastTimestamp
        core.count = event.deprecatedCount
        core.type = event.type
        core.eventTime = event.eventTime
        if let series = event.series {
            var same = Core.EventSeries()
            same.count = series.count
            same.lastObservedTime = series.lastObservedTime
            core.series = same
        }
        core.action = event.action
        core.related = event.related
        core.reportingComponent = event.reportingController
        core.reportingInstance = event.reportingInstance
        return core.message
    }

    @Sendable static func fromCore(_ message: Message) -> Message {
        let core = Core.Event(message)
        var event = Events.Event()
        event.metadata = core.metadata
        event.eventTime = core.eventTime
        if let series = core.series {
            var same = Events.EventSeries()
            same.count = series.count
            same.lastObservedTime = series.lastObservedTime
            event.series = same
        }
        event.reportingController = core.reportingComponent
        event.reportingInstance = core.reportingInstance
        event.action = core.action
        event.reason = core.reason
        event.regarding = core.involvedObject
        event.related = core.related
        event.note = core.message_
        event.type = core.type
        event.deprecatedSource = core.source
        event.deprecatedFirstTimestamp = core.firstTimestamp
        event.deprecatedLastTimestamp = core.lastTimestamp
        event.deprecatedCount = core.count
        return event.message
    }

    /// What a printed row needs.
    static let shownFields = [
        "deprecatedFirstTimestamp", "eventTime", "deprecatedLastTimestamp", "deprecatedCount", "series",
        "deprecatedSource", "reportingController", "reportingInstance", "type", "reason", "regarding.kind",
        "regarding.name", "regarding.fieldPath", "note",
    ]
}
