import Objects

extension BuiltinResources {
    static let mutatingWebhookConfigurations = ResourceDefinition(
        "admissionregistration.k8s.io/v1", "mutatingwebhookconfigurations", "MutatingWebhookConfiguration",
        categories: ["api-extensions"], isNamespaced: false, traits: [.tracksGeneration, .updatesNeedVersion],
        rules: MutatingWebhookRules(),
        rows: RowPlan([
            .name,
            Column("Webhooks", .integer, about: "How many webhooks it has.", reads: ["webhooks.name"]) { object, _ in
                .integer(AdmissionRegistration.MutatingWebhookConfiguration(object).webhooks.count)
            }, .age,
        ]))
}

/// Servers that may change what is being written.
struct MutatingWebhookRules: ResourceRules {
    static let reinvocationPolicies = ["IfNeeded", "Never"]

    func setDefaults(_ object: inout Message) {
        var configuration = AdmissionRegistration.MutatingWebhookConfiguration(object)
        for index in configuration.webhooks.indices {
            var hook = configuration.webhooks[index]
            if hook.failurePolicy == nil { hook.failurePolicy = "Fail" }
            if hook.matchPolicy == nil { hook.matchPolicy = "Equivalent" }
            if hook.namespaceSelector == nil { hook.namespaceSelector = Meta.LabelSelector() }
            if hook.objectSelector == nil { hook.objectSelector = Meta.LabelSelector() }
            if hook.timeoutSeconds == nil { hook.timeoutSeconds = 10 }
            if hook.reinvocationPolicy == nil { hook.reinvocationPolicy = "Never" }
            for number in hook.rules.indices { AdmissionRuleRules.setDefaults(&hook.rules[number]) }
            WebhookRules.setDefaults(&hook.clientConfig)
            configuration.webhooks[index] = hook
        }
        object = configuration.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let hooks = AdmissionRegistration.MutatingWebhookConfiguration(object).webhooks
        let policies = hooks.enumerated().flatMap { index, hook in
            hook.reinvocationPolicy.map {
                FieldWords.oneOf("webhooks[\(index)].reinvocationPolicy", $0, Self.reinvocationPolicies)
            } ?? []
        }
        return policies
            + WebhookRules.problems(
                hooks.map { hook in
                    WebhookRules(
                        name: hook.name, client: hook.clientConfig, rules: hook.rules,
                        failurePolicy: hook.failurePolicy, matchPolicy: hook.matchPolicy,
                        namespaceSelector: hook.namespaceSelector, objectSelector: hook.objectSelector,
                        sideEffects: hook.sideEffects, timeoutSeconds: hook.timeoutSeconds,
                        reviewVersions: hook.admissionReviewVersions, conditions: hook.matchConditions)
                })
    }
}
