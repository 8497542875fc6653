internal import Client
internal import Objects

/// Renews the node's lease: one small compare-and-set each period says that the node is alive.
struct NodeHeartbeat: Sendable {
    static let namespace = "kube-node-lease"

    let name: String
    let api: any NodeAPI
    let clock: NodeClock
    /// Between renewals.
    var periodMilliseconds = KubeletLimits.leaseRenewMilliseconds

    /// A lease lasts four periods: three may be lost on the way. In whole seconds, as the API has it.
    private var leaseSeconds: Int { max(1, (periodMilliseconds &* 4 &+ 999) / 1000) }

    /// Until the task is cancelled.
    func run() async {
        var held: Coordination.Lease?
        while !Task.isCancelled {
            held = await renew(held)
            await clock.sleep(
                held == nil ? min(KubeletLimits.actionRetryMilliseconds, periodMilliseconds) : periodMilliseconds)
        }
    }

    /// One heartbeat. Returns the lease as it is now; nil: it could not be renewed.
    func renew(_ held: Coordination.Lease?) async -> Coordination.Lease? {
        do throws(ClientError) {
            if let held { return try await api.update(renewed(held, now: clock.now)) }
            let found: Coordination.Lease
            do throws(ClientError) {
                found = try await api.lease(name)
            } catch {
                guard error.code == .notFound else { throw error }
                return try await create()
            }
            return try await api.update(renewed(found, now: clock.now))
        } catch {
            // Changed by someone, or the server is away: read it again at the next turn.
            return nil
        }
    }

    private func create() async throws(ClientError) -> Coordination.Lease {
        var lease = Coordination.Lease()
        lease.metadata.name = name
        lease.metadata.namespace = Self.namespace
        // The lease goes when the node goes.
        if let node = try? await api.node(name) {
            var owner = Meta.OwnerReference()
            owner.apiVersion = "v1"
            owner.kind = "Node"
            owner.name = name
            owner.uid = node.metadata.uid
            lease.metadata.ownerReferences = [owner]
        }
        let fresh = renewed(lease, now: clock.now)
        do throws(ClientError) {
            return try await api.create(fresh)
        } catch {
            guard error.code == .notFound else { throw error }
            // The namespace is not there yet.
            var namespace = Core.Namespace()
            namespace.metadata.name = Self.namespace
            try await api.create(namespace)
            return try await api.create(fresh)
        }
    }

    func renewed(_ lease: Coordination.Lease, now: Moment) -> Coordination.Lease {
        var lease = lease
        lease.spec.holderIdentity = name
        lease.spec.leaseDurationSeconds = leaseSeconds
        lease.spec.renewTime = now.precise
        return lease
    }
}
