import Objects
import WatchCache

/// The namespaces that every cluster has, made by the API server itself so that it can be used alone.
enum SystemNamespaces {
    private static let names = ["default", "kube-node-lease", "kube-public", "kube-system"]

    static func make(_ core: ServerCore) async throws(APIError) {
        guard let operations = core.registry.find("namespaces").flatMap(core.operations) else { return }
        for name in names where operations.cache.find(namespace: "", name: name) == nil {
            var namespace = Core.Namespace()
            namespace.metadata.name = name
            do {
                _ = try await operations.create(
                    namespace.message, namespace: "", options: WriteOptions(caller: .server))
            } catch  where error.reason == "AlreadyExists" {}
        }
    }
}
