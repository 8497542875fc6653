import Objects

extension BuiltinResources {
    static let events: ResourceDefinition = {
        let type = Core.Event.descriptor
        let involved = ["kind", "namespace", "name", "uid", "apiVersion", "resourceVersion", "fieldPath"]
        let selectable =
            involved.map { SelectableField("involvedObject.\($0)", in: type) } + [
                SelectableField("reason", in: type), SelectableField("reportingComponent", in: type),
                SelectableField("source", path: "source.component", in: type), SelectableField("type", in: type),
            ]
        return ResourceDefinition(
            "v1", "events", "Event", shortNames: ["ev"], selectableFields: selectable.compactMap { $0 },
            traits: [.createsOnUpdate, .ownsNothing], rules: EventRules(), rows: EventRow.plan)
    }()
}

struct EventRules: ResourceRules {
    private static let nameLimitBytes = 128

    func validate(_ object: Message) -> [FieldProblem] {
        let event = Core.Event(object)
        var problems: [FieldProblem] = []
        let involved = event.involvedObject.namespace
        let matches = involved.isEmpty ? event.metadata.namespace == "default" : event.metadata.namespace == involved
        if !matches {
            problems.append(.invalid("involvedObject.namespace", text: involved, "does not match event.namespace"))
        }
        // Events with an exact time are of the newer kind, which says who reports.
        guard event.eventTime != nil else { return problems }
        if event.reportingComponent.isEmpty {
            problems.append(.required("reportingComponent"))
        } else {
            problems += FieldWords.name("reportingComponent", event.reportingComponent, Names.qualifiedNameProblems)
        }
        for (field, text) in [
            ("reportingInstance", event.reportingInstance), ("action", event.action), ("reason", event.reason),
        ] {
            if text.isEmpty { problems.append(.required(field)) }
            if text.utf8.count > Self.nameLimitBytes {
                problems.append(
                    .invalid(field, text: text, "can have at most \(Self.nameLimitBytes) characters"))
            }
        }
        return problems
    }
}
