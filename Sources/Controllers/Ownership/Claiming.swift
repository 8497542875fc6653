import Client
import Objects

extension ClusterClient {
    /// Carries out a claim: writes the owner references that change.
    ///
    /// - Returns: the objects that the owner manages now.
    func claim<Owner: ResourceView, T: ResourceView>(
        _ plan: ClaimPlan<T>, for owner: Owner
    ) async throws(ClientError) -> [T] {
        var owned = plan.owned
        for object in plan.released {
            let references = object.metadata.ownerReferences.filter { $0.uid != owner.metadata.uid }
            do throws(ClientError) { _ = try await setOwners(references, of: object) } catch {
                // It changed or went: it is seen again with its next event.
                guard error.code == .notFound || error.code == .conflict || error.code == .invalid else { throw error }
            }
        }
        guard !plan.adopted.isEmpty else { return owned }
        // The cache may not know yet that the owner is going or was replaced: it would own what the collector deletes.
        let live = try await get(Owner.self, namespace: owner.metadata.namespace, name: owner.metadata.name)
        guard live.metadata.uid == owner.metadata.uid, !live.metadata.isDeleting else { return owned }
        for object in plan.adopted {
            do throws(ClientError) {
                owned.append(
                    try await setOwners(object.metadata.ownerReferences + [.controller(owner)], of: object))
            } catch {
                guard error.code == .notFound || error.code == .conflict || error.code == .invalid else { throw error }
            }
        }
        return owned
    }

    private func setOwners<T: ResourceView>(
        _ references: [Meta.OwnerReference], of object: T
    ) async throws(ClientError) -> T {
        let metadata = object.metadata
        return try await mergePatch(
            T.self, namespace: metadata.namespace, name: metadata.name,
            json: MetadataPatch(of: metadata).owners(references).json)
    }
}
