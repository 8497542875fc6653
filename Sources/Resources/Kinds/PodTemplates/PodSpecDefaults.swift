import Objects

/// What a pod's specification says where its author left it open; the same for pods and for templates of pods.
enum PodSpecDefaults {
    static let gracePeriodSeconds = 30
    /// 0644: files of volumes.
    static let fileMode = 0o644
    private static let tokenSeconds = 3600

    static func apply(_ spec: inout Core.PodSpec) {
        if spec.restartPolicy.isEmpty { spec.restartPolicy = "Always" }
        if spec.terminationGracePeriodSeconds == nil { spec.terminationGracePeriodSeconds = gracePeriodSeconds }
        if spec.dnsPolicy.isEmpty { spec.dnsPolicy = "ClusterFirst" }
        if spec.schedulerName.isEmpty { spec.schedulerName = "default-scheduler" }
        if spec.securityContext == nil { spec.securityContext = Core.PodSecurityContext() }
        // `serviceAccount` is the older name of the same field.
        if spec.serviceAccountName.isEmpty { spec.serviceAccountName = spec.serviceAccount }
        spec.serviceAccount = spec.serviceAccountName
        if !spec.initContainers.isEmpty { spec.initContainers = spec.initContainers.map(container) }
        if !spec.containers.isEmpty { spec.containers = spec.containers.map(container) }
        if !spec.ephemeralContainers.isEmpty {
            spec.ephemeralContainers = spec.ephemeralContainers.map(EphemeralContainerRules.completed)
        }
        if !spec.volumes.isEmpty { spec.volumes = spec.volumes.map(volume) }
    }

    /// Resources that are limited but not requested are requested up to the limit.
    static func requestLimits(_ spec: inout Core.PodSpec) {
        func complete(_ container: Core.Container) -> Core.Container {
            guard !container.resources.limits.isEmpty else { return container }
            var container = container
            var requests = container.resources.requests
            for limit in container.resources.limits.entries where requests[limit.key] == nil {
                requests[limit.key] = limit.value
            }
            container.resources.requests = requests
            return container
        }
        spec.initContainers = spec.initContainers.map(complete)
        spec.containers = spec.containers.map(complete)
    }

    /// A pod that says something of its resources as a whole asks for what its containers ask for, and for the rest as
    /// much as it is limited to.
    static func wholeRequests(_ spec: inout Core.PodSpec) {
        guard var whole = spec.resources else { return }
        func isOfPods(_ name: String) -> Bool { name == "cpu" || name == "memory" || name.hasPrefix("hugepages-") }
        for limit in PodResources.limitsOfContainers(spec).entries
        where limit.key.hasPrefix("hugepages-") && whole.limits[limit.key] == nil {
            whole.limits[limit.key] = limit.value
        }
        for amounts in [PodResources.requestsOfContainers(spec), whole.limits] {
            for amount in amounts.entries where isOfPods(amount.key) && whole.requests[amount.key] == nil {
                whole.requests[amount.key] = amount.value
            }
        }
        spec.resources = whole
    }

    /// On the node's own network a container's port is the node's port.
    static func hostNetworkPorts(_ spec: inout Core.PodSpec) {
        guard spec.hostNetwork else { return }
        func complete(_ container: Core.Container) -> Core.Container {
            var container = container
            container.ports = container.ports.map { port in
                var port = port
                if port.hostPort == 0 { port.hostPort = port.containerPort }
                return port
            }
            return container
        }
        spec.initContainers = spec.initContainers.map(complete)
        spec.containers = spec.containers.map(complete)
    }

    // MARK: Containers

    static func container(_ given: Core.Container) -> Core.Container {
        var container = given
        if container.imagePullPolicy.isEmpty { container.imagePullPolicy = pullPolicy(container.image) }
        if container.terminationMessagePath.isEmpty { container.terminationMessagePath = "/dev/termination-log" }
        if container.terminationMessagePolicy.isEmpty { container.terminationMessagePolicy = "File" }
        if !container.ports.isEmpty {
            container.ports = container.ports.map { port in
                var port = port
                if port.protocol.isEmpty { port.protocol = "TCP" }
                return port
            }
        }
        if !container.env.isEmpty {
            container.env = container.env.map { variable in
                guard let field = variable.valueFrom?.fieldRef, field.apiVersion.isEmpty else { return variable }
                var variable = variable
                variable.valueFrom?.fieldRef?.apiVersion = "v1"
                return variable
            }
        }
        container.livenessProbe = container.livenessProbe.map(probe)
        container.readinessProbe = container.readinessProbe.map(probe)
        container.startupProbe = container.startupProbe.map(probe)
        if var lifecycle = container.lifecycle {
            if let action = lifecycle.postStart?.httpGet { lifecycle.postStart?.httpGet = httpGet(action) }
            if let action = lifecycle.preStop?.httpGet { lifecycle.preStop?.httpGet = httpGet(action) }
            container.lifecycle = lifecycle
        }
        return container
    }

    /// `Always` for images whose tag may move: `latest`, said or implied.
    static func pullPolicy(_ image: String) -> String {
        if image.contains("@") { return "IfNotPresent" }
        let name = image.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count < 2 || parts[1].isEmpty || parts[1] == "latest" ? "Always" : "IfNotPresent"
    }

    private static func probe(_ given: Core.Probe) -> Core.Probe {
        var probe = given
        if probe.timeoutSeconds == 0 { probe.timeoutSeconds = 1 }
        if probe.periodSeconds == 0 { probe.periodSeconds = 10 }
        if probe.successThreshold == 0 { probe.successThreshold = 1 }
        if probe.failureThreshold == 0 { probe.failureThreshold = 3 }
        if let action = probe.probeHandler.httpGet { probe.probeHandler.httpGet = httpGet(action) }
        if let grpc = probe.probeHandler.grpc, grpc.service == nil { probe.probeHandler.grpc?.service = "" }
        return probe
    }

    private static func httpGet(_ given: Core.HTTPGetAction) -> Core.HTTPGetAction {
        var action = given
        if action.path.isEmpty { action.path = "/" }
        if action.scheme.isEmpty { action.scheme = "HTTP" }
        return action
    }

    // MARK: Volumes

    private static func volume(_ given: Core.Volume) -> Core.Volume {
        var volume = given
        var source = volume.volumeSource
        if source.message.isEmpty { source.emptyDir = Core.EmptyDirVolumeSource() }
        VolumeSourceDefaults.apply(&source.message)
        if var template = source.ephemeral?.volumeClaimTemplate {
            if template.spec.volumeMode == nil { template.spec.volumeMode = "Filesystem" }
            source.ephemeral?.volumeClaimTemplate = template
        }
        if let image = source.image, image.pullPolicy.isEmpty {
            source.image?.pullPolicy = pullPolicy(image.reference)
        }
        if let secret = source.secret, secret.defaultMode == nil { source.secret?.defaultMode = fileMode }
        if let map = source.configMap, map.defaultMode == nil { source.configMap?.defaultMode = fileMode }
        if var downward = source.downwardAPI {
            if downward.defaultMode == nil { downward.defaultMode = fileMode }
            downward.items = downward.items.map(file)
            source.downwardAPI = downward
        }
        if var projected = source.projected {
            if projected.defaultMode == nil { projected.defaultMode = fileMode }
            projected.sources = projected.sources.map { projection in
                var projection = projection
                if let token = projection.serviceAccountToken, token.expirationSeconds == nil {
                    projection.serviceAccountToken?.expirationSeconds = tokenSeconds
                }
                if let items = projection.downwardAPI?.items { projection.downwardAPI?.items = items.map(file) }
                return projection
            }
            source.projected = projected
        }
        volume.volumeSource = source
        return volume
    }

    private static func file(_ given: Core.DownwardAPIVolumeFile) -> Core.DownwardAPIVolumeFile {
        var file = given
        if let field = file.fieldRef, field.apiVersion.isEmpty { file.fieldRef?.apiVersion = "v1" }
        return file
    }
}
