import Objects
import Resources
import WatchCache

/// Pods that are made with a node in them know by their labels where in the world it is, as those know that are given one
/// later (`PodBinding`).
struct PodTopologyLabels: AdmissionPlugin {
    /// Of the node, those that its pods get.
    private static let copied = ["topology.kubernetes.io/region", "topology.kubernetes.io/zone"]

    /// A scheduler binds thousands of pods: of their nodes nothing else is decoded.
    private static let labels = Projection(["metadata.labels"], of: Core.Node.descriptor)

    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        (verb == .create || verb == .update) && definition.isCore("pods")
    }

    func admit(_ request: inout AdmissionRequest, _ core: ServerCore) async throws(APIError) {
        guard request.verb == .create || request.subresource == .binding else { return }
        var pod = Core.Pod(request.object)
        guard !pod.spec.nodeName.isEmpty, let nodes = core.registry.find("nodes"),
            let node = nodes.cache?.find(namespace: "", name: pod.spec.nodeName)
        else { return }
        let labels = Metadata(of: try StoredObject(node).fields(Self.labels, of: Core.Node.descriptor)).labels
        for name in Self.copied {
            if let value = labels[name] { pod.metadata.labels[name] = value }
        }
        request.object = pod.message
    }
}
