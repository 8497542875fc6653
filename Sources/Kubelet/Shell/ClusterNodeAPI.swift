internal import Client
internal import Objects
internal import Reconcile

/// The API server, as the node's agent needs it.
struct ClusterNodeAPI: NodeAPI {
    let client: ClusterClient
    let events: EventRecorder

    func configMap(_ namespace: String, _ name: String) async throws(ClientError) -> Core.ConfigMap {
        try await client.get(Core.ConfigMap.self, namespace: namespace, name: name)
    }
    func secret(_ namespace: String, _ name: String) async throws(ClientError) -> Core.Secret {
        try await client.get(Core.Secret.self, namespace: namespace, name: name)
    }
    func token(
        of account: String, for pod: PodIdentity, _ wish: TokenWish
    ) async throws(ClientError) -> (text: String, expires: Timestamp) {
        var request = Authentication.TokenRequest()
        if !wish.audience.isEmpty { request.spec.audiences = [wish.audience] }
        request.spec.expirationSeconds = wish.seconds
        var reference = Authentication.BoundObjectReference()
        reference.kind = "Pod"
        reference.apiVersion = "v1"
        reference.name = pod.name
        reference.uid = pod.uid
        request.spec.boundObjectRef = reference
        let made = try await client.requestToken(of: account, namespace: pod.namespace, request)
        return (made.status.token, made.status.expirationTimestamp ?? Timestamp(seconds: 0, nanoseconds: 0))
    }
    func patchStatus(of pod: PodIdentity, json: [UInt8]) async throws(ClientError) -> Core.Pod {
        try await client.mergePatch(
            Core.Pod.self, namespace: pod.namespace, name: pod.name, json: json, subresource: "status")
    }
    func delete(_ pod: PodIdentity) async throws(ClientError) {
        try await client.delete(
            Core.Pod.self, namespace: pod.namespace, name: pod.name,
            options: DeleteParameters(graceSeconds: 0, uid: pod.uid))
    }
    func node(_ name: String) async throws(ClientError) -> Core.Node {
        try await client.get(Core.Node.self, name: name)
    }
    func create(_ node: Core.Node) async throws(ClientError) -> Core.Node { try await client.create(node) }
    func patchNode(_ name: String, json: [UInt8], subresource: String) async throws(ClientError) -> Core.Node {
        try await client.mergePatch(Core.Node.self, name: name, json: json, subresource: subresource)
    }
    func lease(_ name: String) async throws(ClientError) -> Coordination.Lease {
        try await client.get(Coordination.Lease.self, namespace: NodeHeartbeat.namespace, name: name)
    }
    func create(_ lease: Coordination.Lease) async throws(ClientError) -> Coordination.Lease {
        try await client.create(lease)
    }
    func update(_ lease: Coordination.Lease) async throws(ClientError) -> Coordination.Lease {
        try await client.update(lease)
    }
    func create(_ namespace: Core.Namespace) async throws(ClientError) { _ = try await client.create(namespace) }
    func record(about pod: Core.Pod, type: String, reason: String, message: String) {
        events.record(about: pod, type: type, reason: reason, message: message)
    }
}
