import Objects

/// Accounts that say so let their pods use the Secrets that they list, and no others (annotation
/// `kubernetes.io/enforce-mountable-secrets`). Pure.
enum MountableSecrets {
    private static let annotation = "kubernetes.io/enforce-mountable-secrets"

    static func areEnforced(_ account: Core.ServiceAccount) -> Bool {
        account.metadata.annotations[annotation].map(GoParse.isTrue) ?? false
    }

    /// What a node's own pod refers to and may not; nil: nothing.
    static func problem(ofMirror pod: Core.Pod) -> String? {
        let spec = pod.spec
        if !spec.serviceAccountName.isEmpty { return "a mirror pod may not reference service accounts" }
        let containers = spec.initContainers + spec.containers
        let usesSecrets =
            !spec.imagePullSecrets.isEmpty
            || containers.contains { !secrets($0.env, $0.envFrom).isEmpty }
            || spec.volumes.contains { volume in
                volume.volumeSource.secret != nil
                    || volume.volumeSource.projected?.sources.contains { $0.secret != nil } == true
            }
        if usesSecrets { return "a mirror pod may not reference secrets" }
        let usesTokens = spec.volumes.contains { volume in
            volume.volumeSource.projected?.sources.contains { $0.serviceAccountToken != nil } == true
        }
        return usesTokens ? "a mirror pod may not use ServiceAccountToken volume projections" : nil
    }

    /// What the pod uses that its account does not list; nil: nothing.
    static func problem(of spec: Core.PodSpec, _ account: Core.ServiceAccount) -> String? {
        let listed = Set(account.secrets.map(\.name))
        let name = account.metadata.name
        for volume in spec.volumes {
            if let secret = volume.volumeSource.secret?.secretName, !listed.contains(secret) {
                return "volume with \(refused(secret, name))"
            }
        }
        for container in spec.initContainers {
            if let problem = problem("init container", container.name, container.env, container.envFrom, account) {
                return problem
            }
        }
        for container in spec.containers {
            if let problem = problem("container", container.name, container.env, container.envFrom, account) {
                return problem
            }
        }
        let pulled = Set(account.imagePullSecrets.map(\.name))
        for (index, secret) in spec.imagePullSecrets.enumerated() where !pulled.contains(secret.name) {
            return
                "imagePullSecrets[\(index)].name=\"\(secret.name)\" is not allowed because service account \(name) does "
                + "not reference that imagePullSecret"
        }
        return nil
    }

    /// The same of containers that come later.
    static func problem(ofEphemeral spec: Core.PodSpec, _ account: Core.ServiceAccount) -> String? {
        for container in spec.ephemeralContainers.map(\.ephemeralContainerCommon) {
            if let problem = problem("ephemeral container", container.name, container.env, container.envFrom, account) {
                return problem
            }
        }
        return nil
    }

    private static func problem(
        _ kind: String, _ container: String, _ variables: [Core.EnvVar], _ sources: [Core.EnvFromSource],
        _ account: Core.ServiceAccount
    ) -> String? {
        let listed = Set(account.secrets.map(\.name))
        for (variable, secret) in secrets(variables, sources) where !listed.contains(secret) {
            let place = variable.map { "envVar \($0)" } ?? "envFrom"
            return "\(kind) \(container) with \(place) referencing \(refused(secret, account.metadata.name))"
        }
        return nil
    }

    /// By the variables that take them; nil: all of the Secret's values are taken.
    private static func secrets(
        _ variables: [Core.EnvVar], _ sources: [Core.EnvFromSource]
    ) -> [(variable: String?, secret: String)] {
        variables.compactMap { variable in
            variable.valueFrom?.secretKeyRef.map { (variable.name, $0.localObjectReference.name) }
        } + sources.compactMap { source in source.secretRef.map { (nil, $0.localObjectReference.name) } }
    }

    private static func refused(_ secret: String, _ account: String) -> String {
        "secret.secretName=\"\(secret)\" is not allowed because service account \(account) does not reference that secret"
    }
}
