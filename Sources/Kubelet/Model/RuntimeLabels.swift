internal import Objects

/// Labels and annotations that say in the runtime which pod and container something is. With them alone a kubelet that
/// has just started recognises what runs. The names are those that tools such as crictl look for.
enum RuntimeLabels {
    static let podName = "io.kubernetes.pod.name"
    static let podNamespace = "io.kubernetes.pod.namespace"
    static let podUID = "io.kubernetes.pod.uid"
    static let containerName = "io.kubernetes.container.name"
    static let restartCount = "io.kubernetes.container.restartCount"
    static let specHash = "io.kubernetes.container.hash"
    static let terminationMessagePath = "io.kubernetes.container.terminationMessagePath"
    static let terminationMessagePolicy = "io.kubernetes.container.terminationMessagePolicy"
    static let podDeletionGracePeriod = "io.kubernetes.pod.terminationGracePeriod"
    /// Where the file of the termination message lies on the node.
    static let terminationMessageFile = "apus.io/termination-message-file"

    static func sandbox(_ pod: PodIdentity) -> StringMap<String> {
        [podName: pod.name, podNamespace: pod.namespace, podUID: pod.uid]
    }

    static func container(_ pod: PodIdentity, name: String) -> StringMap<String> {
        [podName: pod.name, podNamespace: pod.namespace, podUID: pod.uid, containerName: name]
    }

    /// The pod that something in the runtime belongs to; nil: not made by a kubelet.
    static func identity(_ labels: StringMap<String>) -> PodIdentity? {
        guard let uid = labels[podUID], !uid.isEmpty, let name = labels[podName], let namespace = labels[podNamespace]
        else { return nil }
        return PodIdentity(namespace: namespace, name: name, uid: uid)
    }
}
