/// What somebody wants to do: a verb on a resource or on a path (authorization.k8s.io/v1).
public struct AccessAttributes: Sendable, Hashable {
    public enum Target: Sendable, Hashable {
        case resource(Resource)
        /// A path that is no resource: `/metrics`.
        case path(String)
    }

    public struct Resource: Sendable, Hashable {
        /// "" for the core group; `*` in a review means any.
        public var group: String
        public var version: String
        public var resource: String
        /// "" for the object itself.
        public var subresource: String
        /// "": the resource is of the cluster, or all namespaces are meant.
        public var namespace: String
        /// "": no single object is meant.
        public var name: String
        /// The value that the field `spec.nodeName` is asked to have, by a list or watch with that field selector.
        public var selectedNode: String?

        public init(
            group: String = "", version: String = "v1", resource: String, subresource: String = "",
            namespace: String = "", name: String = "", selectedNode: String? = nil
        ) {
            self.group = group
            self.version = version
            self.resource = resource
            self.subresource = subresource
            self.namespace = namespace
            self.name = name
            self.selectedNode = selectedNode
        }

        /// `pods/log`, as roles name it.
        public var combined: String { subresource.isEmpty ? resource : "\(resource)/\(subresource)" }
    }

    /// `get`, `list`, `impersonate`; of paths, the HTTP method in lower case.
    public var verb: String
    public var target: Target

    public init(_ verb: String, _ resource: Resource) {
        self.verb = verb
        target = .resource(resource)
    }

    public init(_ verb: String, path: String) {
        self.verb = verb
        target = .path(path)
    }

    /// Only looks.
    var isRead: Bool { verb == "get" || verb == "list" || verb == "watch" }
}
