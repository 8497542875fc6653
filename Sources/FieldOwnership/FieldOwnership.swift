public import Objects

/// Who owns which field of the objects of one kind in one version: what `metadata.managedFields` says after a write.
///
/// Values are objects as typed messages (`Value.message`) or as free JSON (`Value.map`), with or without
/// `managedFields` in them: nobody owns these. No clock and no I/O.
public final class FieldOwnership: Sendable {
    let shape: Shape
    let typeMeta: TypeMeta
    /// Fields that no write through this way can change, with what is within them: a status through the object, a
    /// specification through its status.
    let reset: FieldSet
    let subresource: String
    /// The object with nothing set, as JSON shows it.
    private let type: MessageDescriptor?

    /// - Parameters:
    ///   - type: of a built-in kind.
    ///   - typeMeta: the kind and version in which clients write.
    ///   - subresource: which is written; empty: the object itself.
    public init(
        _ type: MessageDescriptor, as typeMeta: TypeMeta, subresource: String = "", reset: FieldSet = FieldSet()
    ) {
        shape = Shape(type)
        self.type = type
        self.typeMeta = typeMeta
        self.subresource = subresource
        self.reset = reset
    }

    /// Of a custom resource.
    public init(
        _ type: any StructuralType, as typeMeta: TypeMeta, subresource: String = "", reset: FieldSet = FieldSet()
    ) {
        shape = Shape(type)
        self.type = nil
        self.typeMeta = typeMeta
        self.subresource = subresource
        self.reset = reset
    }

    /// An object in which nothing is set, in the form of `object`.
    func nothing(like object: Value) -> Value {
        switch (object, type) {
        case (.message(let message), _): return .message(Message(message.descriptor))
        case (_, let type?): return (try? FreeValue.of(Message(type), as: nil)) ?? .map([:])
        default: return .map([:])
        }
    }

    func identity(_ manager: String, _ operation: ManagerOperation) -> ManagerIdentity {
        ManagerIdentity(
            name: manager.isEmpty ? ManagerName.unknown : manager, operation: operation,
            apiVersion: typeMeta.apiVersion, subresource: subresource)
    }

    // MARK: Create and update

    /// The entries of a new object that is created, but by apply: the creator owns all that it says.
    ///
    /// - Parameters:
    ///   - claimed: the entries that the client's object has; those of an earlier object may come back with it.
    ///   - manager: the writer's name; empty: `unknown`.
    public func created(
        _ object: Value, claimed: [Meta.ManagedFieldsEntry] = [], by manager: String, at now: Timestamp
    ) -> [Meta.ManagedFieldsEntry] {
        let managers = Self.isReset(claimed) ? Managers() : (try? Managers(rewriting: claimed)) ?? Managers()
        return (try? changed(managers, from: nothing(like: object), to: object, by: manager, at: now))?.entries ?? []
    }

    /// The entries of an object that is replaced or patched, but by apply: the writer owns what it changed, and others
    /// own it no more.
    ///
    /// An object whose ownership was never noted stays so. When the objects do not fit their schema, nothing changes.
    ///
    /// - Parameters:
    ///   - held: the entries of the object as it stands.
    ///   - convert: the two objects in another version of the API, for entries made in it; nil: its fields are the same.
    ///   - claimed: the entries in what the client wrote: to a client that sends some back they are true, and a single
    ///     empty one drops all. Those that are no entries, and none at all, change nothing.
    public func updated(
        from old: Value, to new: Value, held: [Meta.ManagedFieldsEntry], claimed: [Meta.ManagedFieldsEntry],
        by manager: String, at now: Timestamp, inVersion convert: (String) -> VersionedObjects? = { _ in nil }
    ) -> [Meta.ManagedFieldsEntry] {
        var basis = held
        if subresource.isEmpty, claimed != held, !claimed.isEmpty {
            if Self.isReset(claimed) { return [] }
            if let read = try? Managers(rewriting: claimed), !read.isEmpty { basis = read.entries }
        }
        guard !basis.isEmpty, let managers = try? Managers(basis) else { return [] }
        guard let result = try? changed(managers, from: old, to: new, by: manager, at: now, convert) else {
            return basis
        }
        return result.isChanged ? result.entries : basis
    }

    private func changed(
        _ managers: Managers, from old: Value, to new: Value, by manager: String, at now: Timestamp,
        _ convert: (String) -> VersionedObjects? = { _ in nil }
    ) throws(OwnershipError) -> Managers {
        let comparison = try Comparison(old, new, shape, ignoring: reset)
        if comparison.isEmpty { return managers }
        var managers = managers
        let writer = identity(manager, .update)
        // What the writer has already and changed stays in its entry, so that its text does, if it changed nothing else.
        try VersionedChanges.with(comparison, in: typeMeta.apiVersion, convert) { changes throws(OwnershipError) in
            try managers.take(&changes, sparing: writer)
        }
        if !comparison.changed.isEmpty {
            try managers.give(comparison.changed, to: writer, apiVersion: typeMeta.apiVersion, at: now)
        }
        try managers.cap()
        return managers
    }

    /// A single entry that says nothing: the client wants all of them gone.
    private static func isReset(_ entries: [Meta.ManagedFieldsEntry]) -> Bool {
        entries.count == 1 && entries[0].message.isEmpty
    }
}
