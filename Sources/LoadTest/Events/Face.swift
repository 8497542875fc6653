/// The ways to speak to an API server.
public enum Face: String, Sendable, CaseIterable {
    /// Apus' binary RPC (`apus.v1.Cluster`).
    case rpc
    /// The Kubernetes REST API in JSON.
    case json
    /// The Kubernetes REST API in `application/vnd.kubernetes.protobuf`.
    case protobuf

    /// Bytes before a frame that say how long it is; 0: frames end with a line feed.
    var prefixBytes: Int {
        switch self {
        case .rpc: 5
        case .json: 0
        case .protobuf: 4
        }
    }
}
