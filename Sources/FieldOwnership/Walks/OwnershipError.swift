/// Why ownership cannot be told or changed.
public enum OwnershipError: Error, Sendable, Equatable {
    /// The client's configuration says something that no configuration may (400).
    case badRequest(String)
    /// Others own what the configuration would change (409).
    case conflicts([Conflict])
    /// A configuration or object that the schema gives no meaning to (500, as Kubernetes has it).
    case untypable(String)
}

/// One field that another manager owns.
public struct Conflict: Sendable, Equatable {
    /// Whose it is.
    public let manager: ManagerIdentity
    public let path: FieldPath

    public init(manager: ManagerIdentity, path: FieldPath) {
        self.manager = manager
        self.path = path
    }
}
