import HTTP2
import Objects
import Resources

/// A request whose path names a resource, with everything that its answer depends on.
struct RESTCall: Sendable {
    var method: String
    var path: RequestPath.ResourcePath
    var query: Query
    var headers: HeaderFields
    var body: [UInt8]
    var caller: Caller
    var accepted: Accepted
    var resource: ServedResource
    /// Nil: the resource itself.
    var subresource: Subresource?

    var namespace: String { path.namespace }
    var name: String { path.name }
    var definition: ResourceDefinition { resource.definition }

    /// - Parameter isApply: of a server-side apply.
    func writeOptions(_ kind: String, isApply: Bool = false) throws(APIError) -> WriteOptions {
        try RequestOptions.write(
            query, kind: kind, caller: caller, userAgent: headers["user-agent"] ?? "", isApply: isApply)
    }

    func listOptions(isWatch: Bool = false) throws(APIError) -> ListOptions {
        try RequestOptions.list(query, definition, watch: isWatch)
    }

    func deleteOptions() throws(APIError) -> DeleteOptions {
        guard let encoding = Encoding(contentType: headers["content-type"]) else { throw APIError.unsupportedMediaType }
        return try RequestOptions.delete(query, body: body, encoding: encoding, caller: caller)
    }

    /// The object in the body.
    func read(
        _ type: MessageDescriptor, _ meta: TypeMeta, _ options: WriteOptions
    ) throws(APIError) -> ObjectReading.Result {
        guard let encoding = Encoding(contentType: headers["content-type"]) else { throw APIError.unsupportedMediaType }
        return try ObjectReading.read(
            body, encoding: encoding, as: type, typeMeta: meta, validation: options.validation)
    }

    /// The resource's own kind in the body, in the version that rules.
    func readObject(_ options: WriteOptions) throws(APIError) -> ObjectReading.Result {
        guard let encoding = Encoding(contentType: headers["content-type"]) else { throw APIError.unsupportedMediaType }
        var result = try ObjectReading.read(
            body, encoding: encoding, of: definition, validation: options.validation)
        result.message = resource.toRuling(result.message)
        return result
    }

    var tableObjects: TableObjects {
        get throws(APIError) {
            guard let text = query["includeObject"], !text.isEmpty else { return .metadata }
            guard let known = TableObjects(rawValue: text) else {
                throw APIError.badRequest("unrecognized includeObject value: \(FieldProblem.quoted(text))")
            }
            return known
        }
    }
}
