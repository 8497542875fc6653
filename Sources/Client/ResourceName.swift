/// A resource as requests name it.
public struct ResourceName: Hashable, Sendable, CustomStringConvertible {
    /// Empty for the core group.
    public var group: String
    public var version: String
    /// `pods`.
    public var plural: String

    public init(group: String = "", version: String = "v1", plural: String) {
        self.group = group
        self.version = version
        self.plural = plural
    }

    /// As objects carry it: `v1`, `apps/v1`.
    public var apiVersion: String { group.isEmpty ? version : "\(group)/\(version)" }
    /// As messages name it: `pods`, `deployments.apps`.
    public var description: String { group.isEmpty ? plural : "\(plural).\(group)" }
}

/// Which object of a resource; the namespace of a cluster-wide object is empty.
public struct ObjectKey: Hashable, Sendable, CustomStringConvertible {
    public var namespace: String
    public var name: String

    public init(namespace: String, name: String) {
        self.namespace = namespace
        self.name = name
    }

    public var description: String { namespace.isEmpty ? name : "\(namespace)/\(name)" }
}
