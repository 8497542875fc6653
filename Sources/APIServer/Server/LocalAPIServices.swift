import Objects
import Resources

/// The groups that the server serves itself, each of their versions as an `APIService`.
enum LocalAPIServices {
    /// Who keeps the object.
    static let keptLabel = "kube-aggregator.kubernetes.io/automanaged"
    enum Keeper: String {
        /// The server, when it starts.
        case start = "onstart"
        /// The server, as long as it serves the version.
        case always = "true"
    }
    /// Registers all others, and is not registered itself.
    private static let own = "apiregistration.k8s.io"

    static func objects(_ definitions: [ResourceDefinition]) -> [Message] {
        DiscoveryDocuments(definitions: definitions).groups.filter { $0.name != own }.flatMap { group in
            group.versions.map { object(group: group.name, version: $0, keptBy: .start) }
        }
    }

    static func object(group: String, version: String, keptBy keeper: Keeper) -> Message {
        var service = APIRegistration.APIService()
        service.metadata.name = "\(version).\(group)"
        service.metadata.labels = [keptLabel: keeper.rawValue]
        service.spec.group = group
        service.spec.version = version
        service.spec.groupPriorityMinimum = GroupOrder.priority(group)
        service.spec.versionPriority = GroupOrder.versionPriority(group, version)
        return service.message
    }
}
