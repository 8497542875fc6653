internal import Objects

/// Why a container of a plan waits, as an event of its pod tells once.
enum PodNotice: Sendable, Hashable {
    /// - Parameter instance: the one that ended: each wait is told of, however long the pod lives.
    case backOff(container: String, instance: String)
    /// The image is not on the node and may not be pulled.
    case neverPulled(image: String)

    var reason: String {
        switch self {
        case .backOff: "BackOff"
        case .neverPulled: "ErrImageNeverPull"
        }
    }

    func message(_ pod: Core.Pod) -> String {
        switch self {
        case .backOff(let container, _):
            let name = "\(pod.metadata.name)_\(pod.metadata.namespace)(\(pod.metadata.uid))"
            return "Back-off restarting failed container \(container) in pod \(name)"
        case .neverPulled(let image):
            return "Container image \"\(image)\" is not present with pull policy of Never"
        }
    }
}
