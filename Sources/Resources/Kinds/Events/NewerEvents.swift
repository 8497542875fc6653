import Objects

extension BuiltinResources {
    /// Events whose fields have other names; they are stored as those of the core group.
    static let newerEvents = ResourceDefinition(
        "events.k8s.io/v1", "events", "Event", shortNames: ["ev"],
        selectable: regarding.map { "regarding.\($0)" } + ["reason", "reportingController", "type"],
        traits: [.createsOnUpdate, .ownsNothing],
        conversion: Conversion(
            storedAs: "v1", toStored: EventVersions.toCore, fromStored: EventVersions.fromCore,
            fields: Dictionary(
                uniqueKeysWithValues: [("reportingController", "reportingComponent")]
                    + regarding.map { ("regarding.\($0)", "involvedObject.\($0)") }),
            names: ["reportingComponent": "reportingController"], problems: NewerEventRules.problems(_:old:)),
        rows: RowPlan(EventRow.plan.columns, reading: EventVersions.shownFields) { object, now in
            EventRow.plan.cells(EventVersions.toCore(object), now: now)
        })

    private static let regarding = ["kind", "namespace", "name", "uid", "apiVersion", "resourceVersion", "fieldPath"]
}
