import Objects

/// The managers of an object, as they are being changed.
struct Managers: Sendable {
    private(set) var all: [ManagerEntry] = []
    /// Whether anything differs from what was read.
    private(set) var isChanged = false

    init() {}

    /// - Throws: when an entry is not what an entry must be. Their fields are read when they are needed.
    init(_ entries: [Meta.ManagedFieldsEntry]) throws(OwnershipError) {
        for entry in entries {
            guard let manager = ManagerEntry(entry) else {
                throw .untypable("failed to decode managed fields: an entry has no operation, apiVersion or FieldsV1")
            }
            // Of one that stands twice the last counts.
            if let at = all.firstIndex(where: { $0.identity == manager.identity }) {
                all[at] = manager
                isChanged = true
            } else {
                all.append(manager)
            }
        }
    }

    /// Entries that a client wrote: their fields are read, and written anew as they should stand.
    init(rewriting entries: [Meta.ManagedFieldsEntry]) throws(OwnershipError) {
        try self.init(entries)
        for at in all.indices { all[at].rewrite(try all[at].fields()) }
        try dropEmpty()
        isChanged = true
    }

    var isEmpty: Bool { all.isEmpty }

    /// As the object holds them, in Kubernetes' order.
    var entries: [Meta.ManagedFieldsEntry] { all.sorted(by: ManagerEntry.precedes).map(\.entry) }

    subscript(identity: ManagerIdentity) -> ManagerEntry? { all.first { $0.identity == identity } }

    /// What all of them own.
    func owned() throws(OwnershipError) -> FieldSet {
        var owned = FieldSet()
        for manager in all { owned = owned.union(try manager.fields()) }
        return owned
    }

    /// Takes what was changed or removed from everybody, and lets go of who has nothing left.
    ///
    /// - Parameter one: who loses only what was removed; nil: nobody is spared.
    mutating func take(
        _ changes: inout VersionedChanges, sparing one: ManagerIdentity? = nil
    ) throws(OwnershipError) {
        for at in all.indices {
            let change = try changes.inVersion(all[at].apiVersion)
            var left = try all[at].fields()
            let before = left
            if left.intersects(change.removed) { left = left.subtracting(change.removed) }
            if all[at].identity != one, left.intersects(change.changed) { left = left.subtracting(change.changed) }
            guard left != before else { continue }
            all[at].own(left, unlike: before)
            isChanged = true
        }
        try dropEmpty()
    }

    private mutating func dropEmpty() throws(OwnershipError) {
        var kept: [ManagerEntry] = []
        for manager in all where !(try manager.fields()).isEmpty { kept.append(manager) }
        if kept.count != all.count {
            all = kept
            isChanged = true
        }
    }

    /// Gives fields to a manager beside those that it has.
    mutating func give(
        _ fields: FieldSet, to identity: ManagerIdentity, apiVersion: String, at time: Timestamp?
    ) throws(OwnershipError) {
        guard let at = all.firstIndex(where: { $0.identity == identity }) else {
            return set(fields, of: identity, apiVersion: apiVersion, at: time)
        }
        let before = try all[at].fields()
        if !before.isSuperset(of: fields) { all[at].own(before.union(fields), unlike: before) }
        all[at].touch(at: time, apiVersion: apiVersion)
        isChanged = true
    }

    /// Makes these the fields of a manager; with none it is one no more.
    mutating func set(_ fields: FieldSet, of identity: ManagerIdentity, apiVersion: String, at time: Timestamp?) {
        isChanged = true
        let entry = ManagerEntry(identity, apiVersion: apiVersion, time: time, fields: fields)
        let at = all.firstIndex { $0.identity == identity }
        switch (at, fields.isEmpty) {
        case (let at?, true): all.remove(at: at)
        case (let at?, false): all[at] = entry
        case (nil, true): break
        case (nil, false): all.append(entry)
        }
    }

    /// Makes one of the oldest who update, for each version, when there are more than may be.
    mutating func cap() throws(OwnershipError) {
        let updaters = all.filter { $0.identity.operation == .update }
        guard updaters.count > OwnershipLimits.updateManagers else { return }
        let oldest = updaters.sorted { a, b in
            let (first, second) = (a.time?.seconds ?? 0, b.time?.seconds ?? 0)
            return first != second ? first < second : ManagerIdentity.precedes(a.identity, b.identity)
        }
        var count = updaters.count
        // The first of each version becomes the one that others are added to, when there are others.
        var firsts: [String: ManagerEntry] = [:]
        for manager in oldest where count > OwnershipLimits.updateManagers {
            let bucket = ManagerIdentity(
                name: ManagerName.ancientChanges, operation: .update, apiVersion: manager.apiVersion)
            guard let first = firsts[manager.apiVersion] else {
                firsts[manager.apiVersion] = manager
                continue
            }
            if manager.identity == bucket { continue }
            let held = try (self[bucket] ?? first).fields()
            if self[bucket] == nil { remove(first.identity) }
            remove(manager.identity)
            set(held.union(try manager.fields()), of: bucket, apiVersion: manager.apiVersion, at: manager.time)
            count -= 1
        }
    }

    private mutating func remove(_ identity: ManagerIdentity) {
        all.removeAll { $0.identity == identity }
    }
}
