import Objects
import Resources

/// The groups that the server serves itself, each of their versions as an `APIService`.
enum LocalAPIServices {
    /// Whoever made the object keeps it: here the server, when it starts.
    private static let keptLabel = "kube-aggregator.kubernetes.io/automanaged"
    /// Registers all others, and is not registered itself.
    private static let own = "apiregistration.k8s.io"

    static func objects(_ definitions: [ResourceDefinition]) -> [Message] {
        DiscoveryDocuments(definitions: definitions).groups.filter { $0.name != own }.flatMap { group in
            group.versions.map { version in
                var service = APIRegistration.APIService()
                service.metadata.name = "\(version).\(group.name)"
                service.metadata.labels = [keptLabel: "onstart"]
                service.spec.group = group.name
                service.spec.version = version
                service.spec.groupPriorityMinimum = GroupOrder.priority(group.name)
                service.spec.versionPriority = GroupOrder.versionPriority(group.name, version)
                return service.message
            }
        }
    }
}
