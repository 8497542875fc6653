import FieldOwnership
import HTTP2
import Objects
import Resources

/// `autoscaling/v1` `Scale`: how many replicas, of any kind that has some.
struct ScaleSubresource: Sendable {
    let operations: ResourceOperations
    let paths: ScalePaths

    private static let meta = TypeMeta(apiVersion: "autoscaling/v1", kind: "Scale")

    func answer(_ call: RESTCall) async throws(APIError) -> Answer {
        let path = call.path
        switch call.method {
        case "GET":
            return try show(try await operations.get(namespace: path.namespace, name: path.name), call)
        case "PUT":
            let options = try call.writeOptions("UpdateOptions")
            let scale = AutoscalingV1.Scale(
                try call.read(AutoscalingV1.Scale.descriptor, Self.meta, options).message)
            if !scale.metadata.namespace.isEmpty, scale.metadata.namespace != path.namespace {
                throw APIError.otherNamespace
            }
            if let fault = APIError.otherName(scale.metadata.name, onURL: path.name) { throw fault }
            let object = try await set(path, options, uid: scale.metadata.uid) { _, _ throws(APIError) in (scale, nil) }
            return try show(object, call)
        case "PATCH": return try await patch(call)
        default: throw APIError.methodNotAllowed()
        }
    }

    private func patch(_ call: RESTCall) async throws(APIError) -> Answer {
        let contentType = call.headers["content-type"]
        let paths = paths
        if ApplyRequest.isApply(contentType) {
            let options = try call.writeOptions("PatchOptions", isApply: true)
            let request = try ApplyRequest(call.body, options)
            let now = operations.moment
            let object = try await set(call.path, options) { old, held throws(APIError) in
                let before = Self.scale(of: old, paths)
                let applied = try APIError.ofOwnership { () throws(OwnershipError) in
                    try ScaleOwnership.ofScale.applied(
                        request.config, to: .message(before.message), held: held, by: options.fieldManager,
                        force: request.force, at: now)
                }
                return (try Self.scale(applied.object) ?? before, applied.entries)
            }
            return try show(object, call)
        }
        let options = try call.writeOptions("PatchOptions")
        let request = PatchRequest(
            kind: try PatchRequest.kind(contentType, for: call.definition), patch: call.body,
            validation: options.validation)
        let object = try await set(call.path, options) { old, _ throws(APIError) in
            let before = Self.scale(of: old, paths)
            let scale = AutoscalingV1.Scale(
                try request.apply(to: before.message, as: Self.meta, warnings: PatchWarnings()))
            return (scale, nil)
        }
        return try show(object, call)
    }

    private static func scale(_ applied: Value?) throws(APIError) -> AutoscalingV1.Scale? {
        guard let applied else { return nil }
        do {
            return AutoscalingV1.Scale(
                try JSONDecoder.decode(FreeValue.text(applied), as: AutoscalingV1.Scale.descriptor).message)
        } catch { throw APIError(500, "", "failed to convert new typed object to object: \(error.message)") }
    }

    /// - Parameter wanted: from the object and the Scale's entries: the Scale, and its entries when they are settled.
    private func set(
        _ path: RequestPath.ResourcePath, _ options: WriteOptions, uid: String = "",
        _ wanted:
            @escaping @Sendable (Message, [Meta.ManagedFieldsEntry]) throws(APIError) -> (
                scale: AutoscalingV1.Scale, entries: [Meta.ManagedFieldsEntry]?
            )
    ) async throws(APIError) -> StoredObject {
        let paths = paths
        let ownership = operations.resource.ownership.scale
        let now = operations.moment
        return try await operations.modify(
            namespace: path.namespace, name: path.name, subresource: .scale, options: options, uid: uid,
            ownership: .settled
        ) { old throws(APIError) in
            var object = old
            var metadata = Metadata(of: object)
            let held = metadata.managedFields
            let scaleEntries = ownership?.entries(ofObject: held) ?? []
            let (scale, settled) = try wanted(old, scaleEntries)
            guard scale.spec.replicas >= 0 else {
                throw APIError.invalid(
                    kind: "Scale", group: "autoscaling", name: path.name,
                    [.invalid("spec.replicas", String(scale.spec.replicas), "must be greater than or equal to 0")])
            }
            let entries =
                settled
                ?? ScaleOwnership.ofScale.updated(
                    from: .message(Self.scale(of: old, paths).message), to: .message(scale.message),
                    held: scaleEntries, claimed: [], by: options.fieldManager, at: now)
            // Without a version the scale is meant for whichever the object has.
            if !scale.metadata.resourceVersion.isEmpty { metadata.resourceVersion = scale.metadata.resourceVersion }
            metadata.managedFields = ownership?.entries(ofObject: held, scale: entries) ?? held
            metadata.store(in: &object)
            paths.set(scale.spec.replicas, on: &object)
            return object
        }.object
    }

    private static func scale(of object: Message, _ paths: ScalePaths) -> AutoscalingV1.Scale {
        let state = paths.state(of: object)
        let metadata = Metadata(of: object)
        var scale = AutoscalingV1.Scale()
        scale.metadata.name = metadata.name
        scale.metadata.namespace = metadata.namespace
        scale.metadata.uid = metadata.uid
        scale.metadata.resourceVersion = metadata.resourceVersion
        scale.metadata.creationTimestamp = metadata.creationSeconds.map { Timestamp(seconds: $0, nanoseconds: 0) }
        scale.spec.replicas = state.replicas
        scale.status.replicas = state.observedReplicas
        scale.status.selector = state.selector
        return scale
    }

    private func show(_ object: StoredObject, _ call: RESTCall) throws(APIError) -> Answer {
        let scale = Self.scale(of: try object.message(operations.definition.type), paths)
        let stored = StoredObject(scale.message, typeMeta: Self.meta, revision: object.revision)
        return Answer(
            contentType: call.accepted.encoding.mediaType,
            body: try Presenting.body(
                stored, operations.definition.traits.contains(.isCustom) ? Self.ofCustom : Self.ofBuiltin,
                call.accepted, try call.tableObjects, pretty: call.isPretty, now: operations.core.now()))
    }

    // MARK: Rows

    private static let ofBuiltin = definition([Column("Name", about: nameWords, field: "metadata.name")], [.age])
    private static let ofCustom = definition([.name], [])
    private static let nameWords = "The name of the object that is scaled."

    private static func definition(_ first: [Column], _ last: [Column]) -> ResourceDefinition {
        let numbers = [
            Column(
                "Desired", .integer, about: "How many replicas are wanted.", field: "spec.replicas", absent: .integer(0)
            ),
            Column(
                "Available", .integer, about: "How many replicas there are.", field: "status.replicas",
                absent: .integer(0)),
        ]
        return ResourceDefinition(
            meta.apiVersion, "scales", meta.kind, traits: [.isComputed], rows: RowPlan(first + numbers + last))
    }
}
