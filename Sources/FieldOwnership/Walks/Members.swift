import Objects

/// The members of structures and maps, whichever form they are held in: typed messages, or free JSON.
enum Members {
    /// One member, as the walks see it.
    struct Member {
        let name: String
        let value: Value
        let shape: Shape
        /// The schema names it, other than a map's key.
        let isDeclared: Bool
    }

    /// Whether the value is a structure or map with nothing to see in it, or null.
    static func isEmpty(_ value: Value) -> Bool {
        switch value {
        case .null: true
        case .map(let map): map.isEmpty
        case .list(let list): list.isEmpty
        case .message(let message): message.isEmpty && !hasVisibleAbsence(message.descriptor)
        default: false
        }
    }

    private static func hasVisibleAbsence(_ type: MessageDescriptor) -> Bool {
        type.fields.contains { field in
            if field.isInline { return field.message.map { !field.hasPresence && hasVisibleAbsence($0) } ?? false }
            return !field.isSilentWhenAbsent
        }
    }

    /// Calls `visit` with each member that is there, also those that are shown though they are not set. Members that no
    /// schema knows are owned by nobody.
    static func each(
        of value: Value, _ shape: Shape, _ visit: (Member) throws(OwnershipError) -> Void
    ) throws(OwnershipError) {
        switch value {
        case .message(let message): try each(of: message, visit)
        case .map(let map):
            for entry in map.entries {
                guard let (inner, isDeclared) = shape.member(entry.key) else { continue }
                try visit(Member(name: entry.key, value: entry.value, shape: inner, isDeclared: isDeclared))
            }
        default: break
        }
    }

    private static func each(
        of message: Message, _ visit: (Member) throws(OwnershipError) -> Void
    ) throws(OwnershipError) {
        let slots = message.slots
        var slot = 0
        for (position, field) in message.descriptor.fields.enumerated() {
            var value: Value?
            if slot < slots.count, slots[slot].position == position {
                value = slots[slot].value
                slot += 1
            }
            if field.isInline {
                if let inner = inlined(value, field) { try each(of: inner, visit) }
            } else if let seen = visible(value, field) {
                try visit(Member(name: field.name, value: seen, shape: Shape(of: field), isDeclared: true))
            }
        }
    }

    /// The structure whose fields stand in the parent; nil: there is none.
    static func inlined(_ value: Value?, _ field: FieldDescriptor) -> Message? {
        if case .message(let inner)? = value { return inner }
        return field.hasPresence ? nil : field.message.map(Message.init)
    }

    /// What is seen of a field: nothing of an empty list or map that is left out when it is empty.
    static func visible(_ value: Value?, _ field: FieldDescriptor) -> Value? {
        guard let value else { return AbsentField.visibleValue(of: field) }
        if field.label != .singular, field.omitsEmpty, isEmpty(value) { return nil }
        return value
    }
}
