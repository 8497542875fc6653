import FieldOwnership
import Objects
import Store
import WatchCache
import Wire
import Resources

/// The binary face: `apus.v1.Cluster`, unary calls. `Watch` is opened by `WatchFace`.
struct RPCFace: Sendable {
    let core: ServerCore
    static let prefix = "/apus.v1.Cluster/"

    /// The message that is a call's body.
    private static func decode<T: MessageView>(_ body: [UInt8], as type: T.Type) throws(APIError) -> T {
        guard let message = GRPCFraming.onlyMessage(in: body) else {
            throw APIError.badRequest("the call's body is not one uncompressed gRPC message, whole and alone")
        }
        do { return T(try BinaryDecoder.decode(body, in: message, as: T.descriptor)) } catch {
            throw APIError.badRequest("\(T.descriptor.name) cannot be read: \(error)")
        }
    }

    /// - Parameters:
    ///   - userAgent: names the manager of what is written, when the call does not.
    ///   - note: learns what the call is about.
    /// - Returns: the answer's message, without its frame.
    func answer(
        _ method: Substring, _ body: [UInt8], caller: Caller, userAgent: String, _ note: inout RequestNote
    ) async throws(APIError) -> [UInt8] {
        let writer = Writer(caller: caller, userAgent: userAgent)
        switch method {
        case "Get":
            let request = try Self.decode(body, as: Cluster.GetRequest.self)
            note.verb = .get
            let target = try await target(.get, request.resource, of: request.key, caller, &note)
            let object = try await target.operations.get(
                namespace: request.key?.namespace ?? "", name: request.key?.name ?? "",
                notOlderThan: request.notOlderThan > 0 ? Revision(Int64(request.notOlderThan)) : nil)
            return try target.wrap(object, field: 1)
        case "List":
            note.verb = .list
            return try await list(try Self.decode(body, as: Cluster.ListRequest.self), caller, &note)
        case "Create":
            note.verb = .post
            return try await create(try Self.decode(body, as: Cluster.CreateRequest.self), writer, &note)
        case "Update":
            note.verb = .put
            return try await update(try Self.decode(body, as: Cluster.UpdateRequest.self), writer, &note)
        case "Patch":
            note.verb = .patch
            return try await patch(try Self.decode(body, as: Cluster.PatchRequest.self), writer, &note)
        case "Delete":
            note.verb = .delete
            return try await delete(try Self.decode(body, as: Cluster.DeleteRequest.self), caller, &note)
        default: throw APIError(501, "NotImplemented", "the service apus.v1.Cluster has no method \(method)")
        }
    }

    func watch(_ body: [UInt8]) async throws(APIError) -> WatchFace.Request {
        let request = try Self.decode(body, as: Cluster.WatchRequest.self)
        let resource = try await resource(request.resource)
        var options = ListOptions()
        try RequestOptions.selectors(
            labels: request.labelSelector, fields: request.fieldSelector, resource.definition, &options)
        if request.revision > 0 { options.revision = Revision(Int64(request.revision)) }
        let fromNow = request.fromNow || (request.revision > 0 && !request.initialEvents)
        return WatchFace.Request(
            resource: resource, namespace: request.namespace, options: options, shape: .rpc,
            bookmarks: request.bookmarks || request.initialEvents,
            initialEvents: request.initialEvents ? true : fromNow ? false : nil, timeoutSeconds: request.timeoutSeconds)
    }

    // MARK: Calls

    private func list(
        _ request: Cluster.ListRequest, _ caller: Caller, _ note: inout RequestNote
    ) async throws(APIError) -> [UInt8] {
        let target = try await target(
            .list, request.resource, caller, &note, namespace: request.namespace, fieldSelector: request.fieldSelector)
        var options = ListOptions()
        try RequestOptions.selectors(
            labels: request.labelSelector, fields: request.fieldSelector, target.resource.definition, &options)
        options.limit = max(request.limit, 0)
        options.continueToken = request.continueToken
        if request.revision > 0 { options.revision = Revision(Int64(request.revision)) }
        options.match = request.match == Cluster.RevisionMatch.exact ? .exact : .unspecified
        let list = try await target.operations.list(namespace: request.namespace, options: options)
        var writer = ProtobufWriter(capacity: list.objects.reduce(256) { $0 + $1.value.count + 48 })
        if let remaining = list.remaining {
            writer.varint(UInt64(remaining))
            writer.tag(4, .varint)
        }
        if !list.continueToken.isEmpty {
            let mark = writer.count
            writer.string(list.continueToken)
            writer.delimit(3, since: mark)
        }
        writer.varint(UInt64(bitPattern: list.revision.rawValue))
        writer.tag(2, .varint)
        for object in list.objects.reversed() { try target.write(object, field: 1, to: &writer) }
        return writer.finish()
    }

    private func create(
        _ request: Cluster.CreateRequest, _ writer: Writer, _ note: inout RequestNote
    ) async throws(APIError) -> [UInt8] {
        let resource = try await resource(request.resource)
        note.concerns(
            resource.index, namespace: request.namespace, name: request.name, subresource: request.subresource,
            isDryRun: request.options?.dryRun ?? false)
        try await authorize(
            .create, resource, writer.caller, subresource: request.subresource, namespace: request.namespace,
            name: request.name)
        let options = try Self.options(request.options, writer)
        let subresource = try Self.subresource(request.subresource, resource.definition, [.action])
        if let action = core.actions.find(resource.definition, subresource) {
            guard let type = action.type else { throw APIError.noSuchPath() }
            try await core.admit(
                actionOn: resource, subresource, namespace: request.namespace, name: request.name, options)
            let answer = try await action.perform(
                ActionRequest(
                    body: try Self.object(request.value, as: type), namespace: request.namespace, name: request.name,
                    options: options), core)
            return Self.wrap(BinaryEncoder.encode(answer.message), .zero, field: 1)
        }
        guard subresource == nil else { throw APIError.noSuchPath() }
        let target = try target(resource)
        guard !resource.isTerminating else { throw APIError.methodNotAllowed() }
        let object = resource.toRuling(try Self.object(request.value, of: resource.definition, options))
        let written = try await target.operations.create(object, namespace: request.namespace, options: options)
        return try target.wrap(written.object, field: 1)
    }

    private func update(
        _ request: Cluster.UpdateRequest, _ writer: Writer, _ note: inout RequestNote
    ) async throws(APIError) -> [UInt8] {
        let target = try await target(
            .update, request.resource, of: request.key, writer.caller, &note, subresource: request.subresource,
            isDryRun: request.options?.dryRun ?? false)
        let options = try Self.options(request.options, writer)
        let object = target.resource.toRuling(
            try Self.object(request.value, of: target.resource.definition, options))
        let (written, _) = try await target.operations.update(
            object, namespace: request.key?.namespace ?? "", name: request.key?.name ?? "",
            subresource: try Self.subresource(request.subresource, target.resource.definition, [.part]),
            options: options)
        return try target.wrap(written.object, field: 1)
    }

    private func patch(
        _ request: Cluster.PatchRequest, _ writer: Writer, _ note: inout RequestNote
    ) async throws(APIError) -> [UInt8] {
        let target = try await target(
            .patch, request.resource, of: request.key, writer.caller, &note, subresource: request.subresource,
            isDryRun: request.options?.dryRun ?? false)
        if request.type == Cluster.PatchType.apply { return try await apply(request, target, writer) }
        let kind: PatchKind
        switch request.type {
        case Cluster.PatchType.merge: kind = .merge
        case Cluster.PatchType.json: kind = .json
        case Cluster.PatchType.strategic: kind = .strategic
        default: throw APIError.badRequest("the patch's type is not one that the server knows")
        }
        let options = try Self.options(request.options, writer)
        let patch = PatchRequest(kind: kind, patch: request.patch, validation: options.validation)
        let resource = target.resource
        try patch.check(for: resource.definition)
        let written = try await target.operations.modify(
            namespace: request.key?.namespace ?? "", name: request.key?.name ?? "",
            subresource: try Self.subresource(request.subresource, resource.definition, [.part]), options: options
        ) { old throws(APIError) in try patch.apply(to: old, of: resource, warnings: PatchWarnings()) }
        return try target.wrap(written.object, field: 1)
    }

    private func apply(
        _ request: Cluster.PatchRequest, _ target: RPCTarget, _ writer: Writer
    ) async throws(APIError) -> [UInt8] {
        guard let manager = request.options?.fieldManager, !manager.isEmpty else {
            throw APIError.invalid(
                kind: "PatchOptions", group: "meta.k8s.io", name: "",
                [.required("fieldManager", "is required for apply patch")])
        }
        var options = try Self.options(request.options, writer)
        options.force = request.force
        let (written, _) = try await target.operations.apply(
            try ApplyRequest(request.patch, options), namespace: request.key?.namespace ?? "",
            name: request.key?.name ?? "",
            subresource: try Self.subresource(request.subresource, target.resource.definition, [.part]),
            options: options)
        return try target.wrap(written.object, field: 1)
    }

    private func delete(
        _ request: Cluster.DeleteRequest, _ caller: Caller, _ note: inout RequestNote
    ) async throws(APIError) -> [UInt8] {
        let target = try await target(
            .delete, request.resource, of: request.key, caller, &note, isDryRun: request.dryRun)
        var options = DeleteOptions(caller: caller)
        options.gracePeriodSeconds = request.gracePeriodSeconds
        options.dryRun = request.dryRun
        if !request.preconditionUid.isEmpty { options.uid = request.preconditionUid }
        if !request.preconditionResourceVersion.isEmpty {
            options.resourceVersion = request.preconditionResourceVersion
        }
        if !request.propagationPolicy.isEmpty {
            guard let policy = Propagation(rawValue: request.propagationPolicy) else {
                throw APIError.badRequest(
                    "propagation_policy is Orphan, Background or Foreground, not \(request.propagationPolicy)")
            }
            options.propagation = policy
        }
        let deletion = try await target.operations.delete(
            namespace: request.key?.namespace ?? "", name: request.key?.name ?? "", options: options)
        var writer = ProtobufWriter(capacity: deletion.object.value.count + 64)
        if case .removed = deletion {
            writer.varint(1)
            writer.tag(2, .varint)
        }
        try target.write(deletion.object, field: 1, to: &writer)
        return writer.finish()
    }

    // MARK: Parts

    private func resource(_ name: Cluster.Resource?) async throws(APIError) -> ServedResource {
        guard let name,
            let resource = await core.registry.settled(group: name.group, version: name.version, name.resource)
        else { throw APIError.noSuchPath() }
        return resource
    }

    private func target(
        _ verb: RightsVerb, _ name: Cluster.Resource?, of key: Cluster.ObjectKey?, _ caller: Caller,
        _ note: inout RequestNote, subresource: String = "", isDryRun: Bool = false
    ) async throws(APIError) -> RPCTarget {
        try await target(
            verb, name, caller, &note, namespace: key?.namespace ?? "", name: key?.name ?? "", subresource: subresource,
            isDryRun: isDryRun)
    }

    /// What the call is about, if the caller may do it.
    private func target(
        _ verb: RightsVerb, _ resourceName: Cluster.Resource?, _ caller: Caller, _ note: inout RequestNote,
        namespace: String, name: String = "", subresource: String = "", isDryRun: Bool = false,
        fieldSelector: String = ""
    ) async throws(APIError) -> RPCTarget {
        let resource = try await resource(resourceName)
        note.concerns(resource.index, namespace: namespace, name: name, subresource: subresource, isDryRun: isDryRun)
        try await authorize(
            verb, resource, caller, subresource: subresource, namespace: namespace, name: name,
            fieldSelector: fieldSelector)
        return try target(resource)
    }

    private func authorize(
        _ verb: RightsVerb, _ resource: ServedResource, _ caller: Caller, subresource: String = "", namespace: String,
        name: String, fieldSelector: String = ""
    ) async throws(APIError) {
        let definition = resource.definition
        let path = RequestPath.ResourcePath(
            group: definition.group, version: definition.version, plural: definition.plural, namespace: namespace,
            name: name, subresource: subresource)
        try await core.access.authorize(caller, verb, path, resource, fieldSelector: fieldSelector, core)
    }

    /// The right to a watch.
    func authorize(_ watch: WatchFace.Request, _ caller: Caller) async throws(APIError) {
        try await authorize(
            .watch, watch.resource, caller, namespace: watch.namespace, name: "",
            fieldSelector: watch.options.fields.description)
    }

    private func target(_ resource: ServedResource) throws(APIError) -> RPCTarget {
        guard let operations = core.operations(resource) else { throw APIError.methodNotAllowed() }
        return RPCTarget(resource: resource, operations: operations)
    }

    private static func subresource(
        _ name: String, _ definition: ResourceDefinition, _ forms: [Subresource.Form]
    ) throws(APIError) -> Subresource? {
        if name.isEmpty { return nil }
        guard let known = Subresource(rawValue: name), definition.subresources.contains(known),
            forms.contains(known.form)
        else { throw APIError.noSuchPath() }
        return known
    }

    /// Who calls.
    private struct Writer {
        let caller: Caller
        let userAgent: String
    }

    private static func options(_ given: Cluster.WriteOptions?, _ writer: Writer) throws(APIError) -> WriteOptions {
        var options = WriteOptions(caller: writer.caller)
        options.dryRun = given?.dryRun ?? false
        let manager = given?.fieldManager ?? ""
        let problems = RequestOptions.managerProblems(manager)
        guard problems.isEmpty else {
            throw APIError.invalid(kind: "WriteOptions", group: "meta.k8s.io", name: "", problems)
        }
        options.fieldManager = manager.isEmpty ? ManagerName.ofUserAgent(writer.userAgent) : manager
        if let text = given?.fieldValidation, !text.isEmpty {
            guard let validation = FieldValidation(rawValue: text) else {
                throw APIError.badRequest("field_validation is Ignore, Warn or Strict, not \(text)")
            }
            options.validation = validation
        }
        return options
    }

    private static func object(
        _ bytes: [UInt8], of definition: ResourceDefinition, _ options: WriteOptions
    ) throws(APIError) -> Message {
        var message = try object(bytes, as: definition.type)
        let problems = definition.rules.tidy(&message)
        guard options.validation == .strict, !problems.isEmpty else { return message }
        throw APIError.badRequest("strict decoding error: \(problems.joined(separator: ", "))")
    }

    private static func object(_ bytes: [UInt8], as type: MessageDescriptor) throws(APIError) -> Message {
        do { return try BinaryDecoder.decode(bytes, as: type) } catch {
            throw APIError.badRequest("the value is no \(type.name): \(error)")
        }
    }

    /// A message that holds one `Object` which is not stored.
    private static func wrap(_ value: [UInt8], _ revision: Revision, field: Int) -> [UInt8] {
        var writer = ProtobufWriter(capacity: value.count + 64)
        let mark = writer.count
        writer.varint(UInt64(bitPattern: revision.rawValue))
        writer.tag(2, .varint)
        let start = writer.count
        writer.bytes(value)
        writer.delimit(1, since: start)
        writer.delimit(field, since: mark)
        return writer.finish()
    }
}

/// What a call is about: the version that the client speaks, and the verbs on what is stored.
private struct RPCTarget {
    let resource: ServedResource
    let operations: ResourceOperations

    /// A message that holds one `Object`.
    func wrap(_ object: StoredObject, field: Int) throws(APIError) -> [UInt8] {
        var writer = ProtobufWriter(capacity: object.value.count + 64)
        try write(object, field: field, to: &writer)
        return writer.finish()
    }

    func write(_ stored: StoredObject, field: Int, to writer: inout ProtobufWriter) throws(APIError) {
        let object = try resource.fromStored(stored)
        let mark = writer.count
        writer.varint(UInt64(bitPattern: object.revision.rawValue))
        writer.tag(2, .varint)
        let value = writer.count
        writer.bytes(StoredObject.suffix(object.revision))
        writer.bytes(object.value[object.object])
        writer.delimit(1, since: value)
        writer.delimit(field, since: mark)
    }
}
