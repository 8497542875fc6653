public import Objects

extension Message {
    /// The value at `spec.template.spec`, through messages and free members; nil: it is not set, or there is no such
    /// field.
    public subscript(path path: String) -> Value? {
        var message = self
        var rest = path[...]
        while let dot = rest.firstIndex(of: ".") {
            let name = String(rest[..<dot])
            rest = rest[rest.index(after: dot)...]
            switch message[name] {
            case .message(let child)?: message = child
            case .map(let members)?: return Self.find(rest, in: members)
            default: return nil
            }
        }
        return message[String(rest)]
    }

    private static func find(_ path: Substring, in members: StringMap<Value>) -> Value? {
        var members = members
        var rest = path
        while let dot = rest.firstIndex(of: ".") {
            guard case .map(let inner)? = members[String(rest[..<dot])] else { return nil }
            members = inner
            rest = rest[rest.index(after: dot)...]
        }
        return members[String(rest)]
    }

    private static func set(_ path: Substring, _ value: Value?, in members: inout StringMap<Value>) {
        guard let dot = path.firstIndex(of: ".") else {
            members[String(path)] = value
            return
        }
        let name = String(path[..<dot])
        var inner: StringMap<Value> = [:]
        if case .map(let found)? = members[name] { inner = found }
        set(path[path.index(after: dot)...], value, in: &inner)
        members[name] = .map(inner)
    }

    /// Sets the value at a path of singular fields; a path that leads nowhere changes nothing.
    public mutating func set(path: String, _ value: Value?) {
        guard let dot = path.firstIndex(of: ".") else {
            if descriptor.position(of: path) != nil { self[path] = value }
            return
        }
        let name = String(path[..<dot])
        if descriptor.position(of: name) == nil, let members = descriptor.membersPosition {
            var map: StringMap<Value> = [:]
            if case .map(let found)? = takeValue(members) { map = found }
            Self.set(path[...], value, in: &map)
            self[members] = .map(map)
            return
        }
        guard let position = descriptor.position(of: name), let type = descriptor.fields[position].message else {
            return
        }
        var child = Message(type)
        if case .message(let found)? = takeValue(position) { child = found }
        child.set(path: String(path[path.index(after: dot)...]), value)
        self[position] = .message(child)
    }
}
