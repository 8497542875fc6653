import Client
import Objects
import Synchronization

@testable import Kubelet

/// The API server in memory, as far as a node needs it.
final class SimulatedAPI: NodeAPI {
    struct State: Sendable {
        var pods: [String: Core.Pod] = [:]
        var nodes: [String: Core.Node] = [:]
        var leases: [String: Coordination.Lease] = [:]
        var namespaces: Set<String> = []
        var configMaps: [String: Core.ConfigMap] = [:]
        var secrets: [String: Core.Secret] = [:]
        var tokens = 0
        var events: [String] = []
        var revision: Int64 = 1
        var isDown = false
        var nodeWrites = 0
        var podWrites = 0
    }
    let state = Mutex(State())
    /// Asked when a pod is deleted: whether something of it still exists.
    let isOccupied: @Sendable (String) -> Bool
    let violations = Mutex<[String]>([])

    init(isOccupied: @escaping @Sendable (String) -> Bool = { _ in false }) { self.isOccupied = isOccupied }

    private func call<Result: Sendable>(
        _ body: (inout State) -> Swift.Result<Result, ClientError>
    ) throws(ClientError) -> Result {
        try state.withLock { state -> Swift.Result<Result, ClientError> in
            if state.isDown { return .failure(ClientError(.unavailable, "down")) }
            return body(&state)
        }.get()
    }
    private static func missing() -> ClientError { ClientError(.notFound, "not found") }

    func configMap(_ namespace: String, _ name: String) async throws(ClientError) -> Core.ConfigMap {
        try call { state in state.configMaps[name].map { .success($0) } ?? .failure(Self.missing()) }
    }
    func secret(_ namespace: String, _ name: String) async throws(ClientError) -> Core.Secret {
        try call { state in state.secrets[name].map { .success($0) } ?? .failure(Self.missing()) }
    }
    func token(
        of account: String, for pod: PodIdentity, _ wish: TokenWish
    ) async throws(ClientError) -> (text: String, expires: Timestamp) {
        try call { state in
            guard state.pods[pod.uid] != nil else { return .failure(Self.missing()) }
            state.tokens += 1
            return .success(
                ("token \(state.tokens) of \(account)", Timestamp(seconds: 1 << 40, nanoseconds: 0)))
        }
    }
    func patchStatus(of pod: PodIdentity, json: [UInt8]) async throws(ClientError) -> Core.Pod {
        try call { state in
            guard var known = state.pods[pod.uid] else { return .failure(Self.missing()) }
            guard let status = Self.merged(known.status.message, json) else {
                return .failure(ClientError(.badRequest, "no patch"))
            }
            known.status = Core.PodStatus(status)
            state.revision += 1
            state.podWrites += 1
            known.metadata.resourceVersion = String(state.revision)
            state.pods[pod.uid] = known
            return .success(known)
        }
    }

    /// Applies the `status` of a merge patch: members whole, null removes.
    static func merged(_ status: Message, _ json: [UInt8]) -> Message? {
        let isPod = status.descriptor.name == "PodStatus"
        let type = isPod ? Core.Pod.descriptor : Core.Node.descriptor
        guard let decoded = try? JSONDecoder.decode(json, as: type).message, let patch = decoded["status"],
            case .message(let changes) = patch
        else { return nil }
        var result = status
        let text = String(decoding: json, as: UTF8.self)
        for (position, field) in status.descriptor.fields.enumerated() {
            if let value = changes[position] {
                result[position] = value
            } else if text.contains("\"\(field.name)\":null") {
                result[position] = nil
            }
        }
        return result
    }

    func delete(_ pod: PodIdentity) async throws(ClientError) {
        if isOccupied(pod.uid) { violations.withLock { $0.append("\(pod) was deleted while it ran") } }
        try call { state in
            state.pods[pod.uid] = nil
            return .success(())
        }
    }
    func node(_ name: String) async throws(ClientError) -> Core.Node {
        try call { state in state.nodes[name].map { .success($0) } ?? .failure(Self.missing()) }
    }
    func create(_ node: Core.Node) async throws(ClientError) -> Core.Node {
        try call { state in
            state.nodeWrites += 1
            var node = node
            node.metadata.uid = "node-uid"
            state.nodes[node.metadata.name] = node
            return .success(node)
        }
    }
    func patchNode(_ name: String, json: [UInt8], subresource: String) async throws(ClientError) -> Core.Node {
        try call { state in
            guard var node = state.nodes[name] else { return .failure(Self.missing()) }
            state.nodeWrites += 1
            if subresource == "status" {
                guard let status = Self.merged(node.status.message, json) else {
                    return .failure(ClientError(.badRequest, "no patch"))
                }
                node.status = Core.NodeStatus(status)
            } else if let patch = try? JSONDecoder.decode(json, as: Core.Node.descriptor).message {
                for label in Core.Node(patch).metadata.labels.entries { node.metadata.labels[label.key] = label.value }
            }
            state.nodes[name] = node
            return .success(node)
        }
    }
    func lease(_ name: String) async throws(ClientError) -> Coordination.Lease {
        try call { state in state.leases[name].map { .success($0) } ?? .failure(Self.missing()) }
    }
    func create(_ lease: Coordination.Lease) async throws(ClientError) -> Coordination.Lease {
        try call { state in
            guard state.namespaces.contains(lease.metadata.namespace) else { return .failure(Self.missing()) }
            state.revision += 1
            var lease = lease
            lease.metadata.resourceVersion = String(state.revision)
            state.leases[lease.metadata.name] = lease
            return .success(lease)
        }
    }
    func update(_ lease: Coordination.Lease) async throws(ClientError) -> Coordination.Lease {
        try call { state in
            guard let known = state.leases[lease.metadata.name] else { return .failure(Self.missing()) }
            guard known.metadata.resourceVersion == lease.metadata.resourceVersion else {
                return .failure(ClientError(.conflict, "changed"))
            }
            state.revision += 1
            var lease = lease
            lease.metadata.resourceVersion = String(state.revision)
            state.leases[lease.metadata.name] = lease
            return .success(lease)
        }
    }
    func create(_ namespace: Core.Namespace) async throws(ClientError) {
        try call { state in
            state.namespaces.insert(namespace.metadata.name)
            return .success(())
        }
    }
    func record(about pod: Core.Pod, type: String, reason: String, message: String) {
        state.withLock { $0.events.append("\(pod.metadata.name) \(reason)") }
    }

    // MARK: What users do

    func put(_ pod: Core.Pod) {
        state.withLock { state in
            state.revision += 1
            var pod = pod
            pod.metadata.resourceVersion = String(state.revision)
            state.pods[pod.metadata.uid] = pod
        }
    }
    func pod(_ uid: String) -> Core.Pod? { state.withLock { $0.pods[uid] } }
    var events: [String] { state.withLock { $0.events } }
}
