import Objects

/// A pod's specification as the checks look at it: all containers alike, whenever they run.
struct CheckedPod: Sendable {
    struct Container: Sendable {
        let name: String
        let security: Core.SecurityContext?
        let ports: [Core.ContainerPort]
        let probes: [Core.Probe]
        let handlers: [Core.LifecycleHandler]
    }
    let spec: Core.PodSpec
    let annotations: StringMap<String>
    let containers: [Container]
    var isWindows: Bool { spec.os?.name == "windows" }
    /// Its users, root among them, are nobody on the node.
    var hasOwnUsers: Bool { spec.hostUsers == false }

    init(_ spec: Core.PodSpec, _ annotations: StringMap<String>) {
        self.spec = spec
        self.annotations = annotations
        var containers: [Container] = []
        for container in spec.initContainers + spec.containers {
            containers.append(
                Container(
                    name: container.name, security: container.securityContext, ports: container.ports,
                    probes: [container.livenessProbe, container.readinessProbe, container.startupProbe].compactMap {
                        $0
                    },
                    handlers: [container.lifecycle?.postStart, container.lifecycle?.preStop].compactMap { $0 }))
        }
        for container in spec.ephemeralContainers {
            let common = container.ephemeralContainerCommon
            containers.append(
                Container(
                    name: common.name, security: common.securityContext, ports: common.ports, probes: [], handlers: []))
        }
        self.containers = containers
    }

    /// The names of the containers of which something holds.
    func names(_ predicate: (Container) -> Bool) -> [String] { containers.filter(predicate).map(\.name) }
}
