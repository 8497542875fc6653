import Client
import Objects

/// Follows one object until it is as somebody wants it.
struct ObjectWaiter {
    let client: ClusterClient
    let kind: KindInfo
    let key: ObjectKey

    /// Calls `isDone` with the object as it is and after each change, nil when it is not there, until that says so.
    /// A watch that is lost goes on; an object that was missed is read again.
    func wait(_ isDone: @Sendable (Message?) throws -> Bool) async throws {
        var failures = 0
        var parameters = WatchParameters(namespace: key.namespace, fields: "metadata.name=\(key.name)")
        while true {
            let list = try await client.list(
                kind.resource, as: kind.type, namespace: key.namespace, fields: parameters.fields)
            if try isDone(list.items.first) { return }
            parameters.start = .after(list.revision)
            do {
                var watch = try await client.watch(kind.resource, as: kind.type, parameters)
                while let event = try await watch.next() {
                    failures = 0
                    switch event.change {
                    case .added(let object), .modified(let object): if try isDone(object) { return }
                    case .deleted: if try isDone(nil) { return }
                    case .bookmark: break
                    }
                }
            } catch let error as ClientError where error.code == .unavailable || error.code == .expired {
                failures += 1
                if failures > 20 { throw error }
            }
            try Task.checkCancellation()
            await TimeSource.system.sleep(Backoff.connection.milliseconds(afterFailures: max(failures, 1)))
        }
    }
}

/// The end of waiting.
struct Deadline {
    private let seconds: Int?

    /// - Parameter seconds: from now; nil: there is no end.
    init(seconds: Int?) { self.seconds = seconds }

    /// Runs `body`, but not past the end. Says so and returns false when the end came first.
    func wait(for what: String, _ body: @escaping @Sendable () async throws -> Void) async throws -> Bool {
        guard let seconds else {
            try await body()
            return true
        }
        return try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await body()
                return true
            }
            group.addTask {
                await TimeSource.system.sleep(seconds * 1000)
                return false
            }
            defer { group.cancelAll() }
            guard let isDone = try await group.next() else { return true }
            if !isDone { Console.note("apusctl: waited \(seconds) s in vain for \(what)") }
            return isDone
        }
    }
}
