public import Wire

/// Why an object could not be decoded: where in the object, and what was wrong.
public struct DecodingError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The field, as `spec.containers[0].name`; empty for the object itself.
    public var path: String
    public let message: String
    /// What the bytes were like, when they and not the value were at fault.
    public let wire: WireError?

    public init(path: String = "", message: String, wire: WireError? = nil) {
        self.path = path
        self.message = message
        self.wire = wire
    }

    init(_ wire: WireError) {
        self.init(message: wire.description, wire: wire)
    }

    func within(_ field: String) -> DecodingError {
        let joined = path.isEmpty ? field : path.hasPrefix("[") ? field + path : "\(field).\(path)"
        return DecodingError(path: joined, message: message, wire: wire)
    }

    func within(index: Int) -> DecodingError {
        let joined = path.isEmpty || path.hasPrefix("[") ? "[\(index)]\(path)" : "[\(index)].\(path)"
        return DecodingError(path: joined, message: message, wire: wire)
    }

    public var description: String { path.isEmpty ? message : "\(path): \(message)" }
}
