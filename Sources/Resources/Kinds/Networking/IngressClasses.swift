import Objects

extension BuiltinResources {
    static let ingressClasses = ResourceDefinition(
        "networking.k8s.io/v1", "ingressclasses", "IngressClass", isNamespaced: false, traits: [.tracksGeneration],
        rules: IngressClassRules(),
        rows: RowPlan([
            .name, Column("Controller", about: "Who serves ingresses of the class.", field: "spec.controller"),
            Column(
                "Parameters", about: "What configures the controller for the class.",
                reads: ["spec.parameters.kind", "spec.parameters.apiGroup", "spec.parameters.name"]
            ) { object, _ in
                guard let parameters = Networking.IngressClass(object).spec.parameters else { return .text("<none>") }
                let group = parameters.apiGroup.map { ".\($0)" } ?? ""
                return .text("\(parameters.kind)\(group)/\(parameters.name)")
            }, .age,
        ]))
}

/// Which controller serves an ingress.
struct IngressClassRules: ResourceRules {
    private static let controllerLimitBytes = 250

    func setDefaults(_ object: inout Message) {
        var kind = Networking.IngressClass(object)
        guard kind.spec.parameters != nil, kind.spec.parameters?.scope == nil else { return }
        kind.spec.parameters?.scope = "Cluster"
        object = kind.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let spec = Networking.IngressClass(object).spec
        var problems: [FieldProblem] = []
        if spec.controller.utf8.count > Self.controllerLimitBytes {
            problems.append(.tooLong("spec.controller", limitBytes: Self.controllerLimitBytes))
        }
        problems += NameShapes.domainPrefixedPath("spec.controller", spec.controller)
        if let parameters = spec.parameters { problems += self.parameters(parameters, "spec.parameters") }
        return problems
    }

    /// A reference to an object of any kind.
    static func reference(group: String?, kind: String, name: String, _ path: String) -> [FieldProblem] {
        (group.map { FieldWords.name("\(path).apiGroup", $0) { Names.subdomainProblems($0) } } ?? [])
            + NameShapes.pathSegment("\(path).kind", kind, ifEmpty: "kind is required")
            + NameShapes.pathSegment("\(path).name", name, ifEmpty: "name is required")
    }

    private func parameters(
        _ parameters: Networking.IngressClassParametersReference, _ path: String
    ) -> [FieldProblem] {
        let problems = Self.reference(
            group: parameters.apiGroup, kind: parameters.kind, name: parameters.name, path)
        switch parameters.scope {
        case nil: return problems + [.required("\(path).scope")]
        case "Namespace":
            guard let namespace = parameters.namespace else {
                return problems + [.required("\(path).namespace", "`parameters.scope` is set to 'Namespace'")]
            }
            return problems + FieldWords.name("\(path).namespace", namespace) { Names.labelProblems($0) }
        case "Cluster":
            if parameters.namespace == nil { return problems }
            return problems + [.forbidden("\(path).namespace", "`parameters.scope` is set to 'Cluster'")]
        case .some(let scope): return problems + FieldWords.oneOf("\(path).scope", scope, ["Cluster", "Namespace"])
        }
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        FieldWords.unchanged(
            "spec.controller", Networking.IngressClass(object).spec.controller,
            Networking.IngressClass(old).spec.controller)
    }
}
