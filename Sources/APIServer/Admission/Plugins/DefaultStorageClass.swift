import Objects
import Resources

/// Claims that name no class get the cluster's default one.
struct DefaultStorageClass: AdmissionPlugin {
    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        verb == .create && definition.isCore("persistentvolumeclaims")
    }

    func admit(_ request: inout AdmissionRequest, _ core: ServerCore) async throws(APIError) {
        var claim = Core.PersistentVolumeClaim(request.object)
        guard claim.spec.storageClassName == nil,
            claim.metadata.annotations["volume.beta.kubernetes.io/storage-class"] == nil
        else { return }
        let classes = try await core.objects("storageclasses", of: "storage.k8s.io")
        guard let name = DefaultMark.newest(classes, marked: "storageclass.kubernetes.io/is-default-class") else {
            return
        }
        claim.spec.storageClassName = name
        request.object = claim.message
    }
}

/// The annotation by which one object of a kind is what others get that name none.
enum DefaultMark {
    /// Of those that are marked, the newest; of those that are of one second, the first by name.
    static func newest(_ classes: [Message], marked annotation: String) -> String? {
        classes.map { Metadata(of: $0) }.filter { $0.annotations[annotation] == "true" }
            .max { a, b in
                (a.creationSeconds ?? 0, b.name) < (b.creationSeconds ?? 0, a.name)
            }?.name
    }
}
