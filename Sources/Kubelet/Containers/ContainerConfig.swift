internal import Objects

/// What a container is made from: its spec, its pod, and what was read for it.
struct ContainerConfig {
    let pod: Core.Pod
    let container: Core.Container
    let attempt: Int
    let paths: PodPaths
    let sources: PodSources
    let image: CRI.Image?
    let memoryCapacity: Int64

    /// - Parameter mountSource: where a mount's volume lies on the host.
    func make(mountSource: (Core.VolumeMount) throws(PodConfigError) -> String) throws(PodConfigError)
        -> CRI.ContainerConfig
    {
        let environment = try ContainerEnvironment.make(container, pod: pod, sources: sources)
        var config = CRI.ContainerConfig()
        var metadata = CRI.ContainerMetadata()
        metadata.name = container.name
        metadata.attempt = attempt
        config.metadata = metadata
        var spec = CRI.ImageSpec()
        spec.image = image?.id ?? container.image
        spec.userSpecifiedImage = container.image
        config.image = spec
        config.command = container.command.map(environment.expand)
        config.args = container.args.map(environment.expand)
        config.workingDir = container.workingDir
        config.envs = environment.variables.map { variable in
            var pair = CRI.KeyValue()
            pair.key = variable.name
            pair.value = Array(variable.value.utf8)
            return pair
        }
        config.mounts = try mounts(environment, mountSource)
        config.labels = RuntimeLabels.container(paths.pod, name: container.name)
        config.annotations = annotations
        config.logPath = PodPaths.log(container.name, attempt: attempt)
        config.stdin = container.stdin
        config.stdinOnce = container.stdinOnce
        config.tty = container.tty
        var linux = CRI.LinuxContainerConfig()
        linux.resources = LinuxResources.make(
            container, quality: QualityOfService(pod), memoryCapacity: memoryCapacity)
        linux.securityContext = try SecurityProfiles.container(container, pod: pod, image: image)
        config.linux = linux
        return config
    }

    private var annotations: StringMap<String> {
        var annotations: StringMap<String> = [
            RuntimeLabels.restartCount: String(attempt),
            RuntimeLabels.specHash: ContainerHash.of(container),
            RuntimeLabels.terminationMessagePath: terminationPath,
            RuntimeLabels.terminationMessagePolicy: container.terminationMessagePolicy,
            RuntimeLabels.terminationMessageFile: paths.terminationMessage(container.name, attempt: attempt),
        ]
        if let grace = pod.spec.terminationGracePeriodSeconds {
            annotations[RuntimeLabels.podDeletionGracePeriod] = String(grace)
        }
        return annotations
    }

    private var terminationPath: String {
        container.terminationMessagePath.isEmpty ? "/dev/termination-log" : container.terminationMessagePath
    }

    private func mounts(
        _ environment: ContainerEnvironment, _ source: (Core.VolumeMount) throws(PodConfigError) -> String
    ) throws(PodConfigError) -> [CRI.Mount] {
        var mounts: [CRI.Mount] = []
        for wanted in container.volumeMounts {
            var expanded = wanted
            if !wanted.subPathExpr.isEmpty { expanded.subPath = environment.expand(wanted.subPathExpr) }
            var mount = CRI.Mount()
            mount.containerPath = wanted.mountPath.hasPrefix("/") ? wanted.mountPath : "/" + wanted.mountPath
            mount.hostPath = try source(expanded)
            mount.readonly = wanted.readOnly
            mount.propagation =
                switch wanted.mountPropagation {
                case "HostToContainer": CRI.MountPropagation.propagationHostToContainer
                case "Bidirectional": CRI.MountPropagation.propagationBidirectional
                default: CRI.MountPropagation.propagationPrivate
                }
            mounts.append(mount)
        }
        var termination = CRI.Mount()
        termination.containerPath = terminationPath
        termination.hostPath = paths.terminationMessage(container.name, attempt: attempt)
        mounts.append(termination)
        if !pod.spec.hostNetwork, !container.volumeMounts.contains(where: { $0.mountPath == "/etc/hosts" }) {
            var hosts = CRI.Mount()
            hosts.containerPath = "/etc/hosts"
            hosts.hostPath = paths.hosts
            mounts.append(hosts)
        }
        return mounts
    }

    /// `/etc/hosts` of a pod with a network of its own.
    static func hosts(_ pod: Core.Pod, addresses: [String]) -> [UInt8] {
        var text = "# Written by the node's agent.\n127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\n"
        for address in addresses { text += "\(address)\t\(SandboxConfig.hostname(pod))\n" }
        for alias in pod.spec.hostAliases { text += "\(alias.ip)\t\(alias.hostnames.joined(separator: "\t"))\n" }
        return Array(text.utf8)
    }
}
