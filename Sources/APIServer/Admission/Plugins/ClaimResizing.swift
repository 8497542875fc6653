import Objects
import Resources

/// A claim grows only when it is bound, and its class says that its volumes can grow.
struct ClaimResizing: AdmissionPlugin {
    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        verb == .update && definition.isCore("persistentvolumeclaims")
    }

    func validate(_ request: AdmissionRequest, _ core: ServerCore) async throws(APIError) -> [String] {
        guard request.subresource == nil, let old = request.old.map({ Core.PersistentVolumeClaim($0) }) else {
            return []
        }
        let claim = Core.PersistentVolumeClaim(request.object)
        let was = old.spec.resources.requests["storage"] ?? Quantity(0)
        guard let wanted = claim.spec.resources.requests["storage"], was < wanted else { return [] }
        guard old.status.phase == "Bound" else {
            throw request.forbidden("Only bound persistent volume claims can be expanded")
        }
        guard try await canGrow(claim, old, core) else {
            throw request.forbidden(
                "only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must "
                    + "support resize")
        }
        return []
    }

    private func canGrow(
        _ claim: Core.PersistentVolumeClaim, _ old: Core.PersistentVolumeClaim, _ core: ServerCore
    ) async throws(APIError) -> Bool {
        let name = Self.className(claim)
        guard !name.isEmpty, name == Self.className(old),
            let found = try await core.object("storageclasses", of: "storage.k8s.io", name: name)
        else { return false }
        return Storage.StorageClass(found).allowVolumeExpansion == true
    }

    /// The annotation, which is older than the field, goes before it.
    private static func className(_ claim: Core.PersistentVolumeClaim) -> String {
        claim.metadata.annotations["volume.beta.kubernetes.io/storage-class"] ?? claim.spec.storageClassName ?? ""
    }
}
