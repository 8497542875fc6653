import Objects

/// What differs between two versions of an object.
struct Comparison: Sendable {
    /// Fields that are new or have another value.
    var changed = FieldSet()
    /// Fields that are there no more.
    var removed = FieldSet()

    var isEmpty: Bool { changed.isEmpty && removed.isEmpty }

    init() {}

    /// - Parameters:
    ///   - old, new: objects of one shape, each in either form.
    ///   - ignored: fields that do not count, with what is within them.
    init(_ old: Value, _ new: Value, _ shape: Shape, ignoring ignored: FieldSet = FieldSet()) throws(OwnershipError) {
        var difference = Difference()
        if case .message(let old) = old, case .message(let new) = new, old.descriptor === new.descriptor {
            try difference.compare(old, new, NeverOwned.topLevel)
        } else {
            try difference.compareEntries(old, new, shape, NeverOwned.topLevel)
        }
        changed = difference.changed.subtractingAll(within: ignored)
        removed = difference.removed.subtractingAll(within: ignored)
    }
}

/// What differs within a field, as it is being found.
private struct Difference {
    var changed = FieldSet()
    var removed = FieldSet()
    /// Of the field itself.
    var isChanged = false
    var isRemoved = false

    private mutating func add(_ element: PathElement, _ inner: Difference) {
        if inner.isChanged || !inner.changed.isEmpty {
            changed.insert(element, isMember: inner.isChanged, children: inner.changed)
        }
        if inner.isRemoved || !inner.removed.isEmpty {
            removed.insert(element, isMember: inner.isRemoved, children: inner.removed)
        }
    }

    // MARK: Values

    /// Compares what is at a field before and after; nil: it is not there.
    private static func between(_ old: Value?, _ new: Value?, _ shape: Shape) throws(OwnershipError) -> Difference {
        var result = Difference()
        guard let old else {
            guard let new else { return result }
            result.isChanged = true
            result.changed = try ValueFields.within(new, shape, .whole)
            return result
        }
        guard let new else {
            result.isRemoved = true
            result.removed = try ValueFields.within(old, shape, .whole)
            return result
        }
        switch (old, new) {
        case _ where shape.isAtomic: break
        case (.message(let before), .message(let after)) where before.descriptor === after.descriptor:
            if Members.isEmpty(old), Members.isEmpty(new) { break }
            try result.compare(before, after, nil)
            return result
        case (.map, .map), (.null, .map), (.map, .null):
            if case .scalar = shape.kind { break }
            if Members.isEmpty(old), Members.isEmpty(new) { break }
            if case .any = shape.kind, old == .null || new == .null { break }
            try result.compareEntries(old, new, shape, nil)
            return result
        case (.list, .list), (.null, .list), (.list, .null):
            switch shape.kind {
            case .list, .array: break
            default:
                result.isChanged = !FreeValue.isEqual(old, new)
                return result
            }
            if Members.isEmpty(old), Members.isEmpty(new) { break }
            if FreeValue.isEqual(old, new) { return result }
            try result.compareItems(old, new, shape)
            return result
        default: break
        }
        result.isChanged = !FreeValue.isEqual(old, new)
        return result
    }

    // MARK: Structures and maps

    /// Two messages of one type, in one walk over what is set in either.
    mutating func compare(_ old: Message, _ new: Message, _ never: NeverOwned?) throws(OwnershipError) {
        let before = old.slots
        let after = new.slots
        var (i, j) = (0, 0)
        while i < before.count || j < after.count {
            let first = i < before.count ? before[i].position : Int.max
            let second = j < after.count ? after[j].position : Int.max
            let position = min(first, second)
            let was = first == position ? before[i].value : nil
            let isNow = second == position ? after[j].value : nil
            if first == position { i += 1 }
            if second == position { j += 1 }
            if let never, never.positions & (1 << UInt64(truncatingIfNeeded: position)) != 0 { continue }
            let field = old.descriptor.fields[position]
            if let was, let isNow, field.kind != .message || field.label != .singular, was == isNow { continue }
            if field.isInline {
                try compareInlined(Members.inlined(was, field), Members.inlined(isNow, field))
                continue
            }
            if let never, never.hasMetadata, field.name == "metadata" {
                try compareMetadata(was, isNow, field)
                continue
            }
            let difference = try Self.between(
                Members.visible(was, field), Members.visible(isNow, field), Shape(of: field))
            add(.field(field.name), difference)
        }
    }

    private mutating func compareInlined(_ old: Message?, _ new: Message?) throws(OwnershipError) {
        if let old, let new { return try compare(old, new, nil) }
        if let new { changed = changed.union(try Self.all(of: new)) }
        if let old { removed = removed.union(try Self.all(of: old)) }
    }

    private static func all(of message: Message) throws(OwnershipError) -> FieldSet {
        try ValueFields.within(.message(message), Shape(message.descriptor), .whole)
    }

    /// Objects' metadata, which every object has.
    private mutating func compareMetadata(
        _ old: Value?, _ new: Value?, _ field: FieldDescriptor
    ) throws(OwnershipError) {
        var inner = Difference()
        if let old = Members.inlined(old, field), let new = Members.inlined(new, field) {
            try inner.compare(old, new, NeverOwned.metadata)
        }
        add(.field(field.name), inner)
    }

    /// Two maps or structures in free JSON, or null; both sorted by name. An object's metadata may be a message.
    mutating func compareEntries(
        _ old: Value, _ new: Value, _ shape: Shape, _ never: NeverOwned?
    ) throws(OwnershipError) {
        let before = Self.entries(old)
        let after = Self.entries(new)
        var (i, j) = (0, 0)
        while i < before.count || j < after.count {
            var order = i < before.count ? Order.before : .after
            if i < before.count, j < after.count { order = Order(before[i].key, after[j].key) }
            let name = order == .after ? after[j].key : before[i].key
            let was = order == .after ? nil : before[i].value
            let isNow = order == .before ? nil : after[j].value
            if order != .after { i += 1 }
            if order != .before { j += 1 }
            if let never, never.names.contains(name) { continue }
            guard let (inner, _) = shape.member(name) else { continue }
            if let never, never.hasMetadata, name == "metadata" {
                try compareFreeMetadata(was, isNow, inner)
                continue
            }
            add(.field(name), try Self.between(was, isNow, inner))
        }
    }

    private static func entries(_ value: Value) -> [StringMap<Value>.Entry] {
        if case .map(let map) = value { map.entries } else { [] }
    }

    private mutating func compareFreeMetadata(_ old: Value?, _ new: Value?, _ shape: Shape) throws(OwnershipError) {
        var inner = Difference()
        if case .message(let old)? = old, case .message(let new)? = new, old.descriptor === new.descriptor {
            try inner.compare(old, new, NeverOwned.metadata)
        } else {
            try inner.compareEntries(old ?? .null, new ?? .null, shape, NeverOwned.metadata)
        }
        add(.field("metadata"), inner)
    }

    // MARK: Lists

    /// Lists owned by item.
    private mutating func compareItems(_ old: Value, _ new: Value, _ shape: Shape) throws(OwnershipError) {
        let before = try ListItems.Index(Self.items(old), shape)
        let after = try ListItems.Index(Self.items(new), shape)
        let item = shape.item
        for group in before.groups {
            let now = after[group.element]
            switch (group.items.count, now.count) {
            case (1, 0...1): add(group.element, try Self.between(group.items[0], now.first, item))
            case (1, _):
                // One has become several: they are owned as one.
                add(group.element, try Self.between(group.items[0], nil, item))
                changed.insert(group.element, isMember: true)
            case (_, 0): removed.insert(group.element, isMember: true)
            case (_, 1):
                removed.insert(group.element, isMember: true)
                add(group.element, try Self.between(nil, now[0], item))
            default:
                if !FreeValue.isEqual(.list(group.items), .list(now)) { changed.insert(group.element, isMember: true) }
            }
        }
        for group in after.groups where before[group.element].isEmpty {
            if group.items.count == 1 {
                add(group.element, try Self.between(nil, group.items[0], item))
            } else {
                changed.insert(group.element, isMember: true)
            }
        }
    }

    private static func items(_ value: Value) -> [Value] {
        if case .list(let list) = value { list } else { [] }
    }
}
