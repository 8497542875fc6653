import Client
import Synchronization

/// Time that moves when a test says so.
final class ManualTime: Sendable {
    private struct State {
        var now: Int64 = 1_000
        var sleepers: [(id: Int, due: Int64, continuation: CheckedContinuation<Void, Never>)] = []
        var nextID = 0
        var begun = 0
        var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }
    private let state = Mutex(State())

    var source: TimeSource {
        TimeSource(nowMilliseconds: { self.now }, wallMilliseconds: { self.now }, sleep: { await self.sleep($0) })
    }

    var now: Int64 { state.withLock { $0.now } }

    private func sleep(_ milliseconds: Int) async {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let resumed = state.withLock { state -> [CheckedContinuation<Void, Never>] in
                    state.begun += 1
                    let count = state.begun
                    let ready = state.watchers.filter { $0.count <= count }.map(\.continuation)
                    state.watchers.removeAll { $0.count <= count }
                    if Task.isCancelled { return ready + [continuation] }
                    state.sleepers.append((id, state.now + Int64(milliseconds), continuation))
                    return ready
                }
                for continuation in resumed { continuation.resume() }
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                state.sleepers.firstIndex { $0.id == id }.map { state.sleepers.remove(at: $0).continuation }
            }
            sleeper?.resume()
        }
    }

    /// Returns when so many sleeps have begun, since the start.
    func waitForSleeps(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let isReady = state.withLock { state in
                if state.begun >= count { return true }
                state.watchers.append((count, continuation))
                return false
            }
            if isReady { continuation.resume() }
        }
    }

    func advance(_ milliseconds: Int64) {
        let woken = state.withLock { state in
            state.now += milliseconds
            let now = state.now
            let woken = state.sleepers.filter { $0.due <= now }.map(\.continuation)
            state.sleepers.removeAll { $0.due <= now }
            return woken
        }
        for continuation in woken { continuation.resume() }
    }
}
