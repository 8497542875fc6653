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
            guard scale.metadata.name.isEmpty || scale.metadata.name == path.name else {
                throw APIError.badRequest(
                    "the name of the object (\(scale.metadata.name)) does not match the name on the URL (\(path.name))")
            }
            let object = try await set(path, options) { _ throws(APIError) in scale }
            return try show(object, call)
        case "PATCH":
            let options = try call.writeOptions("PatchOptions")
            let request = PatchRequest(
                kind: try PatchRequest.kind(call.headers["content-type"]), patch: call.body,
                validation: options.validation)
            let paths = paths
            let object = try await set(path, options) { old throws(APIError) in
                let before = Self.scale(of: old, paths)
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
        let paths = paths
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
        call.show(Self.scale(of: try object.message(operations.definition.type), paths).message, Self.meta)
    }
}
