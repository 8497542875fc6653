import HTTP2
import Objects
import Store
import WatchCache

/// The Kubernetes REST API on resources (API concepts). Watches are opened by `WatchFace`.
struct RESTFace: Sendable {
    let core: ServerCore

    /// A request whose path names a resource, with everything that its answer depends on.
    struct Call: Sendable {
        var method: String
        var path: RequestPath.ResourcePath
        var query: Query
        var headers: HeaderFields
        var body: [UInt8]
        var caller: Caller
        var accepted: Accepted
        var index: Int
    }

    /// The resource that a path names, if it is served.
    func resolve(_ path: RequestPath.ResourcePath) throws(APIError) -> Int {
        guard let index = core.registry.index(group: path.group, version: path.version, plural: path.plural) else {
            throw APIError.noSuchPath()
        }
        let definition = core.registry.definitions[index]
        if definition.isNamespaced, path.namespace.isEmpty, !path.name.isEmpty { throw APIError.noSuchPath() }
        if !definition.isNamespaced, !path.namespace.isEmpty { throw APIError.noSuchPath() }
        return index
    }

    func answer(_ call: Call) async throws(APIError) -> Answer {
        let operations = core.operations(call.index)
        let definition = operations.definition
        if !call.path.subresource.isEmpty { return try await subresource(call, operations) }
        switch (call.method, call.path.name.isEmpty) {
        case ("GET", false):
            let object = try await operations.get(
                namespace: call.path.namespace, name: call.path.name,
                notOlderThan: try RequestOptions.list(call.query, definition, watch: false).revision)
            return try show(object, call, definition)
        case ("GET", true):
            let options = try RequestOptions.list(call.query, definition, watch: false)
            let list = try await operations.list(namespace: call.path.namespace, options: options)
            return try show(list, call, definition)
        case ("POST", true):
            guard !definition.isNamespaced || !call.path.namespace.isEmpty else { throw APIError.methodNotAllowed() }
            let options = try RequestOptions.write(call.query, kind: "CreateOptions")
            let read = try read(call, definition.type, definition.typeMeta, options)
            let object = try await operations.create(
                read.message, namespace: call.path.namespace, options: options, caller: call.caller)
            return try show(object, call, definition, status: 201, warnings: read.warnings)
        case ("PUT", false):
            let options = try RequestOptions.write(call.query, kind: "UpdateOptions")
            let read = try read(call, definition.type, definition.typeMeta, options)
            let (object, isNew) = try await operations.update(
                read.message, namespace: call.path.namespace, name: call.path.name, subresource: nil, options: options,
                caller: call.caller)
            return try show(object, call, definition, status: isNew ? 201 : 200, warnings: read.warnings)
        case ("PATCH", false): return try await patch(call, operations, subresource: nil)
        case ("DELETE", false):
            let options = try deleteOptions(call)
            switch try await operations.delete(namespace: call.path.namespace, name: call.path.name, options: options) {
            case .removed(let object) where !definition.traits.returnsDeleted:
                let uid = Metadata(of: try object.message(definition.type)).uid
                return status(APIError.success(definition, name: call.path.name, uid: uid), call)
            case .removed(let object), .pending(let object): return try show(object, call, definition)
            }
        case ("DELETE", true):
            guard !definition.isNamespaced || !call.path.namespace.isEmpty else { throw APIError.methodNotAllowed() }
            let list = try await operations.deleteCollection(
                namespace: call.path.namespace, list: try RequestOptions.list(call.query, definition, watch: false),
                options: try deleteOptions(call))
            return try show(list, call, definition)
        default: throw APIError.methodNotAllowed()
        }
    }

    // MARK: Subresources

    private func subresource(_ call: Call, _ operations: ResourceOperations) async throws(APIError) -> Answer {
        let definition = operations.definition
        guard let subresource = ResourceDefinition.Subresource(rawValue: call.path.subresource),
            definition.subresources.contains(subresource), !call.path.name.isEmpty
        else { throw APIError.noSuchPath() }
        switch (subresource, call.method) {
        case (.status, "GET"):
            return try show(
                try await operations.get(namespace: call.path.namespace, name: call.path.name), call, definition)
        case (.status, "PUT"), (.finalize, "PUT"):
            let options = try RequestOptions.write(call.query, kind: "UpdateOptions")
            let read = try read(call, definition.type, definition.typeMeta, options)
            let (object, _) = try await operations.update(
                read.message, namespace: call.path.namespace, name: call.path.name, subresource: subresource,
                options: options,
                caller: call.caller)
            return try show(object, call, definition, warnings: read.warnings)
        case (.status, "PATCH"): return try await patch(call, operations, subresource: .status)
        case (.scale, _): return try await ScaleSubresource(face: self, operations: operations).answer(call)
        case (.binding, "POST"):
            let options = try RequestOptions.write(call.query, kind: "CreateOptions")
            let read = try read(
                call, ServerCore.bindingType, TypeMeta(apiVersion: "v1", kind: "Binding"), options)
            try await operations.bind(
                read.message, namespace: call.path.namespace, name: call.path.name, options: options)
            var success = Message(APIError.type)
            success["status"] = .string("Success")
            success["code"] = .int(201)
            return status(success, call, code: 201)
        default: throw APIError.methodNotAllowed()
        }
    }

    // MARK: Patches

    private func patch(
        _ call: Call, _ operations: ResourceOperations, subresource: ResourceDefinition.Subresource?
    ) async throws(APIError) -> Answer {
        let definition = operations.definition
        let options = try RequestOptions.write(call.query, kind: "PatchOptions")
        let kind = try PatchRequest.kind(call.headers["content-type"])
        let request = PatchRequest(kind: kind, patch: call.body, validation: options.validation)
        let warnings = PatchWarnings()
        let object = try await operations.modify(
            namespace: call.path.namespace, name: call.path.name, subresource: subresource, options: options
        ) { old throws(APIError) in
            try request.apply(to: old, definition: definition, warnings: warnings)
        }
        return try show(object, call, definition, warnings: warnings.all)
    }

    // MARK: Reading and showing

    func read(
        _ call: Call, _ type: MessageDescriptor, _ meta: TypeMeta, _ options: WriteOptions
    ) throws(APIError) -> ObjectReading.Result {
        guard let encoding = Encoding(contentType: call.headers["content-type"]) else {
            throw APIError.unsupportedMediaType
        }
        return try ObjectReading.read(
            call.body, encoding: encoding, as: type, typeMeta: meta, validation: options.validation)
    }

    private func deleteOptions(_ call: Call) throws(APIError) -> DeleteOptions {
        guard let encoding = Encoding(contentType: call.headers["content-type"]) else {
            throw APIError.unsupportedMediaType
        }
        return try RequestOptions.delete(call.query, body: call.body, encoding: encoding)
    }

    private func tableObjects(_ call: Call) throws(APIError) -> TableObjects {
        guard let text = call.query["includeObject"], !text.isEmpty else { return .metadata }
        guard let known = TableObjects(rawValue: text) else {
            throw APIError.badRequest("unrecognized includeObject value: \(FieldProblem.quoted(text))")
        }
        return known
    }

    private func show(
        _ object: StoredObject, _ call: Call, _ definition: ResourceDefinition, status: Int = 200,
        warnings: [String] = []
    ) throws(APIError) -> Answer {
        var answer = Answer(
            status: status, contentType: call.accepted.encoding.mediaType,
            body: try Presenting.body(
                object, definition, call.accepted, try tableObjects(call), pretty: call.query.flag("pretty") ?? false,
                now: core.now()))
        answer.warnings = warnings
        return answer
    }

    private func show(_ list: ListResult, _ call: Call, _ definition: ResourceDefinition) throws(APIError) -> Answer {
        Answer(
            contentType: call.accepted.encoding.mediaType,
            body: try Presenting.body(
                list, definition, call.accepted, try tableObjects(call), pretty: call.query.flag("pretty") ?? false,
                now: core.now()))
    }

    private func status(_ message: Message, _ call: Call, code: Int = 200) -> Answer {
        let meta = APIError.typeMeta
        if call.accepted.encoding == .protobuf {
            return Answer(
                status: code, contentType: Encoding.protobuf.mediaType,
                body: Envelope.wrap(BinaryEncoder.encode(message), apiVersion: meta.apiVersion, kind: meta.kind))
        }
        return Answer(
            status: code, contentType: call.accepted.encoding.mediaType,
            body: Presenting.text(JSONEncoder.encode(message, as: meta), call.accepted.encoding))
    }
}
