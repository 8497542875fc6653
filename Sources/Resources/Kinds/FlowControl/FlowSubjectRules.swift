import Objects

/// Whose requests a flow schema is about: a user, a group or a service account.
enum FlowSubjectRules {
    private static let kinds = ["Group", "ServiceAccount", "User"]

    static func problems(_ subject: FlowControl.Subject, _ path: String) -> [FieldProblem] {
        guard kinds.contains(subject.kind) else { return FieldWords.oneOf("\(path).kind", subject.kind, kinds) }
        var problems: [FieldProblem] = []
        for (field, kind, isSet) in [
            ("serviceAccount", "ServiceAccount", subject.serviceAccount != nil), ("user", "User", subject.user != nil),
            ("group", "Group", subject.group != nil),
        ] {
            let isMeant = kind == subject.kind
            if isMeant, !isSet {
                problems.append(.required("\(path).\(field)", "\(field) is required when subject kind is '\(kind)'"))
            } else if isSet, !isMeant {
                problems.append(
                    .forbidden("\(path).\(field)", "\(field) is forbidden when subject kind is not '\(kind)'"))
            }
        }
        switch subject.kind {
        case "User": problems += subject.user.map { FieldWords.required("\(path).user.name", $0.name) } ?? []
        case "Group": problems += subject.group.map { FieldWords.required("\(path).group.name", $0.name) } ?? []
        default: problems += subject.serviceAccount.map { account($0, "\(path).serviceAccount") } ?? []
        }
        return problems
    }

    private static func account(_ account: FlowControl.ServiceAccountSubject, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = FieldWords.required("\(path).name", account.name)
        if !account.name.isEmpty, account.name != "*" {
            problems += FieldWords.name("\(path).name", account.name) { Names.subdomainProblems($0) }
        }
        if account.namespace.isEmpty {
            problems.append(.required("\(path).namespace", "must specify namespace for service account"))
        } else {
            problems += FieldWords.name("\(path).namespace", account.namespace) { Names.labelProblems($0) }
        }
        return problems
    }
}

/// Conditions in the status of schemas and levels: one of each type.
enum FlowControlConditions {
    static func problems(_ types: [String]) -> [FieldProblem] {
        FieldWords.duplicates(types) { "status.conditions[\($0)].type" }
            + types.enumerated().flatMap { index, type -> [FieldProblem] in
                type.isEmpty ? [.required("status.conditions[\(index)].type", "must not be empty")] : []
            }
    }
}
