public import Objects

/// Which node has to do with which objects, through the pods that are bound to it. Watch events change it.
public struct NodeGraph: Sendable {
    public typealias Object = NodeReferences.Object

    private struct PodFacts: Sendable {
        let node: String
        let references: Set<Object>
    }
    private struct VolumeFacts: Sendable {
        let claim: Object?
        let secrets: Set<Object>
    }
    private var pods: [Object: PodFacts] = [:]
    /// By node: how many of its pods refer to an object.
    private var uses: [String: [Object: Int]] = [:]
    private var volumes: [String: VolumeFacts] = [:]
    private var volumesBySecret: [Object: Set<String>] = [:]
    private var attachments: [String: String] = [:]

    public init() {}

    // MARK: Changes

    public mutating func setPod(_ pod: Core.Pod) {
        let name = Object(.pod, namespace: pod.metadata.namespace, name: pod.metadata.name)
        let node = pod.spec.nodeName
        guard !node.isEmpty, pod.status.phase != "Succeeded", pod.status.phase != "Failed" else {
            return removePod(namespace: name.namespace, name: name.name)
        }
        let references = NodeReferences.of(pod).union([name])
        if let old = pods[name], old.node == node, old.references == references { return }
        removePod(namespace: name.namespace, name: name.name)
        pods[name] = PodFacts(node: node, references: references)
        for object in references { uses[node, default: [:]][object, default: 0] += 1 }
    }

    public mutating func removePod(namespace: String, name: String) {
        guard let old = pods.removeValue(forKey: Object(.pod, namespace: namespace, name: name)) else { return }
        for object in old.references {
            guard let count = uses[old.node]?[object] else { continue }
            uses[old.node]?[object] = count > 1 ? count - 1 : nil
        }
        if uses[old.node]?.isEmpty == true { uses.removeValue(forKey: old.node) }
    }

    public mutating func setVolume(_ volume: Core.PersistentVolume) {
        let name = volume.metadata.name
        removeVolume(name)
        let claim = volume.spec.claimRef.map { Object(.claim, namespace: $0.namespace, name: $0.name) }
        let secrets = NodeReferences.secrets(of: volume)
        volumes[name] = VolumeFacts(claim: claim, secrets: secrets)
        for secret in secrets { volumesBySecret[secret, default: []].insert(name) }
    }

    public mutating func removeVolume(_ name: String) {
        guard let old = volumes.removeValue(forKey: name) else { return }
        for secret in old.secrets {
            volumesBySecret[secret]?.remove(name)
            if volumesBySecret[secret]?.isEmpty == true { volumesBySecret.removeValue(forKey: secret) }
        }
    }

    public mutating func setAttachment(_ name: String, node: String) { attachments[name] = node }
    public mutating func removeAttachment(_ name: String) { attachments.removeValue(forKey: name) }

    // MARK: Questions

    /// Whether one of the node's pods needs the object, itself or through a volume that it has claimed.
    public func isRelated(_ object: Object, to node: String) -> Bool {
        guard let uses = uses[node] else { return false }
        if uses[object] != nil { return true }
        switch object.kind {
        case .volume: return isMounted(object.name, uses)
        case .secret: return volumesBySecret[object]?.contains { isMounted($0, uses) } ?? false
        default: return false
        }
    }

    private func isMounted(_ volume: String, _ uses: [Object: Int]) -> Bool {
        volumes[volume]?.claim.map { uses[$0] != nil } ?? false
    }

    public func isAttachment(_ name: String, of node: String) -> Bool { attachments[name] == node }
}
