import Objects
import Synchronization

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
            throw APIError(
                415, "UnsupportedMediaType",
                "the body of the request was in an unknown format - accepted media types include: "
                    + "application/json-patch+json, application/merge-patch+json, application/strategic-merge-patch+json")
        }
    }

    func apply(
        to object: Message, definition: ResourceDefinition, warnings: PatchWarnings
    ) throws(APIError) -> Message {
        try apply(to: object, as: definition.typeMeta, warnings: warnings)
    }

    func apply(to object: Message, as meta: TypeMeta, warnings: PatchWarnings) throws(APIError) -> Message {
        let text: [UInt8]
        do {
            text = try Patch.apply(
                kind, patch, to: object, as: meta, operationLimit: ServerLimits.jsonPatchOperations)
        } catch { throw APIError(error, kind: meta.kind) }
        let read = try ObjectReading.read(
            text, encoding: .json, as: object.descriptor, typeMeta: meta, validation: validation)
        warnings.replace(read.warnings)
        return read.message
    }
}

extension APIError {
    /// What a patch that does not fit is to the client.
    init(_ error: PatchError, kind: String) {
        switch error.code {
        case .malformed: self = .badRequest(error.message)
        case .doesNotApply: self.init(422, "Invalid", error.message, details: Details())
        case .unmergeable: self = .internalError(error.message)
        case .tooLarge: self.init(413, "RequestEntityTooLarge", error.message, details: Details())
        }
    }
}
