import Objects
import Policy

/// Which changes may give back something that a quota counts. Pure.
enum QuotaRelease {
    static func mayFollow(_ old: Core.Service, _ new: Core.Service) -> Bool {
        gives(old.message, new.message, resource: "services")
    }

    static func mayFollow(_ old: Core.PersistentVolumeClaim, _ new: Core.PersistentVolumeClaim) -> Bool {
        gives(old.message, new.message, resource: "persistentvolumeclaims")
    }

    private static func gives(_ old: Message, _ new: Message, resource: String) -> Bool {
        let (before, after) = (QuotaUsage.of(old, resource: resource), QuotaUsage.of(new, resource: resource))
        return before.entries.contains { entry in after[entry.key].map { $0 < entry.value } ?? true }
    }
}
