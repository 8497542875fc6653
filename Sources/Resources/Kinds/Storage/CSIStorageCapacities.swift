import Objects

extension BuiltinResources {
    static let csiStorageCapacities = ResourceDefinition(
        "storage.k8s.io/v1", "csistoragecapacities", "CSIStorageCapacity", traits: [.updatesNeedVersion],
        rules: CSIStorageCapacityRules(),
        rows: RowPlan([
            .name, Column("StorageClassName", about: "For volumes of which class.", field: "storageClassName"),
            Column("Capacity", about: "How much room there is.", reads: ["capacity"]) { object, _ in
                .text(Storage.CSIStorageCapacity(object).capacity?.description ?? "<unset>")
            },
        ]))
}

/// How much room a driver has for volumes of a class, and where.
struct CSIStorageCapacityRules: ResourceRules {
    func validate(_ object: Message) -> [FieldProblem] {
        let room = Storage.CSIStorageCapacity(object)
        var problems = room.nodeTopology.map { SelectorRules.problems($0, "nodeTopology") } ?? []
        problems += FieldWords.name("storageClassName", room.storageClassName) { Names.subdomainProblems($0) }
        if let amount = room.capacity, amount.isNegative {
            problems.append(.invalid("capacity", text: amount.description, FieldWords.notNegative))
        }
        return problems
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        let (new, was) = (Storage.CSIStorageCapacity(object), Storage.CSIStorageCapacity(old))
        return FieldWords.unchanged("nodeTopology", new.nodeTopology?.message, was.nodeTopology?.message)
            + FieldWords.unchanged("storageClassName", new.storageClassName, was.storageClassName)
    }

    func warnings(_ object: Message, old: Message?) -> [String] {
        guard let topology = Storage.CSIStorageCapacity(object).nodeTopology else { return [] }
        return topology.matchLabels.keys.flatMap { DeprecatedLabels.warning(at: "nodeTopology.matchLabels.\($0)", $0) }
            + topology.matchExpressions.enumerated().flatMap {
                DeprecatedLabels.warning("nodeTopology.matchExpressions[\($0)].key", $1.key)
            }
    }
}
