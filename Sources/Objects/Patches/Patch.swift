import Wire

/// The three ways to say what is to change in an object.
public enum PatchKind: Sendable, Equatable {
    /// RFC 7386.
    case merge
    /// RFC 6902.
    case json
    /// A merge patch whose lists are merged by the rules of the object's schema.
    case strategic
}

/// Patches of typed objects.
public enum Patch {
    /// Applies a patch to an object.
    ///
    /// - Parameters:
    ///   - typeMeta: how the object names itself in the JSON that is patched.
    ///   - operationLimit: how many operations a JSON patch may have.
    /// - Returns: the patched object's JSON, not yet decoded or checked: a patch may write anything into it.
    public static func apply(
        _ kind: PatchKind, _ patch: [UInt8], to object: Message, as typeMeta: TypeMeta,
        operationLimit: Int = PatchLimits.standard.operations
    ) throws(PatchError) -> [UInt8] {
        var limits = PatchLimits.standard
        limits.operations = operationLimit
        let changes: Value
        do { changes = try FreeValue.parse(patch) } catch {
            throw PatchError(.malformed, kind == .strategic ? error.message : "error decoding patch: \(error.message)")
        }
        let document: Value
        do { document = try FreeValue.of(object, as: typeMeta) } catch {
            throw PatchError(.unmergeable, "the object has no JSON form: \(error.message)")
        }
        let result: Value
        switch kind {
        case .merge:
            if changes == .null { throw PatchError(.malformed, "Invalid JSON Patch") }
            try requireObject(changes, prefix: "error decoding patch: ")
            result = MergePatch.apply(changes, to: document)
        // Nothing is to be done.
        case .json where changes == .null, .strategic where changes == .null: result = document
        case .json: result = try JSONPatch.apply(changes, to: document, limits: limits)
        case .strategic:
            try requireObject(changes, prefix: "")
            result = try StrategicMergePatch.apply(changes, to: document, type: object.descriptor)
        }
        let text = FreeValue.text(result)
        guard text.count <= limits.resultBytes else {
            throw PatchError(.tooLarge, "Request entity too large: limit is \(limits.resultBytes)")
        }
        return text
    }

    private static func requireObject(_ patch: Value, prefix: String) throws(PatchError) {
        if case .map = patch { return }
        throw PatchError(
            .malformed,
            "\(prefix)json: cannot unmarshal \(FreeValue.goKind(patch)) into Go value of type map[string]interface {}")
    }
}
