import FieldOwnership
import Objects
import Resources
import Wire

/// A configuration to be applied (`application/apply-patch+yaml`).
struct ApplyRequest: Sendable {
    static let mediaType = "application/apply-patch+yaml"

    let config: Value
    let force: Bool

    static func isApply(_ contentType: String?) -> Bool {
        contentType?.split(separator: ";").first.map(String.init) == mediaType
    }

    /// - Parameter text: YAML, or JSON, which is YAML too.
    /// - Throws: of keys that stand twice too, when reading is strict; Kubernetes never warns of them here.
    init(_ text: [UInt8], _ options: WriteOptions) throws(APIError) {
        let duplicates: [String]
        do {
            let document = try YAMLReader.first(text, tellsDuplicates: options.validation == .strict)
            config = try FreeValue.parse(document.json)
            duplicates = document.warnings
        } catch let error as YAMLError {
            throw APIError.badRequest(
                "error decoding YAML: error converting YAML to JSON: yaml: \(error.goText)")
        } catch { throw APIError.badRequest("error decoding YAML: \(error)") }
        guard case .map = config else {
            throw APIError.badRequest(
                "error decoding YAML: json: cannot unmarshal \(FreeValue.goKind(config)) into Go value of type "
                    + "map[string]interface {}")
        }
        if options.validation == .strict, !duplicates.isEmpty {
            throw APIError.badRequest(
                "error strict decoding YAML: error converting YAML to JSON: \(YAMLWords.duplicates(duplicates))")
        }
        force = options.force ?? false
    }
}

extension ResourceOperations {
    /// Server-side apply: changes the object that is there, or makes it.
    ///
    /// - Parameter subresource: one that is a part of the object; what is not there cannot be made through it.
    func apply(
        _ request: ApplyRequest, namespace: String, name: String, subresource: Subresource?, options: WriteOptions
    ) async throws(APIError) -> (written: WrittenObject, isNew: Bool) {
        for attempt in 0..<ServerLimits.applyTries {
            do {
                let written = try await modify(
                    namespace: namespace, name: name, subresource: subresource, options: options, ownership: .settled
                ) { old throws(APIError) in
                    try applied(request, to: old, namespace: namespace, name: name, subresource, options)
                }
                return (written, false)
            } catch  where error.code == 404 && error.reason == "NotFound" && subresource == nil {
                try await authorizeCreation(namespace: namespace, name: name, options.caller)
                let object = try applied(request, to: nil, namespace: namespace, name: name, nil, options)
                guard Metadata(of: object).uid.isEmpty else {
                    throw APIError.conflict(
                        definition, name,
                        "uid mismatch: the provided object specified uid \(Metadata(of: object).uid), and no existing "
                            + "object was found")
                }
                do {
                    let created = try await create(
                        object, namespace: namespace, options: options, ownership: .settled)
                    return (created, true)
                } catch  where error.reason == "AlreadyExists" && attempt + 1 < ServerLimits.applyTries {
                    // Somebody else was faster: what there is now is changed.
                }
            }
        }
        throw APIError.alreadyExists(definition, name)
    }

    /// - Parameter old: in the version that rules, as is the result; nil: there is none.
    private func applied(
        _ request: ApplyRequest, to old: Message?, namespace: String, name: String, _ subresource: Subresource?,
        _ options: WriteOptions
    ) throws(APIError) -> Message {
        let spoken = old.map(resource.fromRuling)
        let result = try APIError.ofOwnership {
            () throws(OwnershipError) in
            try resource.ownership[subresource].applied(
                request.config, to: spoken.map(owned),
                held: spoken.map { Metadata(of: $0).managedFields } ?? [], by: options.fieldManager,
                force: request.force, at: moment
            ) { version, old, new in self.spoken(from: old, to: new, inVersion: version, subresource) }
        }
        var object = spoken ?? Message(resource.definition.type)
        if let changed = result.object { object = try read(changed) }
        try checkPlace(of: object, namespace: namespace, name: name)
        if let old, let spoken, Self.isSame(object, result.entries, as: spoken) { return old }
        Self.note(result.entries, in: &object)
        return resource.toRuling(object)
    }

    private static func note(_ entries: [Meta.ManagedFieldsEntry], in object: inout Message) {
        var metadata = Metadata(of: object)
        metadata.managedFields = entries
        metadata.store(in: &object)
    }

    /// Whether applying has changed nothing but when the entries were made. A configuration may say what an object does
    /// not keep, such as a map without members, and is applied anew each time.
    private static func isSame(
        _ object: Message, _ entries: [Meta.ManagedFieldsEntry], as old: Message
    ) -> Bool {
        let held = Metadata(of: old).managedFields
        guard entries.map(\.timeless) == held.map(\.timeless) else { return false }
        var object = object
        note(held, in: &object)
        return object == old
    }

    /// The typed object that applying has made.
    private func read(_ value: Value) throws(APIError) -> Message {
        var message: Message
        do { message = try JSONDecoder.decode(FreeValue.text(value), as: resource.definition.type).message } catch {
            throw APIError(500, "", "failed to convert new typed object to object: \(error.message)")
        }
        // What the schema does not know is refused before; this drops what it does not allow to be null.
        _ = resource.definition.rules.tidy(&message)
        return message
    }

    private func checkPlace(of object: Message, namespace: String, name: String) throws(APIError) {
        let metadata = Metadata(of: object)
        if definition.isNamespaced, !metadata.namespace.isEmpty, metadata.namespace != namespace {
            throw APIError.otherNamespace
        }
        if let fault = APIError.otherName(metadata.name, onURL: name) { throw fault }
    }
}

extension Meta.ManagedFieldsEntry {
    fileprivate var timeless: Meta.ManagedFieldsEntry {
        var entry = self
        entry.time = nil
        return entry
    }
}

extension APIError {
    /// What ownership refuses, as the client is told.
    static func ofOwnership<T>(_ body: () throws(OwnershipError) -> T) throws(APIError) -> T {
        do throws(OwnershipError) { return try body() } catch {
            switch error {
            case .badRequest(let message): throw .badRequest(message)
            case .untypable(let message): throw APIError(500, "", message)
            case .conflicts(let conflicts):
                throw APIError(
                    409, "Conflict", ConflictText.message(conflicts),
                    details: Details(
                        causes: conflicts.map {
                            Cause(
                                reason: "FieldManagerConflict", message: ConflictText.cause($0), field: $0.path.text)
                        }))
            }
        }
    }
}
