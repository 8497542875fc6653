public import Objects

/// Where a role or binding is: a name, and a namespace, which is "" for those of the cluster.
public struct RoleName: Sendable, Hashable {
    public let namespace: String
    public let name: String

    public init(namespace: String = "", name: String) {
        self.namespace = namespace
        self.name = name
    }

    public static func == (a: RoleName, b: RoleName) -> Bool {
        ExactText.same(a.name, b.name) && a.namespace == b.namespace
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(namespace)
    }

    var isOfCluster: Bool { namespace.isEmpty }
    /// `Role`, `ClusterRole`.
    var kind: String { isOfCluster ? "ClusterRole" : "Role" }
}

/// Whom a binding gives its role.
public struct RoleSubject: Sendable, Hashable {
    public enum Kind: Sendable, Hashable { case user, group, serviceAccount }
    public let kind: Kind
    public let name: String
    /// Of a ServiceAccount; "" for others.
    public let namespace: String

    public init(_ kind: Kind, _ name: String, namespace: String = "") {
        self.kind = kind
        self.name = name
        self.namespace = namespace
    }

    /// Nil for a kind that names nobody.
    init?(_ subject: Rbac.Subject, bindingNamespace: String) {
        switch subject.kind {
        case "User": self.init(.user, subject.name)
        case "Group": self.init(.group, subject.name)
        case "ServiceAccount":
            let namespace = subject.namespace.isEmpty ? bindingNamespace : subject.namespace
            guard !namespace.isEmpty else { return nil }
            self.init(.serviceAccount, subject.name, namespace: namespace)
        default: return nil
        }
    }

    /// `Group "ops"`, `ServiceAccount "web/default"`: as decisions give their reason.
    public var description: String {
        switch kind {
        case .user: "User \(GoText.quoted(name))"
        case .group: "Group \(GoText.quoted(name))"
        case .serviceAccount: "ServiceAccount \(GoText.quoted("\(name)/\(namespace)"))"
        }
    }

    /// Whom authentication would have to prove for the subject to be meant.
    var principal: Principal {
        switch kind {
        case .user: Principal(isGroup: false, name: name)
        case .group: Principal(isGroup: true, name: name)
        case .serviceAccount:
            Principal(isGroup: false, name: ServiceAccountName(namespace: namespace, name: name).user)
        }
    }
}

/// A user or group, by exact name.
struct Principal: Sendable, Hashable {
    let isGroup: Bool
    let name: String

    static func == (a: Principal, b: Principal) -> Bool { a.isGroup == b.isGroup && ExactText.same(a.name, b.name) }

    func hash(into hasher: inout Hasher) {
        hasher.combine(isGroup)
        hasher.combine(name)
    }
}

/// A RoleBinding or ClusterRoleBinding as decisions need it.
public struct RoleBindingFacts: Sendable, Hashable {
    public let name: RoleName
    public let role: RoleName
    public let subjects: [RoleSubject]

    public init(name: RoleName, role: RoleName, subjects: [RoleSubject]) {
        self.name = name
        self.role = role
        self.subjects = subjects
    }

    public init(_ binding: Rbac.RoleBinding) {
        let namespace = binding.metadata.namespace
        self.init(
            name: RoleName(namespace: namespace, name: binding.metadata.name),
            role: Self.role(binding.roleRef, namespace: namespace),
            subjects: binding.subjects.compactMap { RoleSubject($0, bindingNamespace: namespace) })
    }

    public init(_ binding: Rbac.ClusterRoleBinding) {
        self.init(
            name: RoleName(name: binding.metadata.name), role: RoleName(name: binding.roleRef.name),
            subjects: binding.subjects.compactMap { RoleSubject($0, bindingNamespace: "") })
    }

    /// The role that a reference in that namespace means.
    public static func role(_ reference: Rbac.RoleRef, namespace: String) -> RoleName {
        RoleName(namespace: reference.kind == "Role" ? namespace : "", name: reference.name)
    }
}
