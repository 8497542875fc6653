import Objects
import Resources

/// Claims and ingresses that name no class get the cluster's default one: the newest that is marked as such.
struct DefaultClasses: AdmissionPlugin {
    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        verb == .create && (definition.isCore("persistentvolumeclaims") || definition.qualifiedName == Self.ingresses)
    }

    private static let ingresses = "ingresses.networking.k8s.io"

    func admit(_ request: inout AdmissionRequest, _ core: ServerCore) async throws(APIError) {
        if request.definition.qualifiedName == Self.ingresses {
            var ingress = Networking.Ingress(request.object)
            guard ingress.spec.ingressClassName == nil,
                ingress.metadata.annotations["kubernetes.io/ingress.class"] == nil
            else { return }
            let classes = try await core.objects("ingressclasses", of: "networking.k8s.io")
            guard let name = Self.newest(classes, marked: "ingressclass.kubernetes.io/is-default-class") else { return }
            ingress.spec.ingressClassName = name
            request.object = ingress.message
            return
        }
        var claim = Core.PersistentVolumeClaim(request.object)
        guard claim.spec.storageClassName == nil,
            claim.metadata.annotations["volume.beta.kubernetes.io/storage-class"] == nil
        else { return }
        let classes = try await core.objects("storageclasses", of: "storage.k8s.io")
        guard let name = Self.newest(classes, marked: "storageclass.kubernetes.io/is-default-class") else { return }
        claim.spec.storageClassName = name
        request.object = claim.message
    }

    private static func newest(_ classes: [Message], marked annotation: String) -> String? {
        classes.map { Metadata(of: $0) }.filter { $0.annotations[annotation] == "true" }
            .max { a, b in
                (a.creationSeconds ?? 0, b.name) < (b.creationSeconds ?? 0, a.name)
            }?.name
    }
}
