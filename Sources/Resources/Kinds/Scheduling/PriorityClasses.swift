public import Objects

extension BuiltinResources {
    static let priorityClasses = ResourceDefinition(
        "scheduling.k8s.io/v1", "priorityclasses", "PriorityClass", shortNames: ["pc"], isNamespaced: false,
        traits: [.hasOneGeneration, .updatesInPart], rules: PriorityClassRules(),
        rows: RowPlan([
            .name,
            Column("Value", .integer, about: "The higher, the sooner.", field: "value", absent: .integer(0)),
            Column(
                "Global-Default", .boolean, about: "Whether it is that of pods that name none.", field: "globalDefault",
                absent: .flag(false)), .age,
            Column(
                "PreemptionPolicy", about: "Whether its pods make others go.", field: "preemptionPolicy",
                absent: .text("")),
        ]))
}

public struct PriorityClassRules: ResourceRules {
    private static let systemPrefix = "system-"
    /// What users may give at the most (scheduling/v1: above are the system's own).
    private static let highestOfUsers = 1_000_000_000

    /// The classes that every cluster has, for what it cannot do without.
    public static let systemClasses: [Scheduling.PriorityClass] = [
        system(
            "system-node-critical", 2_000_001_000,
            "Used for system critical pods that must not be moved from their current node."),
        system(
            "system-cluster-critical", 2_000_000_000,
            "Used for system critical pods that must run in the cluster, but can be moved to another node if necessary."
        ),
    ]

    private static func system(_ name: String, _ value: Int, _ about: String) -> Scheduling.PriorityClass {
        var priority = Scheduling.PriorityClass()
        priority.metadata.name = name
        priority.value = value
        priority.description_ = about
        priority.preemptionPolicy = "PreemptLowerPriority"
        return priority
    }

    public func setDefaults(_ object: inout Message) {
        if object["preemptionPolicy"] == nil { object["preemptionPolicy"] = .string("PreemptLowerPriority") }
    }

    public func validate(_ object: Message) -> [FieldProblem] {
        let priority = Scheduling.PriorityClass(object)
        var problems: [FieldProblem] = []
        let name = priority.metadata.name
        if name.hasPrefix(Self.systemPrefix) {
            if let why = unlikeSystem(priority) {
                problems.append(
                    .forbidden(
                        "metadata.name",
                        "priority class names with 'system-' prefix are reserved for system use only. error: \(why)"))
            }
        } else if priority.value > Self.highestOfUsers {
            problems.append(
                .forbidden(
                    "value", "maximum allowed value of a user defined priority is \(Self.highestOfUsers)"))
        }
        if let policy = priority.preemptionPolicy {
            problems += FieldWords.oneOf(
                "preemptionPolicy", policy, ["PreemptLowerPriority", "Never"], isRequired: true)
        }
        return problems
    }

    /// Why it is not one of the system's classes; nil: it is one.
    private func unlikeSystem(_ priority: Scheduling.PriorityClass) -> String? {
        let name = priority.metadata.name
        guard let known = Self.systemClasses.first(where: { $0.metadata.name == name }) else {
            return "\(name) is not a known system priority class"
        }
        if known.value != priority.value { return "value of \(name) PriorityClass must be \(known.value)" }
        if priority.globalDefault { return "globalDefault of \(name) PriorityClass must be false" }
        return nil
    }

    public func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        let (priority, before) = (Scheduling.PriorityClass(object), Scheduling.PriorityClass(old))
        var problems: [FieldProblem] = []
        if priority.value != before.value { problems.append(.forbidden("value", "may not be changed in an update.")) }
        if priority.preemptionPolicy != before.preemptionPolicy {
            problems.append(.invalid("preemptionPolicy", text: priority.preemptionPolicy ?? "", FieldWords.immutable))
        }
        return problems
    }

    public func deletionRefusal(_ name: String) -> String? {
        Self.systemClasses.contains { $0.metadata.name == name }
            ? "this is a system priority class and cannot be deleted" : nil
    }
}
