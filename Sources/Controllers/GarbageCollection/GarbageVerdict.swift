import Client

/// What garbage collection does about one object. Pure.
enum GarbageVerdict: Sendable, Equatable {
    case keep
    /// References to owners that are gone, or wait to go, while others stay.
    case dropOwners(Set<String>)
    case delete(DeleteParameters.Propagation)
    /// It is part of a circle of foreground deletions: it no longer holds its owners up, and is deleted in the foreground.
    case unblockAndDelete
    /// Its dependents are gone: the finalizer goes, and the object with it.
    case finishForeground
    /// Its dependents lose their reference, then the finalizer goes.
    case orphan

    enum OwnerState: Sendable, Equatable {
        case present
        case absent
        /// It is being deleted and waits for its dependents.
        case waiting
    }

    /// - Parameters:
    ///   - object: as the server has it now.
    ///   - owners: by uid, as the server has them.
    ///   - dependents: as they are known.
    init(_ object: OwnedObject, owners: [String: OwnerState], dependents: [OwnedObject]) {
        if object.isOrphaningDependents {
            self = .orphan
            return
        }
        if object.isDeletingDependents {
            let blocking = dependents.contains { dependent in
                dependent.owners.contains { $0.uid == object.uid && $0.blocksDeletion }
            }
            self = blocking ? .keep : .finishForeground
            return
        }
        if object.isDeleting || object.owners.isEmpty {
            self = .keep
            return
        }
        let states = object.owners.map { ($0.uid, owners[$0.uid] ?? .present) }
        let leaving = Set(states.filter { $0.1 != .present }.map(\.0))
        if leaving.isEmpty {
            self = .keep
        } else if states.contains(where: { $0.1 == .present }) {
            self = .dropOwners(leaving)
        } else if states.contains(where: { $0.1 == .waiting }), !dependents.isEmpty {
            // The owner waits for all that hangs on it, so this waits for its own dependents too.
            self = dependents.contains(where: \.isDeletingDependents) ? .unblockAndDelete : .delete(.foreground)
        } else if object.finalizers.contains(OwnedObject.orphanFinalizer) {
            self = .delete(.orphan)
        } else if object.finalizers.contains(OwnedObject.foregroundFinalizer) {
            self = .delete(.foreground)
        } else {
            self = .delete(.background)
        }
    }
}
