public import Objects

/// Free-form JSON by its members; see `FreeValue`.
extension Value {
    /// The member of that name, when this is an object that has it.
    public subscript(member name: String) -> Value? {
        if case .map(let map) = self { return map[name] }
        return nil
    }

    public var text: String? {
        if case .string(let text) = self { return text }
        return nil
    }

    public var flag: Bool? {
        if case .bool(let flag) = self { return flag }
        return nil
    }

    public var elements: [Value]? {
        if case .list(let items) = self { return items }
        return nil
    }

    public var members: StringMap<Value>? {
        if case .map(let map) = self { return map }
        return nil
    }
}
