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
            unknown += version.schema.tidyEmbedded(&value)
            version.schema.dropNulls(&value)
        }
        return unknown.map { "unknown field \(FieldProblem.quoted($0))" }
    }

    public func misfit(_ object: Message) -> FieldProblem? {
        version.schema.embeddedMisfit(of: .map(members(of: object)))
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

    /// The whole object as free JSON.
    private func whole(_ object: Message) -> Value {
        var whole = members(of: object)
        whole["apiVersion"] = .string(version.apiVersion)
        whole["kind"] = .string(kind)
        whole["metadata"] = .map([:])
        if version.schema.describes("metadata") {
            let free = try? FreeValue.of(Metadata(of: object).message, as: nil)
            whole["metadata"] = free ?? .map([:])
        }
        return .map(whole)
    }

    public func validateCreate(_ object: Message) -> [FieldProblem] {
        let value = whole(object)
        return version.schema.problems(of: value) + (version.scale?.problems(of: value) ?? [])
            + version.schema.embeddedProblems(of: value) + version.schema.listProblems(of: value)
    }

    /// What broke a rule before and has not changed may stay so (Kubernetes, "Validation ratcheting").
    public func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        let (schema, value, before) = (version.schema, whole(object), whole(old))
        var problems: [FieldProblem] = []
        if subresource == .status {
            problems += schema.statusProblems(of: value, before: before)
            problems += version.scale?.statusProblems(of: value) ?? []
        } else {
            problems += schema.problems(of: value, before: before)
            problems += version.scale?.problems(of: value) ?? []
            problems += schema.embeddedProblems(of: value)
        }
        let repeated = schema.listProblems(of: value)
        if !repeated.isEmpty, schema.listProblems(of: before).isEmpty { problems += repeated }
        return problems
    }

    /// Finalizers without a domain of their own may be somebody else's too.
    public func warnings(_ object: Message, old: Message?) -> [String] {
        let added = Set(Metadata(of: object).finalizers).subtracting(old.map { Metadata(of: $0).finalizers } ?? [])
        return added.subtracting(Finalizers.standard).filter { !$0.contains("/") }.sorted().map {
            "metadata.finalizers: \(FieldProblem.quoted($0)): prefer a domain-qualified finalizer name including a path (/) "
                + "to avoid accidental conflicts with other finalizer writers"
        }
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

    /// The fields that objects may be selected by in any of the versions, in the stored form.
    public var selectableFields: [SelectableField] {
        let type = storage.type(names.kind)
        var seen: Set<[String]> = []
        return versions.filter { $0.isServed || $0.name == storage.name }.flatMap(\.selectable).compactMap { path in
            seen.insert(path.names).inserted ? path.selectable(in: type) : nil
        }
    }

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
        let selectable = version.selectable.compactMap { $0.selectable(in: type) }
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
            toStored: { Self.carry($0, to: storedType, to.schema) },
            fromStored: { Self.carry($0, to: servedType, from.schema) })
    }

    /// - Parameter fillsIn: whether defaults are filled in: those of what is stored, and of what is written, but not of
    ///   what is read in another version.
    private static func carry(
        _ object: Message, to type: MessageDescriptor, _ schema: StructuralSchema, fillsIn: Bool = false
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

extension MemberPath {
    fileprivate func selectable(in type: MessageDescriptor) -> SelectableField? {
        SelectableField(names.joined(separator: "."), members: names, in: type)
    }
}
