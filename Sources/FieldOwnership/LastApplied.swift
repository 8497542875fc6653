import Objects

/// The annotation in which kubectl notes what it applied by its own patches, before it leaves that to the server.
enum LastApplied {
    static let annotation = "kubectl.kubernetes.io/last-applied-configuration"

    /// The fields of the noted configuration that the object still has as they were applied; nil: there is no note.
    static func unchanged(in object: Value, _ shape: Shape) -> FieldSet? {
        guard let text = note(in: object), let noted = try? FreeValue.parse(Array(text.utf8)),
            (try? Validation.check(noted, shape)) != nil,
            let fields = try? ValueFields.within(noted, shape, .claimed),
            let comparison = try? Comparison(noted, object, shape)
        else { return nil }
        return fields.subtracting(comparison.changed).subtracting(comparison.removed)
    }

    private static func note(in object: Value) -> String? {
        guard case .string(let text)? = annotations(of: object)?[annotation], !text.isEmpty else { return nil }
        return text
    }

    private static func annotations(of object: Value) -> StringMap<Value>? {
        guard case .map(let object) = object, case .map(let metadata)? = object["metadata"],
            case .map(let annotations)? = metadata["annotations"]
        else { return nil }
        return annotations
    }

    /// The object with a newer note, when it has one; nil: the note is as it should be, or there is none. Annotations
    /// that would become too large lose it.
    static func renew(in object: Value, by config: Value) -> Value? {
        guard case .map(var root) = object, case .map(var metadata)? = root["metadata"],
            var annotations = annotations(of: object), let before = annotations[annotation]
        else { return nil }
        let text = String(decoding: FreeValue.text(withoutNote(config)), as: UTF8.self) + "\n"
        if before == .string(text) { return nil }
        annotations[annotation] = .string(text)
        let size = annotations.entries.reduce(0) { total, entry in
            guard case .string(let value) = entry.value else { return total + entry.key.utf8.count }
            return total + entry.key.utf8.count + value.utf8.count
        }
        if size > OwnershipLimits.annotationBytes { annotations[annotation] = nil }
        metadata["annotations"] = .map(annotations)
        root["metadata"] = .map(metadata)
        return .map(root)
    }

    private static func withoutNote(_ config: Value) -> Value {
        guard case .map(var root) = config, case .map(var metadata)? = root["metadata"],
            case .map(var annotations)? = metadata["annotations"], annotations[annotation] != nil
        else { return config }
        annotations[annotation] = nil
        metadata["annotations"] = .map(annotations)
        root["metadata"] = .map(metadata)
        return .map(root)
    }
}
