import Objects

extension BuiltinResources {
    static let csiNodes = ResourceDefinition(
        "storage.k8s.io/v1", "csinodes", "CSINode", isNamespaced: false,
        traits: [.returnsDeleted, .updatesNeedVersion], rules: CSINodeRules(),
        rows: RowPlan([
            .name,
            Column("Drivers", .integer, about: "How many storage drivers the node has.", reads: ["spec.drivers.name"]) {
                object, _ in .integer(Storage.CSINode(object).spec.drivers.count)
            }, .age,
        ]))
}

/// Which storage drivers a node has.
struct CSINodeRules: ResourceRules {
    private static let identityLimit = 256

    func validate(_ object: Message) -> [FieldProblem] {
        let drivers = Storage.CSINode(object).spec.drivers
        let problems = drivers.enumerated().flatMap { driver($1, "spec.drivers[\($0)]") }
        return problems + FieldWords.duplicates(drivers.map(\.name)) { "spec.drivers[\($0)].name" }
    }

    private func driver(_ driver: Storage.CSINodeDriver, _ path: String) -> [FieldProblem] {
        var problems = NameShapes.driver("\(path).name", driver.name)
        if driver.nodeID.isEmpty { problems.append(.required("\(path).nodeID")) }
        if driver.nodeID.utf8.count > Self.identityLimit {
            problems.append(
                .invalid("\(path).nodeID", text: driver.nodeID, "must be \(Self.identityLimit) characters or less"))
        }
        problems += FieldWords.notNegative("\(path).allocatable.count", driver.allocatable?.count)
        for (index, key) in driver.topologyKeys.enumerated() {
            if key.isEmpty { problems.append(.required(path)) }
            if driver.topologyKeys[..<index].contains(key) { problems.append(.duplicate(path, key)) }
            problems += FieldWords.name(path, key, Names.qualifiedNameProblems)
        }
        return problems
    }

    /// A driver is removed and added again when it changes, except for how many volumes it can have.
    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        let drivers = Storage.CSINode(object).spec.drivers.map(Self.fixed)
        return Storage.CSINode(old).spec.drivers.map(Self.fixed).flatMap { was in
            drivers.filter { $0.name == was.name }.flatMap {
                FieldWords.unchanged("spec.drivers", $0.message, was.message)
            }
        }
    }

    private static func fixed(_ driver: Storage.CSINodeDriver) -> Storage.CSINodeDriver {
        var fixed = driver
        fixed.allocatable = nil
        return fixed
    }
}
