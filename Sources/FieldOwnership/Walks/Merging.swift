import Objects

/// What an object becomes when a configuration is laid over it. Both are free JSON.
enum Merging {
    /// The configuration's values win where it has some; what it does not speak of stays.
    static func merge(_ live: Value, _ config: Value, _ shape: Shape) throws(OwnershipError) -> Value {
        if shape.isAtomic || Members.isEmpty(live) && Members.isEmpty(config) { return config }
        switch (live, config) {
        case (.map(let live), .map(let config)):
            if case .scalar = shape.kind { return .map(config) }
            return .map(try members(live, config, shape))
        case (.list(let live), .list(let config)):
            switch shape.kind {
            case .list, .array: return .list(try items(live, config, shape))
            default: return .list(config)
            }
        // No value takes nothing away.
        case (.map, .null), (.list, .null):
            switch shape.kind {
            case .scalar, .any: return config
            default: return live
            }
        default: return config
        }
    }

    private static func members(
        _ live: StringMap<Value>, _ config: StringMap<Value>, _ shape: Shape
    ) throws(OwnershipError) -> StringMap<Value> {
        var merged = live
        for entry in config.entries {
            guard let (inner, _) = shape.member(entry.key), let now = live[entry.key] else {
                merged[entry.key] = entry.value
                continue
            }
            merged[entry.key] = try merge(now, entry.value, inner)
        }
        return merged
    }

    /// Lists owned by item. Shared items come in the configuration's order; what only one side has keeps its neighbours
    /// as well as that allows, the live side's first.
    private static func items(_ live: [Value], _ config: [Value], _ shape: Shape) throws(OwnershipError) -> [Value] {
        let item = shape.item
        let present = try ListItems.Index(live, shape)
        let wanted = try ListItems.Index(config, shape)
        var liveElements: [PathElement] = []
        for value in live { liveElements.append(try ListItems.element(of: value, in: shape)) }
        let order = wanted.groups.map(\.element)
        // The shared items that are still to come, in the configuration's order.
        var shared = order.filter { !present[$0].isEmpty }[...]
        var placed = FieldSet()
        var result: [Value] = []

        func place(_ element: PathElement) throws(OwnershipError) {
            placed.insert(element, isMember: true)
            let now = present[element]
            guard let value = wanted[element].first else { return }
            // Of several live items of one kind none is merged: the configuration's takes their place.
            result.append(now.count == 1 ? try merge(now[0], value, item) : value)
        }

        var (i, j) = (0, 0)
        while i < live.count || j < order.count {
            if i < live.count, j < order.count {
                let element = liveElements[i]
                if element == order[j] {
                    try place(element)
                    i += 1
                    j += 1
                    shared = shared.dropFirst()
                    continue
                }
                if !wanted[element].isEmpty, let next = shared.first, next != element {
                    // Shared, but its turn comes by the configuration's order.
                    i += 1
                    continue
                }
            }
            if i < live.count {
                let element = liveElements[i]
                if wanted[element].isEmpty {
                    result.append(live[i])
                    i += 1
                    continue
                }
                if placed[element] != nil { i += 1 }
            }
            if j < order.count {
                let element = order[j]
                try place(element)
                j += 1
                if shared.first == element { shared = shared.dropFirst() }
            } else if i < live.count, placed[liveElements[i]] == nil {
                // Every wanted element has been placed, so this cannot be; the live item is kept rather than lost.
                result.append(live[i])
                i += 1
            }
        }
        return result
    }
}
