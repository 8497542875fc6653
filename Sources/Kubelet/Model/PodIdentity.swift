internal import Objects

/// Which pod: a name can be used again, so the uid decides.
struct PodIdentity: Sendable, Hashable, CustomStringConvertible {
    var namespace: String
    var name: String
    var uid: String

    var description: String { "\(namespace)/\(name)" }
}

extension PodIdentity {
    init(_ pod: Core.Pod) {
        self.init(namespace: pod.metadata.namespace, name: pod.metadata.name, uid: pod.metadata.uid)
    }
}
