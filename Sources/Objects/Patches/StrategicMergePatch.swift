/// Strategic merge patch: a merge patch whose lists are merged by keys that the object's schema names (Kubernetes, "Update
/// API Objects in Place Using kubectl patch", and the design proposal "Strategic Merge Patch").
///
/// Directives in the patch: `$patch: replace | delete` in maps and list items, `$retainKeys`, `$setElementOrder/field`,
/// `$deleteFromPrimitiveList/field`. All work is linear, or n log n, in the sizes of object and patch.
public enum StrategicMergePatch {
    static let directive = "$patch"
    static let retainKeys = "$retainKeys"
    static let elementOrder = "$setElementOrder/"
    static let primitiveDeletion = "$deleteFromPrimitiveList/"

    public static func apply(
        _ patch: Value, to document: Value, type: MessageDescriptor, limits: PatchLimits = .standard
    ) throws(PatchError) -> Value {
        guard let patch = patch.asMap else {
            throw PatchError(
                .malformed,
                "json: cannot unmarshal \(FreeValue.goKind(patch)) into Go value of type map[string]interface {}")
        }
        var steps = limits.steps
        return .map(try merge(patch, into: document.asMap ?? [:], .message(type), &steps))
    }

    static func spend(_ count: Int, _ steps: inout Int) throws(PatchError) {
        // A member that is written again costs several times what a shift in a list does.
        steps -= count * 8
        if steps < 0 { throw PatchError(.tooLarge, "Request entity too large: the patch takes too much work") }
    }

    // MARK: Maps

    static func merge(
        _ patch: StringMap<Value>, into original: StringMap<Value>, _ schema: PatchSchema, _ steps: inout Int
    ) throws(PatchError) -> StringMap<Value> {
        try spend(patch.count + original.count, &steps)
        var patch = patch
        if let directive = patch[directive] {
            switch directive {
            case .string("replace"):
                patch[Self.directive] = nil
                return withoutDirectives(patch)
            case .string("delete"): return [:]
            case .string("merge"): patch[Self.directive] = nil
            default: throw unknownDirective(directive, .map(patch))
            }
        }
        var result = original
        try retain(&patch, &result)
        try order(&patch, &result, schema, &steps)
        var changes: [(key: String, value: Value?)] = []
        for entry in patch.entries where !entry.key.hasPrefix(primitiveDeletion) {
            changes.append((entry.key, try change(result[entry.key], entry, schema, &steps)))
        }
        result = result.merging(changes)
        for entry in patch.entries where entry.key.hasPrefix(primitiveDeletion) {
            let key = String(entry.key.dropFirst(primitiveDeletion.count))
            guard let list = result[key]?.asList else { continue }
            guard let gone = entry.value.asList else {
                throw PatchError(.malformed, "invalid patch format of primitive list")
            }
            try spend(list.count + gone.count, &steps)
            result[key] = .list(
                try StrategicListMerge(try field(key, schema)).merge(gone, into: list, isDeletion: true, &steps))
        }
        return result
    }

    /// What a member becomes; nil: it goes.
    private static func change(
        _ found: Value?, _ entry: StringMap<Value>.Entry, _ schema: PatchSchema, _ steps: inout Int
    ) throws(PatchError) -> Value? {
        switch (found, entry.value) {
        case (_, .null): return nil
        case (.map(let map)?, .map(let changes)):
            let field = try field(entry.key, schema)
            return .map(
                field.replaces ? withoutDirectives(changes) : try merge(changes, into: map, field.inner, &steps))
        case (.list(let list)?, .list(let changes)):
            let field = try field(entry.key, schema)
            guard field.merges else { return withoutDirectives(entry.value) }
            try spend(list.count + changes.count, &steps)
            return .list(try StrategicListMerge(field).merge(changes, into: list, isDeletion: false, &steps))
        default: return withoutDirectives(entry.value)
        }
    }

    private static func field(_ name: String, _ schema: PatchSchema) throws(PatchError) -> PatchSchema.Field {
        guard let field = schema.field(name) else {
            throw PatchError(
                .unmergeable, "unable to find api field in struct \(schema.name) for the json field \"\(name)\"")
        }
        return field
    }

    static func unknownDirective(_ directive: Value, _ map: Value) -> PatchError {
        PatchError(.unmergeable, "unknown patch type: \(FreeValue.goText(directive)) in map: \(FreeValue.goText(map))")
    }

    /// `$retainKeys`: members that the list does not name go.
    private static func retain(_ patch: inout StringMap<Value>, _ result: inout StringMap<Value>) throws(PatchError) {
        guard let list = patch[retainKeys] else { return }
        patch[retainKeys] = nil
        guard let names = list.asList else { throw PatchError(.malformed, "invalid patch format of retainKeys") }
        let kept = Set(names.compactMap(\.asString))
        for entry in patch.entries
        where entry.value != .null && !entry.key.hasPrefix(primitiveDeletion) && !entry.key.hasPrefix(elementOrder) {
            guard kept.contains(entry.key) else { throw PatchError(.malformed, "invalid patch format of retainKeys") }
        }
        result = StringMap(result.entries.filter { kept.contains($0.key) }.map { ($0.key, $0.value) })
    }

    /// `$setElementOrder/field`: merges the lists that are to be ordered, and takes them out of the patch.
    private static func order(
        _ patch: inout StringMap<Value>, _ result: inout StringMap<Value>, _ schema: PatchSchema, _ steps: inout Int
    ) throws(PatchError) {
        for entry in patch.entries where entry.key.hasPrefix(elementOrder) {
            try spend(patch.count + result.count, &steps)
            patch[entry.key] = nil
            guard let order = entry.value.asList else {
                throw PatchError(.malformed, "invalid patch format of setElementOrder list")
            }
            let key = String(entry.key.dropFirst(elementOrder.count))
            let changes = patch[key]
            if case .null? = changes { continue }
            if changes != nil, changes?.asList == nil {
                throw PatchError(.malformed, "invalid patch format of setElementOrder list")
            }
            let original = result[key]?.asList
            let items = changes?.asList
            if original == nil, items == nil { continue }
            let field = try field(key, schema)
            let lists = StrategicListMerge(field)
            try spend((original?.count ?? 0) + (items?.count ?? 0) + order.count, &steps)
            if let items { try lists.check(items, against: order) }
            let merged: [Value]
            if let items, let original {
                merged =
                    field.merges
                    ? try lists.merge(items, into: original, isDeletion: false, &steps) : withoutDirectives(items)
            } else {
                merged = items.map(withoutDirectives) ?? original ?? []
            }
            // Deletions come first: what is deleted has no place in the order.
            var kept = merged
            if let deletions = patch[primitiveDeletion + key]?.asList {
                kept = try lists.merge(deletions, into: merged, isDeletion: true, &steps)
                patch[primitiveDeletion + key] = nil
            }
            result[key] = .list(try lists.arranged(kept, by: order, original: original ?? []))
            patch[key] = nil
        }
    }

    // MARK: New values

    /// What a patch says of something that the object does not have yet: directives have nothing to act on, and nulls
    /// nothing to remove.
    static func withoutDirectives(_ value: Value) -> Value {
        switch value {
        case .map(let map): .map(withoutDirectives(map))
        case .list(let list): .list(withoutDirectives(list))
        default: value
        }
    }

    static func withoutDirectives(_ map: StringMap<Value>) -> StringMap<Value> {
        map.filtered { key, value in
            value != .null && key != directive && key != retainKeys && !key.hasPrefix(elementOrder)
                && !key.hasPrefix(primitiveDeletion) && !isDeletion(value)
        }.mapValues { withoutDirectives($0) }
    }

    static func withoutDirectives(_ list: [Value]) -> [Value] {
        list.filter { !isDeletion($0) && !isBareDirective($0) }.map { withoutDirectives($0) }
    }

    private static func isDeletion(_ value: Value) -> Bool { value.asMap?[directive] == .string("delete") }
    private static func isBareDirective(_ value: Value) -> Bool {
        guard let map = value.asMap else { return false }
        return map.count == 1 && map[directive] != nil
    }
}

extension StringMap {
    /// With changes written over it, in one walk.
    ///
    /// - Parameter changes: by ascending key, each key once; nil removes.
    func merging(_ changes: [(key: String, value: Element?)]) -> StringMap {
        var merged: [(String, Element)] = []
        merged.reserveCapacity(entries.count + changes.count)
        var next = 0
        for entry in entries {
            while next < changes.count, bytesPrecede(changes[next].key, entry.key) {
                if let value = changes[next].value { merged.append((changes[next].key, value)) }
                next += 1
            }
            if next < changes.count, !bytesPrecede(entry.key, changes[next].key) {
                if let value = changes[next].value { merged.append((entry.key, value)) }
                next += 1
            } else {
                merged.append((entry.key, entry.value))
            }
        }
        for change in changes[next...] {
            if let value = change.value { merged.append((change.key, value)) }
        }
        return StringMap(merged)
    }

    func filtered(_ keep: (String, Element) -> Bool) -> StringMap {
        StringMap(entries.filter { keep($0.key, $0.value) }.map { ($0.key, $0.value) })
    }
}
