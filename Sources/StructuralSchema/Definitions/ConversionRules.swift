import Objects
import Resources

/// What is valid in `spec.conversion`: how objects of one version become those of another.
enum ConversionRules {
    /// The forms of ConversionReview that Kubernetes speaks.
    private static let reviewVersions = ["v1", "v1beta1"]
    private static let servicePort = 443

    static func fillIn(_ definition: inout APIExtensions.CustomResourceDefinition) {
        guard let service = definition.spec.conversion?.webhook?.clientConfig?.service, service.port == nil else {
            return
        }
        definition.spec.conversion?.webhook?.clientConfig?.service?.port = servicePort
    }

    static func problems(_ conversion: APIExtensions.CustomResourceConversion, _ field: String) -> [FieldProblem] {
        let problems = DefinitionRules.oneOf("\(field).strategy", conversion.strategy, ["None", "Webhook"])
        let versions = conversion.webhook?.conversionReviewVersions ?? []
        let client = conversion.webhook?.clientConfig
        guard conversion.strategy == "Webhook" else {
            let why = "should not be set when strategy is not set to Webhook"
            return problems + (client == nil ? [] : [.forbidden("\(field).webhookClientConfig", why)])
                + (versions.isEmpty ? [] : [.forbidden("\(field).conversionReviewVersions", why)])
        }
        return problems + targetProblems(client, "\(field).webhookClientConfig")
            + versionProblems(versions, "\(field).conversionReviewVersions")
    }

    private static func targetProblems(
        _ client: APIExtensions.WebhookClientConfig?, _ field: String
    ) -> [FieldProblem] {
        guard let client else { return [.required(field, "required when strategy is set to Webhook")] }
        switch (client.url, client.service) {
        case (let url?, nil): return WebhookTargetRules.url(url, "\(field).url")
        case (nil, let service?):
            return WebhookTargetRules.service(
                name: service.name, namespace: service.namespace, port: service.port, path: service.path,
                "\(field).service")
        default: return [.required(field, "exactly one of url or service is required")]
        }
    }

    private static func versionProblems(_ versions: [String], _ field: String) -> [FieldProblem] {
        guard !versions.isEmpty else { return [.required(field)] }
        var problems: [FieldProblem] = []
        var seen: Set<String> = []
        for (index, version) in versions.enumerated() {
            guard seen.insert(version).inserted else {
                problems.append(.invalid("\(field)[\(index)]", text: version, "duplicate version"))
                continue
            }
            problems += Names.dns1035Problems(version).map { .invalid("\(field)[\(index)]", text: version, $0) }
        }
        if !versions.contains(where: reviewVersions.contains) {
            problems.append(
                .invalid(
                    field, GoNumber.shown(.list(versions.map { .string($0) })),
                    "must include at least one of \(reviewVersions.joined(separator: ", "))"))
        }
        return problems
    }
}
