import Objects

/// What the rules for a container must know of the pod that it is in.
struct ContainerScope {
    /// Those that are valid, by name: a container cannot use one that is not.
    let volumes: [String: Core.VolumeSource]
    let claims: Set<String>
    /// Nil: the pod's own is not valid, which is said elsewhere.
    let gracePeriodSeconds: Int?
    let restartPolicy: String
    /// The users of the pod are those of the node.
    let sharesUsers: Bool
    let os: String?

    init(_ spec: Core.PodSpec, volumes: [String: Core.VolumeSource]) {
        self.volumes = volumes
        claims = Set(spec.resourceClaims.map(\.name).filter { !$0.isEmpty })
        gracePeriodSeconds = spec.terminationGracePeriodSeconds
        restartPolicy = spec.restartPolicy
        sharesUsers = spec.hostUsers ?? true
        os = spec.os?.name
    }
}

extension Core.PodSpec {
    /// All containers with their paths, in the order in which upstream looks at them.
    func containerPaths(_ path: String) -> [(path: String, container: Core.Container)] {
        initContainers.enumerated().map { ("\(path).initContainers[\($0)]", $1) }
            + containers.enumerated().map { ("\(path).containers[\($0)]", $1) }
            + ephemeralContainers.enumerated().map {
                ("\(path).ephemeralContainers[\($0)]", EphemeralContainerRules.container($1))
            }
    }
}
