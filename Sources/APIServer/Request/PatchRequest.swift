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
    ///
    /// - Parameter definition: custom objects have no types that could say how their lists are merged.
    static func kind(_ contentType: String?, for definition: ResourceDefinition) throws(APIError) -> PatchKind {
        switch contentType?.split(separator: ";").first.map(String.init) ?? "" {
        case "application/merge-patch+json": return .merge
        case "application/json-patch+json": return .json
        case "application/strategic-merge-patch+json" where !definition.isFree: return .strategic
        default:
            throw definition.isFree
                ? notOfCustom
                : APIError(415, "UnsupportedMediaType", "415: Unsupported Media Type", details: APIError.Details())
        }
    }

    private static let notOfCustom = APIError(
        415, "UnsupportedMediaType",
        "the body of the request was in an unknown format - accepted media types include: "
            + "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml")

    /// - Parameter object: in the version that rules, as is the result: the patch is about the version that is served.
    func apply(to object: Message, of resource: ServedResource, warnings: PatchWarnings) throws(APIError) -> Message {
        let definition = resource.definition
        let shown = resource.fromRuling(object)
        return resource.toRuling(
            try apply(to: shown, as: definition.typeMeta, of: definition.isFree ? definition : nil, warnings: warnings))
    }

    func check(for definition: ResourceDefinition) throws(APIError) {
        if kind == .strategic, definition.isFree { throw Self.notOfCustom }
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
        var doubtful: [String] = []
        if validation != .ignore { doubtful = (try? PatchStrictness.problems(kind, patch)) ?? [] }
        let read: ObjectReading.Result
        do { read = try result(text, object.descriptor, meta, definition) } catch {
            throw error.answer ?? refusal(words(error, text, doubtful, object.descriptor), text)
        }
        if validation == .strict, !doubtful.isEmpty { throw refusal(ObjectReading.strictWords(doubtful), text) }
        warnings.replace(doubtful + read.warnings)
        return try placed(read.message, where: object)
    }

    private func result(
        _ text: [UInt8], _ type: MessageDescriptor, _ meta: TypeMeta, _ definition: ResourceDefinition?
    ) throws(ObjectFault) -> ObjectReading.Result {
        if let definition { return try ObjectReading.custom(.init(json: text), definition, validation) }
        return try ObjectReading.read(.init(json: text), type, meta, validation, anyKind: kind == .strategic)
    }

    /// The patched object under the name and in the namespace that it had: a patch does not move objects.
    private func placed(_ patched: Message, where object: Message) throws(APIError) -> Message {
        let before = Metadata(of: object)
        var after = Metadata(of: patched)
        if before.namespace.isEmpty || after.namespace.isEmpty {
            after.namespace = before.namespace
        } else if after.namespace != before.namespace {
            throw APIError.otherNamespace
        }
        if let fault = APIError.otherName(after.name, onURL: before.name) { throw fault }
        var result = patched
        after.store(in: &result)
        return result
    }

    /// What strict reading finds is told with what it found in the patch; what cannot be read at all is told alone.
    private func words(
        _ fault: ObjectFault, _ text: [UInt8], _ doubtful: [String], _ type: MessageDescriptor
    ) -> String {
        if let problems = fault.strictProblems { return ObjectReading.strictWords(doubtful + problems) }
        guard kind == .strategic, let whole = try? FreeValue.parse(text) else { return fault.why }
        return UnstructuredFit.problem(whole, in: type) ?? fault.why
    }

    /// A patch after which the object cannot be read is at fault itself.
    private func refusal(_ why: String, _ text: [UInt8]) -> APIError {
        var shown = String(decoding: text, as: UTF8.self)
        if kind == .strategic, let changes = try? FreeValue.parse(patch) { shown = FreeValue.goText(changes) }
        return APIError.invalid(kind: "", group: "", name: "", [.invalid("patch", text: shown, why)])
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
