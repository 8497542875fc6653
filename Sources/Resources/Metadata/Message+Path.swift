public import Objects

extension Message {
    /// The value at `spec.template.spec`, through messages only; nil: it is not set, or there is no such field.
    public subscript(path path: String) -> Value? {
        var message = self
        var rest = path[...]
        while let dot = rest.firstIndex(of: ".") {
            guard case .message(let child)? = message[String(rest[..<dot])] else { return nil }
            message = child
            rest = rest[rest.index(after: dot)...]
        }
        return message[String(rest)]
    }

    /// Sets the value at a path of singular fields; a path that leads nowhere changes nothing.
    public mutating func set(path: String, _ value: Value?) {
        guard let dot = path.firstIndex(of: ".") else {
            if descriptor.position(of: path) != nil { self[path] = value }
            return
        }
        let name = String(path[..<dot])
        guard let position = descriptor.position(of: name), let type = descriptor.fields[position].message else {
            return
        }
        var child = Message(type)
        if case .message(let found)? = takeValue(position) { child = found }
        child.set(path: String(path[path.index(after: dot)...]), value)
        self[position] = .message(child)
    }
}
