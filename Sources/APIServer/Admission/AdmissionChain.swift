import Resources

/// The plugins that are asked, in their order: first those that fill in and the cluster's limits, then, where they come,
/// webhooks; what counts what is used is the last.
struct AdmissionChain: Sendable {
    let plugins: [any AdmissionPlugin]

    static let standard = AdmissionChain(plugins: [
        NamespaceLifecycle(), NodeRestriction(), RoleEscalation(), LimitRanger(), ServiceAccountAdmission(),
        NodeTainting(), PodSecurityAdmission(), PodPriority(), DefaultTolerations(), DefaultClasses(),
        StorageProtection(), SigningRequestAdmission(), QuotaAdmission(),
    ])

    func plugins(for definition: ResourceDefinition) -> [AdmissionRequest.Verb: [any AdmissionPlugin]] {
        var result: [AdmissionRequest.Verb: [any AdmissionPlugin]] = [:]
        for verb in AdmissionRequest.Verb.allCases {
            result[verb] = plugins.filter { $0.concerns(definition, verb) }
        }
        return result
    }
}

extension ServerCore {
    /// Lets the plugins change and refuse.
    func admit(_ request: inout AdmissionRequest) async throws(APIError) {
        for plugin in request.resource.admission(request.verb) { try await plugin.admit(&request, self) }
    }

    /// Lets the plugins refuse; what they warn of is added to the request's.
    func validate(_ request: inout AdmissionRequest) async throws(APIError) {
        for plugin in request.resource.admission(request.verb) {
            request.warnings += try await plugin.validate(request, self)
        }
    }
}
