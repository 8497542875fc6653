public import Objects
import Wire

/// What the headers `Impersonate-*` ask for: to act as somebody else.
public struct Impersonation: Sendable, Hashable {
    public var user = ""
    public var uid = ""
    public var groups: [String] = []
    public var extra = StringMap<[String]>()

    /// Headers that are no request to act as somebody; the answer is 400.
    public struct Malformed: Error, Sendable, Hashable {
        public let message: String
    }

    /// - Parameter headers: all of the request's whose name begins with `impersonate-`, names in lower case.
    /// - Returns: nil when there is none.
    public init?(_ headers: some Sequence<(name: String, value: String)>) throws(Malformed) {
        var isAsked = false
        var count = 0
        for (name, value) in headers {
            count += 1
            guard count <= AccessLimits.impersonatedValues else {
                throw Malformed(message: "there are more than \(AccessLimits.impersonatedValues) impersonation headers")
            }
            switch name {
            case "impersonate-user":
                isAsked = true
                if user.isEmpty { user = value }
            case "impersonate-uid":
                isAsked = true
                if uid.isEmpty { uid = value }
            case "impersonate-group":
                isAsked = true
                groups.append(value)
            default:
                guard name.utf8.starts(with: Self.extraPrefix.utf8) else { continue }
                isAsked = true
                let key = Self.percentDecoded(Substring(name.utf8.dropFirst(Self.extraPrefix.utf8.count))).lowercased()
                extra[key] = (extra[key] ?? []) + [value]
            }
        }
        guard isAsked else { return nil }
        guard !user.isEmpty else {
            throw Malformed(message: "requested \(shown) without impersonating a user name")
        }
    }

    private static let extraPrefix = "impersonate-extra-"

    /// As Go's `%#v` shows a user.
    private var shown: String {
        var extras = "map[string][]string(nil)"
        if !extra.isEmpty {
            let entries = extra.entries.map { "\(GoText.quoted($0.key)):\(GoText.slice($0.value))" }
            extras = "map[string][]string{\(entries.joined(separator: ", "))}"
        }
        return "&user.DefaultInfo{Name:\(GoText.quoted(user)), UID:\(GoText.quoted(uid)), "
            + "Groups:\(GoText.slice(groups)), Extra:\(extras)}"
    }

    /// A text whose escapes are wrong stays as it is.
    private static func percentDecoded(_ text: Substring) -> String {
        PercentEncoding.isWellFormed(Array(text.utf8)[...]) ? PercentEncoding.decode(text) : String(text)
    }

    // MARK: What it takes, and what comes of it

    /// The rights that the caller must have, all of them, asked in this order.
    public var rights: [AccessAttributes] {
        var targets: [AccessAttributes.Resource] = []
        if let account = ServiceAccountName(user: user) {
            targets.append(
                .init(resource: "serviceaccounts", namespace: account.namespace, name: account.name))
        } else {
            targets.append(.init(resource: "users", name: user))
        }
        for group in groups { targets.append(.init(resource: "groups", name: group)) }
        for entry in extra.entries {
            for value in entry.value {
                targets.append(
                    .init(
                        group: Self.authentication, resource: "userextras", subresource: entry.key, name: value))
            }
        }
        if !uid.isEmpty { targets.append(.init(group: Self.authentication, resource: "uids", name: uid)) }
        return targets.map { AccessAttributes("impersonate", $0) }
    }

    private static let authentication = "authentication.k8s.io"

    /// Who the request is of from now on.
    public var identity: Identity {
        var groups = groups
        if groups.isEmpty, let account = ServiceAccountName(user: user) { groups = account.groups }
        if user == SystemUser.anonymous {
            if !groups.contains(SystemGroup.unauthenticated) { groups.append(SystemGroup.unauthenticated) }
        } else if !groups.contains(SystemGroup.authenticated), !groups.contains(SystemGroup.unauthenticated) {
            groups.append(SystemGroup.authenticated)
        }
        return Identity(user, uid: uid, groups: groups, extra: extra)
    }
}
