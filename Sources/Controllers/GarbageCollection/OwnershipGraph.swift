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
