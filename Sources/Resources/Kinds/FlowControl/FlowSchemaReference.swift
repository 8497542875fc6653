public import Objects

/// Whether the priority level that a FlowSchema names is there, as its status tells it.
public enum FlowSchemaReference {
    private static let type = "Dangling"

    /// The condition that is to be written; nil: the one that it has is right.
    ///
    /// - Parameters:
    ///   - isThere: whether there is a priority level of that name.
    ///   - now: seconds since 1970.
    public static func change(
        _ schema: FlowControl.FlowSchema, isThere: Bool, now: Int64
    ) -> FlowControl.FlowSchemaCondition? {
        let level = FieldProblem.quoted(schema.spec.priorityLevelConfiguration.name)
        var wanted = FlowControl.FlowSchemaCondition()
        wanted.type = type
        wanted.status = isThere ? "False" : "True"
        wanted.reason = isThere ? "Found" : "NotFound"
        wanted.message_ =
            "This FlowSchema references the PriorityLevelConfiguration object named \(level) "
            + (isThere ? "and it exists" : "but there is no such object")
        if let found = schema.status.conditions.first(where: { $0.type == type }), found.status == wanted.status,
            found.reason == wanted.reason, found.message_ == wanted.message_
        {
            return nil
        }
        wanted.lastTransitionTime = Timestamp(seconds: now, nanoseconds: 0)
        return wanted
    }
}
