import Objects

/// A ServiceAccount as a user: `system:serviceaccount:NAMESPACE:NAME`.
public struct ServiceAccountName: Sendable, Hashable {
    public static let prefix = "system:serviceaccount:"
    public let namespace: String
    public let name: String

    public init(namespace: String, name: String) {
        self.namespace = namespace
        self.name = name
    }

    /// - Parameter user: nil when it is not a ServiceAccount's user name, whose parts are valid names.
    public init?(user: String) {
        guard user.hasPrefix(Self.prefix) else { return nil }
        let parts = user.dropFirst(Self.prefix.count).split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        namespace = String(parts[0])
        name = String(parts[1])
        guard Names.labelProblems(namespace).isEmpty, Names.subdomainProblems(name).isEmpty else { return nil }
    }

    public var user: String { "\(Self.prefix)\(namespace):\(name)" }

    /// The groups that every ServiceAccount of the namespace is in.
    public var groups: [String] { [SystemGroup.serviceAccounts, "\(SystemGroup.serviceAccounts):\(namespace)"] }
}
