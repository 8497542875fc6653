import Objects

/// Which taints of nodes a pod puts up with.
enum TolerationRules {
    private static let effects = ["NoSchedule", "PreferNoSchedule", "NoExecute"]

    static func effect(_ effect: String, _ path: String, isRequired: Bool) -> [FieldProblem] {
        if effect.isEmpty, !isRequired { return [] }
        return FieldWords.oneOf(path, effect, effects, isRequired: isRequired)
    }

    static func problems(_ tolerations: [Core.Toleration], _ path: String) -> [FieldProblem] {
        tolerations.enumerated().flatMap { problems($1, "\(path)[\($0)]") }
    }

    private static func problems(_ toleration: Core.Toleration, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if !toleration.key.isEmpty {
            problems += FieldWords.name("\(path).key", toleration.key, Names.qualifiedNameProblems)
        } else if toleration.operator != "Exists" {
            problems.append(
                .invalid(
                    "\(path).operator", text: toleration.operator,
                    "operator must be Exists when `key` is empty, which means \"match all values and all keys\""))
        }
        if toleration.tolerationSeconds != nil, toleration.effect != "NoExecute" {
            problems.append(
                .invalid(
                    "\(path).effect", text: toleration.effect,
                    "effect must be 'NoExecute' when `tolerationSeconds` is set"))
        }
        switch toleration.operator {
        case "", "Equal":
            let found = Names.labelValueProblems(toleration.value)
            if !found.isEmpty {
                problems.append(
                    .invalid("\(path).operator", text: toleration.value, found.joined(separator: ";")))
            }
        case "Exists":
            if !toleration.value.isEmpty {
                problems.append(
                    .invalid(
                        "\(path).operator", text: toleration.value, "value must be empty when `operator` is 'Exists'"))
            }
        case "Lt", "Gt":
            // Known, and not to be used yet.
            problems.append(
                .notSupported(
                    "\(path).operator", GoText.quoted(toleration.operator), ["Equal", "Exists", "Lt", "Gt"]))
        default:
            problems.append(
                .notSupported("\(path).operator", GoText.quoted(toleration.operator), ["Equal", "Exists"]))
        }
        return problems + effect(toleration.effect, "\(path).effect", isRequired: false)
    }
}
