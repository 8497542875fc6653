import Access
import Objects
import Resources
import Synchronization
import WatchCache

/// Decides what callers may do, on any loop. What it decides by is kept up to date by the watch cache (`AccessFeed`).
final class AccessControl: Sendable {
    let settings: AccessSettings
    private struct State {
        var authorizer: Authorizer
        var pods = UnreadPods()
    }
    private let state: Mutex<State>
    /// What was decided at another count may be decided otherwise now.
    private let generation = Atomic<UInt64>(1)

    init(_ settings: AccessSettings) {
        self.settings = settings
        state = Mutex(State(authorizer: Authorizer(settings.modes)))
    }

    /// Changes what decisions are made by.
    func change(_ body: (inout Authorizer, inout UnreadPods) -> Void) {
        state.withLock { state in
            body(&state.authorizer, &state.pods)
            generation.wrappingAdd(1, ordering: .releasing)
        }
    }

    /// Notes something that changes no decision that was remembered: only what nodes may is decided by pods, and that is
    /// never remembered.
    func note(_ body: (inout Authorizer, inout UnreadPods) -> Void) {
        state.withLock { body(&$0.authorizer, &$0.pods) }
    }

    /// The roles as they are now.
    var roles: RoleIndex { state.withLock { $0.authorizer.roles } }

    func rules(for identity: Identity, namespace: String) -> (rules: [AccessRule], problem: String?) {
        let authorizer = state.withLock { $0.authorizer }
        return authorizer.rules(for: identity, namespace: namespace)
    }

    func decide(_ identity: Identity, _ attributes: AccessAttributes) -> Verdict {
        state.withLock { state in
            if let node = NodeAuthorizer.node(identity) { state.pods.read(of: node, into: &state.authorizer.nodes) }
            return state.authorizer.decide(identity, attributes)
        }
    }

    /// Lets the caller through, or refuses him.
    ///
    /// - Parameters:
    ///   - key: what is remembered of an allowance that holds for all names; nil: nothing.
    ///   - attributes: asked for only when it must be decided.
    func authorize(
        _ caller: Caller, _ key: Allowances.Key?, _ core: ServerCore, _ attributes: () -> AccessAttributes
    ) async throws(APIError) {
        if caller.isMaster { return }
        let now = generation.load(ordering: .acquiring)
        if let key, caller.allowances.contains(key, generation: now) { return }
        let attributes = attributes()
        switch try await verdict(on: caller, attributes, core) {
        case .refused(let reasons): throw APIError(Refusal(caller.identity, attributes, reasons: reasons))
        case .allowed(let ground, let holdsForAllNames):
            // A change since `now` was read may be of this right: then it is remembered under a count that is past.
            if let key, holdsForAllNames, ground != .node { caller.allowances.insert(key, generation: now) }
        }
    }

    /// The same for what is seldom asked.
    func authorize(_ caller: Caller, _ attributes: AccessAttributes, _ core: ServerCore) async throws(APIError) {
        try await authorize(caller, nil, core) { attributes }
    }

    /// Whether somebody has a right. A refusal may only mean that his rights are on their way: then it waits until they are
    /// here, and looks again.
    func verdict(
        on caller: Caller, _ attributes: AccessAttributes, _ core: ServerCore
    ) async throws(APIError) -> Verdict {
        let verdict = decide(caller.identity, attributes)
        if verdict.isAllowed { return verdict }
        try await core.catchUp()
        return decide(caller.identity, attributes)
    }

    /// The same in a word.
    func isAllowed(_ caller: Caller, _ attributes: AccessAttributes, _ core: ServerCore) async throws(APIError) -> Bool
    {
        if caller.isMaster { return true }
        return try await verdict(on: caller, attributes, core).isAllowed
    }
}

extension APIError {
    init(_ refusal: Refusal) {
        self.init(
            403, "Forbidden", refusal.message,
            details: Details(name: refusal.name, group: refusal.group, kind: refusal.resource))
    }
}
