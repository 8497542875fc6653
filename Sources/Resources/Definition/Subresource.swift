/// Parts of an object that have a path of their own, actions on it, and connections to it.
public enum Subresource: String, Sendable, CaseIterable {
    case approval
    case attach
    case binding
    case ephemeralContainers = "ephemeralcontainers"
    case eviction
    case exec
    case finalize
    case log
    case portForward = "portforward"
    case proxy
    case resize
    case scale
    case status
    case token

    /// What becomes of a request for it.
    public enum Form: Sendable {
        /// Reads and writes the object, of which only a part may change.
        case part
        /// Reads and writes how many replicas there are.
        case scale
        /// A POST of another kind does something.
        case action
        /// Bytes flow between the client and a node.
        case connection
    }

    public var form: Form {
        switch self {
        case .approval, .ephemeralContainers, .finalize, .resize, .status: .part
        case .scale: .scale
        case .binding, .eviction, .token: .action
        case .attach, .exec, .log, .portForward, .proxy: .connection
        }
    }

    /// A connection over which a client has something done in a pod.
    public var takesCommands: Bool { self == .attach || self == .exec || self == .portForward }

    /// As discovery tells them.
    public var verbs: [String] {
        switch self {
        case .approval, .ephemeralContainers, .resize, .scale, .status: ["get", "patch", "update"]
        case .finalize: ["update"]
        case .binding, .eviction, .token: ["create"]
        case .log: ["get"]
        case .attach, .exec, .portForward: ["create", "get"]
        case .proxy: ["create", "delete", "get", "patch", "update"]
        }
    }

    /// Of what is read and written, when it is not the resource's own kind; the group is "" for the core group.
    public func kind(on resource: ResourceDefinition) -> (group: String, version: String, kind: String) {
        switch self {
        case .approval, .ephemeralContainers, .finalize, .log, .resize, .status:
            (resource.group, resource.version, resource.kind)
        case .scale: ("autoscaling", "v1", "Scale")
        case .binding: ("", "v1", "Binding")
        case .eviction: ("policy", "v1", "Eviction")
        case .token: ("authentication.k8s.io", "v1", "TokenRequest")
        case .attach: ("", "v1", "PodAttachOptions")
        case .exec: ("", "v1", "PodExecOptions")
        case .portForward: ("", "v1", "PodPortForwardOptions")
        case .proxy: ("", "v1", "\(resource.kind)ProxyOptions")
        }
    }
}
