internal import Client
internal import Objects

/// What the node asks of the API server. `ClusterNodeAPI` asks a real one; tests put a simulated one in its place.
protocol NodeAPI: Sendable {
    func configMap(_ namespace: String, _ name: String) async throws(ClientError) -> Core.ConfigMap
    func secret(_ namespace: String, _ name: String) async throws(ClientError) -> Core.Secret
    /// A new token of the account, which ends with the pod.
    func token(
        of account: String, for pod: PodIdentity, _ wish: TokenWish
    ) async throws(ClientError) -> (text: String, expires: Timestamp)
    /// Merges JSON into the pod's status; it names the uid.
    func patchStatus(of pod: PodIdentity, json: [UInt8]) async throws(ClientError) -> Core.Pod
    /// Grace 0, only with this uid.
    func delete(_ pod: PodIdentity) async throws(ClientError)

    func node(_ name: String) async throws(ClientError) -> Core.Node
    func create(_ node: Core.Node) async throws(ClientError) -> Core.Node
    /// - Parameter subresource: `status`, or empty for labels.
    func patchNode(_ name: String, json: [UInt8], subresource: String) async throws(ClientError) -> Core.Node
    func lease(_ name: String) async throws(ClientError) -> Coordination.Lease
    func create(_ lease: Coordination.Lease) async throws(ClientError) -> Coordination.Lease
    func update(_ lease: Coordination.Lease) async throws(ClientError) -> Coordination.Lease
    func create(_ namespace: Core.Namespace) async throws(ClientError)

    /// Never waits.
    func record(about pod: Core.Pod, type: String, reason: String, message: String)
}
