import Client
import Synchronization

/// The graph and the kinds, for informers' handlers and workers alike.
final class GarbageState: Sendable {
    static let unowned: Set<String> = ["events"]

    private struct State {
        var graph = OwnershipGraph()
        var kinds: [String: ServedKind] = [:]
        var resources: [ResourceName: ServedKind] = [:]
    }
    private let state = Mutex(State())

    /// These are the kinds that there are.
    func learn(_ kinds: [ServedKind]) {
        state.withLock { state in
            state.kinds = [:]
            state.resources = [:]
            for kind in kinds {
                state.resources[kind.resource] = kind
                for version in kind.versions {
                    let group = kind.resource.group
                    state.kinds["\(group.isEmpty ? version : "\(group)/\(version)") \(kind.kind)"] = kind
                }
            }
        }
    }

    func kind(_ kind: String, apiVersion: String) -> ServedKind? {
        state.withLock { $0.kinds["\(apiVersion) \(kind)"] }
    }
    func kind(of resource: ResourceName) -> ServedKind? { state.withLock { $0.resources[resource] } }
    func object(_ uid: String) -> OwnedObject? { state.withLock { $0.graph[uid] } }
    func dependents(of uid: String) -> [OwnedObject] { state.withLock { $0.graph.dependents(of: uid) } }

    func observe(_ object: OwnedObject) -> (examined: Set<String>, misplaced: [MisplacedReference]) {
        state.withLock { state in
            let misplaced = state.graph.misplacedReferences(with: object)
            var examined = state.graph.observe(object)
            // The owner's uid may be of an object of another kind than the reference says.
            let isMistaken = object.owners.contains { owner in
                guard let known = state.graph[owner.uid], let kind = state.kinds["\(owner.apiVersion) \(owner.kind)"]
                else { return false }
                return known.resource != kind.resource
            }
            if isMistaken { examined.insert(object.uid) }
            return (examined, misplaced)
        }
    }

    func remove(_ uid: String) -> Set<String> { state.withLock { $0.graph.remove(uid) } }

    /// The resource is served no more: nothing of it is known.
    ///
    /// - Returns: uids to be examined.
    func forget(_ resource: ResourceName) -> Set<String> { state.withLock { $0.graph.removeAll(of: resource) } }
}
