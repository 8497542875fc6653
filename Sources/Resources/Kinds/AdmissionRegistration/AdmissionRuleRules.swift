import Objects

/// Which requests admission asks about: operations on resources.
enum AdmissionRuleRules {
    private static let operations = ["*", "CONNECT", "CREATE", "DELETE", "UPDATE"]
    private static let scopes = ["*", "Cluster", "Namespaced"]

    static func setDefaults(_ rule: inout AdmissionRegistration.RuleWithOperations) {
        if rule.rule.scope == nil { rule.rule.scope = "*" }
    }

    static func problems(_ rule: AdmissionRegistration.RuleWithOperations, _ path: String) -> [FieldProblem] {
        var problems = list("\(path).operations", rule.operations, "operations")
        for (index, operation) in rule.operations.enumerated() {
            problems += FieldWords.oneOf("\(path).operations[\(index)]", operation, operations)
        }
        problems += list("\(path).apiGroups", rule.rule.apiGroups, "API groups")
        problems += list("\(path).apiVersions", rule.rule.apiVersions, "API versions")
        for (index, version) in rule.rule.apiVersions.enumerated() where version.isEmpty {
            problems.append(.required("\(path).apiVersions[\(index)]"))
        }
        problems += resources(rule.rule.resources, "\(path).resources")
        if let scope = rule.rule.scope { problems += FieldWords.oneOf("\(path).scope", scope, scopes) }
        return problems
    }

    private static func list(_ path: String, _ values: [String], _ what: String) -> [FieldProblem] {
        if values.isEmpty { return [.required(path)] }
        guard values.count > 1, values.contains("*") else { return [] }
        return [.invalid(path, FieldWords.json(values), "if '*' is present, must not specify other \(what)")]
    }

    /// `pods`, `pods/log`, `pods/*`, `*/status`, `*`, `*/*`.
    private static func resources(_ resources: [String], _ path: String) -> [FieldProblem] {
        if resources.isEmpty { return [.required(path)] }
        var problems: [FieldProblem] = []
        var wholes: Set<Substring> = []
        var parts: Set<Substring> = []
        var hasPlain = false
        for (index, text) in resources.enumerated() {
            if text.isEmpty {
                problems.append(.required("\(path)[\(index)]"))
                continue
            }
            let names = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            guard names.count == 2 else {
                hasPlain = text != "*"
                continue
            }
            if wholes.contains(names[0]) {
                problems.append(
                    .invalid("\(path)[\(index)]", text: text, "if '\(names[0])/*' is present, must not specify \(text)")
                )
            }
            if parts.contains(names[1]) {
                problems.append(
                    .invalid("\(path)[\(index)]", text: text, "if '*/\(names[1])' is present, must not specify \(text)")
                )
            }
            if names[1] == "*" { wholes.insert(names[0]) }
            if names[0] == "*" { parts.insert(names[1]) }
        }
        if resources.count > 1, resources.contains("*/*") {
            problems.append(
                .invalid(path, FieldWords.json(resources), "if '*/*' is present, must not specify other resources"))
        }
        if hasPlain, resources.contains("*") {
            problems.append(
                .invalid(
                    path, FieldWords.json(resources),
                    "if '*' is present, must not specify other resources without subresources"))
        }
        return problems
    }
}
