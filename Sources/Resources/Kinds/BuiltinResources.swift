/// The resources that every server has, in the order of discovery.
public enum BuiltinResources {
    public static let all: [ResourceDefinition] =
        core + apiRegistration + apps + eventsGroup + authentication + authorization + autoscaling + batch
        + certificates
        + networking + policy + rbac + storage + admissionRegistration + scheduling + coordination + node + discovery
        + dynamicResources + flowControl

    static let core = [
        bindings, componentStatuses, configMaps, endpoints, events, limitRanges, namespaces, nodes,
        persistentVolumeClaims, persistentVolumes, pods, podTemplates, replicationControllers, resourceQuotas, secrets,
        serviceAccounts, services,
    ]
    static let admissionRegistration = [
        mutatingAdmissionPolicies, mutatingAdmissionPolicyBindings, mutatingWebhookConfigurations,
        validatingAdmissionPolicies, validatingAdmissionPolicyBindings, validatingWebhookConfigurations,
    ]
    static let apiRegistration = [apiServices]
    static let apps = [controllerRevisions, daemonSets, deployments, replicaSets, statefulSets]
    static let autoscaling = [autoscalers, olderAutoscalers]
    static let batch = [cronJobs, jobs]
    static let certificates = [certificateSigningRequests]
    static let coordination = [leases]
    static let discovery = [endpointSlices]
    static let dynamicResources = [deviceClasses, resourceClaims, resourceClaimTemplates, resourceSlices]
    static let eventsGroup = [newerEvents]
    static let flowControl = [flowSchemas, priorityLevelConfigurations]
    static let networking = [ingressClasses, ingresses, ipAddresses, networkPolicies, serviceCIDRs]
    static let node = [runtimeClasses]
    static let policy = [podDisruptionBudgets]
    static let scheduling = [priorityClasses]
    static let storage = [
        csiDrivers, csiNodes, csiStorageCapacities, storageClasses, volumeAttachments, volumeAttributesClasses,
    ]
}
