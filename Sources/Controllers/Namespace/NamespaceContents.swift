import Client
import Objects

/// What each active namespace has: a ServiceAccount for its pods and the cluster's certificate. Pure.
struct NamespaceContents: Sendable {
    static let serviceAccount = "default"
    /// The ConfigMaps that the volume of each pod's token is made from, and the key of the certificate in each: the
    /// authority of the API server's certificate, and that of services' certificates, which is the same here.
    static let authorityMaps = [
        (name: "kube-root-ca.crt", key: "ca.crt"), (name: "openshift-service-ca.crt", key: "service-ca.crt"),
    ]
    private static let describingAnnotation = "kubernetes.io/description"

    let authority: String

    enum Deed: Sendable, Equatable {
        case createAccount(Core.ServiceAccount)
        case createMap(Core.ConfigMap)
        case updateMap(Core.ConfigMap)
    }

    /// - Parameter maps: those of `authorityMaps` that are there, by name.
    func missing(
        _ namespace: Core.Namespace, account: Core.ServiceAccount?, maps: [String: Core.ConfigMap]
    ) -> [Deed] {
        guard !namespace.metadata.isDeleting, namespace.status.phase != "Terminating" else { return [] }
        var deeds: [Deed] = []
        if account == nil {
            var account = Core.ServiceAccount()
            account.metadata.name = Self.serviceAccount
            account.metadata.namespace = namespace.metadata.name
            deeds.append(.createAccount(account))
        }
        guard !authority.isEmpty else { return deeds }
        for (name, key) in Self.authorityMaps {
            if var map = maps[name] {
                if map.data.count != 1 || map.data[key] != authority {
                    map.data = [key: authority]
                    deeds.append(.updateMap(map))
                }
            } else {
                var map = Core.ConfigMap()
                map.metadata.name = name
                map.metadata.namespace = namespace.metadata.name
                map.metadata.annotations[Self.describingAnnotation] =
                    "The authority by which the cluster's servers are verified from within."
                map.data = [key: authority]
                deeds.append(.createMap(map))
            }
        }
        return deeds
    }
}
