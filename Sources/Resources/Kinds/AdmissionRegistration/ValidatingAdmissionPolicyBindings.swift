import Objects

extension BuiltinResources {
    static let validatingAdmissionPolicyBindings = ResourceDefinition(
        "admissionregistration.k8s.io/v1", "validatingadmissionpolicybindings", "ValidatingAdmissionPolicyBinding",
        categories: ["api-extensions"], isNamespaced: false, traits: [.tracksGeneration, .updatesNeedVersion],
        rules: ValidatingPolicyBindingRules(),
        rows: RowPlan([
            .name, Column("PolicyName", about: "The policy that it puts to work.", field: "spec.policyName"),
            Column("ParamRef", about: "The policy's parameters.", reads: ["spec.paramRef"]) { object, _ in
                PolicyPartRules.shown(AdmissionRegistration.ValidatingAdmissionPolicyBinding(object).spec.paramRef)
            }, .age,
        ]))
}

/// Where a policy that validates holds, with which parameters, and what follows.
struct ValidatingPolicyBindingRules: ResourceRules {
    func setDefaults(_ object: inout Message) {
        var binding = AdmissionRegistration.ValidatingAdmissionPolicyBinding(object)
        guard var match = binding.spec.matchResources else { return }
        MatchRules.setDefaults(&match)
        binding.spec.matchResources = match
        object = binding.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let spec = AdmissionRegistration.ValidatingAdmissionPolicyBinding(object).spec
        return PolicyPartRules.policyName(spec.policyName, "spec.policyName")
            + (spec.paramRef.map { PolicyPartRules.paramRef($0, "spec.paramRef") } ?? [])
            + (spec.matchResources.map { MatchRules.problems($0, "spec.matchResources") } ?? [])
            + actions(spec.validationActions, "spec.validationActions")
    }

    private func actions(_ actions: [String], _ path: String) -> [FieldProblem] {
        if actions.isEmpty { return [.required(path, "at least one validation action is required")] }
        var problems = actions.enumerated().flatMap {
            FieldWords.oneOf("\(path)[\($0)]", $1, ["Audit", "Deny", "Warn"])
        }
        problems += FieldWords.duplicates(actions) { "\(path)[\($0)]" }
        if actions.contains("Deny"), actions.contains("Warn") {
            problems.append(
                .invalid(
                    path, FieldWords.json(actions),
                    "must not contain both Deny and Warn (repeating the same validation failure information in the API "
                        + "response and headers serves no purpose)"))
        }
        return problems
    }
}
