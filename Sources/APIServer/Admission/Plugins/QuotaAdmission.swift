import Objects
import Policy
import Resources

/// Holds what is made in a namespace to its ResourceQuotas, and counts it there before it is stored.
///
/// What is counted for an object that is then refused or fails to be stored, and what goes again, the quota controller
/// puts right.
struct QuotaAdmission: AdmissionPlugin {
    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        switch verb {
        case .create:
            definition.isNamespaced && !definition.traits.contains(.isComputed) && !definition.isCore("events")
        case .update:
            definition.isCore("pods") || definition.isCore("services") || definition.isCore("persistentvolumeclaims")
        case .delete, .connect: false
        }
    }

    func validate(_ request: AdmissionRequest, _ core: ServerCore) async throws(APIError) -> [String] {
        // Of a stored pod only its resources change, through a path of their own.
        if request.verb == .update, request.definition.isCore("pods") {
            guard request.subresource == .resize else { return [] }
        } else if request.subresource != nil {
            return []
        }
        let quotas = try await core.objects("resourcequotas", in: request.namespace)
        guard !quotas.isEmpty, let operations = core.operations(of: "resourcequotas") else {
            return []
        }
        // All of them are asked before any of them counts.
        for quota in quotas { _ = try Self.check(quota, request) }
        guard !request.isDryRun else { return [] }
        for quota in quotas {
            _ = try await operations.modify(
                namespace: request.namespace, name: Metadata(of: quota).name, subresource: .status,
                options: WriteOptions(caller: .server)
            ) { current throws(APIError) in
                guard let used = try Self.check(current, request) else { return current }
                var changed = Core.ResourceQuota(current)
                changed.status.used = used
                changed.metadata.resourceVersion = ""
                return changed.message
            }
        }
        return []
    }

    /// What the quota is used for afterwards; nil: it does not speak of it.
    private static func check(_ quota: Message, _ request: AdmissionRequest) throws(APIError) -> ResourceAmountList? {
        let outcome = QuotaCheck.check(
            Core.ResourceQuota(quota), request.object, old: request.old, resource: request.definition.qualifiedName)
        switch outcome {
        case .unaffected: return nil
        case .fits(let used): return used
        case .refused(let why): throw request.forbidden(why)
        }
    }
}
