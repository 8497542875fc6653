/// Where a pod's files lie on the node.
struct PodPaths: Sendable, Equatable {
    /// The kubelet's data folder.
    let root: String
    let pod: PodIdentity

    /// `pods/UID`: everything that goes when the pod goes, but for the logs.
    var folder: String { "\(root)/pods/\(pod.uid)" }
    func volume(_ name: String) -> String { "\(folder)/volumes/\(name)" }
    func terminationMessage(_ container: String, attempt: Int) -> String {
        "\(folder)/containers/\(container)/termination-\(attempt)"
    }
    var hosts: String { "\(folder)/etc-hosts" }
    /// `logs/pods/NAMESPACE_NAME_UID`, as log shippers expect it.
    var logs: String { "\(root)/logs/pods/\(pod.namespace)_\(pod.name)_\(pod.uid)" }
    /// Relative to `logs`, as the runtime wants it.
    static func log(_ container: String, attempt: Int) -> String { "\(container)/\(attempt).log" }
    func log(_ container: String, attempt: Int) -> String { "\(logs)/\(Self.log(container, attempt: attempt))" }

    /// Names come from objects that the API server has checked; they are checked again before they become paths.
    static func isSafe(_ name: String) -> Bool {
        !name.isEmpty && name != "." && name != ".." && !name.utf8.contains { $0 == UInt8(ascii: "/") || $0 == 0 }
    }
}
