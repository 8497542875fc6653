import Synchronization
import Testing

@testable import WatchCache

struct FrameMemoryTests {
    private final class Holder: FrameHolder {
        let isForgotten = Mutex(false)
        func forgetFrames() { isForgotten.withLock { $0 = true } }
    }

    @Test func theOldestFramesAreForgottenFirst() {
        let memory = FrameMemory(limit: 1000)
        let holders = (0..<5000).map { _ in Holder() }
        for holder in holders {
            memory.keep(holder, bytes: 100)
            #expect(memory.bytes <= 1000)
        }
        #expect(holders.firstIndex { !$0.isForgotten.withLock { $0 } } == 4990)
        #expect(holders.suffix(10).allSatisfy { !$0.isForgotten.withLock { $0 } })
    }

    @Test func aFrameLargerThanTheLimitIsNotKept() {
        let memory = FrameMemory(limit: 1000)
        let holder = Holder()
        memory.keep(holder, bytes: 5000)
        #expect(holder.isForgotten.withLock { $0 })
        #expect(memory.bytes == 0)
    }
}
