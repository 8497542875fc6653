import Synchronization

/// The event loops of a process.
public final class EventLoopGroup: Sendable {
    public let loops: [EventLoop]
    private let turn = Atomic<Int>(0)

    /// - Parameter count: at least 1; more than the machine has processors gains nothing.
    public init(count: Int) throws(ReactorError) {
        var loops: [EventLoop] = []
        for index in 0..<max(count, 1) { loops.append(try EventLoop(index: index)) }
        self.loops = loops
    }

    /// The loop with the fewest connections; among equals each in its turn.
    public func leastLoaded() -> EventLoop {
        let start = turn.wrappingAdd(1, ordering: .relaxed).newValue
        var best = loops[Int(UInt(bitPattern: start) % UInt(loops.count))]
        var fewest = best.connections.load(ordering: .relaxed)
        for offset in 1..<max(loops.count, 1) {
            let loop = loops[Int(UInt(bitPattern: start &+ offset) % UInt(loops.count))]
            let connections = loop.connections.load(ordering: .relaxed)
            if connections < fewest { (best, fewest) = (loop, connections) }
        }
        return best
    }

    /// Ends all loops and returns when their threads are done. Not to be called on one of them.
    public func shutdown() async {
        for loop in loops {
            await withCheckedContinuation { continuation in
                loop.shutdown { continuation.resume() }
            }
        }
    }
}
