import Objects

extension BuiltinResources {
    static let mutatingAdmissionPolicyBindings = ResourceDefinition(
        "admissionregistration.k8s.io/v1", "mutatingadmissionpolicybindings", "MutatingAdmissionPolicyBinding",
        categories: ["api-extensions"], isNamespaced: false, traits: [.tracksGeneration, .updatesNeedVersion],
        rules: MutatingPolicyBindingRules(),
        rows: RowPlan([
            .name, Column("PolicyName", about: "The policy that it puts to work.", field: "spec.policyName"),
            Column("ParamRef", about: "The policy's parameters.", reads: ["spec.paramRef"]) { object, _ in
                PolicyPartRules.shown(AdmissionRegistration.MutatingAdmissionPolicyBinding(object).spec.paramRef)
            }, .age,
        ]))
}

/// Where a policy that mutates works, and with which parameters.
struct MutatingPolicyBindingRules: ResourceRules {
    func setDefaults(_ object: inout Message) {
        var binding = AdmissionRegistration.MutatingAdmissionPolicyBinding(object)
        guard var match = binding.spec.matchResources else { return }
        MatchRules.setDefaults(&match)
        binding.spec.matchResources = match
        object = binding.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let spec = AdmissionRegistration.MutatingAdmissionPolicyBinding(object).spec
        return PolicyPartRules.policyName(spec.policyName, "spec.policyName")
            + (spec.paramRef.map { PolicyPartRules.paramRef($0, "spec.paramRef") } ?? [])
            + (spec.matchResources.map { MatchRules.problems($0, "spec.matchResources") } ?? [])
    }
}
