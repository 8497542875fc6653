import FieldOwnership
import Objects
import Resources

/// Who owns the fields of a resource's objects, by the way in which they are written.
struct ResourceOwnership: Sendable {
    private let whole: FieldOwnership
    private let status: FieldOwnership
    private let parts: [Subresource: FieldOwnership]
    /// Nil: its objects have no `scale`.
    let scale: ScaleOwnership?

    /// - Parameters:
    ///   - definition: of the version that clients write, whose paths the entries tell.
    ///   - fields: of a custom resource; nil: the definition's type says it.
    init(_ definition: ResourceDefinition, fields: (any StructuralType)? = nil) {
        func ownership(_ subresource: Subresource?, _ reset: FieldSet) -> FieldOwnership {
            if let fields {
                return FieldOwnership(
                    fields, as: definition.typeMeta, subresource: subresource?.rawValue ?? "", reset: reset)
            }
            return FieldOwnership(
                definition.type, as: definition.typeMeta, subresource: subresource?.rawValue ?? "", reset: reset)
        }
        whole = ownership(nil, definition.subresources.contains(.status) ? Self.statusField : FieldSet())
        status = ownership(.status, Self.allButStatus(of: definition))
        var parts: [Subresource: FieldOwnership] = [:]
        for subresource in definition.subresources where subresource.form == .part && subresource != .status {
            parts[subresource] = ownership(subresource, FieldSet())
        }
        self.parts = parts
        scale = definition.scale.map {
            ScaleOwnership(
                replicas: $0.replicas.split(separator: ".").map(String.init), apiVersion: definition.apiVersion)
        }
    }

    subscript(subresource: Subresource?) -> FieldOwnership {
        switch subresource {
        case nil: whole
        case .status?: status
        case let part?: parts[part] ?? whole
        }
    }

    private static let statusField = FieldSet([[.field("status")]])

    /// What nobody comes to own through the status.
    private static func allButStatus(of definition: ResourceDefinition) -> FieldSet {
        // Kubernetes knows no other member of a custom object by name.
        if definition.traits.contains(.isCustom) { return FieldSet([[.field("spec")]]) }
        var paths: [FieldPath] = definition.type.fields
            .filter { field in
                if field.name == "metadata" {
                    return !definition.traits.isDisjoint(with: [.statusKeepsMetadata, .statusOwnsNoMetadata])
                }
                return field.name != "status" && !field.isInline
            }
            .map { [.field($0.name)] }
        if definition.traits.contains(.statusKeepsLabels) { paths.append([.field("metadata"), .field("labels")]) }
        if definition.traits.contains(.statusKeepsOwners) {
            for field in ["deletionTimestamp", "ownerReferences"] { paths.append([.field("metadata"), .field(field)]) }
        }
        return FieldSet(paths)
    }
}

/// What becomes of `managedFields` when an object is written.
enum OwnershipOfWrite: Sendable {
    /// The writer owns what it says or changes.
    case writer
    /// The change has settled it: what stands in the object is right.
    case settled
    /// The server's own hand, which owns nothing.
    case unchanged
}

extension Metadata {
    var managedFields: [Meta.ManagedFieldsEntry] {
        get {
            guard case .list(let list)? = message["managedFields"] else { return [] }
            return list.compactMap { Meta.ManagedFieldsEntry(field: $0) }
        }
        set { message["managedFields"] = newValue.isEmpty ? nil : .list(newValue.map(\.fieldValue)) }
    }

    /// What a client says of its object: an empty list asks that there be no entries, as a single one that is empty does.
    var claimedFields: [Meta.ManagedFieldsEntry] {
        if case .list(let list)? = message["managedFields"], list.isEmpty { return [Meta.ManagedFieldsEntry()] }
        return managedFields
    }
}

extension ResourceOperations {
    /// An object in the version that the writer speaks, whose fields the entries name.
    private func spoken(_ object: Message) -> Value { owned(resource.fromRuling(object)) }

    /// An object as ownership takes it: custom ones as free JSON, beside their metadata.
    func owned(_ object: Message) -> Value {
        let type = object.descriptor
        guard let position = type.membersPosition else { return .message(object) }
        var whole: StringMap<Value> = [:]
        if case .map(let members)? = object[position] { whole = members }
        whole["apiVersion"] = .string(type.apiVersion)
        whole["kind"] = .string(type.name)
        whole["metadata"] = .message(Metadata(of: object).message)
        return .map(whole)
    }

    /// Notes in a new object who owns it.
    ///
    /// - Parameter object: with its defaults, which are the creator's, and before the server adds what is its own.
    func noteCreator(_ object: inout Message, _ options: WriteOptions) {
        var metadata = Metadata(of: object)
        metadata.managedFields = resource.ownership[nil].created(
            spoken(object), claimed: metadata.claimedFields, by: options.manager, at: moment)
        metadata.store(in: &object)
    }

    /// Notes in an object who owns it after a change.
    ///
    /// - Parameter claimed: the entries that the writer sent.
    func noteWriter(
        _ object: inout Message, old: Message, claimed: [Meta.ManagedFieldsEntry], subresource: Subresource?,
        _ options: WriteOptions
    ) {
        let after = object
        var metadata = Metadata(of: object)
        metadata.managedFields = resource.ownership[subresource].updated(
            from: spoken(old), to: spoken(after), held: Metadata(of: old).managedFields, claimed: claimed,
            by: options.manager, at: moment
        ) { stored(from: old, to: after, inVersion: $0, subresource) }
        metadata.store(in: &object)
    }

    var moment: Timestamp { Timestamp(seconds: core.now()) }
}
