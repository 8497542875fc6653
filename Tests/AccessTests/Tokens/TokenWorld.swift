import Objects
import Synchronization

@testable import Access

/// Objects that tokens are bound to, changed by hand.
final class TokenWorld: BoundObjects {
    private struct Name: Hashable {
        let kind: BoundKind
        let namespace: String
        let name: String
    }
    private struct State {
        var uids: [Name: String] = [:]
        var secrets: [String: Core.Secret] = [:]
    }
    private let state = Mutex(State())

    func set(_ kind: BoundKind, _ namespace: String, _ name: String, uid: String?) {
        state.withLock { $0.uids[Name(kind: kind, namespace: namespace, name: name)] = uid }
    }

    func set(_ secret: Core.Secret) { state.withLock { $0.secrets[secret.metadata.name] = secret } }

    func uid(kind: BoundKind, namespace: String, name: String) -> String? {
        state.withLock { $0.uids[Name(kind: kind, namespace: namespace, name: name)] }
    }

    func secret(namespace: String, name: String) -> Core.Secret? { state.withLock { $0.secrets[name] } }
}
