import Objects
import Resources

/// Pods stay for some time on a node that is not heard of, unless they say otherwise.
struct DefaultTolerations: AdmissionPlugin {
    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        (verb == .create || verb == .update) && definition.isCore("pods")
    }

    func admit(_ request: inout AdmissionRequest, _ core: ServerCore) async throws(APIError) {
        guard request.subresource == nil else { return }
        var pod = Core.Pod(request.object)
        Self.tolerateLostNodes(&pod)
        request.object = pod.message
    }

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
}
