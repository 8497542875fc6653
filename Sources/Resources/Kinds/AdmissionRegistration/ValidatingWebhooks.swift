import Objects

extension BuiltinResources {
    static let validatingWebhookConfigurations = ResourceDefinition(
        "admissionregistration.k8s.io/v1", "validatingwebhookconfigurations", "ValidatingWebhookConfiguration",
        categories: ["api-extensions"], isNamespaced: false, traits: [.tracksGeneration, .updatesNeedVersion],
        rules: ValidatingWebhookRules(),
        rows: RowPlan([
            .name,
            Column("Webhooks", .integer, about: "How many webhooks it has.", reads: ["webhooks.name"]) { object, _ in
                .integer(AdmissionRegistration.ValidatingWebhookConfiguration(object).webhooks.count)
            }, .age,
        ]))
}

/// Servers that are asked whether a change may be.
struct ValidatingWebhookRules: ResourceRules {
    func setDefaults(_ object: inout Message) {
        var configuration = AdmissionRegistration.ValidatingWebhookConfiguration(object)
        for index in configuration.webhooks.indices {
            var hook = configuration.webhooks[index]
            if hook.failurePolicy == nil { hook.failurePolicy = "Fail" }
            if hook.matchPolicy == nil { hook.matchPolicy = "Equivalent" }
            if hook.namespaceSelector == nil { hook.namespaceSelector = Meta.LabelSelector() }
            if hook.objectSelector == nil { hook.objectSelector = Meta.LabelSelector() }
            if hook.timeoutSeconds == nil { hook.timeoutSeconds = 10 }
            for number in hook.rules.indices { AdmissionRuleRules.setDefaults(&hook.rules[number]) }
            WebhookRules.setDefaults(&hook.clientConfig)
            configuration.webhooks[index] = hook
        }
        object = configuration.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        WebhookRules.problems(
            AdmissionRegistration.ValidatingWebhookConfiguration(object).webhooks.map { hook in
                WebhookRules(
                    name: hook.name, client: hook.clientConfig, rules: hook.rules, failurePolicy: hook.failurePolicy,
                    matchPolicy: hook.matchPolicy, namespaceSelector: hook.namespaceSelector,
                    objectSelector: hook.objectSelector, sideEffects: hook.sideEffects,
                    timeoutSeconds: hook.timeoutSeconds, reviewVersions: hook.admissionReviewVersions,
                    conditions: hook.matchConditions)
            })
    }
}
