/// One field that breaks a rule, worded as Kubernetes words it: `spec.replicas: Invalid value: -1: must be …`.
public struct FieldProblem: Sendable, Equatable, CustomStringConvertible {
    /// The reason in a `Status`' causes (meta/v1, `CauseType`).
    public enum Kind: String, Sendable {
        case required = "FieldValueRequired"
        case invalid = "FieldValueInvalid"
        case notSupported = "FieldValueNotSupported"
        case forbidden = "FieldValueForbidden"
        case duplicate = "FieldValueDuplicate"
        case tooLong = "FieldValueTooLong"
        case tooMany = "FieldValueTooMany"
        case notFound = "FieldValueNotFound"
        case typeInvalid = "FieldValueTypeInvalid"
    }
    public let type: Kind
    /// `spec.containers[0].name`.
    public let field: String
    /// Without the field: `Required value: …`.
    public let detail: String

    public var description: String { "\(field): \(detail)" }

    public init(type: Kind, field: String, detail: String) {
        self.type = type
        self.field = field
        self.detail = detail
    }

    public static func required(_ field: String, _ why: String = "") -> FieldProblem {
        FieldProblem(type: .required, field: field, detail: why.isEmpty ? "Required value" : "Required value: \(why)")
    }
    /// - Parameter value: as Kubernetes shows it: numbers bare, text in quotes (`quoted`), structures as JSON.
    public static func invalid(_ field: String, _ value: String, _ why: String) -> FieldProblem {
        FieldProblem(type: .invalid, field: field, detail: "Invalid value: \(value): \(why)")
    }
    public static func invalid(_ field: String, text: String, _ why: String) -> FieldProblem {
        invalid(field, GoText.quoted(text), why)
    }
    public static func notSupported(_ field: String, _ value: String, _ supported: [String]) -> FieldProblem {
        FieldProblem(
            type: .notSupported, field: field,
            detail:
                "Unsupported value: \(value): supported values: \(supported.map(GoText.quoted).joined(separator: ", "))"
        )
    }
    public static func forbidden(_ field: String, _ why: String) -> FieldProblem {
        FieldProblem(type: .forbidden, field: field, detail: "Forbidden: \(why)")
    }
    public static func duplicate(_ field: String, _ value: String) -> FieldProblem {
        FieldProblem(type: .duplicate, field: field, detail: "Duplicate value: \(GoText.quoted(value))")
    }
    public static func tooLong(_ field: String, limitBytes: Int) -> FieldProblem {
        FieldProblem(type: .tooLong, field: field, detail: "Too long: may not be more than \(limitBytes) bytes")
    }
    public static func tooLong(_ field: String, limitCharacters: Int) -> FieldProblem {
        let unit = limitCharacters == 1 ? "character" : "characters"
        return FieldProblem(
            type: .tooLong, field: field, detail: "Too long: may not be more than \(limitCharacters) \(unit)")
    }
    public static func tooMany(_ field: String, _ count: Int, limit: Int) -> FieldProblem {
        FieldProblem(
            type: .tooMany, field: field,
            detail: "Too many: \(count): must have at most \(limit) \(limit == 1 ? "item" : "items")")
    }
    /// - Parameter value: as in `invalid(_:_:_:)`.
    public static func typeInvalid(_ field: String, _ value: String, _ why: String) -> FieldProblem {
        FieldProblem(type: .typeInvalid, field: field, detail: "Invalid value: \(value): \(why)")
    }
    /// - Parameter value: as in `invalid(_:_:_:)`.
    public static func duplicate(_ field: String, shown value: String) -> FieldProblem {
        FieldProblem(type: .duplicate, field: field, detail: "Duplicate value: \(value)")
    }
    public static func notFound(_ field: String, _ value: String) -> FieldProblem {
        FieldProblem(type: .notFound, field: field, detail: "Not found: \(GoText.quoted(value))")
    }
}
