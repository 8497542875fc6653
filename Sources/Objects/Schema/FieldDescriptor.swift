/// What a field holds, with the message types that have a form of their own in JSON told apart.
public enum FieldKind: Sendable, Equatable {
    case bool, int32, int64, uint32, uint64, double, float, string, bytes
    case message
    /// `meta/v1.Time` and `MicroTime`: RFC 3339 text in JSON, seconds and nanoseconds on the wire.
    case time, microTime
    /// `meta/v1.Duration`: "1m30s" in JSON, nanoseconds on the wire.
    case duration
    /// `resource.Quantity`: canonical text ("500m").
    case quantity
    /// `intstr.IntOrString`: a number or a string.
    case intOrString
    /// `runtime.RawExtension`, `FieldsV1`, `apiextensions/v1.JSON`: any JSON value, kept as text.
    case raw
    /// `Verbs`, `ExtraValue`: a list of strings in JSON, wrapped in a message on the wire.
    case stringList
    /// `JSONSchemaPropsOrArray`, `…OrBool`, `…OrStringArray`: one of two shapes in JSON.
    case schemaOrArray, schemaOrBool, schemaOrStringArray
    /// Members of an object whose type no schema table has, as free JSON: those of custom objects.
    case members

    var isVarint: Bool {
        switch self {
        case .bool, .int32, .int64, .uint32, .uint64: true
        default: false
        }
    }
}

public enum FieldLabel: Sendable, Equatable { case singular, repeated, map }

/// How a list is merged by server-side apply (structured-merge-diff, "list type").
public enum ListType: Sendable, Equatable { case unspecified, atomic, set, map }

/// One field of a message: its names, number and type, and what the engines must know that proto3 cannot say.
public final class FieldDescriptor: Sendable {
    /// The name in JSON.
    public let name: String
    /// `"name":`, quoted and ready to be written.
    let preparedKey: [UInt8]
    public let number: Int
    public let kind: FieldKind
    public let label: FieldLabel
    /// For maps whose keys are not strings (CRI only).
    let hasIntegerKeys: Bool
    /// Absent is told apart from zero: a pointer in Kubernetes' Go types, `optional` in proto3.
    public let hasPresence: Bool
    /// Left out of JSON when zero.
    public let omitsEmpty: Bool
    /// A structure that is left out of JSON when zero: others are written as `null` or `{}`.
    let omitsZero: Bool
    /// Writes nothing to JSON when it is not set (`JSONEncoder.writeAbsent`).
    public let isSilentWhenAbsent: Bool
    /// In JSON its fields stand in the parent.
    public let isInline: Bool
    /// In JSON it says of what kind it is, though it stands in another object.
    let showsKind: Bool
    public let isOptional: Bool
    /// Must be given by the user.
    public let isRequired: Bool
    public let mergeKey: String?
    /// Strategic merge: `merge`, `replace`, `retainKeys`, joined by commas.
    public let patchStrategy: String
    public let listType: ListType
    public let listMapKeys: [String]
    /// Server-side apply: this map is owned as one.
    public let isAtomic: Bool
    /// Server-side apply: this structure is owned field by field, though its type is atomic.
    public let isGranular: Bool
    public let defaultValue: String?
    /// The values that an enum of strings allows; empty: any.
    public let enumValues: [String]
    /// Of `members`: by which schema they were brought into form; written beside them.
    let schemaMark: UInt64
    /// A scalar's name, or the full name of a message, also of one with a form of its own in JSON.
    public let typeName: String
    /// The message type; nil for scalars. Written once while the schema is being built and before it is shared, since
    /// message types refer to each other in circles.
    public nonisolated(unsafe) internal(set) var message: MessageDescriptor?

    init(
        name: String, number: Int, kind: FieldKind, label: FieldLabel, typeName: String, flags: String,
        hasIntegerKeys: Bool = false, mergeKey: String? = nil, patchStrategy: String = "",
        listType: ListType = .unspecified, listMapKeys: [String] = [], defaultValue: String? = nil,
        enumValues: [String] = [], schemaMark: UInt64 = 0
    ) {
        self.schemaMark = schemaMark
        self.name = name
        self.number = number
        self.kind = kind
        self.label = label
        self.typeName = typeName
        self.hasIntegerKeys = hasIntegerKeys
        hasPresence = flags.utf8.contains(UInt8(ascii: "p"))
        omitsEmpty = flags.utf8.contains(UInt8(ascii: "o"))
        omitsZero = flags.utf8.contains(UInt8(ascii: "z"))
        isInline = flags.utf8.contains(UInt8(ascii: "i"))
        showsKind = flags.utf8.contains(UInt8(ascii: "K"))
        isOptional = flags.utf8.contains(UInt8(ascii: "O"))
        isRequired = flags.utf8.contains(UInt8(ascii: "R")) || !(isOptional || omitsEmpty || isInline)
        isAtomic = flags.utf8.contains(UInt8(ascii: "A"))
        isGranular = flags.utf8.contains(UInt8(ascii: "G"))
        self.mergeKey = mergeKey
        self.patchStrategy = patchStrategy
        self.listType = listType
        self.listMapKeys = listMapKeys
        self.defaultValue = defaultValue
        self.enumValues = enumValues
        let isValue = label == .singular && !hasPresence
        switch kind {
        case .message where isValue, .quantity where isValue, .intOrString where isValue, .raw where isValue:
            isSilentWhenAbsent = false
        case .time where isValue, .microTime where isValue: isSilentWhenAbsent = omitsZero
        default: isSilentWhenAbsent = isInline ? hasPresence : omitsEmpty
        }
        preparedKey = Array("\"\(name)\":".utf8)
    }
}
