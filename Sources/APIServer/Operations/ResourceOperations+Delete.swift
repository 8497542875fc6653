import Objects
import Store
import WatchCache
import Resources

extension ResourceOperations {
    enum Deletion: Sendable {
        /// Gone; this was its last state.
        case removed(StoredObject)
        /// Marked: it goes when its grace period or its finalizers are done.
        case pending(StoredObject)

        var object: StoredObject {
            switch self {
            case .removed(let object), .pending(let object): object
            }
        }
    }

    func delete(namespace: String, name: String, options: DeleteOptions) async throws(APIError) -> Deletion {
        var admission = AdmissionRequest(
            verb: .delete, resource: resource, namespace: namespace, name: name, object: Message(definition.type),
            caller: options.caller, isDryRun: options.dryRun)
        try await core.admit(&admission)
        if let why = definition.rules.deletionRefusal(name) { throw APIError.forbidden(definition, name, why) }
        var turn = WriteTurn(core.turns, key(namespace, name))
        var options = options
        // Whoever sees that its grace is over may remove it first, which is what was asked for.
        var marked: (object: StoredObject, uid: String)?
        while true {
            if options.resourceVersion == nil, !options.dryRun, turn.mustWait { try await turn.wait() }
            try await core.catchUp()
            guard let current = cache.find(namespace: namespace, name: name) else {
                if let marked { return .removed(marked.object) }
                throw APIError.notFound(definition, name)
            }
            let before = StoredObject(current)
            let old = try before.message(resource.stored.type)
            if let marked, marked.uid != Metadata(of: old).uid { return .removed(marked.object) }
            try checkPreconditions(Metadata(of: old), options, name)
            admission.old = old
            try await core.validate(&admission)
            var object = old
            let step = DeletionPlan.next(&object, definition, options, now: core.now())
            let stored = StoredObject(object, typeMeta: resource.stored.typeMeta, revision: before.revision)
            switch step {
            case .wait: return .pending(before)
            case .mark where options.dryRun: return .pending(stored)
            case .remove where options.dryRun: return .removed(before)
            case .markAndRemove where options.dryRun: return .removed(stored)
            case .mark, .remove, .markAndRemove: break
            }
            let operation: Operation =
                step == .remove ? .delete(KeyRange(key: current.key)) : .put(key: current.key, value: stored.value)
            let plan = step == .remove ? core.claims(of: definition) : nil
            let claims = try await plan?.removal(old, core) ?? .none
            let result = try await commit(
                Transaction(
                    if: [Condition(key: current.key, equals: .modRevision(current.revision))] + claims.conditions,
                    then: [operation] + claims.operations))
            if result.succeeded {
                switch step {
                case .remove: return .removed(StoredObject(moved: before, to: result.revision))
                case .mark, .wait: return .pending(StoredObject(moved: stored, to: result.revision))
                case .markAndRemove:
                    // The condition was of the object before it was marked.
                    if options.resourceVersion != nil { options.resourceVersion = String(result.revision.rawValue) }
                    marked = (StoredObject(moved: stored, to: result.revision), Metadata(of: old).uid)
                    continue
                }
            }
            try await core.wait(for: result.revision)
            try await turn.wasOvertaken()
        }
    }

    private func checkPreconditions(_ metadata: Metadata, _ options: DeleteOptions, _ name: String) throws(APIError) {
        if let uid = options.uid, uid != metadata.uid {
            throw APIError.preconditionFailed(
                definition, name,
                "the UID in the precondition (\(uid)) does not match the UID in record (\(metadata.uid)). The object might "
                    + "have been deleted and then recreated")
        }
        if let version = options.resourceVersion, version != metadata.resourceVersion {
            throw APIError.preconditionFailed(
                definition, name,
                "the ResourceVersion in the precondition (\(version)) does not match the ResourceVersion in record "
                    + "(\(metadata.resourceVersion)). The object might have been modified")
        }
    }

    /// Deletes all that the list options select, one by one; those that others delete meanwhile are passed over.
    func deleteCollection(namespace: String, list: ListOptions, options: DeleteOptions) async throws(APIError)
        -> ListResult
    {
        let selected = try await self.list(namespace: namespace, options: list)
        for object in selected.objects {
            let metadata = Metadata(of: try object.message(definition.type))
            do {
                _ = try await delete(namespace: metadata.namespace, name: metadata.name, options: options)
            } catch  where error.code == 404 {}
        }
        return selected
    }
}

/// What a deletion does to an object. Pure.
enum DeletionPlan {
    enum Step: Equatable {
        /// It can go now.
        case remove
        /// It is marked as being deleted and waits.
        case mark
        /// It is marked, so that everybody sees that its grace is over, and goes then.
        case markAndRemove
        /// It is being deleted already and this request changes nothing.
        case wait
    }

    static func next(
        _ object: inout Message, _ definition: ResourceDefinition, _ options: DeleteOptions, now: Int64
    ) -> Step {
        var metadata = Metadata(of: object)
        let finalizersBefore = metadata.finalizers
        let others = finalizersBefore.filter { $0 != Finalizers.orphan && $0 != Finalizers.foreground }
        switch propagation(options, metadata, definition) {
        case .foreground: metadata.finalizers = others + [Finalizers.foreground]
        case .orphan: metadata.finalizers = others + [Finalizers.orphan]
        case .background: metadata.finalizers = others
        case nil: break
        }
        let isHeld = !metadata.finalizers.isEmpty || definition.rules.holdsDeletion(object)
        let period = definition.rules.gracePeriodSeconds(object, requested: options.gracePeriodSeconds)
        let grace = min(Int64(max(period ?? 0, 0)), ServerLimits.longestSeconds)
        metadata.resourceVersion = ""
        if let deadline = metadata.deletionSeconds {
            let remaining = Int64(metadata.deletionGracePeriodSeconds ?? 0)
            if period != nil, remaining > 0 {
                // Under way already: it may be made faster, and nothing else.
                guard let wanted = options.gracePeriodSeconds, Int64(wanted) < remaining else { return .wait }
                metadata.deletionSeconds = deadline - remaining + Int64(wanted)
                metadata.deletionGracePeriodSeconds = wanted
                metadata.store(in: &object)
                return wanted == 0 && !isHeld ? .markAndRemove : .mark
            }
            if !isHeld { return .remove }
            guard metadata.finalizers != finalizersBefore else { return .wait }
            metadata.store(in: &object)
            return .mark
        }
        if period == nil, !isHeld { return .remove }
        metadata.deletionSeconds = now + grace
        metadata.deletionGracePeriodSeconds = Int(grace)
        if metadata.generation > 0 { metadata.generation += 1 }
        metadata.store(in: &object)
        definition.rules.markDeleting(&object)
        return grace == 0 && !isHeld ? .markAndRemove : .mark
    }

    /// What the deletion says, else what the object says, else what is usual for its kind.
    private static func propagation(
        _ options: DeleteOptions, _ metadata: Metadata, _ definition: ResourceDefinition
    ) -> Propagation? {
        if definition.traits.contains(.ownsNothing) { return .background }
        if let propagation = options.propagation { return propagation }
        guard definition.traits.contains(.orphansDependents) else { return nil }
        let isSaid = metadata.finalizers.contains { $0 == Finalizers.orphan || $0 == Finalizers.foreground }
        return isSaid ? nil : .orphan
    }
}
