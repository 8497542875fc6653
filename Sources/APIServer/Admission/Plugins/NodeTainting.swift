import Objects
import Resources

/// New nodes are kept free of pods until they have been seen to be ready.
struct NodeTainting: AdmissionPlugin {
    private static let notReady = "node.kubernetes.io/not-ready"

    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        verb == .create && definition.isCore("nodes")
    }

    func admit(_ request: inout AdmissionRequest, _ core: ServerCore) async throws(APIError) {
        var node = Core.Node(request.object)
        Self.taintNew(&node)
        request.object = node.message
    }

    /// A node takes no pods before it has been seen to be ready.
    static func taintNew(_ node: inout Core.Node) {
        guard !node.spec.taints.contains(where: { $0.key == notReady && $0.effect == "NoSchedule" }) else { return }
        var taint = Core.Taint()
        taint.key = notReady
        taint.effect = "NoSchedule"
        node.spec.taints += [taint]
    }
}
