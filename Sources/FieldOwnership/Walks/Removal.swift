import Objects

/// Takes fields out of free JSON.
enum Removal {
    /// The value without the fields of the set and what is within them. A structure or list that had something and has
    /// nothing left is null.
    static func removing(_ fields: FieldSet, from value: Value, _ shape: Shape) throws(OwnershipError) -> Value {
        if fields.isEmpty { return value }
        switch value {
        case .map(let map):
            var left = map
            for entry in map.entries {
                guard let told = fields[.field(entry.key)] else { continue }
                if told.isMember {
                    left[entry.key] = nil
                } else if let (inner, _) = shape.member(entry.key) {
                    left[entry.key] = inner.isAtomic ? .null : try removing(told.children, from: entry.value, inner)
                }
            }
            return left.isEmpty ? .null : .map(left)
        case .list(let list):
            switch shape.kind {
            case .list, .array: break
            default: return value
            }
            let item = shape.item
            var left: [Value] = []
            left.reserveCapacity(list.count)
            for value in list {
                guard let told = fields[try ListItems.element(of: value, in: shape)] else {
                    left.append(value)
                    continue
                }
                if !told.isMember { left.append(try removing(told.children, from: value, item)) }
            }
            return left.isEmpty ? .null : .list(left)
        default: return value
        }
    }
}

extension FieldSet {
    /// The same with the structures' fields that lead to members as members: whoever owns something within a field that
    /// the schema names owns, when it comes to removing, the field too.
    func withNamedParents(_ shape: Shape) -> FieldSet {
        var result = self
        for (at, entry) in entries.enumerated() where !entry.children.isEmpty {
            var inner = Shape(.any, isAtomic: true)
            switch entry.element {
            case .field(let name):
                if let (member, isDeclared) = shape.member(name) {
                    inner = member
                    if isDeclared { result.entries[at].isMember = true }
                }
            case .key, .value, .index: inner = shape.item
            }
            result.entries[at].children = entry.children.withNamedParents(inner)
        }
        return result
    }
}
