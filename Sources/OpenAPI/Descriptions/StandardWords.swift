/// Descriptions of what every kind has.
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
}
