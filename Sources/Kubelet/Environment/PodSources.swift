internal import Objects

/// The objects and facts that a pod's environment and files are made of, read beforehand so that making them is pure.
struct PodSources: Sendable {
    /// By name, of the pod's namespace. Absent: not there.
    var configMaps: [String: Core.ConfigMap] = [:]
    var secrets: [String: Core.Secret] = [:]
    var tokens: [TokenWish: PodToken] = [:]
    var podAddresses: [String] = []
    var hostAddress = ""
    /// Stands in for a container's limit that is not set.
    var allocatable: StringMap<Quantity> = [:]
}

/// A token of the pod's ServiceAccount, as a volume asks for it.
struct TokenWish: Sendable, Hashable {
    /// Whom it is for; "": the API server.
    let audience: String
    let seconds: Int

    init(_ projection: Core.ServiceAccountTokenProjection) {
        audience = projection.audience
        seconds = projection.expirationSeconds ?? Self.standardSeconds
    }

    /// What the API server's defaults say.
    private static let standardSeconds = 3600
}

/// A token that the pod has.
struct PodToken: Sendable, Hashable {
    let text: String
    /// From then on another one is asked for.
    let renewAt: Moment

    /// - Parameter expires: renewed when four fifths of its life are over, so that there is time for an API server to come
    ///   back.
    init(_ text: String, now: Moment, expires: Moment) {
        self.text = text
        renewAt = now + max(0, expires - now) / 5 * 4
    }
}

/// What the pod asks for cannot be made: the container waits with reason `CreateContainerConfigError`.
struct PodConfigError: Error, Sendable, Equatable, CustomStringConvertible {
    var message: String
    var description: String { message }
    init(_ message: String) { self.message = message }
}

extension Core.PodSpec {
    /// The tokens that volumes ask for.
    var tokenWishes: Set<TokenWish> {
        var wishes: Set<TokenWish> = []
        for volume in volumes {
            for part in volume.volumeSource.projected?.sources ?? [] {
                if let token = part.serviceAccountToken { wishes.insert(TokenWish(token)) }
            }
        }
        return wishes
    }

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
