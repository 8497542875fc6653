import Client
import Objects

/// What each active namespace has: a ServiceAccount for its pods and the cluster's certificate. Pure.
struct NamespaceContents: Sendable {
    static let serviceAccount = "default"
    static let authorityMap = "kube-root-ca.crt"
    static let authorityKey = "ca.crt"
    private static let describingAnnotation = "kubernetes.io/description"

    let authority: String

    enum Deed: Sendable, Equatable {
        case createAccount(Core.ServiceAccount)
        case createMap(Core.ConfigMap)
        case updateMap(Core.ConfigMap)
    }

    func missing(_ namespace: Core.Namespace, account: Core.ServiceAccount?, map: Core.ConfigMap?) -> [Deed] {
        guard !namespace.metadata.isDeleting, namespace.status.phase != "Terminating" else { return [] }
        var deeds: [Deed] = []
        if account == nil {
            var account = Core.ServiceAccount()
            account.metadata.name = Self.serviceAccount
            account.metadata.namespace = namespace.metadata.name
            deeds.append(.createAccount(account))
        }
        guard !authority.isEmpty else { return deeds }
        if var map {
            if map.data.count != 1 || map.data[Self.authorityKey] != authority {
                map.data = [Self.authorityKey: authority]
                deeds.append(.updateMap(map))
            }
        } else {
            var map = Core.ConfigMap()
            map.metadata.name = Self.authorityMap
            map.metadata.namespace = namespace.metadata.name
            map.metadata.annotations[Self.describingAnnotation] =
                "The authority by which the API server's certificate is verified from within the cluster."
            map.data = [Self.authorityKey: authority]
            deeds.append(.createMap(map))
        }
        return deeds
    }
}
