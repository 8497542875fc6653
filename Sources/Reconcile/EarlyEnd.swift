/// Ends a part of what runs in a group, while the rest of it goes on.
public struct EarlyEnd: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    public init() {
        (stream, continuation) = AsyncStream.makeStream(of: Void.self)
    }

    /// Cancels what `run` runs, now or when it begins.
    public func signal() { continuation.finish() }

    /// Runs the work until it is done, the signal comes, or the task is cancelled. One part has one end.
    public func run(_ work: @escaping @Sendable () async -> Void) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await work() }
            group.addTask { for await _ in stream {} }
            await group.next()
            group.cancelAll()
        }
    }
}
