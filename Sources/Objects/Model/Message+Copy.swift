extension Message {
    /// A message of another type with the values of the fields that both have, by name.
    public func copied(to type: MessageDescriptor) -> Message {
        var copy = Message(type)
        for field in type.fields where descriptor.position(of: field.name) != nil {
            if let value = self[field.name] { copy[field.name] = value }
        }
        return copy
    }
}
