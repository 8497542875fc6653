import Client
import Objects
import TestSupport

@testable import Controllers

/// A server that deletes as Kubernetes' does, and a collector that works on what its graph shows, in a random order and
/// with events that come late.
struct SimulatedOwnership {
    private(set) var server: [String: OwnedObject] = [:]
    private var graph = OwnershipGraph()
    private var queue: [String] = []
    private enum Event {
        case present(OwnedObject)
        case gone(String)
    }
    private var events: [Event] = []
    var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    static func object(_ uid: String, owners: [String] = [], blocking: Bool = true) -> OwnedObject {
        var metadata = Meta.ObjectMeta()
        metadata.name = uid
        metadata.namespace = "default"
        metadata.uid = uid
        metadata.ownerReferences = owners.map { owner in
            var reference = Meta.OwnerReference()
            reference.apiVersion = "v1"
            reference.kind = "ConfigMap"
            reference.name = owner
            reference.uid = owner
            reference.blockOwnerDeletion = blocking
            return reference
        }
        return OwnedObject(ResourceName(plural: "configmaps"), metadata)
    }

    mutating func put(_ object: OwnedObject) {
        server[object.uid] = object
        events.append(.present(object))
    }

    mutating func delete(_ uid: String, _ propagation: DeleteParameters.Propagation) {
        guard var object = server[uid] else { return }
        object.finalizers.removeAll {
            $0 == OwnedObject.orphanFinalizer || $0 == OwnedObject.foregroundFinalizer
        }
        switch propagation {
        case .orphan: object.finalizers.append(OwnedObject.orphanFinalizer)
        case .foreground: object.finalizers.append(OwnedObject.foregroundFinalizer)
        case .background: break
        }
        object.isDeleting = true
        settle(object)
    }

    /// An object that is being deleted goes with its last finalizer.
    private mutating func settle(_ object: OwnedObject) {
        if object.isDeleting, object.finalizers.isEmpty {
            server[object.uid] = nil
            events.append(.gone(object.uid))
        } else {
            put(object)
        }
    }

    mutating func step() {
        let takesEvent = !events.isEmpty && (queue.isEmpty || Bool.random(using: &random))
        if takesEvent {
            switch events.removeFirst() {
            case .present(let object): queue += graph.observe(object).sorted()
            case .gone(let uid): queue += graph.remove(uid).sorted()
            }
        } else if !queue.isEmpty {
            examine(queue.remove(at: Int.random(in: 0..<queue.count, using: &random)))
        }
    }

    mutating func settleAll() -> Bool {
        for _ in 0..<20_000 {
            if events.isEmpty, queue.isEmpty { return true }
            step()
        }
        return false
    }

    private mutating func examine(_ uid: String) {
        guard graph[uid] != nil, let object = server[uid] else { return }
        var owners: [String: GarbageVerdict.OwnerState] = [:]
        for owner in object.owners {
            guard let known = graph[owner.uid] ?? server[owner.uid] else {
                owners[owner.uid] = .absent
                continue
            }
            owners[owner.uid] = known.isDeletingDependents ? .waiting : .present
        }
        switch GarbageVerdict(object, owners: owners, dependents: graph.dependents(of: uid)) {
        case .keep: break
        case .dropOwners(let gone):
            var changed = object
            changed.owners.removeAll { gone.contains($0.uid) }
            put(changed)
        case .delete(let propagation): delete(uid, propagation)
        case .unblockAndDelete:
            var freed = object
            for index in freed.owners.indices { freed.owners[index].blocksDeletion = false }
            put(freed)
            delete(uid, .foreground)
        case .finishForeground: drop(OwnedObject.foregroundFinalizer, object)
        case .orphan:
            for dependent in graph.dependents(of: uid) {
                guard var released = server[dependent.uid] else { continue }
                released.owners.removeAll { $0.uid == uid }
                settle(released)
            }
            drop(OwnedObject.orphanFinalizer, object)
        }
    }

    private mutating func drop(_ finalizer: String, _ object: OwnedObject) {
        var changed = object
        changed.finalizers.removeAll { $0 == finalizer }
        settle(changed)
    }
}
