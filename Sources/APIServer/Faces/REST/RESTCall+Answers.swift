import Objects
import Resources

/// How a call's outcome is shown: in the encoding and form that the client accepts.
extension RESTCall {
    func show(
        _ object: StoredObject, status: Int = 200, warnings: [String] = [], now: Int64
    ) throws(APIError) -> Answer {
        guard accepted.presentation != .partialMetadataList else {
            throw APIError(
                406, "NotAcceptable",
                "you requested PartialObjectMetadataList, but the requested object is not a list (\(goType("")))")
        }
        var answer = Answer(
            status: status, contentType: accepted.encoding.mediaType,
            body: try Presenting.body(
                try resource.fromStored(object), definition, accepted, try tableObjects,
                pretty: isPretty, now: now))
        answer.warnings = warnings
        return answer
    }

    func show(_ list: ListResult, now: Int64) throws(APIError) -> Answer {
        guard accepted.presentation != .partialMetadata else {
            throw APIError(
                406, "NotAcceptable",
                "you requested PartialObjectMetadata, but the requested object is a list (\(goType("List")))")
        }
        return Answer(
            contentType: accepted.encoding.mediaType,
            body: .list(
                ListForm(
                    list: list, resource: resource, accepted: accepted, tableObjects: try tableObjects,
                    isPretty: isPretty, now: now)))
    }

    /// What Kubernetes calls the type of its object, or list of objects.
    private func goType(_ suffix: String) -> String {
        if definition.traits.contains(.isCustom) { return "*unstructured.Unstructured\(suffix)" }
        return "*\(ObjectReading.family(definition.typeMeta)).\(definition.kind)\(suffix)"
    }

    /// A message that is not stored.
    func show(_ message: Message, _ meta: TypeMeta, code: Int = 200) -> Answer {
        if accepted.encoding == .protobuf {
            return Answer(
                status: code, contentType: Encoding.protobuf.mediaType,
                body: Envelope.wrap(BinaryEncoder.encode(message), apiVersion: meta.apiVersion, kind: meta.kind))
        }
        return Answer(
            status: code, contentType: accepted.encoding.mediaType,
            body: Presenting.text(JSONEncoder.encode(message, as: meta), accepted.encoding))
    }
}
