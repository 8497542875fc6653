import Access
import Objects
import Resources
import WatchCache

/// Makes the roles and bindings that every cluster begins with, and those of them whole that have lost something.
enum BootstrapRights {
    /// All at once, so that the store puts what is missing on its disk together.
    static func make(_ core: ServerCore) async throws(APIError) {
        let policy = BootstrapPolicy.items()
        // What making and comparing them took is much for a server that then stands idle.
        defer { FreedMemory.purge() }
        let failures = await withTaskGroup(of: APIError?.self) { group in
            for item in policy + ComponentRights.items(policy) {
                group.addTask {
                    do throws(APIError) {
                        try await make(item, core)
                        return nil
                    } catch { return error }
                }
            }
            var failures: [APIError] = []
            for await failure in group { if let failure { failures.append(failure) } }
            return failures
        }
        if let failure = failures.first { throw failure }
    }

    private static func make(_ item: BootstrapPolicy.Item, _ core: ServerCore) async throws(APIError) {
        switch item {
        case .clusterRole(let role):
            try await carryOut("clusterroles", role, core) { PolicyReconciliation.step($0, $1) }
        case .role(let role): try await carryOut("roles", role, core) { PolicyReconciliation.step($0, $1) }
        case .clusterRoleBinding(let binding):
            try await carryOut("clusterrolebindings", binding, core) { PolicyReconciliation.step($0, $1) }
        case .roleBinding(let binding):
            try await carryOut("rolebindings", binding, core) { PolicyReconciliation.step($0, $1) }
        }
    }

    private static func carryOut<T: MessageView>(
        _ plural: String, _ wanted: T, _ core: ServerCore, _ plan: (T, T?) -> PolicyReconciliation.Step<T>
    ) async throws(APIError) {
        guard let resource = core.registry.find(group: "rbac.authorization.k8s.io", plural),
            let operations = core.operations(resource)
        else { return }
        let metadata = Metadata(of: wanted.message)
        let (namespace, name) = (metadata.namespace, metadata.name)
        var existing: T?
        if let found = operations.cache.find(namespace: namespace, name: name) {
            existing = T(try StoredObject(found).message(resource.stored.type))
        }
        let options = WriteOptions(caller: .server)
        do {
            switch plan(wanted, existing) {
            case .keep: break
            case .create(let object):
                _ = try await operations.create(object.message, namespace: namespace, options: options)
            case .update(let object):
                _ = try await operations.update(
                    object.message, namespace: namespace, name: name, subresource: nil, options: options)
            case .replace(let object):
                _ = try await operations.delete(
                    namespace: namespace, name: name, options: DeleteOptions(caller: .server))
                _ = try await operations.create(object.message, namespace: namespace, options: options)
            }
        } catch  where error.reason == "AlreadyExists" || error.reason == "Conflict" {
            // Another server of the cluster was faster; it makes the same.
        }
    }
}
