import Objects
/// What was decided about a request.
public enum Verdict: Sendable, Hashable {
    /// - Parameter holdsForAllNames: the same is allowed on every other object of the resource and namespace.
    case allowed(Ground, holdsForAllNames: Bool)
    /// - Parameter reasons: why, where there is more to say than no.
    case refused([String])

    /// On what ground something is allowed.
    public enum Ground: Sendable, Hashable {
        /// The mode is AlwaysAllow.
        case always
        /// The group `system:masters`.
        case master
        /// A binding of a role.
        case binding(RoleName, role: RoleName, subject: RoleSubject)
        /// The node authorizer.
        case node

        /// As reviews give the reason: `RBAC: allowed by ClusterRoleBinding "x" of ClusterRole "y" to Group "z"`.
        public var reason: String {
            switch self {
            case .always, .master, .node: return ""
            case .binding(let binding, let role, let subject):
                let name = binding.isOfCluster ? binding.name : "\(binding.name)/\(binding.namespace)"
                return
                    "RBAC: allowed by \(binding.isOfCluster ? "Cluster" : "")RoleBinding \(GoText.quoted(name)) of "
                    + "\(role.kind) \(GoText.quoted(role.name)) to \(subject.description)"
            }
        }
    }

    public var isAllowed: Bool { if case .allowed = self { true } else { false } }

    /// What a review says as its reason.
    public var reason: String {
        switch self {
        case .allowed(let ground, _): ground.reason
        case .refused(let reasons): reasons.joined(separator: "\n")
        }
    }
}
