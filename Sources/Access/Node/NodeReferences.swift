public import Objects

/// The objects that a pod's node must be able to read, and the pod's own ServiceAccount.
public struct NodeReferences: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        case secret, configMap, claim, serviceAccount, resourceClaim
        /// A PersistentVolume, which is of the cluster.
        case volume
        case pod
    }
    public struct Object: Sendable, Hashable {
        public let kind: Kind
        public let namespace: String
        public let name: String

        public init(_ kind: Kind, namespace: String = "", name: String) {
            self.kind = kind
            self.namespace = namespace
            self.name = name
        }
    }

    /// What the pod refers to, each once.
    public static func of(_ pod: Core.Pod) -> Set<Object> {
        let namespace = pod.metadata.namespace
        var found: Set<Object> = []
        func add(_ kind: Kind, _ name: String) {
            if !name.isEmpty { found.insert(Object(kind, namespace: namespace, name: name)) }
        }
        // A mirror of a pod that the node made itself gives it nothing that it could have named itself.
        if pod.metadata.annotations["kubernetes.io/config.mirror"] != nil { return [] }
        let spec = pod.spec
        add(.serviceAccount, spec.serviceAccountName)
        for secret in spec.imagePullSecrets { add(.secret, secret.name) }
        for list in [spec.initContainers, spec.containers] {
            for container in list { environment(container.env, container.envFrom, add) }
        }
        for container in spec.ephemeralContainers.map(\.ephemeralContainerCommon) {
            environment(container.env, container.envFrom, add)
        }
        for volume in spec.volumes { references(of: volume, podName: pod.metadata.name, add) }
        for claim in spec.resourceClaims { add(.resourceClaim, claim.resourceClaimName ?? "") }
        for status in pod.status.resourceClaimStatuses { add(.resourceClaim, status.resourceClaimName ?? "") }
        return found
    }

    private static func environment(
        _ variables: [Core.EnvVar], _ sources: [Core.EnvFromSource], _ add: (Kind, String) -> Void
    ) {
        for variable in variables {
            guard let source = variable.valueFrom else { continue }
            if let secret = source.secretKeyRef { add(.secret, secret.localObjectReference.name) }
            if let map = source.configMapKeyRef { add(.configMap, map.localObjectReference.name) }
        }
        for source in sources {
            if let secret = source.secretRef { add(.secret, secret.localObjectReference.name) }
            if let map = source.configMapRef { add(.configMap, map.localObjectReference.name) }
        }
    }

    private static func references(of volume: Core.Volume, podName: String, _ add: (Kind, String) -> Void) {
        let source = volume.volumeSource
        if let secret = source.secret { add(.secret, secret.secretName) }
        if let map = source.configMap { add(.configMap, map.localObjectReference.name) }
        if let claim = source.persistentVolumeClaim { add(.claim, claim.claimName) }
        if source.ephemeral != nil { add(.claim, "\(podName)-\(volume.name)") }
        for part in source.projected?.sources ?? [] {
            if let secret = part.secret { add(.secret, secret.localObjectReference.name) }
            if let map = part.configMap { add(.configMap, map.localObjectReference.name) }
        }
        if let file = source.azureFile { add(.secret, file.secretName) }
        for secret in [
            source.csi?.nodePublishSecretRef, source.flexVolume?.secretRef, source.cephfs?.secretRef,
            source.cinder?.secretRef, source.iscsi?.secretRef, source.rbd?.secretRef, source.scaleIO?.secretRef,
            source.storageos?.secretRef,
        ] {
            if let secret { add(.secret, secret.name) }
        }
    }

    /// The Secrets that a node reads to mount the volume.
    public static func secrets(of volume: Core.PersistentVolume) -> Set<Object> {
        let source = volume.spec.persistentVolumeSource
        let claimNamespace = volume.spec.claimRef?.namespace ?? ""
        var found: Set<Object> = []
        for secret in [
            source.csi?.nodeStageSecretRef, source.csi?.nodePublishSecretRef, source.csi?.nodeExpandSecretRef,
            source.flexVolume?.secretRef, source.cephfs?.secretRef, source.cinder?.secretRef, source.iscsi?.secretRef,
            source.rbd?.secretRef, source.scaleIO?.secretRef,
        ] {
            guard let secret, !secret.name.isEmpty else { continue }
            let namespace = secret.namespace.isEmpty ? claimNamespace : secret.namespace
            found.insert(Object(.secret, namespace: namespace, name: secret.name))
        }
        if let file = source.azureFile, !file.secretName.isEmpty {
            found.insert(Object(.secret, namespace: file.secretNamespace ?? claimNamespace, name: file.secretName))
        }
        return found
    }
}
