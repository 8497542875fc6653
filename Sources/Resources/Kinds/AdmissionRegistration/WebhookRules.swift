import Objects

/// What validating and mutating webhooks have in common. A mutating one is seen as a validating one here: its
/// `reinvocationPolicy` stands alone.
struct WebhookRules {
    private static let timeouts = 1...30
    private static let sideEffects = ["None", "NoneOnDryRun"]
    private static let versions = ["v1", "v1beta1"]

    static func setDefaults(_ client: inout AdmissionRegistration.WebhookClientConfig) {
        if client.service != nil, client.service?.port == nil { client.service?.port = 443 }
    }

    let name: String
    let client: AdmissionRegistration.WebhookClientConfig
    let rules: [AdmissionRegistration.RuleWithOperations]
    let failurePolicy: String?
    let matchPolicy: String?
    let namespaceSelector: Meta.LabelSelector?
    let objectSelector: Meta.LabelSelector?
    let sideEffects: String?
    let timeoutSeconds: Int?
    let reviewVersions: [String]
    let conditions: [AdmissionRegistration.MatchCondition]

    static func problems(_ hooks: [WebhookRules]) -> [FieldProblem] {
        var problems = hooks.enumerated().flatMap { $1.problems("webhooks[\($0)]") }
        var seen: Set<String> = []
        for (index, hook) in hooks.enumerated() where !hook.name.isEmpty && !seen.insert(hook.name).inserted {
            problems.append(.duplicate("webhooks[\(index)].name", hook.name))
        }
        return problems
    }

    private func problems(_ path: String) -> [FieldProblem] {
        var problems = NameShapes.fullyQualifiedName("\(path).name", name)
        for (index, rule) in rules.enumerated() {
            problems += AdmissionRuleRules.problems(rule, "\(path).rules[\(index)]")
        }
        if let failurePolicy {
            problems += FieldWords.oneOf("\(path).failurePolicy", failurePolicy, MatchRules.failurePolicies)
        }
        if let matchPolicy {
            problems += FieldWords.oneOf("\(path).matchPolicy", matchPolicy, MatchRules.matchPolicies)
        }
        if let sideEffects {
            problems += FieldWords.oneOf("\(path).sideEffects", sideEffects, Self.sideEffects)
        } else {
            problems.append(
                .required("\(path).sideEffects", "must specify one of \(Self.sideEffects.joined(separator: ", "))"))
        }
        if let timeoutSeconds, !Self.timeouts.contains(timeoutSeconds) {
            problems.append(
                .invalid(
                    "\(path).timeoutSeconds", String(timeoutSeconds),
                    "the timeout value must be between 1 and 30 seconds"))
        }
        if let selector = namespaceSelector {
            problems += SelectorRules.problems(selector, "\(path).namespaceSelector")
        }
        if let selector = objectSelector { problems += SelectorRules.problems(selector, "\(path).objectSelector") }
        problems += target("\(path).clientConfig")
        problems += MatchRules.conditions(conditions, "\(path).matchConditions")
        return problems + versions("\(path).admissionReviewVersions")
    }

    private func target(_ path: String) -> [FieldProblem] {
        switch (client.url, client.service) {
        case (let url?, nil): WebhookTargetRules.url(url, "\(path).url")
        case (nil, let service?):
            WebhookTargetRules.service(
                name: service.name, namespace: service.namespace, port: service.port, path: service.path,
                "\(path).service")
        default: [.required(path, "exactly one of url or service is required")]
        }
    }

    private func versions(_ path: String) -> [FieldProblem] {
        let known = Self.versions.joined(separator: ", ")
        if reviewVersions.isEmpty { return [.required(path, "must specify one of \(known)")] }
        var problems: [FieldProblem] = []
        var seen: Set<String> = []
        for (index, version) in reviewVersions.enumerated() {
            guard seen.insert(version).inserted else {
                problems.append(.invalid("\(path)[\(index)]", text: version, "duplicate version"))
                continue
            }
            problems += FieldWords.name("\(path)[\(index)]", version) { Names.dns1035Problems($0) }
        }
        if !reviewVersions.contains(where: Self.versions.contains) {
            problems.append(
                .invalid(path, FieldWords.json(reviewVersions), "must include at least one of \(known)"))
        }
        return problems
    }
}
