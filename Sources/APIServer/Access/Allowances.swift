import Resources
import Synchronization

/// What one caller was allowed since rights last changed, whatever the object's name: who asks for the same again, as
/// controllers and kubelets do all day, is let through without a look at his roles.
final class Allowances: Sendable {
    struct Key: Sendable, Equatable {
        /// Of the served resource.
        let resource: Int
        let verb: RightsVerb
        let subresource: Subresource?
        let namespace: String

        static func == (a: Key, b: Key) -> Bool {
            a.resource == b.resource && a.verb == b.verb && a.subresource == b.subresource && a.namespace == b.namespace
        }
    }
    private struct State {
        var generation: UInt64 = 0
        var keys: [Key] = []
        /// Where the next one goes when all places are taken.
        var next = 0
    }
    /// A component writes some five resources in a namespace or two; looking through this many takes less than a decision.
    private static let capacity = 32
    private let state = Mutex(State())

    func contains(_ key: Key, generation: UInt64) -> Bool {
        state.withLock { $0.generation == generation && $0.keys.contains(key) }
    }

    func insert(_ key: Key, generation: UInt64) {
        state.withLock { state in
            if state.generation != generation {
                state.generation = generation
                state.keys.removeAll(keepingCapacity: true)
            }
            if state.keys.count < Self.capacity {
                state.keys.append(key)
            } else {
                state.keys[state.next] = key
                state.next = (state.next + 1) % Self.capacity
            }
        }
    }
}

/// What is done to a resource, as rights name it.
enum RightsVerb: String, Sendable, CaseIterable {
    case create, delete, deletecollection, get, list, patch, update, watch

    /// - Parameters:
    ///   - method: of HTTP; another one has no rights.
    ///   - isNamed: one object is meant.
    init?(method: String, isNamed: Bool, isWatch: Bool) {
        switch method {
        case "GET", "HEAD": self = isWatch ? .watch : isNamed ? .get : .list
        case "POST": self = .create
        case "PUT": self = .update
        case "PATCH": self = .patch
        case "DELETE": self = isNamed ? .delete : .deletecollection
        default: return nil
        }
    }
}
