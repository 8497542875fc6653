/// JSON Merge Patch (RFC 7386).
public enum MergePatch {
    /// The target with the patch's members written over it; null removes a member.
    public static func apply(_ patch: Value, to target: Value) -> Value {
        guard case .map(let changes) = patch else { return patch }
        let members = target.asMap ?? [:]
        return .map(
            members.merging(
                changes.entries.map { entry in
                    if case .null = entry.value { return (entry.key, nil) }
                    return (entry.key, apply(entry.value, to: members[entry.key] ?? .null))
                }))
    }

    /// The patch that makes what is owned in `current` what `modified` says: members of `original` that `modified` lacks are
    /// removed, members that only `current` has are left alone. An empty map: nothing is to be done.
    public static func threeWay(original: Value, modified: Value, current: Value) -> Value {
        .map(changes(original.asMap ?? [:], modified.asMap ?? [:], current.asMap ?? [:]))
    }

    private static func changes(
        _ original: StringMap<Value>, _ modified: StringMap<Value>, _ current: StringMap<Value>
    ) -> StringMap<Value> {
        var patch: StringMap<Value> = [:]
        for entry in modified.entries where entry.value != .null {
            guard let now = current[entry.key] else {
                patch[entry.key] = entry.value
                continue
            }
            if let wanted = entry.value.asMap, let found = now.asMap {
                let inner = changes(original[entry.key]?.asMap ?? [:], wanted, found)
                if !inner.isEmpty { patch[entry.key] = .map(inner) }
            } else if !FreeValue.isEqual(entry.value, now) {
                patch[entry.key] = entry.value
            }
        }
        for key in original.keys where modified[key] == nil && current[key] != nil { patch[key] = .null }
        return patch
    }
}
