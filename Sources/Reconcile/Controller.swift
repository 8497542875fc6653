public import Client

/// Works on the keys of a queue with a number of workers, once what it decides by is known.
public struct Controller<Key: Hashable & Sendable>: Sendable {
    public let name: String
    private let queue: WorkQueue<Key>
    private let own: [any SyncingSource]
    private let shared: [any SyncingSource]
    private let workers: Int
    private let report: @Sendable (String) -> Void
    private let reconcile: @Sendable (Key) async -> Outcome

    /// - Parameters:
    ///   - queue: is shut down when the controller ends.
    ///   - own: informers that the controller runs, as long as it works.
    ///   - shared: informers that somebody else runs.
    ///   - workers: keys that are worked on at the same time.
    ///   - report: told of each failure, in a line.
    ///   - reconcile: brings what the key names closer to what is wanted; never runs twice at once for a key, and not before
    ///     all informers are synced.
    public init(
        name: String, queue: WorkQueue<Key>, own: [any SyncingSource] = [], shared: [any SyncingSource] = [],
        workers: Int,
        report: @escaping @Sendable (String) -> Void = { StandardError.write($0) },
        reconcile: @escaping @Sendable (Key) async -> Outcome
    ) {
        self.name = name
        self.queue = queue
        self.own = own
        self.shared = shared
        self.workers = max(workers, 1)
        self.report = report
        self.reconcile = reconcile
    }

    /// Works until the task is cancelled or the queue shut down, and all work under way is finished.
    public func run() async {
        await withTaskGroup(of: Void.self) { informers in
            for source in own { informers.addTask { await source.run() } }
            for source in own + shared { await source.waitUntilSynced() }
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<workers { group.addTask { await work() } }
            }
            informers.cancelAll()
        }
        queue.shutDown()
    }

    private func work() async {
        while let key = await queue.next() {
            let outcome = await reconcile(key)
            if let failure = queue.finish(key, outcome), case .failed(let message) = outcome, !Task.isCancelled {
                report(
                    "\(name): \(key): \(message) (failure \(failure.failures), again in \(failure.delayMilliseconds) ms)"
                )
            }
        }
    }
}
