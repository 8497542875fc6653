import HTTP2
import Objects
import Resources
import Store
import WatchCache

/// The Kubernetes REST API on resources (API concepts). Watches are opened by `WatchFace`.
struct RESTFace: Sendable {
    let core: ServerCore

    /// The resource that a path names, if it is served.
    func resolve(_ path: RequestPath.ResourcePath) async throws(APIError) -> (ServedResource, Subresource?) {
        guard let resource = await core.registry.settled(group: path.group, version: path.version, path.plural) else {
            throw core.registry.absence(inGroup: path.group)
        }
        let definition = resource.definition
        let absence = core.registry.absence(inGroup: definition.group)
        if definition.isNamespaced, path.namespace.isEmpty, !path.name.isEmpty { throw absence }
        if !definition.isNamespaced, !path.namespace.isEmpty { throw absence }
        guard !path.subresource.isEmpty else { return (resource, nil) }
        guard let subresource = Subresource(rawValue: path.subresource), definition.subresources.contains(subresource),
            !path.name.isEmpty
        else { throw resource.custom == nil || path.name.isEmpty ? absence : .notFound(definition, path.name) }
        return (resource, subresource)
    }

    func answer(_ call: RESTCall) async throws(APIError) -> Answer {
        guard let deprecation = call.definition.deprecation else { return try await plainAnswer(call) }
        var answer = try await plainAnswer(call)
        answer.warnings.insert(deprecation, at: 0)
        return answer
    }

    private func plainAnswer(_ call: RESTCall) async throws(APIError) -> Answer {
        if let subresource = call.subresource { return try await answer(call, subresource) }
        if let action = core.actions.find(call.definition) {
            guard call.method == "POST", call.name.isEmpty else { throw APIError.methodNotAllowed() }
            return try await perform(action, call)
        }
        let now = core.now()
        if let source = core.source(of: call.definition) { return try await show(source, call, now) }
        guard let operations = core.operations(call.resource) else { throw APIError.methodNotAllowed() }
        switch (call.method, call.name.isEmpty) {
        case ("GET", false):
            try require(.get, call)
            let object = try await operations.get(
                namespace: call.namespace, name: call.name, notOlderThan: try RequestOptions.get(call.query))
            return try call.show(object, now: now)
        case ("GET", true):
            try require(.list, call)
            let list = try await operations.list(namespace: call.namespace, options: try call.listOptions())
            return try call.show(list, now: now)
        case ("POST", true):
            try require(.create, call)
            try requireNamespace(call)
            try requireStaying(call)
            let options = try call.writeOptions("CreateOptions")
            let read = try call.readObject(options)
            let written = try await operations.create(read.message, namespace: call.namespace, options: options)
            return try call.show(
                written.object, status: 201, warnings: read.warnings + written.warnings, now: now)
        case ("PUT", false):
            try require(.update, call)
            return try await put(call, operations, now)
        case ("PATCH", false):
            try require(.patch, call)
            return try await patch(call, operations, now)
        case ("DELETE", false):
            try require(.delete, call)
            let options = try call.deleteOptions()
            let deletion = try await operations.delete(
                namespace: call.namespace, name: call.name, options: options)
            var answer = try show(deletion, operations, call, now)
            answer.warnings += operations.definition.rules.deletionWarnings(options.propagation != nil)
            if options.cascades, case .pending = deletion { answer.status = 202 }
            return answer
        case ("DELETE", true):
            try require(.deletecollection, call)
            try requireNamespace(call)
            let list = try await operations.deleteCollection(
                namespace: call.namespace, list: try call.listOptions(), options: try call.deleteOptions())
            return try call.show(list, now: now)
        default: throw APIError.methodNotAllowed()
        }
    }

    private func show(
        _ deletion: ResourceOperations.Deletion, _ operations: ResourceOperations, _ call: RESTCall, _ now: Int64
    ) throws(APIError) -> Answer {
        switch deletion {
        case .removed(let object) where !operations.definition.traits.contains(.returnsDeleted):
            let uid = Metadata(of: try object.message(operations.definition.type)).uid
            return call.show(APIError.success(call.definition, name: call.name, uid: uid), APIError.typeMeta)
        case .removed(let object), .pending(let object): return try call.show(object, now: now)
        }
    }

    /// Objects that are found out now.
    private func show(_ source: any ObjectSource, _ call: RESTCall, _ now: Int64) async throws(APIError) -> Answer {
        guard call.method == "GET" else { throw APIError.methodNotAllowed() }
        try require(call.name.isEmpty ? .list : .get, call)
        let objects = try await source.objects(core).map {
            StoredObject($0, typeMeta: call.definition.typeMeta, revision: .zero)
        }
        if call.name.isEmpty {
            return try call.show(ListResult(objects: objects, revision: core.cache.revision), now: now)
        }
        for object in objects
        where Metadata(of: try object.message(call.definition.type)).name == call.name {
            return try call.show(object, now: now)
        }
        throw APIError.notFound(call.definition, call.name)
    }

    private func require(_ verb: ResourceDefinition.Verb, _ call: RESTCall) throws(APIError) {
        guard call.resource.allows(verb) else { throw APIError.methodNotAllowed() }
    }

    private func requireStaying(_ call: RESTCall) throws(APIError) {
        guard call.resource.isTerminating else { return }
        throw APIError(
            405, "MethodNotAllowed", "create not allowed while custom resource definition is terminating",
            details: .init(group: call.definition.group, kind: call.definition.plural))
    }

    private func requireNamespace(_ call: RESTCall) throws(APIError) {
        guard !call.definition.isNamespaced || !call.namespace.isEmpty else { throw APIError.methodNotAllowed() }
    }

    // MARK: Subresources

    private func answer(_ call: RESTCall, _ subresource: Subresource) async throws(APIError) -> Answer {
        switch subresource.form {
        case .part:
            guard let operations = core.operations(call.resource) else { throw APIError.noSuchPath() }
            switch call.method {
            case "GET" where subresource.verbs.contains("get"):
                let object = try await operations.get(
                    namespace: call.namespace, name: call.name, notOlderThan: try RequestOptions.get(call.query))
                return try call.show(object, now: core.now())
            case "PUT": return try await put(call, operations, core.now())
            case "PATCH" where subresource.verbs.contains("patch"):
                return try await patch(call, operations, core.now())
            default: throw APIError.methodNotAllowed()
            }
        case .scale:
            guard let operations = core.operations(call.resource), let paths = operations.definition.scale else {
                throw APIError.noSuchPath()
            }
            return try await ScaleSubresource(operations: operations, paths: paths).answer(call)
        case .action:
            guard call.method == "POST" else { throw APIError.methodNotAllowed() }
            guard let action = core.actions.find(call.definition, subresource) else { throw APIError.noSuchPath() }
            return try await perform(action, call)
        case .connection: throw APIError.noSuchPath()
        }
    }

    private func perform(_ action: any Action, _ call: RESTCall) async throws(APIError) -> Answer {
        guard let type = action.type else { throw APIError.noSuchPath() }
        if call.subresource == nil { try requireNamespace(call) }
        let options = try call.writeOptions("CreateOptions")
        let read = try call.read(type, action.spokenMeta(call.body), options)
        try await core.admit(
            actionOn: call.resource, call.subresource, namespace: call.namespace, name: call.name, options)
        let done = try await action.perform(
            ActionRequest(body: read.message, namespace: call.namespace, name: call.name, options: options), core)
        var answer = call.show(done.message, done.typeMeta, code: done.code)
        answer.warnings += read.warnings + done.warnings
        return answer
    }

    // MARK: Changes

    private func put(_ call: RESTCall, _ operations: ResourceOperations, _ now: Int64) async throws(APIError) -> Answer
    {
        let options = try call.writeOptions("UpdateOptions")
        let read = try call.readObject(options)
        let (written, isNew) = try await operations.update(
            read.message, namespace: call.namespace, name: call.name, subresource: call.subresource, options: options)
        return try call.show(
            written.object, status: isNew ? 201 : 200, warnings: read.warnings + written.warnings, now: now)
    }

    private func patch(
        _ call: RESTCall, _ operations: ResourceOperations, _ now: Int64
    ) async throws(APIError) -> Answer {
        if ApplyRequest.isApply(call.headers["content-type"]) { return try await apply(call, operations, now) }
        let options = try call.writeOptions("PatchOptions")
        let kind = try PatchRequest.kind(call.headers["content-type"], for: call.definition)
        let request = PatchRequest(kind: kind, patch: call.body, validation: options.validation)
        let warnings = PatchWarnings()
        let resource = call.resource
        let written = try await operations.modify(
            namespace: call.namespace, name: call.name, subresource: call.subresource, options: options
        ) { old throws(APIError) in try request.apply(to: old, of: resource, warnings: warnings) }
        return try call.show(written.object, warnings: warnings.all + written.warnings, now: now)
    }

    private func apply(
        _ call: RESTCall, _ operations: ResourceOperations, _ now: Int64
    ) async throws(APIError) -> Answer {
        let options = try call.writeOptions("PatchOptions", isApply: true)
        let request = try ApplyRequest(call.body, options)
        let (written, isNew) = try await operations.apply(
            request, namespace: call.namespace, name: call.name, subresource: call.subresource, options: options)
        return try call.show(
            written.object, status: isNew ? 201 : 200, warnings: written.warnings, now: now)
    }
}
