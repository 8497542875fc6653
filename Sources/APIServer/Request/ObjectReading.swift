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
        do {
            switch encoding {
            case .protobuf: return Result(message: try binary(body, type, typeMeta), warnings: [])
            case .json: return try read(Text(json: body), type, typeMeta, validation)
            case .yaml: return try read(Text(yaml: body), type, typeMeta, validation)
            }
        } catch { throw error.refusal(of: typeMeta.kind, body) }
    }

    /// An object of a resource: what its rules do not know is removed and told.
    static func read(
        _ body: [UInt8], encoding: Encoding, of definition: ResourceDefinition, validation: FieldValidation
    ) throws(APIError) -> Result {
        guard definition.traits.contains(.isCustom) else {
            return try read(
                body, encoding: encoding, as: definition.type, typeMeta: definition.typeMeta, validation: validation)
        }
        guard encoding != .protobuf else {
            throw APIError(
                415, "UnsupportedMediaType",
                "the body of the request was in an unknown format - accepted media types include: application/json, "
                    + "application/yaml")
        }
        do {
            return try custom(encoding == .yaml ? Text(yaml: body) : Text(json: body), definition, validation)
        } catch { throw error.refusal(of: definition.kind, body) }
    }

    /// A body as JSON.
    struct Text: Sendable {
        var json: [UInt8]
        /// Keys that stand twice in YAML.
        var duplicates: [String] = []

        init(json: [UInt8]) { self.json = json }

        init(yaml: [UInt8]) throws(ObjectFault) {
            do {
                let document = try YAMLReader.first(yaml)
                (json, duplicates) = (document.json, document.warnings)
            } catch { throw .unrecognized("yaml: \(error.goText)") }
        }

        /// What strict reading says of it, before it looks at fields.
        var strictProblems: [String] { duplicates.isEmpty ? [] : [YAMLWords.duplicates(duplicates)] }
    }

    /// An object of a kind with a type of its own.
    ///
    /// - Parameter anyKind: whatever kind the text says is passed over.
    static func read(
        _ text: Text, _ type: MessageDescriptor, _ expected: TypeMeta, _ validation: FieldValidation,
        anyKind: Bool = false
    ) throws(ObjectFault) -> Result {
        let named = try typeMeta(of: text.json, expected)
        if !anyKind { try check(named, expected) }
        let decoded: JSONDecoded
        do { decoded = try JSONDecoder.decode(text.json, as: type) } catch { throw .unfit(named, error.message) }
        return try result(decoded.message, text, decoded.problems, named, validation)
    }

    /// An object of a custom resource.
    static func custom(
        _ text: Text, _ definition: ResourceDefinition, _ validation: FieldValidation
    ) throws(ObjectFault) -> Result {
        let named = try typeMeta(of: text.json, nil)
        guard !named.kind.isEmpty else {
            throw .unrecognized("Object 'Kind' is missing in '\(String(decoding: text.json, as: UTF8.self))'")
        }
        guard named.apiVersion == definition.apiVersion else { throw otherVersion(named, definition.typeMeta) }
        let decoded: JSONDecoded
        do { decoded = try JSONDecoder.decode(text.json, as: definition.type) } catch {
            // Kubernetes reads a custom object's metadata by itself, and its other members as they are.
            throw .unfit(
                named,
                error.message
                    .replacing("Go struct field \(definition.kind).metadata of type", with: "Go value of type")
                    .replacing(".metadata.", with: ".", maxReplacements: 1))
        }
        guard named.kind == definition.kind else {
            throw .answered(
                .invalid(
                    kind: named.kind, group: definition.group, name: Metadata(of: decoded.message).name,
                    [.invalid("kind", text: named.kind, "must be \(definition.kind)")]))
        }
        var message = decoded.message
        let problems = decoded.problems + definition.rules.tidy(&message)
        if let misfit = definition.rules.misfit(message) { throw .unfit(named, misfit.description) }
        return try result(message, text, problems, named, validation)
    }

    private static func result(
        _ message: Message, _ text: Text, _ problems: [String], _ named: TypeMeta, _ validation: FieldValidation
    ) throws(ObjectFault) -> Result {
        switch validation {
        case .ignore: return Result(message: message, warnings: [])
        case .warn: return Result(message: message, warnings: text.duplicates + problems)
        case .strict:
            let all = text.strictProblems + problems
            guard all.isEmpty else { throw .strict(named, all) }
            return Result(message: message, warnings: [])
        }
    }

    static func strictWords(_ problems: [String]) -> String {
        "strict decoding error: \(problems.joined(separator: ", "))"
    }

    /// What a text says that it is.
    ///
    /// - Parameter expected: what it may leave out; nil: nothing.
    private static func typeMeta(of json: [UInt8], _ expected: TypeMeta?) throws(ObjectFault) -> TypeMeta {
        var found: TypeMeta
        do { found = try TypeMeta(scanning: json) } catch {
            throw .unrecognized("couldn't get version/kind; json parse error: \(error.message)")
        }
        guard found.apiVersion.utf8.count(where: { $0 == UInt8(ascii: "/") }) < 2 else {
            throw .unrecognized("unexpected GroupVersion string: \(found.apiVersion)")
        }
        guard let expected else { return found }
        if found.kind.isEmpty { found.kind = expected.kind }
        if found.apiVersion.isEmpty { found.apiVersion = expected.apiVersion }
        return found
    }

    private static func binary(
        _ body: [UInt8], _ type: MessageDescriptor, _ expected: TypeMeta
    ) throws(ObjectFault) -> Message {
        guard body.starts(with: Envelope.magic) else {
            throw .unrecognized(
                "provided data does not appear to be a protobuf message, expected prefix "
                    + "[\(Envelope.magic.map { String($0) }.joined(separator: " "))]")
        }
        let envelope: Envelope
        do { envelope = try Envelope(reading: body) } catch { throw .unrecognized(error.message) }
        let named = TypeMeta(
            apiVersion: envelope.apiVersion.isEmpty ? expected.apiVersion : envelope.apiVersion,
            kind: envelope.kind.isEmpty ? expected.kind : envelope.kind)
        try check(named, expected)
        do { return try BinaryDecoder.decode(body, in: envelope.object, as: type) } catch {
            throw .unfit(named, "\(error)")
        }
    }

    private static func check(_ named: TypeMeta, _ expected: TypeMeta) throws(ObjectFault) {
        guard named != expected else { return }
        guard Schema.kubernetes.kind(named.kind, apiVersion: named.apiVersion) != nil else {
            throw .unfit(
                named,
                "no kind \"\(named.kind)\" is registered for version \"\(named.apiVersion)\" in scheme \"\(schemeName)\""
            )
        }
        // Versions of one kind are read alike, and refused for what they say that they are.
        if named.kind == expected.kind, family(named) == family(expected) { throw otherVersion(named, expected) }
        throw .unfit(
            named,
            "converting (\(version(named)).\(named.kind)) to (\(family(expected)).\(expected.kind)): unknown conversion"
        )
    }

    private static func otherVersion(_ named: TypeMeta, _ expected: TypeMeta) -> ObjectFault {
        .answered(
            .badRequest(
                "the API version in the data (\(named.apiVersion)) does not match the expected API version "
                    + "(\(expected.apiVersion))"))
    }

    /// What Kubernetes calls its table of kinds; clients compare whole messages.
    private static let schemeName = "pkg/api/legacyscheme/scheme.go:30"

    /// A group as Kubernetes names its internal package: `core`, `apps`, `rbac`. Events have one for both groups.
    static func family(_ meta: TypeMeta) -> String {
        guard let slash = meta.apiVersion.firstIndex(of: "/"), meta.kind != "Event" else { return "core" }
        return String(meta.apiVersion[..<slash].prefix { $0 != "." })
    }

    private static func version(_ meta: TypeMeta) -> Substring { meta.apiVersion.split(separator: "/").last ?? "" }
}

/// What Kubernetes' reader of YAML says.
enum YAMLWords {
    /// Of keys that stand twice.
    static func duplicates(_ duplicates: [String]) -> String {
        "yaml: unmarshal errors:\n  \(duplicates.joined(separator: "\n  "))"
    }
}
