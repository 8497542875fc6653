internal import Objects

/// How names are resolved in pods that ask for the cluster's DNS; without servers they get the node's.
public struct ClusterDNS: Sendable, Equatable {
    public var servers: [String]
    /// `cluster.local`
    public var domain: String
    public init(servers: [String] = [], domain: String = "cluster.local") {
        self.servers = servers
        self.domain = domain
    }
}

/// What a pod's sandbox is made from.
enum SandboxConfig {
    static func make(
        _ pod: Core.Pod, attempt: Int, paths: PodPaths, dns: ClusterDNS, cgroupParent: String
    ) -> CRI.PodSandboxConfig {
        let identity = paths.pod
        var config = CRI.PodSandboxConfig()
        var metadata = CRI.PodSandboxMetadata()
        metadata.name = identity.name
        metadata.namespace = identity.namespace
        metadata.uid = identity.uid
        metadata.attempt = attempt
        config.metadata = metadata
        if !pod.spec.hostNetwork { config.hostname = hostname(pod) }
        config.logDirectory = paths.logs
        config.labels = pod.metadata.labels
        for label in RuntimeLabels.sandbox(identity).entries { config.labels[label.key] = label.value }
        config.dnsConfig = self.dns(pod, dns)
        config.portMappings = pod.spec.hostNetwork ? [] : pod.spec.containers.flatMap(portMappings)
        var linux = CRI.LinuxPodSandboxConfig()
        linux.cgroupParent = cgroupParent
        for sysctl in pod.spec.securityContext?.sysctls ?? [] { linux.sysctls[sysctl.name] = sysctl.value }
        linux.securityContext = security(pod)
        config.linux = linux
        return config
    }

    /// The kernel allows 63 bytes.
    static func hostname(_ pod: Core.Pod) -> String {
        let name = pod.spec.hostname.isEmpty ? pod.metadata.name : pod.spec.hostname
        var cut = String(name.prefix(63))
        while let last = cut.last, last == "-" || last == "." { cut.removeLast() }
        return cut
    }

    private static func portMappings(_ container: Core.Container) -> [CRI.PortMapping] {
        container.ports.filter { $0.hostPort > 0 }.map { port in
            var mapping = CRI.PortMapping()
            mapping.containerPort = port.containerPort
            mapping.hostPort = port.hostPort
            mapping.hostIp = port.hostIP
            mapping.protocol =
                switch port.protocol {
                case "UDP": CRI.ProtocolType.udp
                case "SCTP": CRI.ProtocolType.sctp
                default: CRI.ProtocolType.tcp
                }
            return mapping
        }
    }

    /// Nil: the node's own `/etc/resolv.conf`.
    private static func dns(_ pod: Core.Pod, _ cluster: ClusterDNS) -> CRI.DNSConfig? {
        var config = CRI.DNSConfig()
        var isOwn = false
        let usesCluster =
            pod.spec.dnsPolicy == "ClusterFirstWithHostNet"
            || (pod.spec.dnsPolicy != "Default" && pod.spec.dnsPolicy != "None" && !pod.spec.hostNetwork)
        if usesCluster, !cluster.servers.isEmpty {
            config.servers = cluster.servers
            config.searches = [
                "\(pod.metadata.namespace).svc.\(cluster.domain)", "svc.\(cluster.domain)", cluster.domain,
            ]
            config.options = ["ndots:5"]
            isOwn = true
        }
        if let extra = pod.spec.dnsConfig, isOwn || pod.spec.dnsPolicy == "None" {
            config.servers += extra.nameservers
            config.searches += extra.searches
            config.options += extra.options.map { option in option.value.map { "\(option.name):\($0)" } ?? option.name }
            isOwn = true
        }
        return isOwn ? config : nil
    }

    private static func security(_ pod: Core.Pod) -> CRI.LinuxSandboxSecurityContext {
        var security = CRI.LinuxSandboxSecurityContext()
        security.namespaceOptions = namespaces(pod.spec)
        let all = pod.spec.initContainers + pod.spec.containers
        security.privileged = all.contains { $0.securityContext?.privileged == true }
        if let own = pod.spec.securityContext {
            security.runAsUser = own.runAsUser.map(number)
            security.runAsGroup = own.runAsUser == nil ? nil : own.runAsGroup.map(number)
            security.supplementalGroups = own.supplementalGroups + (own.fsGroup.map { [$0] } ?? [])
        }
        security.seccomp = SecurityProfiles.seccomp(nil, pod.spec.securityContext)
        return security
    }

    static func namespaces(_ spec: Core.PodSpec) -> CRI.NamespaceOption {
        var options = CRI.NamespaceOption()
        options.network = spec.hostNetwork ? CRI.NamespaceMode.node : CRI.NamespaceMode.pod
        options.ipc = spec.hostIPC ? CRI.NamespaceMode.node : CRI.NamespaceMode.pod
        options.pid =
            spec.hostPID
            ? CRI.NamespaceMode.node
            : spec.shareProcessNamespace == true ? CRI.NamespaceMode.pod : CRI.NamespaceMode.container
        return options
    }

    static func number(_ value: Int) -> CRI.Int64Value {
        var number = CRI.Int64Value()
        number.value = value
        return number
    }
}
