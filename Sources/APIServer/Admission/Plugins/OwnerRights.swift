import Access
import Objects
import Resources

/// Who names an owner of an object has the object deleted with it, and so needs the right to delete the object; who holds up
/// the owner's deletion needs the right to its finalizers (Kubernetes' OwnerReferencesPermissionEnforcement).
struct OwnerRights: AdmissionPlugin {
    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        verb == .create || verb == .update
    }

    func validate(_ request: AdmissionRequest, _ core: ServerCore) async throws(APIError) -> [String] {
        // Old kubelets spoil the owners in what they send, and none of it is stored.
        if request.definition.isCore("pods"), request.subresource == .status { return [] }
        let owners = Self.owners(request.object)
        let before = request.old.map(Self.owners) ?? []
        guard owners != before else { return [] }
        if request.old != nil {
            let definition = request.definition
            let right = AccessAttributes(
                "delete",
                .init(
                    group: definition.group, version: definition.version, resource: definition.plural,
                    subresource: request.subresource?.rawValue ?? "", namespace: request.namespace,
                    name: request.name))
            try await require(right, request, core, "cannot set an ownerRef on a resource you can't delete")
        }
        for owner in Self.newlyBlocking(owners, before) {
            for right in try Self.rights(to: owner, request, core) {
                try await require(
                    right, request, core,
                    "cannot set blockOwnerDeletion if an ownerReference refers to a resource you can't set finalizers on"
                )
            }
        }
        return []
    }

    private func require(
        _ right: AccessAttributes, _ request: AdmissionRequest, _ core: ServerCore, _ words: String
    ) async throws(APIError) {
        let verdict = try await core.access.verdict(on: request.caller, right, core)
        if !verdict.isAllowed { throw request.forbidden("\(words): \(verdict.reason), <nil>") }
    }

    private static func owners(_ object: Message) -> [Meta.OwnerReference] {
        Meta.ObjectMeta(Metadata(of: object).message).ownerReferences
    }

    /// Those that hold up an owner which they did not hold up before.
    static func newlyBlocking(
        _ owners: [Meta.OwnerReference], _ before: [Meta.OwnerReference]
    ) -> [Meta.OwnerReference] {
        owners.filter { owner in
            guard owner.blockOwnerDeletion == true else { return false }
            return before.last { $0.uid == owner.uid }?.blockOwnerDeletion != true
        }
    }

    /// To the finalizers of the owner, in each resource that its kind may mean.
    private static func rights(
        to owner: Meta.OwnerReference, _ request: AdmissionRequest, _ core: ServerCore
    ) throws(APIError) -> [AccessAttributes] {
        let found = core.registry.definitions.filter { $0.apiVersion == owner.apiVersion && $0.kind == owner.kind }
        guard !found.isEmpty else {
            throw request.forbidden(
                "cannot set blockOwnerDeletion in this case because cannot find RESTMapping for APIVersion "
                    + "\(owner.apiVersion) Kind \(owner.kind): no matches for kind "
                    + "\(GoText.quoted(owner.kind)) in version \(GoText.quoted(owner.apiVersion))")
        }
        return found.map { definition in
            AccessAttributes(
                "update",
                .init(
                    group: definition.group, version: definition.version, resource: definition.plural,
                    subresource: "finalizers", namespace: definition.isNamespaced ? request.namespace : "",
                    name: owner.name))
        }
    }
}
