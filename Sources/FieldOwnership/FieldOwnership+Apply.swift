public import Objects

/// What an apply makes of an object.
public struct AppliedObject: Sendable {
    /// The object as free JSON, without `managedFields`; nil: it stays as it is.
    public let object: Value?
    public let entries: [Meta.ManagedFieldsEntry]
}

extension FieldOwnership {
    /// Server-side apply: lays a configuration over an object, takes out what this manager applied before and applies no
    /// more and nobody else owns, and makes the manager an owner of all that it applied.
    ///
    /// - Parameters:
    ///   - config: what the client sent, as free JSON.
    ///   - live: the object as it stands; nil: there is none, and it is created.
    ///   - held: its entries.
    ///   - manager: who applies.
    ///   - force: what others own is taken from them.
    ///   - convert: the object as it stands and another, both as free JSON, in another version of the API, for entries
    ///     made in it; nil: its fields are the same.
    public func applied(
        _ config: Value, to live: Value?, held: [Meta.ManagedFieldsEntry], by manager: String, force: Bool,
        at now: Timestamp, inVersion convert: (String, Value, Value) -> VersionedObjects? = { _, _, _ in nil }
    ) throws(OwnershipError) -> AppliedObject {
        try checkKind(of: config)
        let live = try free(live)
        var managers = try Managers(held)
        if managers.isEmpty {
            let before = Self.asBeforeFirstApply(self)
            let comparison = try Comparison(nothing(like: live), live, shape, ignoring: reset)
            managers.set(comparison.changed, of: before, apiVersion: typeMeta.apiVersion, at: now)
        }
        do throws(OwnershipError) {
            return try apply(config, to: live, managers, by: manager, force: force, at: now, convert)
        } catch {
            // What kubectl wrote by its own patches, and noted in an annotation, it may apply over.
            guard manager == ManagerName.kubectl, case .conflicts(let conflicts) = error,
                let noted = LastApplied.unchanged(in: live, shape)
            else { throw error }
            let left = conflicts.filter { !noted.contains($0.path) }
            if !left.isEmpty { throw .conflicts(left) }
            return try apply(config, to: live, managers, by: manager, force: true, at: now, convert)
        }
    }

    private static func asBeforeFirstApply(_ ownership: FieldOwnership) -> ManagerIdentity {
        ManagerIdentity(
            name: ManagerName.beforeFirstApply, operation: .update, apiVersion: ownership.typeMeta.apiVersion,
            subresource: ownership.subresource)
    }

    private func apply(
        _ config: Value, to live: Value, _ held: Managers, by manager: String, force: Bool, at now: Timestamp,
        _ convert: (String, Value, Value) -> VersionedObjects?
    ) throws(OwnershipError) -> AppliedObject {
        let writer = identity(manager, .apply)
        var managers = held
        let merged = try Merging.merge(live, config, shape)
        let last = try managers[writer]?.fields() ?? FieldSet()
        let claim = try ValueFields.within(config, shape, .claimed).subtractingAll(within: reset)
        let time = managers[writer]?.time
        managers.set(claim.subtracting(NeverOwned.set), of: writer, apiVersion: typeMeta.apiVersion, at: time)
        let object = try Pruning(shape: shape, last: last, owned: try managers.owned().union(claim)).prune(merged)
        let comparison = try Comparison(live, object, shape, ignoring: reset)
        let own = managers[writer]
        managers.set(FieldSet(), of: writer, apiVersion: typeMeta.apiVersion, at: nil)
        try VersionedChanges.with(
            comparison, in: typeMeta.apiVersion, { convert($0, live, object) }
        ) { changes throws(OwnershipError) in
            if !force { try Self.refuseConflicts(&changes, managers) }
            try managers.take(&changes)
        }
        let isSame = FreeValue.isEqual(live, object)
        if let own {
            managers.set(
                try own.fields(), of: writer, apiVersion: typeMeta.apiVersion, at: isSame ? own.time : now)
        }
        let noted = manager == ManagerName.kubectl ? LastApplied.renew(in: object, by: config) : nil
        return AppliedObject(object: noted ?? (isSame ? nil : object), entries: managers.entries)
    }

    /// - Parameter managers: all but the one that applies.
    private static func refuseConflicts(
        _ changes: inout VersionedChanges, _ managers: Managers
    ) throws(OwnershipError) {
        var conflicts: [Conflict] = []
        for manager in managers.all.sorted(by: { ManagerIdentity.precedes($0.identity, $1.identity) }) {
            let changed = try changes.inVersion(manager.apiVersion).changed
            for path in try manager.fields().intersection(changed).paths {
                conflicts.append(Conflict(manager: manager.identity, path: path))
            }
        }
        if !conflicts.isEmpty { throw .conflicts(conflicts) }
    }

    // MARK: What is applied

    private func checkKind(of config: Value) throws(OwnershipError) {
        guard case .map(let map) = config else {
            throw .badRequest("error decoding YAML: the configuration is not an object")
        }
        func text(_ value: Value?) -> String { if case .string(let text)? = value { text } else { "" } }
        let given = Self.kindText(text(map["apiVersion"]), text(map["kind"]))
        guard given == Self.kindText(typeMeta.apiVersion, typeMeta.kind) else {
            throw .badRequest("invalid object type: \(given)")
        }
        var (name, namespace) = ("", "")
        if case .map(let metadata)? = map["metadata"] {
            if case .list? = metadata["managedFields"] { throw .badRequest("metadata.managedFields must be nil") }
            (name, namespace) = (text(metadata["name"]), text(metadata["namespace"]))
        }
        do throws(OwnershipError) { try Validation.check(config, shape) } catch {
            guard case .untypable(let faults) = error else { throw error }
            throw .untypable("failed to create typed patch object (\(namespace)/\(name); \(given)): \(faults)")
        }
    }

    /// A group, version and kind as Go shows them: `apps/v1, Kind=Deployment`, `/v1, Kind=Pod`.
    static func kindText(_ apiVersion: String, _ kind: String) -> String {
        "\(apiVersion.utf8.contains(UInt8(ascii: "/")) ? "" : "/")\(apiVersion), Kind=\(kind)"
    }

    /// The object as free JSON, without entries.
    private func free(_ live: Value?) throws(OwnershipError) -> Value {
        var value = live ?? nothing(like: .map([:]))
        if case .message(let message) = value {
            do { value = try FreeValue.of(message, as: typeMeta) } catch {
                throw .untypable("the object has no JSON form")
            }
        }
        guard case .map(var object) = value else { throw .untypable("the object is not a map") }
        switch object["metadata"] {
        case .map(var metadata)?:
            metadata["managedFields"] = nil
            object["metadata"] = .map(metadata)
        case .message(let message)?:
            guard case .map(var metadata)? = try? FreeValue.of(message, as: nil) else { break }
            metadata["managedFields"] = nil
            object["metadata"] = .map(metadata)
        default: break
        }
        object["apiVersion"] = .string(typeMeta.apiVersion)
        object["kind"] = .string(typeMeta.kind)
        return .map(object)
    }
}
