import Objects
import Resources
import WatchCache

/// Nothing is made in a namespace that is not there or that is ending, and the cluster's own namespaces stay.
struct NamespaceLifecycle: AdmissionPlugin {
    private static let lasting = ["default", "kube-system", "kube-public"]

    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        switch verb {
        case .create: definition.isNamespaced
        case .delete: definition.isCore("namespaces")
        case .update, .connect: false
        }
    }

    func admit(_ request: inout AdmissionRequest, _ core: ServerCore) async throws(APIError) {
        if request.verb == .delete {
            guard !Self.lasting.contains(request.name) else {
                throw request.forbidden("this namespace may not be deleted")
            }
            return
        }
        try await requireOpen(request, core)
    }

    func admit(action request: AdmissionRequest, _ core: ServerCore) async throws(APIError) {
        // Who may do what can be asked of any namespace.
        guard !request.namespace.isEmpty, request.definition.group != "authorization.k8s.io" else { return }
        try await requireOpen(request, core)
    }

    /// Nothing new comes into a namespace that is not there or is ending.
    private func requireOpen(_ request: AdmissionRequest, _ core: ServerCore) async throws(APIError) {
        guard let namespaces = core.registry.find("namespaces"), let cache = namespaces.cache else { return }
        let name = request.namespace
        var found = cache.find(namespace: "", name: name)
        if found == nil {
            try await core.catchUp()
            found = cache.find(namespace: "", name: name)
        }
        guard let found else { throw APIError.notFound(namespaces.definition, name) }
        guard !found.isBeingDeleted else {
            var error = APIError.forbidden(
                request.definition, request.name,
                "unable to create new content in namespace \(name) because it is being terminated")
            error.details?.causes = [
                .init(
                    reason: "NamespaceTerminating", message: "namespace \(name) is being terminated",
                    field: "metadata.namespace")
            ]
            throw error
        }
    }
}
