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
        // Of a stored pod only its resources change, through a path of their own, and whether it has a deadline.
        if request.verb == .update, request.definition.isCore("pods") {
            guard request.subresource == .resize || Self.changesScope(request) else { return [] }
        } else if request.subresource != nil {
            return []
        }
        let quotas = try await core.objects("resourcequotas", in: request.namespace)
        guard !quotas.isEmpty, let operations = core.operations(of: "resourcequotas") else {
            return []
        }
        let classes = try await Self.classes(request, core)
        // All of them are asked before any of them counts.
        for quota in quotas { _ = try Self.check(quota, request, classes) }
        guard !request.isDryRun else { return [] }
        for quota in quotas {
            _ = try await operations.modify(
                namespace: request.namespace, name: Metadata(of: quota).name, subresource: .status,
                options: WriteOptions(caller: .server)
            ) { current throws(APIError) in
                guard let used = try Self.check(current, request, classes) else { return current }
                var changed = Core.ResourceQuota(current)
                changed.status.used = used
                changed.metadata.resourceVersion = ""
                return changed.message
            }
        }
        return []
    }

    private static func changesScope(_ request: AdmissionRequest) -> Bool {
        guard request.subresource == nil, let old = request.old else { return false }
        func ends(_ pod: Message) -> Bool { Core.Pod(pod).spec.activeDeadlineSeconds != nil }
        return ends(request.object) != ends(old)
    }

    /// Those of devices, for a claim of devices.
    private static func classes(
        _ request: AdmissionRequest, _ core: ServerCore
    ) async throws(APIError) -> DeviceClassNames {
        guard request.definition.qualifiedName == DeviceUsage.resource else { return DeviceClassNames() }
        return DeviceClassNames(
            try await core.objects("deviceclasses", of: "resource.k8s.io").map { Resources.DeviceClass($0) })
    }

    /// What the quota is used for afterwards; nil: it does not speak of it.
    private static func check(
        _ quota: Message, _ request: AdmissionRequest, _ classes: DeviceClassNames
    ) throws(APIError) -> ResourceAmountList? {
        let outcome = QuotaCheck.check(
            Core.ResourceQuota(quota), request.object, old: request.old, resource: request.definition.qualifiedName,
            classes: classes)
        switch outcome {
        case .unaffected: return nil
        case .fits(let used): return used
        case .refused(let why): throw request.forbidden(why)
        }
    }
}
