import Objects

/// What events.k8s.io asks of events, which the core group does not: they say exactly when and by whom, and only their
/// series grows.
enum NewerEventRules {
    /// - Parameters:
    ///   - object: as it is stored, of the core group.
    ///   - old: nil: it is new.
    @Sendable static func problems(_ object: Message, old: Message?) -> [FieldProblem] {
        let event = Core.Event(object)
        guard let was = old.map({ Core.Event($0) }) else { return problems(event) + series(event) }
        return (event.series == was.series ? [] : series(event)) + changes(event, was)
    }

    private static func problems(_ event: Core.Event) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if event.eventTime == nil { problems.append(.required("eventTime")) }
        if event.type != "Normal", event.type != "Warning" {
            problems.append(.invalid("type", text: "", "has invalid value: \(event.type)"))
        }
        for (field, isSet) in [
            ("firstTimestamp", event.firstTimestamp != nil), ("lastTimestamp", event.lastTimestamp != nil),
            ("count", event.count != 0), ("source", !event.source.component.isEmpty || !event.source.host.isEmpty),
        ] where isSet {
            problems.append(.invalid(field, text: "", "needs to be unset"))
        }
        return problems
    }

    private static func series(_ event: Core.Event) -> [FieldProblem] {
        guard let series = event.series else { return [] }
        var problems: [FieldProblem] = []
        if series.count < 2 { problems.append(.invalid("series.count", text: "", "should be at least 2")) }
        if series.lastObservedTime == nil { problems.append(.required("series.lastObservedTime")) }
        return problems
    }

    private static func changes(_ new: Core.Event, _ was: Core.Event) -> [FieldProblem] {
        var problems = FieldWords.unchanged("involvedObject", new.involvedObject.message, was.involvedObject.message)
        for (field, text, before) in [
            ("reason", new.reason, was.reason), ("reason", new.reason, was.reason),
            ("message", new.message_, was.message_), ("type", new.type, was.type),
            ("action", new.action, was.action),
            ("reportingController", new.reportingComponent, was.reportingComponent),
            ("reportingInstance", new.reportingInstance, was.reportingInstance),
        ] {
            problems += FieldWords.unchanged(field, text, before)
        }
        problems += FieldWords.unchanged("source", new.source.message, was.source.message)
        for (field, time, before) in [
            ("firstTimestamp", new.firstTimestamp, was.firstTimestamp),
            ("lastTimestamp", new.lastTimestamp, was.lastTimestamp), ("eventTime", new.eventTime, was.eventTime),
        ] where time != before {
            problems.append(.invalid(field, time.map { "\"\($0)\"" } ?? "null", FieldWords.immutable))
        }
        if new.count != was.count { problems.append(.invalid("count", String(new.count), FieldWords.immutable)) }
        return problems + FieldWords.unchanged("related", new.related?.message, was.related?.message)
    }
}
