import Objects

extension BuiltinResources {
    static let validatingAdmissionPolicies = ResourceDefinition(
        "admissionregistration.k8s.io/v1", "validatingadmissionpolicies", "ValidatingAdmissionPolicy",
        categories: ["api-extensions"], isNamespaced: false, subresources: [.status],
        traits: [.tracksGeneration, .updatesNeedVersion, .statusKeepsMetadata], rules: ValidatingPolicyRules(),
        rows: RowPlan([
            .name,
            Column("Validations", .integer, about: "How many rules it has.", reads: ["spec.validations.expression"]) {
                object, _ in .integer(AdmissionRegistration.ValidatingAdmissionPolicy(object).spec.validations.count)
            },
            Column("ParamKind", about: "The kind of its parameters.", reads: ["spec.paramKind"]) { object, _ in
                PolicyPartRules.shown(AdmissionRegistration.ValidatingAdmissionPolicy(object).spec.paramKind)
            }, .age,
        ]))
}

/// Rules about what may be written, as expressions.
struct ValidatingPolicyRules: ResourceRules {
    private static let annotationsLimit = 20
    private static let annotationLimitBytes = 5 * 1024
    private static let reasons = ["Forbidden", "Invalid", "RequestEntityTooLarge", "Unauthorized"]

    func setDefaults(_ object: inout Message) {
        var policy = AdmissionRegistration.ValidatingAdmissionPolicy(object)
        if policy.spec.failurePolicy == nil { policy.spec.failurePolicy = "Fail" }
        if var match = policy.spec.matchConstraints {
            MatchRules.setDefaults(&match)
            policy.spec.matchConstraints = match
        }
        object = policy.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let policy = AdmissionRegistration.ValidatingAdmissionPolicy(object)
        let spec = policy.spec
        var problems = FieldWords.oneOf(
            "spec.failurePolicy", spec.failurePolicy ?? "", MatchRules.failurePolicies, isRequired: true)
        if let kind = spec.paramKind { problems += PolicyPartRules.paramKind(kind, "spec.paramKind") }
        problems += PolicyPartRules.constraints(spec.matchConstraints, "spec.matchConstraints")
        problems += MatchRules.conditions(spec.matchConditions, "spec.matchConditions")
        problems += PolicyPartRules.variables(spec.variables, "spec.variables")
        if spec.validations.isEmpty, spec.auditAnnotations.isEmpty {
            let words = "validations or auditAnnotations must contain at least one item"
            problems += [.required("spec.validations", words), .required("spec.auditAnnotations", words)]
        }
        for (index, validation) in spec.validations.enumerated() {
            problems += self.validation(validation, "spec.validations[\(index)]")
        }
        return problems + annotations(spec.auditAnnotations, policy.metadata.name)
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        guard subresource == .status else { return [] }
        let status = AdmissionRegistration.ValidatingAdmissionPolicy(object).status
        let warnings = status.typeChecking?.expressionWarnings ?? []
        return warnings.enumerated().flatMap { index, warning in
            let path = "status.typeChecking.expressionWarnings[\(index)]"
            return FieldWords.required("\(path).warning", warning.warning)
                + (MatchRules.isBlank(warning.fieldRef) ? [.required("\(path).fieldRef")] : [])
        } + ConditionRules.problems(status.conditions, "status.conditions")
    }

    private func validation(_ validation: AdmissionRegistration.Validation, _ path: String) -> [FieldProblem] {
        var problems = PolicyPartRules.expression(validation.expression, "\(path).expression")
        let (message, made) = (validation.message_, validation.messageExpression)
        if !made.isEmpty, MatchRules.isBlank(made) {
            problems.append(.invalid("\(path).messageExpression", text: made, "must be non-empty if specified"))
        }
        if !message.isEmpty, MatchRules.isBlank(message) {
            problems.append(.invalid("\(path).message", text: message, "message must be non-empty if specified"))
        } else if hasLineBreak(message) {
            problems.append(.invalid("\(path).message", text: message, "message must not contain line breaks"))
        }
        if let reason = validation.reason { problems += FieldWords.oneOf("\(path).reason", reason, Self.reasons) }
        return problems
    }

    /// Within the text, not around it.
    private func hasLineBreak(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return false }
        return scalars[first...last].contains { $0 == "\n" || $0 == "\r" }
    }

    private func annotations(
        _ annotations: [AdmissionRegistration.AuditAnnotation], _ name: String
    ) -> [FieldProblem] {
        let path = "spec.auditAnnotations"
        var problems: [FieldProblem] = []
        if annotations.count > Self.annotationsLimit {
            problems.append(
                .invalid(
                    path, InternalForm.text(annotations.map(\.message)),
                    "must not have more than \(Self.annotationsLimit) auditAnnotations"))
        }
        for (index, annotation) in annotations.enumerated() {
            let at = "\(path)[\(index)]"
            if name.isEmpty {
                problems.append(.invalid("\(at).key", text: annotation.key, "requires metadata.name be non-empty"))
            } else {
                let key = "\(name)/\(annotation.key)"
                problems += NameShapes.labelKey("\(at).key", key)
            }
            if MatchRules.isBlank(annotation.valueExpression) {
                problems.append(.required("\(at).valueExpression", "valueExpression is not specified"))
            } else if annotation.valueExpression.utf8.count > Self.annotationLimitBytes {
                problems.append(
                    .required(
                        "\(at).valueExpression", "must not exceed \(Self.annotationLimitBytes) bytes in length"))
            }
        }
        return problems + FieldWords.duplicates(annotations.map(\.key)) { "\(path)[\($0)].key" }
    }
}
