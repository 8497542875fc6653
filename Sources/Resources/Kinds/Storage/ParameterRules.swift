import Objects

/// What drivers are told about the volumes to make: names and values of their own.
enum ParameterRules {
    private static let countLimit = 512
    /// All together, names and values.
    private static let sizeLimitBytes = 256 * 1024

    static func problems(
        _ parameters: StringMap<String>, _ path: String, isRequired: Bool = false
    ) -> [FieldProblem] {
        if isRequired, parameters.isEmpty {
            return [.required(path, "must contain at least one key/value pair")]
        }
        if parameters.count > countLimit { return [.tooLong(path, limitBytes: countLimit)] }
        var problems: [FieldProblem] = []
        var size = 0
        for entry in parameters.entries {
            if entry.key.isEmpty { problems.append(.invalid(path, text: "", "field can not be empty.")) }
            size += entry.key.utf8.count + entry.value.utf8.count
        }
        if size > sizeLimitBytes { problems.append(.tooLong(path, limitBytes: sizeLimitBytes)) }
        return problems
    }

    /// Who makes volumes: in small letters, as messages show it.
    static func driver(_ name: String, _ path: String) -> [FieldProblem] {
        if name.isEmpty { return [.required(path)] }
        return FieldWords.name(path, name.lowercased(), Names.qualifiedNameProblems)
    }
}
