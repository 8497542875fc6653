import Objects

/// The fields that a value consists of.
enum ValueFields {
    /// Whose view is asked for.
    enum View {
        /// What comes or goes when the value does: every field, structures and lists too.
        case whole
        /// What a configuration claims: what it says a value of. Of structures and lists only what is in them.
        case claimed
    }

    /// What is within the value. Whether the value itself is one of the fields is the caller's to say.
    static func within(_ value: Value, _ shape: Shape, _ view: View) throws(OwnershipError) -> FieldSet {
        if shape.isAtomic || Members.isEmpty(value) { return FieldSet() }
        switch value {
        case .map, .message:
            if case .scalar = shape.kind { return FieldSet() }
            return try members(of: value, shape, view)
        case .list(let list): return try items(of: list, shape, view)
        default: return FieldSet()
        }
    }

    private static func members(of value: Value, _ shape: Shape, _ view: View) throws(OwnershipError) -> FieldSet {
        var entries: [FieldSet.Entry] = []
        try Members.each(of: value, shape) { (member) throws(OwnershipError) in
            entries.append(
                FieldSet.Entry(
                    element: .field(member.name), isMember: view == .whole || isClaimed(member),
                    children: try within(member.value, member.shape, view)))
        }
        return FieldSet(unsorted: entries)
    }

    /// Whether a configuration that has this member claims the member itself.
    private static func isClaimed(_ member: Members.Member) -> Bool {
        if !member.isDeclared || member.shape.isAtomic { return true }
        switch member.value {
        case .map, .message: return Members.isEmpty(member.value)
        // An empty list claims nothing; what is no list owned by item is one value.
        case .list: if case .any = member.shape.kind { return true } else { return false }
        default: return true
        }
    }

    private static func items(of list: [Value], _ shape: Shape, _ view: View) throws(OwnershipError) -> FieldSet {
        switch shape.kind {
        case .list, .array: break
        default: return FieldSet()
        }
        let index = try ListItems.Index(list, shape)
        var entries: [FieldSet.Entry] = []
        entries.reserveCapacity(index.groups.count)
        for group in index.groups {
            let children =
                group.items.count == 1 ? try within(group.items[0], shape.item, view) : FieldSet()
            entries.append(FieldSet.Entry(element: group.element, isMember: true, children: children))
        }
        return FieldSet(unsorted: entries)
    }
}
