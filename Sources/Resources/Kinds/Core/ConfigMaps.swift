import Objects

extension BuiltinResources {
    static let configMaps = ResourceDefinition(
        "v1", "configmaps", "ConfigMap", shortNames: ["cm"], rules: ConfigMapRules(),
        rows: RowPlan([
            .name,
            Column("Data", about: "How many values it holds.", reads: ["data", "binaryData"]) { object, _ in
                let map = Core.ConfigMap(object)
                return .integer(map.data.count + map.binaryData.count)
            }, .age,
        ]))
}

struct ConfigMapRules: ResourceRules {
    /// All values together, of config maps and of secrets.
    static let sizeLimitBytes = 1024 * 1024
    static let immutableWords = "field is immutable when `immutable` is set"

    func validate(_ object: Message) -> [FieldProblem] {
        let map = Core.ConfigMap(object)
        var problems: [FieldProblem] = []
        var size = 0
        for entry in map.data.entries {
            problems += FieldWords.name("data[\(entry.key)]", entry.key, FieldWords.configKeyProblems)
            if map.binaryData[entry.key] != nil {
                problems.append(
                    .invalid("data[\(entry.key)]", text: entry.key, "duplicate of key present in binaryData"))
            }
            size += entry.value.utf8.count
        }
        for entry in map.binaryData.entries {
            problems += FieldWords.name("binaryData[\(entry.key)]", entry.key, FieldWords.configKeyProblems)
            size += entry.value.count
        }
        if size > Self.sizeLimitBytes { problems.append(.tooLong("[]", limitBytes: Self.sizeLimitBytes)) }
        return problems
    }

    func validateUpdate(
        _ object: Message, old: Message, subresource: Subresource?
    ) -> [FieldProblem] {
        let map = Core.ConfigMap(object)
        let before = Core.ConfigMap(old)
        guard before.immutable == true else { return [] }
        var problems: [FieldProblem] = []
        if map.immutable != true { problems.append(.forbidden("immutable", Self.immutableWords)) }
        if map.data != before.data { problems.append(.forbidden("data", Self.immutableWords)) }
        if map.binaryData != before.binaryData { problems.append(.forbidden("binaryData", Self.immutableWords)) }
        return problems
    }
}
