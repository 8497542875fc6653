/// An object or a part of one: a type and the fields that are set, in the type's order.
///
/// A value: copies share storage until one is changed, so a deep copy costs nothing. Zero scalars and empty messages
/// of fields without presence are not stored: absent and zero are the same there, as in Kubernetes.
public struct Message: Sendable {
    /// A field that is set.
    public struct Slot: Sendable, Equatable {
        /// In the type's fields.
        public internal(set) var position: Int
        public internal(set) var value: Value
    }
    public let descriptor: MessageDescriptor
    /// The fields that are set, in the type's order.
    public internal(set) var slots: [Slot] = []

    public init(_ descriptor: MessageDescriptor) {
        self.descriptor = descriptor
    }

    public var isEmpty: Bool { slots.isEmpty }

    private static let usualSlots = 6

    /// Where the slot of `position` is, or would be.
    private func index(_ position: Int) -> (at: Int, exists: Bool) {
        // Objects have few fields set: from the end, since they are filled in order.
        var at = slots.count
        while at > 0 {
            let found = slots[at - 1].position
            if found == position { return (at - 1, true) }
            if found < position { return (at, false) }
            at -= 1
        }
        return (0, false)
    }

    /// The value of the field at `position` in the type; nil: absent.
    public subscript(position: Int) -> Value? {
        get {
            let (at, exists) = index(position)
            return exists ? slots[at].value : nil
        }
        set {
            let (at, exists) = index(position)
            if let newValue {
                if exists {
                    slots[at].value = newValue
                } else if at == slots.count {
                    // Most objects are read in their type's order. Growing from one slot on would move them three times.
                    if at == 0 { slots.reserveCapacity(min(descriptor.fields.count, Self.usualSlots)) }
                    slots.append(Slot(position: position, value: newValue))
                } else {
                    slots.insert(Slot(position: position, value: newValue), at: at)
                }
            } else if exists {
                slots.remove(at: at)
            }
        }
    }

    /// Removes the value of the field at `position` and returns it, so that it can be changed without being copied.
    public mutating func takeValue(_ position: Int) -> Value? {
        let (at, exists) = index(position)
        guard exists else { return nil }
        return slots.remove(at: at).value
    }

    /// Sets the field, or clears it when the value says the same as absence.
    mutating func store(_ position: Int, _ value: Value) {
        self[position] = descriptor.fields[position].isAbsence(value) ? nil : value
    }

    /// The field of that JSON name, also one that an inline field brings in.
    ///
    /// Setting a name that the type does not have is our own bug. Inline fields' names can only be read, but for free
    /// members, which may have any name.
    public subscript(name: String) -> Value? {
        get {
            if let position = descriptor.position(of: name) { return self[position] }
            for position in descriptor.inlineFields {
                switch self[position] {
                case .message(let inner)?: if let found = inner[name] { return found }
                case .map(let members)?: if let found = members[name] { return found }
                default: break
                }
            }
            return nil
        }
        set {
            guard let position = descriptor.position(of: name) else {
                if let position = descriptor.membersPosition {
                    var members: StringMap<Value> = [:]
                    if case .map(let found)? = takeValue(position) { members = found }
                    members[name] = newValue
                    self[position] = members.isEmpty ? nil : .map(members)
                    return
                }
                assertionFailure("\(descriptor.fullName) has no field \(name)")
                return
            }
            if let newValue { store(position, newValue) } else { self[position] = nil }
        }
    }
}

extension Message: Equatable {
    public static func == (a: Message, b: Message) -> Bool {
        a.descriptor === b.descriptor && a.slots == b.slots
    }
}

extension FieldDescriptor {
    /// Whether this value says no more than absence does.
    func isAbsence(_ value: Value) -> Bool {
        if label == .map, case .map(let map) = value { return map.isEmpty }
        if hasPresence || label != .singular { return false }
        switch value {
        case .bool(let value): return !value
        case .int(let value): return value == 0
        case .double(let value): return value == 0
        case .string(let value): return kind == .quantity ? value == "0" : kind == .intOrString ? false : value.isEmpty
        case .message(let value): return value.isEmpty && kind == .message
        default: return false
        }
    }
}
