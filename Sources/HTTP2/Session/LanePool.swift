/// The lanes of one connection, side by side in the order in which its streams were opened.
final class LanePool {
    private static let laneBytes = 64
    private static let firstChunk = 8
    private static let largestChunk = 1_024

    private var chunks: [UnsafeMutableRawPointer] = []
    private var nextChunk = LanePool.firstChunk
    private var fresh: UnsafeMutableRawPointer?
    private var freshCount = 0
    private var free: [UnsafeMutableRawPointer] = []

    init() { precondition(MemoryLayout<StreamLane>.size <= Self.laneBytes, "a lane is one cache line") }
    deinit { for chunk in chunks { chunk.deallocate() } }

    /// Uninitialized, on a cache line of its own.
    func take() -> UnsafeMutablePointer<StreamLane> {
        if let lane = free.popLast() { return lane.assumingMemoryBound(to: StreamLane.self) }
        if let fresh, freshCount > 0 {
            self.fresh = fresh + Self.laneBytes
            freshCount -= 1
            return fresh.bindMemory(to: StreamLane.self, capacity: 1)
        }
        let chunk = UnsafeMutableRawPointer.allocate(
            byteCount: nextChunk * Self.laneBytes, alignment: Self.laneBytes)
        chunks.append(chunk)
        fresh = chunk + Self.laneBytes
        freshCount = nextChunk - 1
        nextChunk = min(nextChunk * 2, Self.largestChunk)
        return chunk.bindMemory(to: StreamLane.self, capacity: 1)
    }

    func give(_ lane: UnsafeMutablePointer<StreamLane>) { free.append(UnsafeMutableRawPointer(lane)) }
}
