import Access
import Objects
import Resources
import WatchCache

/// ConfigMaps of `kube-system` in which the server tells others what they go by.
struct SystemMaps: Sendable {
    private static let namespace = "kube-system"
    /// For servers beside this one, which let in whom this one would (Kubernetes, "Configure the aggregation layer").
    private static let authentication = "extension-apiserver-authentication"
    private static let clientAuthority = "client-ca-file"

    let core: ServerCore
    /// Signs clients' certificates, PEM; empty: nobody does.
    let authority: String

    /// Makes what is missing, and corrects what is wrong.
    func keep() async throws(APIError) {
        // Since when the use of ServiceAccounts' tokens in Secrets is noted, so that whoever removes tokens that nobody uses
        // knows how much not being noted means.
        let today = LegacyToken.day(core.now())
        try await keep(LegacyToken.trackingMap) { data in
            if LegacyToken.midnight(data[LegacyToken.trackedSince] ?? "") == nil {
                data[LegacyToken.trackedSince] = today
            }
        }
        guard !authority.isEmpty else { return }
        try await keep(Self.authentication) { data in
            // Another server of the cluster may tell of another authority.
            let known = data[Self.clientAuthority] ?? ""
            if !known.contains(authority) { data[Self.clientAuthority] = known + authority }
        }
    }

    private func keep(
        _ name: String, _ complete: @Sendable (inout StringMap<String>) -> Void
    ) async throws(APIError) {
        guard let operations = core.operations(of: "configmaps") else { return }
        let options = WriteOptions(caller: .server)
        guard let found = operations.cache.find(namespace: Self.namespace, name: name) else {
            var map = Core.ConfigMap()
            map.metadata.name = name
            complete(&map.data)
            do { _ = try await operations.create(map.message, namespace: Self.namespace, options: options) } catch {
                // Another server was faster; or the namespace is not there, and comes.
                guard error.reason == "AlreadyExists" || error.code == 404 else { throw error }
            }
            return
        }
        let map = Core.ConfigMap(try StoredObject(found).message(operations.definition.type))
        var data = map.data
        complete(&data)
        guard data != map.data else { return }
        do {
            _ = try await operations.modify(
                namespace: Self.namespace, name: name, subresource: nil, options: options
            ) { old throws(APIError) in
                var changed = Core.ConfigMap(old)
                complete(&changed.data)
                return changed.message
            }
        } catch { guard error.code == 404 || error.code == 409 else { throw error } }
    }
}
