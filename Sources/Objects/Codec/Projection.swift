/// Some fields of a message type: what is decoded of an object when the rest of it is not asked for
/// (`BinaryDecoder.decode(_:in:as:only:)`).
///
/// A class, and never changed: decoding hands it down without copying.
public final class Projection: Sendable {
    /// By position in the type's fields: whether the field is read.
    private let isRead: [Bool]
    /// By position: what is read of the messages in that field; nil: all.
    private let parts: [Projection?]

    /// - Parameter paths: JSON names joined by dots, as `spec.containers.name`: lists are passed through, and a path
    ///   that ends at a message or a map takes all of it. Nil: the type has no such field.
    public convenience init?(_ paths: [String], of type: MessageDescriptor) {
        self.init(steps: paths.map { $0.split(separator: ".").map(String.init)[...] }, type)
    }

    private init?(steps paths: [ArraySlice<String>], _ type: MessageDescriptor) {
        var isRead = [Bool](repeating: false, count: type.fields.count)
        var rest: [Int: [ArraySlice<String>]] = [:]
        for path in paths {
            guard let name = path.first, let (position, isInline) = Self.find(name, type) else { return nil }
            isRead[position] = true
            rest[position, default: []].append(isInline ? path : path.dropFirst())
        }
        var parts = [Projection?](repeating: nil, count: type.fields.count)
        for (position, paths) in rest where paths.allSatisfy({ !$0.isEmpty }) {
            let field = type.fields[position]
            if field.kind == .members { continue }
            guard field.kind == .message, field.label != .map, let inner = field.message,
                let part = Projection(steps: paths, inner)
            else { return nil }
            parts[position] = part
        }
        self.isRead = isRead
        self.parts = parts
    }

    /// Where the field is in the type: itself, or the inline field that brings it in.
    private static func find(_ name: String, _ type: MessageDescriptor) -> (position: Int, isInline: Bool)? {
        if let position = type.position(of: name) { return (position, false) }
        for position in type.inlineFields {
            if type.fields[position].kind == .members { return (position, true) }
            if let inner = type.fields[position].message, find(name, inner) != nil { return (position, true) }
        }
        return nil
    }

    func reads(_ position: Int) -> Bool { isRead[position] }
    func part(_ position: Int) -> Projection? { parts[position] }
}
