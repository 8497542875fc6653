import Access
import Objects

/// Signs the ConfigMap `cluster-info` by every token that may, so that nodes which have nothing but a token know the cluster
/// by it. Pure.
enum ClusterInfoSignatures {
    static let namespace = "kube-public"
    static let name = "cluster-info"
    private static let content = "kubeconfig"
    private static let keyPrefix = "jws-kubeconfig-"

    /// The map as it should be; nil: it is so, or holds nothing to sign.
    ///
    /// - Parameter now: seconds since 1970.
    static func signed(_ map: Core.ConfigMap, by tokens: [Core.Secret], now: Int64) -> Core.ConfigMap? {
        guard let content = map.data[content] else { return nil }
        var wanted = map
        for key in map.data.keys where key.hasPrefix(keyPrefix) { wanted.data[key] = nil }
        for token in tokens {
            guard let signer = BootstrapSecret(token).signer(now: now) else { continue }
            wanted.data[keyPrefix + signer.id] = DetachedSignature.make(
                content, tokenID: signer.id, tokenSecret: signer.secret)
        }
        return wanted == map ? nil : wanted
    }
}
