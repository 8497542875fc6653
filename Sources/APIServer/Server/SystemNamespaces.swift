import Objects
import WatchCache

/// The namespaces that every cluster has, made by the API server itself so that it can be used alone.
enum SystemNamespaces {
    private static let names = ["default", "kube-node-lease", "kube-public", "kube-system"]

    static func make(_ core: ServerCore) async throws(APIError) {
        guard let index = core.registry.index(group: "", version: "v1", plural: "namespaces") else { return }
        let operations = core.operations(index)
        for name in names where operations.cache.find(namespace: "", name: name) == nil {
            var namespace = Core.Namespace()
            namespace.metadata.name = name
            do {
                _ = try await operations.create(
                    namespace.message, namespace: "", options: WriteOptions(),
                    caller: Caller(user: "system:apiserver", groups: ["system:masters"]))
            } catch  where error.reason == "AlreadyExists" {}
        }
    }
}
