import Store
import Synchronization

/// Lets those who compete for one object write one after the other.
///
/// A write is tried at once, on the version that the cache holds. Only who was overtaken, and who comes while others
/// stand in line for the same object, waits for a turn: in the order of coming, so that everybody's turn comes. Who has
/// the turn is overtaken only by writers that name a version, or that write through another server.
final class WriteTurns: Sendable {
    private typealias Waiter = CheckedContinuation<Bool, Never>
    /// Those who wait, for each object that somebody has the turn for.
    private let lines = Mutex<[Key: [Waiter]]>([:])
    private let limit: Int
    /// For how long one write is tried.
    let milliseconds: Int64

    /// - Parameter limit: how many may wait for one object.
    init(limit: Int = ServerLimits.writersInLine, milliseconds: Int64 = ServerLimits.updateMilliseconds) {
        self.limit = limit
        self.milliseconds = milliseconds
    }

    /// Whether somebody has the turn for it.
    func isTaken(_ key: Key) -> Bool { lines.withLock { !$0.isEmpty && $0[key] != nil } }

    /// Waits for the caller's turn, which the caller then has to `pass` on. Returns false at once when too many wait.
    func take(_ key: Key) async -> Bool {
        await withCheckedContinuation { continuation in
            let decided: Bool? = lines.withLock { lines in
                guard let count = lines[key]?.count else {
                    lines[key] = []
                    return true
                }
                guard count < limit else { return false }
                lines[key]?.append(continuation)
                return nil
            }
            if let decided { continuation.resume(returning: decided) }
        }
    }

    /// Ends the caller's turn.
    func pass(_ key: Key) {
        let next: Waiter? = lines.withLock { lines in
            guard let line = lines[key], !line.isEmpty else {
                lines[key] = nil
                return nil
            }
            return lines[key]?.removeFirst()
        }
        next?.resume(returning: true)
    }
}

/// One write's place among those that compete with it.
struct WriteTurn: ~Copyable {
    private let turns: WriteTurns
    private let key: Key
    private let began = StoreClock.monotonic.milliseconds()
    private var isMine = false
    private var tries = 0

    init(_ turns: WriteTurns, _ key: Key) {
        self.turns = turns
        self.key = key
    }

    deinit {
        if isMine { turns.pass(key) }
    }

    /// Whether others are in line and this write does not have the turn.
    var mustWait: Bool { !isMine && turns.isTaken(key) }

    /// Waits until this write has the turn.
    mutating func wait() async throws(APIError) {
        guard !isMine else { return }
        isMine = await turns.take(key)
        guard isMine else {
            throw APIError(
                429, "TooManyRequests", "too many requests wait to write this object, please try again later",
                details: APIError.Details(retryAfterSeconds: 1))
        }
    }

    /// To be called when somebody else has written meanwhile: waits for the turn to try again.
    mutating func wasOvertaken() async throws(APIError) {
        tries += 1
        let elapsed = StoreClock.monotonic.milliseconds() - began
        guard tries < ServerLimits.updateTries, elapsed < turns.milliseconds else {
            throw APIError(
                504, "Timeout",
                "Timeout: request did not complete: the object was written by others each of \(tries) times that this was "
                    + "tried", details: APIError.Details(retryAfterSeconds: 1))
        }
        try await wait()
    }
}
