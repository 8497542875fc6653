import Objects
import WatchCache

/// What Kubernetes' default admission plugins change in objects that are being created, or refuse.
enum Admission {
    static func admitCreate(
        _ object: inout Message, _ definition: ResourceDefinition, core: ServerCore
    ) async throws(APIError) {
        guard definition.group.isEmpty else { return }
        switch definition.plural {
        case "pods":
            var pod = Core.Pod(object)
            try setPriority(&pod, definition)
            tolerateLostNodes(&pod)
            let account = try await serviceAccount(of: &pod, definition, core: core)
            mountToken(&pod, account, suffix: GeneratedName.suffix())
            object = pod.message
        case "nodes":
            var node = Core.Node(object)
            taintNew(&node)
            object = node.message
        default: break
        }
    }

    /// The namespaces that every cluster has cannot be deleted.
    static func admitDelete(_ definition: ResourceDefinition, name: String) throws(APIError) {
        guard definition.group.isEmpty, definition.plural == "namespaces" else { return }
        guard ["default", "kube-system", "kube-public"].contains(name) else { return }
        throw APIError.forbidden(definition, name, "this namespace may not be deleted")
    }

    // MARK: Priority

    private static let systemPriorities = [
        "system-cluster-critical": 2_000_000_000, "system-node-critical": 2_000_001_000,
    ]

    static func setPriority(_ pod: inout Core.Pod, _ definition: ResourceDefinition) throws(APIError) {
        let name = pod.spec.priorityClassName
        var priority = 0
        if !name.isEmpty {
            guard let known = systemPriorities[name] else {
                throw APIError.forbidden(
                    definition, pod.metadata.name, "no PriorityClass with name \(name) was found")
            }
            priority = known
        }
        if let given = pod.spec.priority, given != priority {
            throw APIError.forbidden(
                definition, pod.metadata.name,
                "the integer value of priority (\(given)) must not be provided in pod spec; priority admission controller "
                    + "computed \(priority) from the given PriorityClass name")
        }
        pod.spec.priority = priority
        if pod.spec.preemptionPolicy == nil { pod.spec.preemptionPolicy = "PreemptLowerPriority" }
    }

    // MARK: Taints and tolerations

    private static let notReady = "node.kubernetes.io/not-ready"
    private static let unreachable = "node.kubernetes.io/unreachable"
    /// How long a pod stays on a node that is not heard of.
    private static let tolerationSeconds = 300

    static func tolerateLostNodes(_ pod: inout Core.Pod) {
        for key in [notReady, unreachable] {
            let tolerates = pod.spec.tolerations.contains {
                ($0.key == key || $0.key.isEmpty) && ($0.effect == "NoExecute" || $0.effect.isEmpty)
            }
            if tolerates { continue }
            var toleration = Core.Toleration()
            toleration.key = key
            toleration.operator = "Exists"
            toleration.effect = "NoExecute"
            toleration.tolerationSeconds = tolerationSeconds
            pod.spec.tolerations += [toleration]
        }
    }

    /// A node takes no pods before it has been seen to be ready.
    static func taintNew(_ node: inout Core.Node) {
        guard !node.spec.taints.contains(where: { $0.key == notReady && $0.effect == "NoSchedule" }) else { return }
        var taint = Core.Taint()
        taint.key = notReady
        taint.effect = "NoSchedule"
        node.spec.taints += [taint]
    }

    // MARK: Service accounts

    private static let mirrorAnnotation = "kubernetes.io/config.mirror"
    private static let tokenPath = "/var/run/secrets/kubernetes.io/serviceaccount"
    /// An hour, and seven seconds by which tokens of this mount are known.
    private static let tokenSeconds = 3607

    /// The account that the pod runs as; nil: none, as for pods that mirror a node's own.
    private static func serviceAccount(
        of pod: inout Core.Pod, _ definition: ResourceDefinition, core: ServerCore
    ) async throws(APIError) -> Core.ServiceAccount? {
        if pod.metadata.annotations[mirrorAnnotation] != nil { return nil }
        if pod.spec.serviceAccountName.isEmpty { pod.spec.serviceAccountName = "default" }
        pod.spec.serviceAccount = pod.spec.serviceAccountName
        let name = pod.spec.serviceAccountName
        guard let index = core.registry.index(group: "", version: "v1", plural: "serviceaccounts") else { return nil }
        let namespace = pod.metadata.namespace
        do {
            let found = try await core.operations(index).get(namespace: namespace, name: name)
            return Core.ServiceAccount(try found.message(core.registry.definitions[index].type))
        } catch  where error.code == 404 {
            let shown = pod.metadata.name.isEmpty ? pod.metadata.generateName : pod.metadata.name
            throw APIError.forbidden(
                definition, shown,
                "error looking up service account \(namespace)/\(name): serviceaccount \"\(name)\" not found")
        }
    }

    /// Gives the containers the account's token, the cluster's certificate and the namespace, where they mount nothing of
    /// their own.
    static func mountToken(_ pod: inout Core.Pod, _ account: Core.ServiceAccount?, suffix: String) {
        guard let account else { return }
        if pod.spec.imagePullSecrets.isEmpty { pod.spec.imagePullSecrets = account.imagePullSecrets }
        guard pod.spec.automountServiceAccountToken ?? account.automountServiceAccountToken ?? true else { return }
        let volume = "kube-api-access-\(suffix)"
        var isNeeded = false
        func mounted(_ container: Core.Container) -> Core.Container {
            guard !container.volumeMounts.contains(where: { $0.mountPath == tokenPath }) else { return container }
            isNeeded = true
            var container = container
            var mount = Core.VolumeMount()
            mount.name = volume
            mount.readOnly = true
            mount.mountPath = tokenPath
            container.volumeMounts += [mount]
            return container
        }
        pod.spec.initContainers = pod.spec.initContainers.map(mounted)
        pod.spec.containers = pod.spec.containers.map(mounted)
        if isNeeded { pod.spec.volumes += [tokenVolume(volume)] }
    }

    private static func tokenVolume(_ name: String) -> Core.Volume {
        var token = Core.ServiceAccountTokenProjection()
        token.expirationSeconds = tokenSeconds
        token.path = "token"
        var field = Core.ObjectFieldSelector()
        field.apiVersion = "v1"
        field.fieldPath = "metadata.namespace"
        var namespace = Core.DownwardAPIVolumeFile()
        namespace.path = "namespace"
        namespace.fieldRef = field
        var downward = Core.DownwardAPIProjection()
        downward.items = [namespace]
        var sources = [Core.VolumeProjection](repeating: Core.VolumeProjection(), count: 4)
        sources[0].serviceAccountToken = token
        sources[1].configMap = authority("kube-root-ca.crt", file: "ca.crt")
        sources[2].downwardAPI = downward
        // The authority of services' own certificates, where clients of clusters that have one look for it.
        sources[3].configMap = authority("openshift-service-ca.crt", file: "service-ca.crt")
        var projected = Core.ProjectedVolumeSource()
        projected.sources = sources
        projected.defaultMode = PodSpecDefaults.fileMode
        var volume = Core.Volume()
        volume.name = name
        volume.volumeSource.projected = projected
        return volume
    }

    /// A certificate that the namespace controller publishes in each namespace.
    private static func authority(_ configMap: String, file: String) -> Core.ConfigMapProjection {
        var certificate = Core.KeyToPath()
        certificate.key = file
        certificate.path = file
        var map = Core.ConfigMapProjection()
        map.localObjectReference.name = configMap
        map.items = [certificate]
        return map
    }
}
