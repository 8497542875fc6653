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

    /// A stream of what happens is asked for.
    var isWatch: Bool {
        guard method == "GET", path.subresource.isEmpty else { return false }
        return path.isWatchPath || (name.isEmpty && query.flag("watch") == true)
    }

    /// - Parameter isApply: of a server-side apply.
    func writeOptions(_ kind: String, isApply: Bool = false) throws(APIError) -> WriteOptions {
        try RequestOptions.write(
            query, kind: kind, caller: caller, userAgent: headers["user-agent"] ?? "", isApply: isApply)
    }

    func listOptions(isWatch: Bool = false) throws(APIError) -> ListOptions {
        try RequestOptions.list(query, definition, watch: isWatch)
    }

    /// - Throws: 415 where the body's content type is none that is known.
    private func bodyEncoding() throws(APIError) -> Encoding {
        guard let encoding = Encoding(contentType: headers["content-type"]) else { throw APIError.unsupportedMediaType }
        return encoding
    }

    func deleteOptions() throws(APIError) -> DeleteOptions {
        return try RequestOptions.delete(query, body: body, encoding: bodyEncoding(), caller: caller)
    }

    /// The object in the body.
    func read(
        _ type: MessageDescriptor, _ meta: TypeMeta, _ options: WriteOptions
    ) throws(APIError) -> ObjectReading.Result {
        return try ObjectReading.read(
            body, encoding: bodyEncoding(), as: type, typeMeta: meta, validation: options.validation)
    }

    /// The resource's own kind in the body, in the version that rules.
    func readObject(_ options: WriteOptions) throws(APIError) -> ObjectReading.Result {
        var result = try ObjectReading.read(
            body, encoding: bodyEncoding(), of: definition, validation: options.validation)
        result.message = resource.toRuling(result.message)
        return result
    }

    /// Whether JSON is indented: when it is asked for, and for people, who read it in a terminal or a browser.
    var isPretty: Bool {
        if let text = query["pretty"], !text.isEmpty { return GoParse.isTrue(text) }
        let agent = headers["user-agent"] ?? ""
        return ["curl", "Wget", "Mozilla/5.0"].contains { agent.hasPrefix($0) }
    }

    /// What stands in the rows of a Table that was asked for.
    var tableObjects: TableObjects {
        get throws(APIError) {
            guard accepted.presentation == .table, let text = query["includeObject"], !text.isEmpty else {
                return .metadata
            }
            guard let known = TableObjects(rawValue: text) else {
                throw APIError.badRequest(
                    "Unable to convert to Table as requested: includeObject: Invalid value: "
                        + "\(GoText.quoted(text)): must be 'Metadata', 'Object', 'None', or empty")
            }
            return known
        }
    }
}
