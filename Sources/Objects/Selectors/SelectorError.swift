/// Why a selector's text says nothing, in Kubernetes' words.
public struct SelectorError: Error, Sendable, Equatable, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }
}
