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
}
