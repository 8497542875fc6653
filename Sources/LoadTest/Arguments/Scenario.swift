/// What the load tester can do.
public enum Scenario: String, Sendable, CaseIterable {
    case fanout, storm, slow, churn, interest, mixed, soak

    var about: String {
        switch self {
        case .fanout: "many watches of the same objects, and writes at a rate or as fast as they are delivered"
        case .storm: "all watches lose their connection at once and come back: from a revision, then from a list"
        case .slow: "a share of the readers stalls, reads a trickle, or leaves its window closed"
        case .churn: "watches are opened and cancelled without end while others watch"
        case .interest: "each watch wants something else; a write interests a few of all"
        case .mixed: "lists, gets, updates and watches in a stated ratio, while others watch"
        case .soak: "fan-out with churn and lost connections for a long time"
        }
    }
}

/// What tells watches apart in the scenario `interest`.
public enum InterestKind: String, Sendable, CaseIterable { case label, namespace, node }

/// How the slow readers of the scenario `slow` are slow.
public enum Slowness: String, Sendable, CaseIterable {
    /// They stop to read their socket.
    case stall
    /// They open their stream's window by a few bytes at a time.
    case trickle
    /// They never open their stream's window again.
    case window
}
