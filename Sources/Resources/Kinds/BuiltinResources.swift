/// The resources that every server has, in the order of discovery.
public enum BuiltinResources {
    public static let all: [ResourceDefinition] = core + apps + authentication + authorization + coordination + rbac

    static let core = [configMaps, events, namespaces, nodes, pods, secrets, serviceAccounts]
    static let apps = [deployments, replicaSets]
    static let coordination = [leases]
}
