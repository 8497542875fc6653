import Objects

/// An event as `kubectl get` prints it.
enum EventRow {
    static let plan = RowPlan(columns, reading: fields, cells: cells)

    private static let columns: [Column] = [
        Column("Last Seen", about: "When the event was seen last."), Column("Type", about: "Normal or Warning."),
        Column("Reason", about: "Why the event came about, in one word."),
        Column("Object", about: "The object that it is about."),
        Column("Subobject", priority: 1, about: "The part of the object that it is about."),
        Column("Source", priority: 1, about: "Who reports the event."), Column("Message", about: "What happened."),
        Column("First Seen", priority: 1, about: "When the event was seen first."),
        Column("Count", priority: 1, about: "How often it was seen."),
        Column("Name", format: "name", priority: 1, about: "The event's name."),
    ]
    private static let fields = [
        "firstTimestamp", "eventTime", "lastTimestamp", "count", "series", "source", "reportingComponent",
        "reportingInstance", "type", "reason", "involvedObject.kind", "involvedObject.name",
        "involvedObject.fieldPath", "message",
    ]

    private static func cells(_ object: Message, now: Int64) -> [Cell] {
        let event = Core.Event(object)
        func age(_ time: Timestamp?) -> String { Age.text(since: time?.seconds, now: now) }
        let first = age(event.firstTimestamp ?? event.eventTime)
        var last = event.lastTimestamp == nil ? first : age(event.lastTimestamp)
        var count = event.count
        if let series = event.series {
            last = age(series.lastObservedTime)
            count = series.count
        } else if count == 0 {
            count = 1
        }
        var source = event.source.component.isEmpty ? event.reportingComponent : event.source.component
        let host = event.source.host.isEmpty ? event.reportingInstance : event.source.host
        if !host.isEmpty { source += ", \(host)" }
        let subject = event.involvedObject
        let kind = subject.kind.lowercased()
        return [
            .text(last), .text(event.type), .text(event.reason),
            .text(subject.name.isEmpty ? kind : "\(kind)/\(subject.name)"), .text(subject.fieldPath), .text(source),
            .text(trimmed(event.message_)), .text(first),
            .integer(count), RowText.name(object),
        ]
    }

    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[start...end])
    }
}
