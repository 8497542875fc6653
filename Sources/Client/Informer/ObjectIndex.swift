/// A second way to find objects: by keys that a closure gives of each.
struct ObjectIndex<T: ResourceView>: Sendable {
    let keys: @Sendable (T) -> [String]
    var members: [String: Set<ObjectKey>] = [:]

    init(keys: @escaping @Sendable (T) -> [String]) {
        self.keys = keys
    }

    /// Takes an object from where its old form stood to where its new form stands; nil: there is none.
    mutating func move(_ key: ObjectKey, from old: T?, to new: T?) {
        let before = old.map(keys) ?? []
        let after = new.map(keys) ?? []
        if before == after { return }
        for value in before {
            members[value]?.remove(key)
            if members[value]?.isEmpty == true { members[value] = nil }
        }
        for value in after { members[value, default: []].insert(key) }
    }
}
