import Objects

/// How fast an autoscaler may add and remove pods.
enum AutoscalerBehaviorRules {
    private static let longestWindowSeconds = 3600
    private static let longestPeriodSeconds = 1800

    /// What is said about one direction is completed, and so is the other one.
    static func complete(_ behavior: inout Autoscaling.HorizontalPodAutoscalerBehavior) {
        behavior.scaleUp = completed(
            behavior.scaleUp, window: 0, policies: [policy("Pods", 4), policy("Percent", 100)])
        behavior.scaleDown = completed(behavior.scaleDown, window: nil, policies: [policy("Percent", 100)])
    }

    private static func policy(_ type: String, _ value: Int) -> Autoscaling.HPAScalingPolicy {
        var policy = Autoscaling.HPAScalingPolicy()
        policy.type = type
        policy.value = value
        policy.periodSeconds = 15
        return policy
    }

    private static func completed(
        _ given: Autoscaling.HPAScalingRules?, window: Int?, policies: [Autoscaling.HPAScalingPolicy]
    ) -> Autoscaling.HPAScalingRules {
        var rules = given ?? Autoscaling.HPAScalingRules()
        if rules.stabilizationWindowSeconds == nil { rules.stabilizationWindowSeconds = window }
        if rules.selectPolicy == nil { rules.selectPolicy = "Max" }
        if rules.policies.isEmpty { rules.policies = policies }
        return rules
    }

    static func problems(
        _ behavior: Autoscaling.HorizontalPodAutoscalerBehavior, _ path: String
    ) -> [FieldProblem] {
        [("scaleUp", behavior.scaleUp), ("scaleDown", behavior.scaleDown)].flatMap { field, rules in
            rules.map { problems($0, "\(path).\(field)") } ?? []
        }
    }

    private static func problems(_ rules: Autoscaling.HPAScalingRules, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if let window = rules.stabilizationWindowSeconds {
            let at = "\(path).stabilizationWindowSeconds"
            if window < 0 { problems.append(.invalid(at, String(window), "must be greater than or equal to zero")) }
            if window > longestWindowSeconds {
                problems.append(
                    .invalid(at, String(window), "must be less than or equal to \(longestWindowSeconds)"))
            }
        }
        if let policy = rules.selectPolicy {
            problems += FieldWords.oneOf("\(path).selectPolicy", policy, ["Disabled", "Max", "Min"])
        }
        if let tolerance = rules.tolerance, tolerance.isNegative {
            problems.append(
                .invalid("\(path).tolerance", text: tolerance.description, FieldWords.notNegative))
        }
        if rules.policies.isEmpty {
            problems.append(.required("\(path).policies", "must specify at least one Policy"))
        }
        for (index, policy) in rules.policies.enumerated() {
            let at = "\(path).policies[\(index)]"
            problems += FieldWords.oneOf("\(at).type", policy.type, ["Percent", "Pods"])
            for (field, number) in [("value", policy.value), ("periodSeconds", policy.periodSeconds)] where number <= 0
            {
                problems.append(.invalid("\(at).\(field)", String(number), "must be greater than zero"))
            }
            if policy.periodSeconds > longestPeriodSeconds {
                problems.append(
                    .invalid(
                        "\(at).periodSeconds", String(policy.periodSeconds),
                        "must be less than or equal to \(longestPeriodSeconds)"))
            }
        }
        return problems
    }
}
