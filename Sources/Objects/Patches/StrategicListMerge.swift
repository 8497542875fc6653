/// Lists in a strategic merge: items are found by their merge key, scalars by themselves.
struct StrategicListMerge {
    private let field: PatchSchema.Field

    init(_ field: PatchSchema.Field) { self.field = field }

    private var key: String { field.mergeKey }

    /// The patch's items written over the list's, in the order that the rules give.
    ///
    /// - Parameter isDeletion: the patch lists scalars that go.
    func merge(
        _ patch: [Value], into original: [Value], isDeletion: Bool, _ steps: inout Int
    ) throws(PatchError) -> [Value] {
        if patch.isEmpty { return original }
        let areMaps = try haveMaps(original, patch)
        if isDeletion {
            let gone = Set(patch.map(Self.identity))
            return original.filter { !gone.contains(Self.identity($0)) }
        }
        if !areMaps {
            var seen: Set<String> = []
            let union = (original + patch).filter { seen.insert(Self.identity($0)).inserted }
            return try arranged(union, by: patch, original: original)
        }
        guard !key.isEmpty else {
            throw PatchError(.unmergeable, "cannot merge lists without merge key for \(field.inner.name)")
        }
        let (kept, changes) = try applyDirectives(patch, original)
        var merged = kept
        var places: [String: Int] = [:]
        for (place, item) in kept.enumerated() {
            if let identity = identity(of: item), places[identity] == nil { places[identity] = place }
        }
        for change in changes {
            guard let map = change.asMap, let identity = identity(of: change) else { throw missingKey(change) }
            if let place = places[identity], let old = merged[place].asMap {
                merged[place] = .map(try StrategicMergePatch.merge(map, into: old, field.inner, &steps))
            } else {
                places[identity] = merged.count
                merged.append(.map(StrategicMergePatch.withoutDirectives(map)))
            }
        }
        return try arranged(merged, by: changes, original: kept)
    }

    /// Whether the items are maps. Lists of lists, and of different kinds of items, cannot be merged.
    private func haveMaps(_ lists: [Value]...) throws(PatchError) -> Bool {
        var kind: String?
        for list in lists {
            for item in list {
                let found = FreeValue.goKind(item)
                if found == "array" { throw PatchError(.doesNotApply, "lists of lists are not supported") }
                if let kind, kind != found {
                    let shown = lists.map { FreeValue.goText(.list($0)) }.joined(separator: " ")
                    throw PatchError(.unmergeable, "list element types are not identical: [\(shown)]")
                }
                kind = found
            }
        }
        return kind == "object"
    }

    private func missingKey(_ item: Value) -> PatchError {
        PatchError(.unmergeable, "map: \(FreeValue.goText(item)) does not contain declared merge key: \(key)")
    }

    /// Takes `$patch` items out of the patch, and what they delete out of the list.
    private func applyDirectives(_ patch: [Value], _ original: [Value]) throws(PatchError) -> (
        kept: [Value], changes: [Value]
    ) {
        var changes: [Value] = []
        var deleted: Set<String> = []
        var replaces = false
        for item in patch {
            guard let directive = item.asMap?[StrategicMergePatch.directive] else {
                changes.append(item)
                continue
            }
            switch directive {
            case .string("delete"):
                guard let identity = identity(of: item) else { throw missingKey(item) }
                deleted.insert(identity)
            case .string("replace"): replaces = true
            case .string("merge"):
                throw PatchError(.unmergeable, "merging lists cannot yet be specified in the patch")
            default: throw StrategicMergePatch.unknownDirective(directive, item)
            }
        }
        if replaces { return (StrategicMergePatch.withoutDirectives(changes), []) }
        if deleted.isEmpty { return (original, changes) }
        return (original.filter { item in identity(of: item).map { !deleted.contains($0) } ?? true }, changes)
    }

    // MARK: Order

    /// The items that `order` names in its order, the others in the order of `original`; where both orders leave a choice
    /// the named ones come first.
    func arranged(_ items: [Value], by order: [Value], original: [Value]) throws(PatchError) -> [Value] {
        if order.isEmpty { return items }
        let wanted = places(order)
        let before = places(original)
        var named: [(place: Int, item: Value)] = []
        var others: [(place: Int, item: Value)] = []
        for item in items {
            let identity = identity(of: item) ?? ""
            if let place = wanted[identity] {
                named.append((place, item))
            } else {
                others.append((before[identity] ?? -1, item))
            }
        }
        named = Self.sorted(named)
        others = Self.sorted(others)
        var result: [Value] = []
        result.reserveCapacity(items.count)
        var next = 0
        for other in others {
            while next < named.count {
                let identity = identity(of: named[next].item) ?? ""
                if let place = before[identity], other.place >= 0, other.place < place { break }
                result.append(named[next].item)
                next += 1
            }
            result.append(other.item)
        }
        for rest in named[next...] { result.append(rest.item) }
        return result
    }

    private func places(_ list: [Value]) -> [String: Int] {
        var places: [String: Int] = [:]
        for (place, item) in list.enumerated() {
            guard let identity = identity(of: item), places[identity] == nil else { continue }
            places[identity] = place
        }
        return places
    }

    /// By place; what has the same place stays in order.
    private static func sorted(_ items: [(place: Int, item: Value)]) -> [(place: Int, item: Value)] {
        let order = items.indices.sorted { (items[$0].place, $0) < (items[$1].place, $1) }
        return order.map { items[$0] }
    }

    /// `$setElementOrder` must name the patch's items, in their order.
    func check(_ patch: [Value], against order: [Value]) throws(PatchError) {
        guard field.merges else { return }
        let wanted = places(order)
        var last = -1
        for item in patch {
            if item.asMap?[StrategicMergePatch.directive] != nil { continue }
            guard let identity = identity(of: item) else { throw missingKey(item) }
            guard let place = wanted[identity], place >= last else {
                throw PatchError(
                    .unmergeable,
                    "The order in patch list:\n\(FreeValue.goText(.list(patch)))\n doesn't match \(StrategicMergePatch.elementOrder) "
                        + "list:\n\(FreeValue.goText(.list(order)))\n")
            }
            last = place
        }
    }

    // MARK: Identity

    /// What tells the item from others: its merge key's value, or a scalar itself; nil: it lacks the key.
    private func identity(of item: Value) -> String? {
        guard case .map(let map) = item else { return Self.identity(item) }
        return map[key].map(Self.identity)
    }

    private static func identity(_ value: Value) -> String { String(decoding: FreeValue.text(value), as: UTF8.self) }
}
