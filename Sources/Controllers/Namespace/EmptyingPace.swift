import Synchronization

/// How long to wait before the next look at each namespace that is being emptied: twice as long as before, as long as
/// nothing changes.
final class EmptyingPace: Sendable {
    private let waits = Mutex<[String: Int]>([:])

    /// - Parameter hasChanged: since the look before.
    /// - Returns: milliseconds.
    func next(_ namespace: String, hasChanged: Bool) -> Int {
        waits.withLock { waits in
            let before = hasChanged ? nil : waits[namespace]
            let wait = min(
                before.map { $0 * 2 } ?? ControllersLimits.namespacePollMilliseconds,
                ControllersLimits.namespaceLongestPollMilliseconds)
            waits[namespace] = wait
            return wait
        }
    }

    func forget(_ namespace: String) { waits.withLock { $0[namespace] = nil } }
}
