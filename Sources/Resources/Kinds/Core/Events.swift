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
    private static let noteLimitBytes = 1024

    func validate(_ object: Message) -> [FieldProblem] {
        let event = Core.Event(object)
        var problems: [FieldProblem] = []
        let (involved, own) = (event.involvedObject.namespace, event.metadata.namespace)
        func mismatch() {
            problems.append(.invalid("involvedObject.namespace", text: involved, "does not match event.namespace"))
        }
        // Events with an exact time are of the newer kind, which says who reports.
        guard event.eventTime != nil else {
            if involved != own, !(involved.isEmpty && own == "default") { mismatch() }
            return problems
        }
        if involved.isEmpty, own != "default", own != "kube-system" { mismatch() }
        problems += FieldWords.required("reportingComponent", event.reportingComponent)
        problems += FieldWords.name("reportingComponent", event.reportingComponent, Names.qualifiedNameProblems)
        for (field, text) in [
            ("reportingInstance", event.reportingInstance), ("action", event.action), ("reason", event.reason),
        ] {
            problems += FieldWords.required(field, text) + tooLong(field, text, Self.nameLimitBytes)
        }
        return problems + tooLong("message", event.message_, Self.noteLimitBytes)
    }

    private func tooLong(_ field: String, _ text: String, _ limit: Int) -> [FieldProblem] {
        guard text.utf8.count > limit else { return [] }
        return [.invalid(field, text: "", "can have at most \(limit) characters")]
    }
}
