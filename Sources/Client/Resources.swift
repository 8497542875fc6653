public import Objects

/// A typed view of an object that the server keeps.
public protocol ResourceView: MessageView {
    static var resource: ResourceName { get }
    static var isNamespaced: Bool { get }
    var metadata: Meta.ObjectMeta { get set }
}

extension ResourceView {
    public static var isNamespaced: Bool { true }
    /// `Pod`.
    public static var kind: String { descriptor.name }

    public var key: ObjectKey {
        let metadata = metadata
        return ObjectKey(namespace: metadata.namespace, name: metadata.name)
    }
}

extension Core.Namespace: ResourceView {
    public static let resource = ResourceName(plural: "namespaces")
    public static let isNamespaced = false
}

extension Core.Node: ResourceView {
    public static let resource = ResourceName(plural: "nodes")
    public static let isNamespaced = false
}

extension Core.Pod: ResourceView {
    public static let resource = ResourceName(plural: "pods")
}

extension Core.ConfigMap: ResourceView {
    public static let resource = ResourceName(plural: "configmaps")
}

extension Core.Secret: ResourceView {
    public static let resource = ResourceName(plural: "secrets")
}

extension Core.Event: ResourceView {
    public static let resource = ResourceName(plural: "events")
}

extension Core.ServiceAccount: ResourceView {
    public static let resource = ResourceName(plural: "serviceaccounts")
}

extension Apps.Deployment: ResourceView {
    public static let resource = ResourceName(group: "apps", plural: "deployments")
}

extension Apps.ReplicaSet: ResourceView {
    public static let resource = ResourceName(group: "apps", plural: "replicasets")
}

extension Coordination.Lease: ResourceView {
    public static let resource = ResourceName(group: "coordination.k8s.io", plural: "leases")
}

extension Core.ReplicationController: ResourceView {
    public static let resource = ResourceName(plural: "replicationcontrollers")
}

extension Core.ResourceQuota: ResourceView {
    public static let resource = ResourceName(plural: "resourcequotas")
}

extension Core.Service: ResourceView {
    public static let resource = ResourceName(plural: "services")
}

extension Resources.DeviceClass: ResourceView {
    public static let resource = ResourceName(group: "resource.k8s.io", plural: "deviceclasses")
    public static let isNamespaced = false
}

extension Core.PersistentVolumeClaim: ResourceView {
    public static let resource = ResourceName(plural: "persistentvolumeclaims")
}

extension Core.PersistentVolume: ResourceView {
    public static let resource = ResourceName(plural: "persistentvolumes")
    public static let isNamespaced = false
}

extension Rbac.ClusterRole: ResourceView {
    public static let resource = ResourceName(group: "rbac.authorization.k8s.io", plural: "clusterroles")
    public static let isNamespaced = false
}

extension Apps.StatefulSet: ResourceView {
    public static let resource = ResourceName(group: "apps", plural: "statefulsets")
}

extension Policy.PodDisruptionBudget: ResourceView {
    public static let resource = ResourceName(group: "policy", plural: "poddisruptionbudgets")
}

extension Certificates.CertificateSigningRequest: ResourceView {
    public static let resource = ResourceName(group: "certificates.k8s.io", plural: "certificatesigningrequests")
    public static let isNamespaced = false
}

extension Storage.VolumeAttributesClass: ResourceView {
    public static let resource = ResourceName(group: "storage.k8s.io", plural: "volumeattributesclasses")
    public static let isNamespaced = false
}
