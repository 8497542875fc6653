import Objects
import Resources

/// Ingresses that name no class get the cluster's default one.
struct DefaultIngressClass: AdmissionPlugin {
    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        verb == .create && definition.qualifiedName == "ingresses.networking.k8s.io"
    }

    func admit(_ request: inout AdmissionRequest, _ core: ServerCore) async throws(APIError) {
        var ingress = Networking.Ingress(request.object)
        guard ingress.spec.ingressClassName == nil,
            ingress.metadata.annotations["kubernetes.io/ingress.class"] == nil
        else { return }
        let classes = try await core.objects("ingressclasses", of: "networking.k8s.io")
        guard let name = DefaultMark.newest(classes, marked: "ingressclass.kubernetes.io/is-default-class") else {
            return
        }
        ingress.spec.ingressClassName = name
        request.object = ingress.message
    }
}
