import Objects
import Policy

/// What a quota's status says once everything in its namespace has been counted. Pure.
struct QuotaStatusPlan: Sendable {
    let status: Core.ResourceQuotaStatus

    /// - Parameters:
    ///   - objects: of each resource that the quota limits, by its qualified name; those that are being removed included.
    ///   - classes: of devices.
    init(
        _ quota: Core.ResourceQuota, objects: [String: [Message]], classes: DeviceClassNames = DeviceClassNames()
    ) {
        var status = Core.ResourceQuotaStatus()
        status.hard = quota.spec.hard
        var used = quota.spec.hard.mapValues { _ in Quantity(0) }
        for (resource, objects) in objects {
            for object in objects where QuotaScope.matches(quota.spec, object, resource: resource) {
                for entry in QuotaUsage.of(object, resource: resource, classes: classes).entries {
                    if let sum = used[entry.key] { used[entry.key] = sum + entry.value }
                }
            }
        }
        status.used = used
        self.status = status
    }

    /// The resources that a quota's limits are about, by their qualified names.
    static func resources(_ quota: Core.ResourceQuota) -> Set<String> {
        Set(quota.spec.hard.keys.flatMap(resources))
    }

    private static func resources(_ limit: String) -> [String] {
        if DeviceUsage.isShared(limit) { return [DeviceUsage.resource, "pods"] }
        return [resource(limit)]
    }

    private static func resource(_ limit: String) -> String {
        if limit.hasPrefix("count/") { return String(limit.dropFirst("count/".count)) }
        switch limit {
        case "configmaps", "secrets", "replicationcontrollers", "resourcequotas", "services", "persistentvolumeclaims":
            return limit
        case "services.nodeports", "services.loadbalancers": return "services"
        case "requests.storage": return "persistentvolumeclaims"
        default:
            if DeviceUsage.concerns(limit) { return DeviceUsage.resource }
            return limit.contains(".storageclass.storage.k8s.io/") ? "persistentvolumeclaims" : "pods"
        }
    }
}
