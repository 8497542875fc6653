import Objects

extension BuiltinResources {
    static let flowSchemas = ResourceDefinition(
        "flowcontrol.apiserver.k8s.io/v1", "flowschemas", "FlowSchema", isNamespaced: false, subresources: [.status],
        traits: [.tracksGeneration, .statusKeepsMetadata], rules: FlowSchemaRules(),
        rows: RowPlan([
            .name,
            Column(
                "PriorityLevel", about: "The priority level of its requests.",
                field: "spec.priorityLevelConfiguration.name"
            ),
            Column(
                "MatchingPrecedence", about: "Of several schemas that match, the one with the lowest number counts.",
                field: "spec.matchingPrecedence", absent: .integer(0)),
            Column(
                "DistinguisherMethod", about: "What tells flows apart.", field: "spec.distinguisherMethod.type",
                absent: .text("<none>")), .age,
            Column(
                "MissingPL", about: "Whether its priority level is missing.",
                reads: ["status.conditions.type", "status.conditions.status"]
            ) { object, _ in
                let conditions = FlowControl.FlowSchema(object).status.conditions
                return .text(conditions.first { $0.type == "Dangling" }?.status ?? "?")
            },
        ]).sorted { FlowSchemaRules.precedes(FlowControl.FlowSchema($0), FlowControl.FlowSchema($1)) })
}

/// Which requests belong together, and at which priority level they are served.
struct FlowSchemaRules: ResourceRules {
    private static let highestPrecedence = 10000
    private static let defaultPrecedence = 1000
    private static let verbs = [
        "create", "delete", "deletecollection", "get", "list", "patch", "proxy", "update", "watch",
    ]

    /// Whether requests are compared with it before the other.
    static func precedes(_ schema: FlowControl.FlowSchema, _ other: FlowControl.FlowSchema) -> Bool {
        (schema.spec.matchingPrecedence, schema.metadata.name)
            < (other.spec.matchingPrecedence, other.metadata.name)
    }

    func setDefaults(_ object: inout Message) {
        var schema = FlowControl.FlowSchema(object)
        guard schema.spec.matchingPrecedence == 0 else { return }
        schema.spec.matchingPrecedence = Self.defaultPrecedence
        object = schema.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let schema = FlowControl.FlowSchema(object)
        var problems = spec(schema.spec, schema.metadata.name)
        if let fixed = FlowControlBootstrap.mandatorySchemas.first(where: {
            $0.metadata.name == schema.metadata.name
        }), fixed.spec != schema.spec {
            problems.append(
                .invalid(
                    "spec", InternalForm.text(schema.spec.message),
                    "spec of '\(schema.metadata.name)' must equal the fixed value"))
        }
        return problems + FlowControlConditions.problems(schema.status.conditions.map(\.type))
    }

    private func spec(_ spec: FlowControl.FlowSchemaSpec, _ name: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        let number = spec.matchingPrecedence
        func precedence(_ why: String) {
            problems.append(.invalid("spec.matchingPrecedence", String(number), why))
        }
        if number <= 0 { precedence("must be a positive value") }
        if number > Self.highestPrecedence { precedence("must not be greater than \(Self.highestPrecedence)") }
        if number == 1, name != "exempt" {
            precedence("only the schema named 'exempt' may have matchingPrecedence 1")
        }
        let methods = ["ByNamespace", "ByUser"]
        if let method = spec.distinguisherMethod, !methods.contains(method.type) {
            problems.append(
                .notSupported("spec.distinguisherMethod.type", InternalForm.text(method.message), methods))
        }
        let level = "spec.priorityLevelConfiguration.name"
        if spec.priorityLevelConfiguration.name.isEmpty {
            problems.append(.required(level, "must reference a priority level"))
        } else {
            problems += FieldWords.name(level, spec.priorityLevelConfiguration.name) { Names.subdomainProblems($0) }
        }
        return problems + spec.rules.enumerated().flatMap { rule($1, "spec.rules[\($0)]") }
    }

    private func rule(_ rule: FlowControl.PolicyRulesWithSubjects, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if rule.subjects.isEmpty {
            problems.append(.required("\(path).subjects", "subjects must contain at least one value"))
        }
        for (index, subject) in rule.subjects.enumerated() {
            problems += FlowSubjectRules.problems(subject, "\(path).subjects[\(index)]")
        }
        if rule.resourceRules.isEmpty, rule.nonResourceRules.isEmpty {
            problems.append(
                .required(path, "at least one of resourceRules and nonResourceRules has to be non-empty"))
        }
        for (index, resources) in rule.resourceRules.enumerated() {
            problems += self.resources(resources, "\(path).resourceRules[\(index)]")
        }
        for (index, paths) in rule.nonResourceRules.enumerated() {
            problems += self.paths(paths, "\(path).nonResourceRules[\(index)]")
        }
        return problems
    }

    /// A list that must hold something, and nothing beside `*`.
    private func list(
        _ path: String, _ values: [String], required: String, others: String
    ) -> [FieldProblem] {
        if values.isEmpty { return [.required(path, required)] }
        guard values.count > 1, values.contains("*") else { return [] }
        return [.invalid(path, FieldWords.json(values), "if '*' is present, must not specify other \(others)")]
    }

    private func verbs(_ path: String, _ verbs: [String]) -> [FieldProblem] {
        let problems = list(
            path, verbs, required: "verbs must contain at least one value", others: "verbs")
        if !problems.isEmpty || verbs.allSatisfy({ $0 == "*" || Self.verbs.contains($0) }) { return problems }
        return [.notSupported(path, FieldWords.json(verbs), Self.verbs)]
    }

    private func resources(_ rule: FlowControl.ResourcePolicyRule, _ path: String) -> [FieldProblem] {
        var problems = verbs("\(path).verbs", rule.verbs)
        problems += list(
            "\(path).apiGroups", rule.apiGroups, required: "resource rules must supply at least one api group",
            others: "api groups")
        problems += list(
            "\(path).resources", rule.resources, required: "resource rules must supply at least one resource",
            others: "resources")
        let at = "\(path).namespaces"
        if rule.namespaces.isEmpty {
            if rule.clusterScope { return problems }
            return problems + [
                .required(at, "resource rules that are not cluster scoped must supply at least one namespace")
            ]
        }
        if rule.namespaces.contains("*") {
            return problems + list(at, rule.namespaces, required: "", others: "namespaces")
        }
        for (index, name) in rule.namespaces.enumerated() {
            problems += Names.labelProblems(name).map {
                .invalid(
                    "\(at)[\(index)]", text: name, "each member of this list must be '*' or a DNS-1123 label; \($0)")
            }
        }
        return problems
    }

    private func paths(_ rule: FlowControl.NonResourcePolicyRule, _ path: String) -> [FieldProblem] {
        let at = "\(path).nonResourceURLs"
        let problems =
            verbs("\(path).verbs", rule.verbs)
            + list(
                at, rule.nonResourceURLs, required: "nonResourceURLs must contain at least one value",
                others: "non-resource URLs")
        if rule.nonResourceURLs.contains("*") { return problems }
        return problems
            + rule.nonResourceURLs.enumerated().flatMap { index, url -> [FieldProblem] in
                problem(url).map { [.invalid("\(at)[\(index)]", text: url, $0)] } ?? []
            }
    }

    private func problem(_ url: String) -> String? {
        let bytes = Array(url.utf8)
        if bytes.isEmpty { return "must not be empty" }
        if url == "/" { return nil }
        if bytes[0] != 0x2f { return "must start with slash" }
        if bytes.contains(0x20) { return "must not contain white-space" }
        if zip(bytes, bytes.dropFirst()).contains(where: { $0 == 0x2f && $1 == 0x2f }) {
            return "must not contain double slash"
        }
        let stars = bytes.count { $0 == 0x2a }
        return stars > 1 || stars == 1 && !url.hasSuffix("/*") ? "wildcard can only do suffix matching" : nil
    }
}
