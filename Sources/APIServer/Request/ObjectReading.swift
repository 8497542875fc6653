import Objects
import Resources
import Wire

/// How strictly unknown and duplicate fields are taken.
enum FieldValidation: String, Sendable { case ignore = "Ignore", warn = "Warn", strict = "Strict" }

/// Reads objects from request bodies.
enum ObjectReading {
    struct Result: Sendable {
        var message: Message
        /// What strict reading would have refused; shown as `Warning` headers.
        var warnings: [String]
    }

    /// - Parameter typeMeta: the kind that the path speaks of; a body that names another is refused.
    static func read(
        _ body: [UInt8], encoding: Encoding, as type: MessageDescriptor, typeMeta: TypeMeta, validation: FieldValidation
    ) throws(APIError) -> Result {
        switch encoding {
        case .protobuf: return Result(message: try binary(body, type, typeMeta), warnings: [])
        case .json: return try json(body, [], type, typeMeta, validation)
        case .yaml:
            do {
                let document = try YAMLReader.single(body)
                return try json(document.json, document.warnings, type, typeMeta, validation)
            } catch let error as APIError { throw error } catch {
                throw APIError.badRequest(
                    "the object provided is unrecognized (must be of type \(typeMeta.kind)): couldn't get version/kind; "
                        + "yaml: \(error)")
            }
        }
    }

    /// An object of a resource: what its rules do not know is removed and told.
    static func read(
        _ body: [UInt8], encoding: Encoding, of definition: ResourceDefinition, validation: FieldValidation
    ) throws(APIError) -> Result {
        guard definition.traits.contains(.isCustom) else {
            return try read(
                body, encoding: encoding, as: definition.type, typeMeta: definition.typeMeta, validation: validation)
        }
        return try custom(body, encoding, definition, validation)
    }

    private static func custom(
        _ body: [UInt8], _ encoding: Encoding, _ definition: ResourceDefinition, _ validation: FieldValidation
    ) throws(APIError) -> Result {
        guard encoding != .protobuf else {
            throw APIError(
                415, "UnsupportedMediaType",
                "the body of the request was in an unknown format - accepted media types include: application/json, "
                    + "application/yaml")
        }
        var text = body
        var problems: [String] = []
        if encoding == .yaml {
            do {
                let document = try YAMLReader.single(body)
                (text, problems) = (document.json, document.warnings)
            } catch { throw APIError.badRequest("yaml: \(error)") }
        }
        let found: TypeMeta
        do { found = try TypeMeta(scanning: text) } catch {
            throw APIError.badRequest("couldn't get version/kind; json parse error: \(error.message)")
        }
        guard found.apiVersion.isEmpty || found.apiVersion == definition.apiVersion else {
            throw APIError.badRequest(
                "the API version in the data (\(found.apiVersion)) does not match the expected API version "
                    + "(\(definition.apiVersion))")
        }
        let decoded: JSONDecoded
        do { decoded = try JSONDecoder.decode(text, as: definition.type) } catch {
            // Kubernetes reads a custom object's metadata by itself, and its other members as they are.
            let why = error.message
                .replacing("Go struct field \(definition.kind).metadata of type", with: "Go value of type")
                .replacing(".metadata.", with: ".", maxReplacements: 1)
            throw APIError.badRequest(
                "\(definition.kind) in version \"\(definition.version)\" cannot be handled as a \(definition.kind): \(why)"
            )
        }
        guard found.kind.isEmpty || found.kind == definition.kind else {
            throw APIError.invalid(
                kind: found.kind, group: definition.group, name: Metadata(of: decoded.message).name,
                [.invalid("kind", text: found.kind, "must be \(definition.kind)")])
        }
        var message = decoded.message
        problems += decoded.problems
        problems += definition.rules.tidy(&message)
        if validation == .strict, !problems.isEmpty {
            throw APIError.badRequest(
                "\(definition.kind) in version \"\(definition.version)\" cannot be handled as a \(definition.kind): strict "
                    + "decoding error: \(problems.joined(separator: ", "))")
        }
        return Result(message: message, warnings: validation == .warn ? problems : [])
    }

    private static func binary(_ body: [UInt8], _ type: MessageDescriptor, _ expected: TypeMeta) throws(APIError)
        -> Message
    {
        do {
            let envelope = try Envelope(reading: body)
            try check(TypeMeta(apiVersion: envelope.apiVersion, kind: envelope.kind), expected)
            return try BinaryDecoder.decode(body, in: envelope.object, as: type)
        } catch let error as APIError { throw error } catch {
            throw APIError.badRequest(
                "\(expected.kind) in version \"\(version(expected))\" cannot be handled as a \(expected.kind): \(error)"
            )
        }
    }

    private static func json(
        _ body: [UInt8], _ earlier: [String], _ type: MessageDescriptor, _ expected: TypeMeta,
        _ validation: FieldValidation
    ) throws(APIError) -> Result {
        do {
            try check(try TypeMeta(scanning: body), expected)
        } catch let error as WireError {
            throw APIError.badRequest(
                "the object provided is unrecognized (must be of type \(expected.kind)): couldn't get version/kind; json "
                    + "parse error: \(error.message) (\(shown(body)))")
        } catch let error as APIError { throw error } catch { throw APIError.internalError("\(error)") }
        let decoded: JSONDecoded
        do { decoded = try JSONDecoder.decode(body, as: type) } catch {
            throw APIError.badRequest(
                "\(expected.kind) in version \"\(version(expected))\" cannot be handled as a \(expected.kind): \(error.message)"
            )
        }
        let problems = earlier + decoded.problems
        if validation == .strict, !problems.isEmpty {
            throw APIError.badRequest(
                "\(expected.kind) in version \"\(version(expected))\" cannot be handled as a \(expected.kind): strict "
                    + "decoding error: \(problems.joined(separator: ", "))")
        }
        return Result(message: decoded.message, warnings: validation == .warn ? problems : [])
    }

    private static func check(_ found: TypeMeta, _ expected: TypeMeta) throws(APIError) {
        let kind = found.kind.isEmpty ? expected.kind : found.kind
        let apiVersion = found.apiVersion.isEmpty ? expected.apiVersion : found.apiVersion
        guard kind == expected.kind, apiVersion == expected.apiVersion else {
            let isKnown = Schema.kubernetes.kind(kind, apiVersion: apiVersion) != nil
            let reason =
                isKnown
                ? "converting (\(version(of: apiVersion)).\(kind)) to (\(family(expected)).\(expected.kind)): unknown conversion"
                : "no kind \"\(kind)\" is registered for version \"\(apiVersion)\" in scheme \"\(schemeName)\""
            throw APIError.badRequest(
                "\(kind) in version \"\(version(of: apiVersion))\" cannot be handled as a \(expected.kind): \(reason)")
        }
    }

    /// What Kubernetes calls its table of kinds; clients compare whole messages.
    private static let schemeName = "pkg/api/legacyscheme/scheme.go:30"

    /// A group as Kubernetes names its internal package: `core`, `apps`, `rbac`.
    private static func family(_ meta: TypeMeta) -> String {
        guard let slash = meta.apiVersion.firstIndex(of: "/") else { return "core" }
        return String(meta.apiVersion[..<slash].prefix { $0 != "." })
    }

    private static func version(_ meta: TypeMeta) -> String { version(of: meta.apiVersion) }

    private static func version(of apiVersion: String) -> String {
        apiVersion.split(separator: "/").last.map(String.init) ?? apiVersion
    }

    /// The body as Kubernetes shows it in the message: text, or hexadecimal where it does not begin like an object.
    private static func shown(_ body: [UInt8]) -> String {
        if body.isEmpty { return "<empty>" }
        let part = body.prefix(512)
        if part.first == UInt8(ascii: "{") { return String(decoding: part, as: UTF8.self) }
        return part.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
