import Reconcile
import Synchronization
import Testing

/// A part of a group ends alone.
struct EarlyEndTests {
    /// Works until it is cancelled.
    private static func endless() async {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        for await _ in stream {}
        continuation.finish()
    }

    @Test func `the signal ends the work, also when it comes before it`() async {
        let late = EarlyEnd()
        let early = EarlyEnd()
        early.signal()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await late.run { await Self.endless() } }
            group.addTask { await early.run { await Self.endless() } }
            await group.next()
            late.signal()
            await group.waitForAll()
        }
    }

    @Test func `work that is done ends by itself, and cancellation ends it too`() async {
        let done = Mutex(0)
        await EarlyEnd().run { done.withLock { $0 += 1 } }
        #expect(done.withLock { $0 } == 1)
        let task = Task { await EarlyEnd().run { await Self.endless() } }
        task.cancel()
        await task.value
    }
}
