public import Objects

/// Who asks: what authentication has proved (authentication.k8s.io/v1, `UserInfo`).
public struct Identity: Sendable, Hashable {
    /// `kubernetes-admin`, `system:serviceaccount:default:web`.
    public var name: String
    /// What tells this user from others of the same name over time; "" when the credential says none.
    public var uid: String
    /// Group names, in the order in which authentication gave them.
    public var groups: [String]
    /// What an authenticator wants to say beside, by lower-case key.
    public var extra: StringMap<[String]>

    public init(_ name: String, uid: String = "", groups: [String] = [], extra: StringMap<[String]> = StringMap()) {
        self.name = name
        self.uid = uid
        self.groups = groups
        self.extra = extra
    }

    /// Somebody without credentials.
    public static let anonymous = Identity(SystemUser.anonymous, groups: [SystemGroup.unauthenticated])

    /// May do everything, whatever roles say.
    public var isMaster: Bool { groups.contains(SystemGroup.masters) }

    /// With `system:authenticated`, which everybody has who showed a credential.
    public var authenticated: Identity {
        guard name != SystemUser.anonymous, !groups.contains(SystemGroup.authenticated) else { return self }
        var identity = self
        identity.groups.append(SystemGroup.authenticated)
        return identity
    }

    /// As an API object shows it.
    public var userInfo: Authentication.UserInfo {
        var info = Authentication.UserInfo()
        info.username = name
        info.uid = uid
        info.groups = groups
        guard !extra.isEmpty else { return info }
        info.message["extra"] = .map(extra.mapValues { .list($0.map { .string($0) }) })
        return info
    }

    /// The reverse, for the field `extra` of a review.
    public static func extra(of field: Value?) -> StringMap<[String]> {
        guard case .map(let map)? = field else { return StringMap() }
        return map.mapValues { value in
            guard case .list(let items) = value else { return [] }
            return items.compactMap { if case .string(let text) = $0 { text } else { nil } }
        }
    }
}

/// Users that the system itself knows.
public enum SystemUser {
    public static let anonymous = "system:anonymous"
    public static let nodePrefix = "system:node:"
    public static let bootstrapPrefix = "system:bootstrap:"
}

/// Groups that the system itself knows.
public enum SystemGroup {
    public static let masters = "system:masters"
    public static let authenticated = "system:authenticated"
    public static let unauthenticated = "system:unauthenticated"
    public static let nodes = "system:nodes"
    public static let serviceAccounts = "system:serviceaccounts"
    public static let bootstrappers = "system:bootstrappers"
}
