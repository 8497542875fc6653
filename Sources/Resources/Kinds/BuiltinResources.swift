/// The resources that every server has, in the order of discovery.
public enum BuiltinResources {
    public static let all: [ResourceDefinition] =
        core + apps + authentication + authorization + autoscaling + batch + coordination + policy + rbac + scheduling

    static let core = [
        configMaps, endpoints, events, limitRanges, namespaces, nodes, persistentVolumeClaims, persistentVolumes, pods,
        podTemplates, replicationControllers, resourceQuotas, secrets, serviceAccounts, services,
    ]
    static let apps = [controllerRevisions, daemonSets, deployments, replicaSets, statefulSets]
    static let autoscaling = [autoscalers, olderAutoscalers]
    static let batch = [cronJobs, jobs]
    static let coordination = [leases]
    static let policy = [podDisruptionBudgets]
    static let scheduling = [priorityClasses]
}
