internal import Objects

/// Whether a container's image is used as it is, pulled first, or waited for.
enum ImageDecision: Sendable, Equatable {
    case use
    case pull
    /// A pull has failed; not before this.
    case wait(Moment)
    /// It is not on the node and may not be pulled.
    case refuse

    init(_ container: Core.Container, memory: PodMemory, now: Moment) {
        let isPresent = memory.images[container.image] != nil
        switch container.imagePullPolicy {
        case "Never":
            self = isPresent ? .use : .refuse
            return
        case "Always": break
        default:
            if isPresent {
                self = .use
                return
            }
        }
        if let backoff = memory.pulls[container.image], backoff.notBefore > now {
            self = .wait(backoff.notBefore)
        } else {
            self = .pull
        }
    }
}
