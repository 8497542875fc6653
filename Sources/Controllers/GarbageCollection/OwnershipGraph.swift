import Client

/// A reference to an owner that is in another namespace.
struct MisplacedReference: Sendable, Equatable {
    let object: OwnedObject
    let owner: OwnedObject.Owner
}

/// Who owns whom, by uid, and what a change makes worth looking at. Pure; a hint only: whoever acts on it asks the server.
struct OwnershipGraph: Sendable {
    private var objects: [String: OwnedObject] = [:]
    /// Uids of dependents by the uid of their owner, which may not be known itself.
    private var dependentsOf: [String: Set<String>] = [:]

    var count: Int { objects.count }

    subscript(uid: String) -> OwnedObject? { objects[uid] }

    func dependents(of uid: String) -> [OwnedObject] {
        (dependentsOf[uid] ?? []).sorted().compactMap { objects[$0] }
    }

    /// The object is there, as it is now.
    ///
    /// - Returns: uids to be examined.
    mutating func observe(_ object: OwnedObject) -> Set<String> {
        let old = objects.updateValue(object, forKey: object.uid)
        guard old != object else { return [] }
        let before = Set(old?.owners.map(\.uid) ?? [])
        let after = Set(object.owners.map(\.uid))
        for uid in before.subtracting(after) { unlink(object.uid, from: uid) }
        for uid in after.subtracting(before) { dependentsOf[uid, default: []].insert(object.uid) }
        var examined: Set<String> = []
        // An owner that waits for this object may have to wait no longer.
        for uid in before.union(after) where objects[uid]?.isDeletingDependents == true {
            examined.insert(uid)
            examined.insert(object.uid)
        }
        // An owner that is not known may be gone; so may the one that is meant, when its uid is of another object.
        let isDoubtful = object.owners.contains { owner in
            objects[owner.uid].map { !$0.isNamed(by: owner, of: object) } ?? true
        }
        if isDoubtful { examined.insert(object.uid) }
        if object.isOrphaningDependents { examined.insert(object.uid) }
        if object.isDeletingDependents {
            examined.insert(object.uid)
            examined.formUnion(dependentsOf[object.uid] ?? [])
        }
        return examined
    }

    /// The references that turn out, with this object as it is now, to lead into another namespace than they are in.
    ///
    /// To be asked before `observe`: what was so before is no news.
    func misplacedReferences(with object: OwnedObject) -> [MisplacedReference] {
        let old = objects[object.uid]
        let known = Set(old?.owners ?? [])
        var found = object.owners.filter { owner in
            guard !known.contains(owner), let namespace = objects[owner.uid]?.key.namespace else { return false }
            return !namespace.isEmpty && namespace != object.key.namespace
        }.map { MisplacedReference(object: object, owner: $0) }
        guard old == nil, !object.key.namespace.isEmpty else { return found }
        for dependent in dependents(of: object.uid) where dependent.key.namespace != object.key.namespace {
            for owner in dependent.owners where owner.uid == object.uid {
                found.append(MisplacedReference(object: dependent, owner: owner))
            }
        }
        return found
    }

    /// All objects of the resource are gone.
    ///
    /// - Returns: uids to be examined.
    mutating func removeAll(of resource: ResourceName) -> Set<String> {
        var examined: Set<String> = []
        for uid in objects.values.filter({ $0.resource == resource }).map(\.uid) { examined.formUnion(remove(uid)) }
        return examined
    }

    /// The object is gone.
    ///
    /// - Returns: uids to be examined.
    mutating func remove(_ uid: String) -> Set<String> {
        guard let object = objects.removeValue(forKey: uid) else { return [] }
        var examined = dependentsOf[uid] ?? []
        for owner in object.owners {
            unlink(uid, from: owner.uid)
            if objects[owner.uid]?.isDeletingDependents == true { examined.insert(owner.uid) }
        }
        return examined
    }

    private mutating func unlink(_ dependent: String, from owner: String) {
        dependentsOf[owner]?.remove(dependent)
        if dependentsOf[owner]?.isEmpty == true { dependentsOf[owner] = nil }
    }
}
