import HTTP2
import Objects

/// `autoscaling/v1` `Scale`: how many replicas, of any kind that has some.
struct ScaleSubresource: Sendable {
    let face: RESTFace
    let operations: ResourceOperations

    private static let meta = TypeMeta(apiVersion: "autoscaling/v1", kind: "Scale")

    func answer(_ call: RESTFace.Call) async throws(APIError) -> Answer {
        let path = call.path
        switch call.method {
        case "GET":
            return try show(try await operations.get(namespace: path.namespace, name: path.name), call)
        case "PUT":
            let options = try RequestOptions.write(call.query, kind: "UpdateOptions")
            let scale = AutoscalingV1.Scale(
                try face.read(call, AutoscalingV1.Scale.descriptor, Self.meta, options).message)
            guard scale.metadata.name.isEmpty || scale.metadata.name == path.name else {
                throw APIError.badRequest(
                    "the name of the object (\(scale.metadata.name)) does not match the name on the URL (\(path.name))")
            }
            let object = try await set(path, options) { _ throws(APIError) in scale }
            return try show(object, call)
        case "PATCH":
            let options = try RequestOptions.write(call.query, kind: "PatchOptions")
            let request = PatchRequest(
                kind: try PatchRequest.kind(call.headers["content-type"]), patch: call.body,
                validation: options.validation)
            let definition = operations.definition
            let object = try await set(path, options) { old throws(APIError) in
                let before = try Self.scale(of: old, definition)
                return AutoscalingV1.Scale(
                    try request.apply(to: before.message, as: Self.meta, warnings: PatchWarnings()))
            }
            return try show(object, call)
        default: throw APIError.methodNotAllowed()
        }
    }

    private func set(
        _ path: RequestPath.ResourcePath, _ options: WriteOptions,
        _ wanted: @escaping @Sendable (Message) throws(APIError) -> AutoscalingV1.Scale
    ) async throws(APIError) -> StoredObject {
        let definition = operations.definition
        return try await operations.modify(
            namespace: path.namespace, name: path.name, subresource: .scale, options: options
        ) { old throws(APIError) in
            let scale = try wanted(old)
            guard scale.spec.replicas >= 0 else {
                throw APIError.invalid(
                    kind: "Scale", group: "autoscaling", name: path.name,
                    [.invalid("spec.replicas", String(scale.spec.replicas), "must be greater than or equal to 0")])
            }
            var object = old
            var metadata = Metadata(of: object)
            metadata.resourceVersion = scale.metadata.resourceVersion
            metadata.store(in: &object)
            definition.rules.setScale(scale.spec.replicas, on: &object)
            return object
        }
    }

    private static func scale(of object: Message, _ definition: ResourceDefinition) throws(APIError)
        -> AutoscalingV1.Scale
    {
        guard let state = definition.rules.scale(of: object) else { throw APIError.noSuchPath() }
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

    private func show(_ object: StoredObject, _ call: RESTFace.Call) throws(APIError) -> Answer {
        let definition = operations.definition
        let scale = try Self.scale(of: try object.message(definition.type), definition)
        if call.accepted.encoding == .protobuf {
            return Answer(
                contentType: Encoding.protobuf.mediaType,
                body: Envelope.wrap(
                    BinaryEncoder.encode(scale.message), apiVersion: Self.meta.apiVersion, kind: Self.meta.kind))
        }
        return Answer(
            contentType: call.accepted.encoding.mediaType,
            body: Presenting.text(JSONEncoder.encode(scale.message, as: Self.meta), call.accepted.encoding))
    }
}
