/// One step towards what a pod's spec asks for. Steps of a plan are taken in order; the first that fails ends the turn,
/// and the next turn looks at the facts again.
enum PodAction: Sendable, Equatable {
    /// Makes the pod's folders and the files of its volumes.
    case prepareVolumes
    case createSandbox(attempt: Int)
    case pullImage(String)
    /// Creates and starts an instance.
    case startContainer(name: String, attempt: Int)
    /// Stops these side by side, each with its hook and its grace.
    case stopContainers([Stop])
    case removeContainer(id: String)
    case stopSandbox(id: String)
    case removeSandbox(id: String)
    /// Unmounts and removes the pod's folders.
    case removeVolumes
    /// Removes the pod from the API server: grace 0, only if it still has this uid.
    case deletePodObject

    struct Stop: Sendable, Equatable {
        var id: String
        var name: String
        var graceSeconds: Int
        var reason: Reason
    }
    enum Reason: Sendable, Equatable {
        case podDeleted
        case podFinished
        case podFailed
        case probeFailed(String)
        case specChanged
        case sandboxLost
        case stateUnknown
    }
}

/// What to do now, and when to look again if nothing happens before.
struct PodPlan: Sendable, Equatable {
    var actions: [PodAction] = []
    var lookAgainAt: Moment?
    /// What is to be told of, unless it was at an earlier look.
    var notices: [PodNotice] = []

    mutating func lookAgain(at moment: Moment) {
        lookAgainAt = min(lookAgainAt ?? moment, moment)
    }
}
