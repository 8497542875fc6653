/// Any JSON value, kept as its compact text.
public struct RawJSON: Sendable, Hashable {
    public var bytes: [UInt8]
    public init(_ bytes: [UInt8]) { self.bytes = bytes }
}
