import Objects

extension BuiltinResources {
    static let mutatingAdmissionPolicies = ResourceDefinition(
        "admissionregistration.k8s.io/v1", "mutatingadmissionpolicies", "MutatingAdmissionPolicy",
        categories: ["api-extensions"], isNamespaced: false, traits: [.tracksGeneration, .updatesNeedVersion],
        rules: MutatingPolicyRules(),
        rows: RowPlan([
            .name,
            Column("Mutations", .integer, about: "How many changes it makes.", reads: ["spec.mutations.patchType"]) {
                object, _ in .integer(AdmissionRegistration.MutatingAdmissionPolicy(object).spec.mutations.count)
            },
            Column("ParamKind", about: "The kind of its parameters.", reads: ["spec.paramKind"]) { object, _ in
                PolicyPartRules.shown(AdmissionRegistration.MutatingAdmissionPolicy(object).spec.paramKind)
            }, .age,
        ]))
}

/// Changes to what is being written, as expressions.
struct MutatingPolicyRules: ResourceRules {
    func setDefaults(_ object: inout Message) {
        var policy = AdmissionRegistration.MutatingAdmissionPolicy(object)
        if policy.spec.failurePolicy == nil { policy.spec.failurePolicy = "Fail" }
        if var match = policy.spec.matchConstraints {
            MatchRules.setDefaults(&match)
            policy.spec.matchConstraints = match
        }
        object = policy.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let spec = AdmissionRegistration.MutatingAdmissionPolicy(object).spec
        var problems = FieldWords.oneOf(
            "spec.failurePolicy", spec.failurePolicy ?? "", MatchRules.failurePolicies, isRequired: true)
        if let kind = spec.paramKind { problems += PolicyPartRules.paramKind(kind, "spec.paramKind") }
        problems += PolicyPartRules.constraints(spec.matchConstraints, "spec.matchConstraints")
        problems += MatchRules.conditions(spec.matchConditions, "spec.matchConditions")
        problems += PolicyPartRules.variables(spec.variables, "spec.variables")
        if spec.mutations.isEmpty {
            problems.append(.required("spec.mutations", "mutations must contain at least one item"))
        }
        for (index, mutation) in spec.mutations.enumerated() {
            problems += self.mutation(mutation, "spec.mutations[\(index)]")
        }
        return problems
            + FieldWords.oneOf(
                "spec.reinvocationPolicy", spec.reinvocationPolicy, MutatingWebhookRules.reinvocationPolicies,
                isRequired: true)
    }

    private func mutation(_ mutation: AdmissionRegistration.Mutation, _ path: String) -> [FieldProblem] {
        let forms = [
            ("ApplyConfiguration", "applyConfiguration", mutation.applyConfiguration?.expression),
            ("JSONPatch", "jsonPatch", mutation.jsonPatch?.expression),
        ]
        var problems = FieldWords.oneOf(
            "\(path).patchType", mutation.patchType, forms.map(\.0), isRequired: true)
        guard problems.isEmpty else { return problems }
        for (type, field, expression) in forms {
            let at = "\(path).\(field)"
            if type == mutation.patchType {
                problems +=
                    expression.map { PolicyPartRules.expression($0, "\(at).expression") }
                    ?? [.required(at, "must be specified when patchType is \(type)")]
            } else if expression != nil {
                problems.append(.invalid(at, "{}", "must not be specified when patchType is \(mutation.patchType)"))
            }
        }
        return problems
    }
}
