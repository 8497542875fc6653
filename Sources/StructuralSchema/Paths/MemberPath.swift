public import Objects

/// A path of member names, as `.spec.replicas`: what scale subresources and selectable fields name.
public struct MemberPath: Sendable, Hashable {
    public let names: [String]
    /// As it was written, with its leading dot.
    public let text: String

    public init(_ text: String) {
        self.text = text
        let inner = text.hasPrefix(".") ? text.dropFirst() : text[...]
        names = inner.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }

    /// Why a value is not there, in the words of Kubernetes' accessors.
    public struct AccessError: Error, Equatable, CustomStringConvertible {
        public let description: String
    }

    /// The value there; nil: there is none.
    public func find(in object: Value) throws(AccessError) -> Value? {
        var value = object
        for (depth, name) in names.enumerated() {
            guard case .map(let map) = value else {
                throw error(names[..<depth], value, "map[string]interface {}")
            }
            guard let member = map[name] else { return nil }
            value = member
        }
        return value
    }

    /// A whole number; nil: nothing is there.
    public func integer(in object: Value) throws(AccessError) -> Int? {
        guard let value = try find(in: object) else { return nil }
        guard case .int(let number) = value else { throw error(names[...], value, "int64") }
        return number
    }

    /// A text; nil: nothing is there.
    public func string(in object: Value) throws(AccessError) -> String? {
        guard let value = try find(in: object) else { return nil }
        guard case .string(let text) = value else { throw error(names[...], value, "string") }
        return text
    }

    private func error(_ names: ArraySlice<String>, _ value: Value, _ expected: String) -> AccessError {
        return AccessError(
            description: ".\(names.joined(separator: ".")) accessor error: \(FreeValue.goText(value)) is of the type "
                + "\(GoText.type(value)), expected \(expected)")
    }

    /// Puts a value there, making objects on the way; false: something else is in the way.
    public func set(_ value: Value, in object: inout Value) -> Bool { Self.set(value, names[...], in: &object) }

    private static func set(_ value: Value, _ names: ArraySlice<String>, in object: inout Value) -> Bool {
        guard let name = names.first else {
            object = value
            return true
        }
        guard case .map(var map) = object else { return false }
        object = .null
        var member = map[name] ?? .map([:])
        let isSet = set(value, names.dropFirst(), in: &member)
        if isSet { map[name] = member }
        object = .map(map)
        return isSet
    }
}
