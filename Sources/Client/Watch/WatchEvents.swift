import Objects

/// A watch of one kind as an asynchronous sequence. Ends in good order when the server says so, else by throwing:
/// `expired` when history has passed it, `unavailable` when the connection is lost.
public struct WatchEvents<T: ResourceView>: AsyncSequence, Sendable {
    public typealias Element = WatchChange<T>
    public typealias Failure = ClientError
    private let watch: ObjectWatch

    init(_ watch: ObjectWatch) {
        self.watch = watch
    }

    public struct AsyncIterator: AsyncIteratorProtocol {
        public typealias Failure = ClientError
        var watch: ObjectWatch

        public mutating func next() async throws(ClientError) -> WatchChange<T>? {
            try await watch.next()?.change.map { T($0) }
        }

        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(ClientError) -> WatchChange<T>? {
            try await watch.next()?.change.map { T($0) }
        }
    }

    /// Only one iterator may be made of a watch.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(watch: watch) }
}
