/// Conflicts in the words that clients know.
public enum ConflictText {
    /// The message of the whole refusal.
    public static func message(_ conflicts: [Conflict]) -> String {
        if conflicts.count == 1, let conflict = conflicts.first {
            return "Apply failed with 1 conflict: \(cause(conflict)): \(conflict.path.text)"
        }
        var lines: [String] = []
        var managers: [ManagerIdentity] = []
        for conflict in conflicts where !managers.contains(conflict.manager) { managers.append(conflict.manager) }
        for manager in managers.sorted(by: ManagerIdentity.precedes) {
            lines.append("conflicts with \(manager.description):")
            for conflict in conflicts where conflict.manager == manager { lines.append("- \(conflict.path.text)") }
        }
        return "Apply failed with \(conflicts.count) conflicts: \(lines.joined(separator: "\n"))"
    }

    /// The message of one cause; its field is the conflict's path.
    public static func cause(_ conflict: Conflict) -> String { "conflict with \(conflict.manager.description)" }
}
