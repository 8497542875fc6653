import Objects
import Resources
import Store
import WatchCache

/// Objects that are found out when somebody asks, and stored nowhere.
protocol ObjectSource: Sendable {
    func objects(_ core: ServerCore) async throws(APIError) -> [Message]
}

extension ServerCore {
    /// Nil: the resource's objects are stored, or it has none.
    func source(of definition: ResourceDefinition) -> (any ObjectSource)? {
        definition.isCore("componentstatuses") ? ComponentHealth() : nil
    }
}

/// Whether the parts of the control plane work (core/v1 `ComponentStatus`): the store, as this server sees it, and those
/// that lead, by whether they have renewed their leases.
struct ComponentHealth: ObjectSource {
    func objects(_ core: ServerCore) async throws(APIError) -> [Message] {
        var found: [Message] = []
        for name in ["controller-manager", "scheduler"] {
            let lease = try await core.object(
                "leases", of: "coordination.k8s.io", namespace: "kube-system", name: "kube-\(name)")
            let spec = lease.map { Coordination.Lease($0).spec }
            let renewed = (spec?.renewTime?.seconds ?? 0) &+ Int64(spec?.leaseDurationSeconds ?? 0)
            let isLed = !(spec?.holderIdentity ?? "").isEmpty && renewed >= core.now()
            found.append(Self.status(name, problem: isLed ? nil : "nobody holds the lease kube-system/kube-\(name)"))
        }
        found.append(Self.status("etcd-0", problem: core.cache.failure?.message))
        return found
    }

    private static func status(_ name: String, problem: String?) -> Message {
        var component = Core.ComponentStatus()
        component.metadata.name = name
        var health = Core.ComponentCondition()
        health.type = "Healthy"
        health.status = problem == nil ? "True" : "False"
        health.message_ = problem ?? "ok"
        component.conditions = [health]
        return component.message
    }
}
