public import Objects
public import Resources

/// The rules of custom objects of one version: its schema's.
public struct CustomObjectRules: ResourceRules {
    let version: CustomVersion
    let kind: String
    let type: MessageDescriptor

    private func members(of object: Message) -> StringMap<Value> {
        guard let position = type.membersPosition, case .map(let members)? = object[position] else { return [:] }
        return members
    }

    private func change(_ object: inout Message, _ body: (inout Value) -> Void) {
        guard let position = type.membersPosition else { return }
        var value = object.takeValue(position) ?? .map([:])
        body(&value)
        if case .map(let members) = value, !members.isEmpty { object[position] = value }
    }

    public func tidy(_ object: inout Message) -> [String] {
        var unknown: [String] = []
        change(&object) { value in
            unknown = version.schema.prune(&value)
            unknown += version.schema.tidyEmbedded(&value).unknown
            version.schema.dropNulls(&value)
        }
        return unknown.map { "unknown field \(FieldProblem.quoted($0))" }
    }

    public func setDefaults(_ object: inout Message) { change(&object) { version.schema.fillIn(&$0) } }

    public func prepareForUpdate(_ object: inout Message, old: Message, subresource: Subresource?) {
        guard subresource == .status else { return }
        // Through the status nothing but the status changes; who owns what is not the writer's to say.
        var metadata = Metadata(of: old)
        let given = Metadata(of: object)
        metadata.resourceVersion = given.resourceVersion
        metadata.message["managedFields"] = given.message["managedFields"]
        metadata.store(in: &object)
    }

    public func validate(_ object: Message) -> [FieldProblem] {
        var whole = members(of: object)
        whole["apiVersion"] = .string(version.apiVersion)
        whole["kind"] = .string(kind)
        whole["metadata"] = .map([:])
        if version.schema.describes("metadata") {
            let free = try? FreeValue.of(Metadata(of: object).message, as: nil)
            whole["metadata"] = free ?? .map([:])
        }
        var value = Value.map(whole)
        var problems = version.schema.problems(of: value)
        if let scale = version.scale { problems += scale.problems(of: value) }
        problems += version.schema.tidyEmbedded(&value).problems
        return problems + version.schema.listProblems(of: value)
    }
}

extension CustomVersion {
    /// The type of its objects: with the mark of its schema, by which stored objects of an older one are known.
    func type(_ kind: String) -> MessageDescriptor {
        MessageDescriptor.custom(kind: kind, apiVersion: apiVersion, schemaMark: schema.fingerprint)
    }

    func rows(_ type: MessageDescriptor) -> RowPlan {
        let columns = columns
        let shown = columns.map { column in
            Column(
                column.name, Column.Kind(rawValue: column.type) ?? .string, format: column.format,
                priority: column.priority, about: column.description)
        }
        let needsMetadata = columns.contains { $0.path?.firstMember == "metadata" || $0.path?.firstMember == nil }
        // The first of an object's own members stands for all of them.
        return RowPlan([.name] + shown, reading: ["metadata", "spec"]) { object, now in
            var whole: StringMap<Value> = [:]
            if let position = type.membersPosition, case .map(let members)? = object[position] { whole = members }
            if needsMetadata { whole["metadata"] = (try? FreeValue.of(Metadata(of: object).message, as: nil)) ?? .null }
            let value = Value.map(whole)
            return [.text(Metadata(of: object).name)] + columns.map { $0.cell(of: value, now: now) }
        }
    }
}

extension CustomResource {
    private static let verbs: [ResourceDefinition.Verb] = [
        .delete, .deletecollection, .get, .list, .patch, .create, .update, .watch,
    ]

    /// The stored version's definition, and those of the versions that are served, in their order; the stored version may
    /// be among them.
    public func definitions() -> (stored: ResourceDefinition, served: [ResourceDefinition]) {
        let storedType = storage.type(names.kind)
        let stored = definition(storage, storedType, conversion: nil)
        let served = versions.filter(\.isServed).map { version in
            version.name == storage.name
                ? stored
                : definition(version, version.type(names.kind), conversion: conversion(of: version, storedType))
        }
        return (stored, served)
    }

    private func definition(
        _ version: CustomVersion, _ type: MessageDescriptor, conversion: Conversion?
    ) -> ResourceDefinition {
        let selectable = version.selectable.compactMap {
            SelectableField($0.names.joined(separator: "."), members: $0.names, in: type)
        }
        return ResourceDefinition(
            version.apiVersion, names.plural, names.kind, singular: names.singular, shortNames: names.shortNames,
            categories: names.categories, isNamespaced: isNamespaced, verbs: Self.verbs,
            storageName: "\(group)/\(names.plural)",
            subresources: (version.hasStatus ? [.status] : []) + (version.scale == nil ? [] : [.scale]),
            selectableFields: selectable, scale: version.scale?.paths,
            traits: [.tracksGeneration, .updatesNeedVersion, .isCustom], conversion: conversion,
            listKind: names.listKind, deprecation: version.deprecationWarning, type: type,
            listType: MessageDescriptor.customList,
            rules: CustomObjectRules(version: version, kind: names.kind, type: type), rows: version.rows(type))
    }

    /// `None`: the same members, as far as the other version knows them.
    private func conversion(of version: CustomVersion, _ storedType: MessageDescriptor) -> Conversion {
        let (from, to) = (version, storage)
        let servedType = version.type(names.kind)
        return Conversion(
            storedAs: storage.apiVersion,
            toStored: { Self.carry($0, to: storedType, to.schema, fillsIn: false) },
            fromStored: { Self.carry($0, to: servedType, from.schema, fillsIn: true) })
    }

    private static func carry(
        _ object: Message, to type: MessageDescriptor, _ schema: StructuralSchema, fillsIn: Bool
    ) -> Message {
        var result = Message(type)
        result["metadata"] = object["metadata"]
        guard let from = object.descriptor.membersPosition, let position = type.membersPosition,
            var members = object[from]
        else { return result }
        _ = schema.prune(&members)
        schema.dropNulls(&members)
        if fillsIn { schema.fillIn(&members) }
        result[position] = members
        return result
    }

    /// Brings a stored value into the form of today's storage version: as another version or under an older schema it
    /// may hold what is not known any more, and lack defaults.
    ///
    /// - Parameter object: where the object lies in `value`.
    /// - Returns: nil when it has that form, or cannot be read.
    public func renewal() -> @Sendable (_ value: [UInt8], _ object: Range<Int>) -> [UInt8]? {
        let type = storage.type(names.kind)
        let (schema, apiVersion, kind) = (storage.schema, storage.apiVersion, names.kind)
        return { value, range in
            guard StoredForm.schemaMark(of: value, in: range) != schema.fingerprint,
                let object = try? BinaryDecoder.decode(value, in: range, as: type)
            else { return nil }
            let renewed = Self.carry(object, to: type, schema, fillsIn: true)
            return Envelope.wrap(BinaryEncoder.encode(renewed), apiVersion: apiVersion, kind: kind)
        }
    }
}
