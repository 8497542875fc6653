internal import Objects

/// The objects and facts that a pod's environment and files are made of, read beforehand so that making them is pure.
struct PodSources: Sendable {
    /// By name, of the pod's namespace. Absent: not there.
    var configMaps: [String: Core.ConfigMap] = [:]
    var secrets: [String: Core.Secret] = [:]
    var podAddresses: [String] = []
    var hostAddress = ""
    /// Stands in for a container's limit that is not set.
    var allocatable: StringMap<Quantity> = [:]
}

/// What the pod asks for cannot be made: the container waits with reason `CreateContainerConfigError`.
struct PodConfigError: Error, Sendable, Equatable, CustomStringConvertible {
    var message: String
    var description: String { message }
    init(_ message: String) { self.message = message }
}

extension Core.PodSpec {
    /// Whether a volume is made of objects that may change while the pod runs.
    var hasFiles: Bool {
        volumes.contains { volume in
            let source = volume.volumeSource
            return source.configMap != nil || source.secret != nil || source.downwardAPI != nil
                || source.projected != nil
        }
    }

    /// Names of all ConfigMaps that the pod refers to, and of all Secrets.
    var references: (configMaps: Set<String>, secrets: Set<String>) {
        var configMaps: Set<String> = []
        var secrets: Set<String> = []
        for container in initContainers + containers {
            for source in container.envFrom {
                if let name = source.configMapRef?.localObjectReference.name { configMaps.insert(name) }
                if let name = source.secretRef?.localObjectReference.name { secrets.insert(name) }
            }
            for variable in container.env {
                if let name = variable.valueFrom?.configMapKeyRef?.localObjectReference.name { configMaps.insert(name) }
                if let name = variable.valueFrom?.secretKeyRef?.localObjectReference.name { secrets.insert(name) }
            }
        }
        for volume in volumes {
            let source = volume.volumeSource
            if let name = source.configMap?.localObjectReference.name { configMaps.insert(name) }
            if let name = source.secret?.secretName { secrets.insert(name) }
            for projection in source.projected?.sources ?? [] {
                if let name = projection.configMap?.localObjectReference.name { configMaps.insert(name) }
                if let name = projection.secret?.localObjectReference.name { secrets.insert(name) }
            }
        }
        for reference in imagePullSecrets { secrets.insert(reference.name) }
        configMaps.remove("")
        secrets.remove("")
        return (configMaps, secrets)
    }
}
