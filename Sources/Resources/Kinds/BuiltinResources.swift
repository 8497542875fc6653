/// The resources that every server has, in the order of discovery.
public enum BuiltinResources {
    public static let all: [ResourceDefinition] =
        core + apiRegistration + apps + eventsGroup + authentication + authorization + certificates + networking + rbac
        + storage + admissionRegistration + coordination + node + discovery + dynamicResources + flowControl

    static let core = [configMaps, events, namespaces, nodes, pods, secrets, serviceAccounts]
    static let admissionRegistration = [
        mutatingAdmissionPolicies, mutatingAdmissionPolicyBindings, mutatingWebhookConfigurations,
        validatingAdmissionPolicies, validatingAdmissionPolicyBindings, validatingWebhookConfigurations,
    ]
    static let apiRegistration = [apiServices]
    static let apps = [deployments, replicaSets]
    static let certificates = [certificateSigningRequests]
    static let coordination = [leases]
    static let discovery = [endpointSlices]
    static let dynamicResources = [deviceClasses, resourceClaims, resourceClaimTemplates, resourceSlices]
    static let eventsGroup = [newerEvents]
    static let flowControl = [flowSchemas, priorityLevelConfigurations]
    static let networking = [ingressClasses, ingresses, ipAddresses, networkPolicies, serviceCIDRs]
    static let node = [runtimeClasses]
    static let storage = [
        csiDrivers, csiNodes, csiStorageCapacities, storageClasses, volumeAttachments, volumeAttributesClasses,
    ]
}
