import Objects

/// When a container is started again: after it has ended, and when what it may use changes.
enum RestartRules {
    private static let ruleLimit = 20
    private static let codeLimit = 255
    private static let policies = ["Always", "Never", "OnFailure"]

    static func problems(_ policy: String?, _ rules: [Core.ContainerRestartRule], _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if let policy {
            problems += FieldWords.oneOf("\(path).restartPolicy", policy, policies)
        } else if !rules.isEmpty {
            problems.append(
                .required("\(path).restartPolicy", "must specify restartPolicy when restart rules are used"))
        }
        problems += FieldWords.tooMany("\(path).restartPolicyRules", rules.count, limit: ruleLimit)
        for (index, rule) in rules.enumerated() {
            let at = "\(path).restartPolicyRules[\(index)]"
            problems += FieldWords.oneOf("\(at).action", rule.action, ["Restart", "RestartAllContainers"])
            guard let codes = rule.exitCodes else {
                problems.append(.required("\(at).exitCodes", "must be specified"))
                continue
            }
            problems += FieldWords.oneOf("\(at).exitCodes.operator", codes.operator, ["In", "NotIn"])
            problems += FieldWords.tooMany("\(at).exitCodes.values", codes.values.count, limit: codeLimit)
        }
        return problems
    }

    static func resize(_ policies: [Core.ContainerResizePolicy], _ path: String, pod: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var names: Set<String> = []
        for (index, policy) in policies.enumerated() {
            if !names.insert(policy.resourceName).inserted {
                problems.append(.duplicate("\(path)[\(index)]", policy.resourceName))
            }
            problems += FieldWords.oneOf(path, policy.resourceName, ["cpu", "memory"], isRequired: true)
            problems += FieldWords.oneOf(
                path, policy.restartPolicy, ["NotRequired", "RestartContainer"], isRequired: true)
            if pod == "Never", policy.restartPolicy != "NotRequired" {
                problems.append(
                    .invalid(
                        path, text: policy.restartPolicy,
                        "must be 'NotRequired' when pod `restartPolicy` is 'Never'"))
            }
        }
        return problems
    }
}
