public final class EventLoop: Sendable { public init() {} }
