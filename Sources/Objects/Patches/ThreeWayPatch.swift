/// The patch with which `apply` on the client's side brings an object to what its author wrote: from the last text that
/// was applied (`original`), the new one (`modified`), and the object as it stands (`current`).
public enum ThreeWayPatch {
    /// A strategic merge patch for objects of a known type; an empty map: nothing is to be done.
    ///
    /// What `original` had and `modified` has not is removed; what only `current` has is left alone.
    public static func strategic(
        original: Value, modified: Value, current: Value, type: MessageDescriptor
    ) throws(PatchError) -> Value {
        .map(
            try changes(
                original.asMap ?? [:], modified.asMap ?? [:], current.asMap ?? [:], .message(type), retainsKeys: false))
    }

    private static func changes(
        _ original: StringMap<Value>, _ modified: StringMap<Value>, _ current: StringMap<Value>, _ schema: PatchSchema,
        retainsKeys: Bool
    ) throws(PatchError) -> StringMap<Value> {
        var patch: StringMap<Value> = [:]
        for entry in modified.entries where entry.value != .null {
            let (key, wanted) = (entry.key, entry.value)
            guard let now = current[key], let field = schema.field(key), wanted.hasKind(of: now) else {
                patch[key] = wanted
                continue
            }
            switch (wanted, now) {
            case (.map(let wanted), .map(let now)) where !field.replaces:
                let inner = try changes(
                    original[key]?.asMap ?? [:], wanted, now, field.inner, retainsKeys: field.retainsKeys)
                if !inner.isEmpty { patch[key] = .map(inner) }
            case (.map(var wanted), .map) where !FreeValue.isEqual(entry.value, now):
                wanted[StrategicMergePatch.directive] = .string("replace")
                patch[key] = .map(wanted)
            case (.list(let wanted), .list(let now)) where field.merges:
                try lists(key, original[key]?.asList ?? [], wanted, now, field, &patch)
            default: if !FreeValue.isEqual(wanted, now) { patch[key] = wanted }
            }
        }
        for key in original.keys where modified[key] == nil && current[key] != nil { patch[key] = .null }
        if retainsKeys, !patch.isEmpty {
            patch[StrategicMergePatch.retainKeys] = .list(
                modified.entries.filter { $0.value != .null }.map { .string($0.key) })
        }
        return patch
    }

    private static func lists(
        _ key: String, _ original: [Value], _ modified: [Value], _ current: [Value], _ field: PatchSchema.Field,
        _ patch: inout StringMap<Value>
    ) throws(PatchError) {
        func identity(_ item: Value) throws(PatchError) -> String {
            let value: Value
            if case .map(let map) = item {
                guard let found = map[field.mergeKey] else {
                    throw PatchError(
                        .unmergeable,
                        "map: \(FreeValue.goText(item)) does not contain declared merge key: \(field.mergeKey)")
                }
                value = found
            } else {
                value = item
            }
            return String(decoding: FreeValue.text(value), as: UTF8.self)
        }
        func indexed(_ list: [Value]) throws(PatchError) -> [String: Int] {
            var places: [String: Int] = [:]
            for (place, item) in list.enumerated() {
                let identity = try identity(item)
                if places[identity] == nil { places[identity] = place }
            }
            return places
        }
        let (before, wanted, now) = (try indexed(original), try indexed(modified), try indexed(current))
        var items: [Value] = []
        var removed: [Value] = []
        var order: [Value] = []
        var isInOrder = true
        var last = -1
        for item in modified {
            let identity = try identity(item)
            let place = now[identity]
            if let place {
                isInOrder = isInOrder && place > last
                last = place
            }
            guard case .map(let map) = item else {
                order.append(item)
                if place == nil { items.append(item) }
                continue
            }
            let keyValue = map[field.mergeKey] ?? .null
            order.append(.map([field.mergeKey: keyValue]))
            guard let place, let found = current[place].asMap else {
                items.append(item)
                continue
            }
            let old = before[identity].flatMap { original[$0].asMap } ?? [:]
            var inner = try changes(old, map, found, field.inner, retainsKeys: field.retainsKeys)
            if inner.isEmpty { continue }
            inner[field.mergeKey] = keyValue
            items.append(.map(inner))
        }
        for item in original {
            let identity = try identity(item)
            guard wanted[identity] == nil, now[identity] != nil else { continue }
            if case .map(let map) = item {
                items.append(
                    .map([
                        field.mergeKey: map[field.mergeKey] ?? .null, StrategicMergePatch.directive: .string("delete"),
                    ]))
            } else {
                removed.append(item)
            }
        }
        if items.isEmpty, removed.isEmpty, isInOrder { return }
        if !items.isEmpty { patch[key] = .list(items) }
        if !removed.isEmpty { patch[StrategicMergePatch.primitiveDeletion + key] = .list(removed) }
        if !order.isEmpty { patch[StrategicMergePatch.elementOrder + key] = .list(order) }
    }
}
