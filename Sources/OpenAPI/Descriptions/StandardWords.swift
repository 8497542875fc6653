/// Descriptions of what every kind has, and of types that have no message in `proto/`.
enum StandardWords {
    static let kind =
        "The type of the object, in CamelCase. The server knows it from the path of a request; it never changes."
    static let apiVersion =
        "Group and version of the schema that the object is written in, such as apps/v1; v1 for the core group."
    static let metadata = "Name, namespace, labels and whatever else all objects have."
    static let listMetadata = "The revision that the list shows, and how to get its next page."
    static let items = "The objects."
    static func list(of kind: String) -> String { "A list of objects of kind \(kind)." }
    static let patch =
        "A change in one of the patch formats; the request's Content-Type says in which."

    /// Types with a form of their own in JSON, by name, for which `proto/` says nothing.
    static let special = [
        "Time": "A point in time, in RFC 3339 with a precision of seconds.",
        "MicroTime": "A point in time, in RFC 3339 with a precision of microseconds.",
        "Duration": "A length of time, such as 1m30s.",
        "Quantity": "An amount as a number with an optional suffix: 500m, 2, 128Mi, 1e3.",
        "IntOrString": "A whole number, or text such as a percentage or a name.",
        "RawExtension": "An object of any kind.",
        "FieldsV1": "A set of fields: members named f:NAME, k:KEYS, v:VALUE and i:INDEX, nested as the fields are.",
        "JSON": "Any JSON value.",
        "JSONSchemaPropsOrArray": "A schema, or a list of schemas.",
        "JSONSchemaPropsOrBool": "A schema, or true or false.",
        "JSONSchemaPropsOrStringArray": "A schema, or a list of names.",
    ]
}
