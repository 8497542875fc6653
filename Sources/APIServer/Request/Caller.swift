import Access
import Resources

/// Who asks, as authentication has proved, and what was lately allowed to him.
final class Caller: Sendable {
    let identity: Identity
    /// May do everything, so that nothing need be asked.
    let isMaster: Bool
    let allowances: Allowances

    init(_ identity: Identity) {
        self.identity = identity
        isMaster = identity.isMaster
        allowances = Allowances()
    }

    var user: String { identity.name }
    var groups: [String] { identity.groups }

    /// The server itself, which keeps what every cluster has.
    static let server = Caller(Identity("system:apiserver", groups: [SystemGroup.masters]))

    /// Whoever reaches the plain listener: he is on this machine and was let in by the operator's own flag.
    static let local = Caller(Identity("apus:local", groups: [SystemGroup.masters]).authenticated)

    /// Somebody without credentials, who may see only what is open to all.
    static let anonymous = Caller(.anonymous)
}
