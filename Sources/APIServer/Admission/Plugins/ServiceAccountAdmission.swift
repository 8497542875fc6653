import Objects
import Resources

/// Pods run as an account of their namespace, and get its token.
struct ServiceAccountAdmission: AdmissionPlugin {
    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        (verb == .create || verb == .update) && definition.isCore("pods")
    }

    func admit(_ request: inout AdmissionRequest, _ core: ServerCore) async throws(APIError) {
        guard request.verb == .create else { return }
        var pod = Core.Pod(request.object)
        let account = try await account(of: &pod, request, core)
        Self.mountToken(&pod, account, suffix: GeneratedName.suffix())
        request.object = pod.message
    }

    func validate(_ request: AdmissionRequest, _ core: ServerCore) async throws(APIError) -> [String] {
        let pod = Core.Pod(request.object)
        let isNew = request.verb == .create
        guard isNew || request.subresource == .ephemeralContainers else { return [] }
        if pod.metadata.annotations[PodAnnotationRules.mirror] != nil {
            if isNew, let problem = MountableSecrets.problem(ofMirror: pod) { throw request.forbidden(problem) }
            return []
        }
        guard
            let found = try await core.object(
                "serviceaccounts", namespace: request.namespace, name: pod.spec.serviceAccountName)
        else { return [] }
        let account = Core.ServiceAccount(found)
        guard MountableSecrets.areEnforced(account) else { return [] }
        let problem =
            isNew
            ? MountableSecrets.problem(of: pod.spec, account) : MountableSecrets.problem(ofEphemeral: pod.spec, account)
        if let problem { throw request.forbidden(problem) }
        return []
    }

    private static let tokenPath = "/var/run/secrets/kubernetes.io/serviceaccount"
    /// An hour, and seven seconds by which tokens of this mount are known.
    private static let tokenSeconds = 3607
    private static let fileMode = 0o644

    /// The account that the pod runs as; nil: none, as for pods that mirror a node's own.
    private func account(of pod: inout Core.Pod, _ request: AdmissionRequest, _ core: ServerCore) async throws(APIError)
        -> Core.ServiceAccount?
    {
        if pod.metadata.annotations[PodAnnotationRules.mirror] != nil { return nil }
        if pod.spec.serviceAccountName.isEmpty { pod.spec.serviceAccountName = "default" }
        pod.spec.serviceAccount = pod.spec.serviceAccountName
        let name = pod.spec.serviceAccountName
        guard let found = try await core.object("serviceaccounts", namespace: request.namespace, name: name) else {
            throw request.forbidden(
                "error looking up service account \(request.namespace)/\(name): serviceaccount \"\(name)\" not found")
        }
        return Core.ServiceAccount(found)
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
        projected.defaultMode = Self.fileMode
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
