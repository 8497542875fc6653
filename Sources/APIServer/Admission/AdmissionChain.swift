import Objects
import Resources

/// The plugins that are asked, in their order: first those that fill in and the cluster's limits, then, where they come,
/// webhooks; what counts what is used is the last.
struct AdmissionChain: Sendable {
    let plugins: [any AdmissionPlugin]

    private struct Link: Sendable {
        /// As operators name it; nil: it is part of the resources themselves, and always asked.
        let name: String?
        let plugin: any AdmissionPlugin
    }

    /// In kube-apiserver's order.
    private static let links = [
        Link(name: "NamespaceLifecycle", plugin: NamespaceLifecycle()),
        Link(name: nil, plugin: RoleEscalation()),
        Link(name: "LimitRanger", plugin: LimitRanger()),
        Link(name: "ServiceAccount", plugin: ServiceAccountAdmission()),
        Link(name: "NodeRestriction", plugin: NodeRestriction()),
        Link(name: "TaintNodesByCondition", plugin: NodeTainting()),
        Link(name: "PodSecurity", plugin: PodSecurityAdmission()),
        Link(name: "Priority", plugin: PodPriority()),
        Link(name: "DefaultTolerationSeconds", plugin: DefaultTolerations()),
        Link(name: "DefaultStorageClass", plugin: DefaultStorageClass()),
        Link(name: "StorageObjectInUseProtection", plugin: StorageProtection()),
        Link(name: "OwnerReferencesPermissionEnforcement", plugin: OwnerRights()),
        Link(name: "PersistentVolumeClaimResize", plugin: ClaimResizing()),
        Link(name: "RuntimeClass", plugin: RuntimeClassAdmission()),
        Link(name: "CertificateApproval", plugin: CertificateApproval()),
        Link(name: "CertificateSigning", plugin: CertificateSigning()),
        Link(name: nil, plugin: SigningRequestProof()),
        Link(name: nil, plugin: DeviceClaimRights()),
        Link(name: "CertificateSubjectRestriction", plugin: SubjectRestriction()),
        Link(name: "DefaultIngressClass", plugin: DefaultIngressClass()),
        Link(name: "PodTopologyLabels", plugin: PodTopologyLabels()),
        Link(name: "ResourceQuota", plugin: QuotaAdmission()),
    ]

    /// Of those that an operator can switch.
    static let names = Set(links.compactMap(\.name))
    /// It asks for rights that controllers of others seldom have.
    static let offByDefault: Set<String> = ["OwnerReferencesPermissionEnforcement"]

    static let standard = AdmissionChain(.standard)

    init(plugins: [any AdmissionPlugin]) { self.plugins = plugins }

    init(_ selection: AdmissionSelection) {
        plugins = Self.links.filter { $0.name.map(selection.names.contains) ?? true }.map { link in
            guard link.plugin is PodSecurityAdmission else { return link.plugin }
            return PodSecurityAdmission(configuration: selection.configuration.podSecurity)
        }
    }

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

    /// Lets the plugins refuse what an action is asked to do.
    func admit(
        actionOn resource: ServedResource, _ subresource: Subresource?, namespace: String, name: String,
        _ options: WriteOptions
    ) async throws(APIError) {
        let request = AdmissionRequest(
            verb: .create, resource: resource, subresource: subresource, namespace: namespace, name: name,
            object: Message(resource.stored.type), caller: options.caller, isDryRun: options.dryRun)
        for plugin in resource.admission(.create) { try await plugin.admit(action: request, self) }
    }

    /// Lets the plugins refuse; what they warn of is added to the request's.
    func validate(_ request: inout AdmissionRequest) async throws(APIError) {
        for plugin in request.resource.admission(request.verb) {
            request.warnings += try await plugin.validate(request, self)
        }
    }
}
