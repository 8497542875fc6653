public import Objects

/// What a role allows: verbs on resources or on paths (rbac.authorization.k8s.io/v1, `PolicyRule`). `*` stands for all.
public struct AccessRule: Sendable, Hashable {
    public var verbs: [String]
    public var groups: [String]
    /// `pods`, `pods/log`, `*/scale`.
    public var resources: [String]
    /// Empty: all.
    public var names: [String]
    /// `/healthz`, `/openapi/*`.
    public var paths: [String]

    public init(
        verbs: [String], groups: [String] = [], resources: [String] = [], names: [String] = [], paths: [String] = []
    ) {
        self.verbs = verbs
        self.groups = groups
        self.resources = resources
        self.names = names
        self.paths = paths
    }

    public init(_ rule: Rbac.PolicyRule) {
        verbs = rule.verbs
        groups = rule.apiGroups
        resources = rule.resources
        names = rule.resourceNames
        paths = rule.nonResourceURLs
    }

    public var policyRule: Rbac.PolicyRule {
        var rule = Rbac.PolicyRule()
        rule.verbs = verbs
        rule.apiGroups = groups
        rule.resources = resources
        rule.resourceNames = names
        rule.nonResourceURLs = paths
        return rule
    }

    /// May do everything.
    public static let everything = [
        AccessRule(verbs: ["*"], groups: ["*"], resources: ["*"]), AccessRule(verbs: ["*"], paths: ["*"]),
    ]

    public func allows(_ attributes: AccessAttributes) -> Bool {
        guard Self.matches(verbs, attributes.verb) else { return false }
        switch attributes.target {
        case .resource(let target):
            return Self.matches(groups, target.group) && matchesResource(target)
                && (names.isEmpty || names.contains { ExactText.same($0, target.name) })
        case .path(let path): return paths.contains { Self.path($0, covers: path) }
        }
    }

    private static func matches(_ allowed: [String], _ asked: String) -> Bool {
        for each in allowed where each == "*" || ExactText.same(each, asked) { return true }
        return false
    }

    private func matchesResource(_ target: AccessAttributes.Resource) -> Bool {
        guard !target.subresource.isEmpty else { return Self.matches(resources, target.resource) }
        for each in resources {
            if each == "*" { return true }
            let count = target.subresource.utf8.count
            guard each.utf8.count > count, each.utf8.last == target.subresource.utf8.last,
                each.utf8.suffix(count).elementsEqual(target.subresource.utf8)
            else { continue }
            let owner = each.utf8.dropLast(count)
            guard owner.last == UInt8(ascii: "/") else { continue }
            let resource = owner.dropLast()
            if resource.elementsEqual(target.resource.utf8) || resource.elementsEqual("*".utf8) { return true }
        }
        return false
    }

    /// - Parameter pattern: a path, or the beginning of paths with `*` at its end.
    static func path(_ pattern: String, covers path: String) -> Bool {
        if pattern == "*" || ExactText.same(pattern, path) { return true }
        var start = pattern.utf8[...]
        guard start.last == UInt8(ascii: "*") else { return false }
        while start.last == UInt8(ascii: "*") { start = start.dropLast() }
        return path.utf8.starts(with: start)
    }
}

extension AccessRule: CustomStringConvertible {
    /// `{APIGroups:[""], Resources:["pods"], Verbs:["get"]}`, as refusals show what is missing.
    public var description: String {
        let parts = [
            ("APIGroups", groups), ("Resources", resources), ("NonResourceURLs", paths), ("ResourceNames", names),
            ("Verbs", verbs),
        ].filter { !$0.1.isEmpty }.map { "\($0.0):\(GoText.quoted($0.1))" }
        return "{\(parts.joined(separator: ", "))}"
    }
}
