import Objects
/// A refusal in Kubernetes' words, without the form of a `Status`.
public struct Refusal: Error, Sendable, Hashable {
    /// `pods "x" is forbidden: User "ann" cannot get resource "pods" in API group "" in the namespace "a"`.
    public let message: String
    /// What a `Status`' details name.
    public let group: String
    public let resource: String
    public let name: String

    /// - Parameter reasons: why, where an authorizer says more than no.
    public init(_ identity: Identity, _ attributes: AccessAttributes, reasons: [String] = []) {
        let user = GoText.quoted(identity.name)
        let tail = reasons.isEmpty ? "" : ": " + reasons.joined(separator: "\n")
        switch attributes.target {
        case .path(let path):
            group = ""
            resource = ""
            name = ""
            message = "forbidden: User \(user) cannot \(attributes.verb) path \(GoText.quoted(path))\(tail)"
        case .resource(let target):
            group = target.group
            resource = target.resource
            name = target.name
            let place =
                target.namespace.isEmpty
                ? "at the cluster scope" : "in the namespace \(GoText.quoted(target.namespace))"
            let what =
                "User \(user) cannot \(attributes.verb) resource \(GoText.quoted(target.combined)) in API group "
                + "\(GoText.quoted(target.group)) \(place)\(tail)"
            message = Self.subject(group: group, resource: resource, name: name) + " is forbidden: " + what
        }
    }

    /// A refusal of a write for another reason than a missing right.
    public init(group: String, resource: String, name: String, because why: String) {
        self.group = group
        self.resource = resource
        self.name = name
        message = Self.subject(group: group, resource: resource, name: name) + " is forbidden: " + why
    }

    /// `roles.rbac.authorization.k8s.io "r"`.
    private static func subject(group: String, resource: String, name: String) -> String {
        let qualified = group.isEmpty ? resource : "\(resource).\(group)"
        return name.isEmpty ? qualified : "\(qualified) \(GoText.quoted(name))"
    }
}
