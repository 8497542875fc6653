import Objects
import Synchronization
import Resources

/// What strict decoding of a patched object would have refused, kept for the answer's `Warning` headers.
final class PatchWarnings: Sendable {
    private let state = Mutex<[String]>([])
    var all: [String] { state.withLock { $0 } }
    /// The last attempt's count: a patch may be applied several times.
    func replace(_ warnings: [String]) { state.withLock { $0 = warnings } }
}

/// A patch as it came, to be applied to whatever version of the object is current.
struct PatchRequest: Sendable {
    let kind: PatchKind
    let patch: [UInt8]
    let validation: FieldValidation

    /// The patch's kind by its media type.
    static func kind(_ contentType: String?) throws(APIError) -> PatchKind {
        switch contentType?.split(separator: ";").first.map(String.init) ?? "" {
        case "application/merge-patch+json": return .merge
        case "application/json-patch+json": return .json
        case "application/strategic-merge-patch+json": return .strategic
        default:
            throw APIError(415, "UnsupportedMediaType", "415: Unsupported Media Type", details: APIError.Details())
        }
    }

    /// - Parameter object: in the version that rules, as is the result: the patch is about the version that is served.
    func apply(to object: Message, of resource: ServedResource, warnings: PatchWarnings) throws(APIError) -> Message {
        let definition = resource.definition
        let shown = resource.fromRuling(object)
        return resource.toRuling(
            try apply(to: shown, as: definition.typeMeta, of: definition.isFree ? definition : nil, warnings: warnings))
    }

    /// Custom objects have no types that could say how their lists are merged.
    func check(for definition: ResourceDefinition) throws(APIError) {
        guard kind == .strategic, definition.isFree else { return }
        throw APIError(
            415, "UnsupportedMediaType",
            "the body of the request was in an unknown format - accepted media types include: "
                + "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml")
    }

    /// - Parameter definition: nil: the object's type says all that there is to say.
    func apply(
        to object: Message, as meta: TypeMeta, of definition: ResourceDefinition? = nil, warnings: PatchWarnings
    ) throws(APIError) -> Message {
        let text: [UInt8]
        do {
            text = try Patch.apply(
                kind, patch, to: object, as: meta, operationLimit: ServerLimits.jsonPatchOperations)
        } catch { throw APIError(error, kind: meta.kind) }
        let read: ObjectReading.Result
        do {
            read =
                if let definition {
                    try ObjectReading.read(text, encoding: .json, of: definition, validation: validation)
                } else {
                    try ObjectReading.read(
                        text, encoding: .json, as: object.descriptor, typeMeta: meta, validation: validation)
                }
        } catch { throw Self.invalid(error, text, meta) }
        let (before, after) = (Metadata(of: object).name, Metadata(of: read.message).name)
        guard after == before else {
            throw APIError.badRequest(
                "the name of the object (\(after)) does not match the name on the URL (\(before))")
        }
        warnings.replace(read.warnings)
        return read.message
    }

    /// A patch after which the object cannot be read is at fault itself, and the words are about it.
    private static func invalid(_ error: APIError, _ text: [UInt8], _ meta: TypeMeta) -> APIError {
        let version = meta.apiVersion.split(separator: "/").last ?? ""
        let prefix = "\(meta.kind) in version \"\(version)\" cannot be handled as a \(meta.kind): "
        guard error.message.hasPrefix(prefix) else { return error }
        return APIError.invalid(
            kind: "", group: "", name: "",
            [
                .invalid(
                    "patch", text: String(decoding: text, as: UTF8.self), String(error.message.dropFirst(prefix.count)))
            ])
    }
}

extension ResourceDefinition {
    /// Its objects are free JSON.
    fileprivate var isFree: Bool { traits.contains(.isCustom) }
}

extension APIError {
    /// What a patch that does not fit is to the client.
    init(_ error: PatchError, kind: String) {
        switch error.code {
        case .malformed: self = .badRequest(error.message)
        case .doesNotApply:
            // Kubernetes does not say here what is wrong.
            self.init(
                422, "Invalid", "the server rejected our request due to an error in our request", details: Details())
        case .unmergeable: self.init(500, "", error.message)
        case .tooLarge: self.init(413, "RequestEntityTooLarge", error.message, details: Details())
        }
    }
}
