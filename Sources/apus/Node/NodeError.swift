/// Why the node's runtime cannot be set up or taken down, and what to do about it.
struct NodeError: Error, Sendable, Equatable, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
