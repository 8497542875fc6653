/// Why the cluster's certificates cannot be used, and what to do about it.
public struct PKIError: Error, Sendable, Equatable, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}
