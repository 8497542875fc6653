import Objects

extension BuiltinResources {
    /// A pod's node; posted, and not stored itself.
    static let bindings = ResourceDefinition("v1", "bindings", "Binding", verbs: [.create], traits: [.isComputed])

    static let componentStatuses = ResourceDefinition(
        "v1", "componentstatuses", "ComponentStatus", shortNames: ["cs"], isNamespaced: false, verbs: [.get, .list],
        traits: [.isComputed], deprecation: "v1 ComponentStatus is deprecated in v1.19+",
        rows: RowPlan(
            [
                .name, Column("Status", about: "Whether it works."),
                Column("Message", about: "What it says of itself."),
                Column("Error", about: "What is wrong with it."),
            ], reading: ["conditions"]
        ) { object, _ in
            let health = Core.ComponentStatus(object).conditions.first { $0.type == "Healthy" }
            let state = health.map { $0.status == "True" ? "Healthy" : "Unhealthy" } ?? "Unknown"
            return [
                RowText.name(object), .text(state), .text(health?.message_ ?? ""), .text(health?.error ?? ""),
            ]
        })
}
