import Objects
import Resources

/// Claims, volumes and their classes of attributes that are in use stay until they are not: a finalizer holds them, which the controllers take away.
struct StorageProtection: AdmissionPlugin {
    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        verb == .create && Self.finalizer(definition) != nil
    }

    private static func finalizer(_ definition: ResourceDefinition) -> String? {
        if definition.isCore("persistentvolumeclaims") { return "kubernetes.io/pvc-protection" }
        if definition.qualifiedName == "volumeattributesclasses.storage.k8s.io" {
            return "kubernetes.io/vac-protection"
        }
        return definition.isCore("persistentvolumes") ? "kubernetes.io/pv-protection" : nil
    }

    func admit(_ request: inout AdmissionRequest, _ core: ServerCore) async throws(APIError) {
        Self.protect(&request)
    }

    static func protect(_ request: inout AdmissionRequest) {
        guard let finalizer = finalizer(request.definition) else { return }
        var metadata = Metadata(of: request.object)
        guard !metadata.finalizers.contains(finalizer) else { return }
        metadata.finalizers.append(finalizer)
        metadata.store(in: &request.object)
    }
}
