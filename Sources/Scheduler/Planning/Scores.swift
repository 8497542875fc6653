/// How well a node that can take a pod suits it: 0 to 100, more is better. Pure.
enum Scores {
    static let best: Int64 = 100
    /// As Kubernetes weighs them.
    static let taintWeight: Int64 = 3
    static let affinityWeight: Int64 = 2

    /// The share of processor and memory that is left with the pod there: the most room is best.
    static func leastAllocated(_ query: borrowing PlacementQuery, _ load: NodeLoad) -> Int64 {
        var (sum, count): (Int64, Int64) = (0, 0)
        if load.milliCPU > 0 {
            sum += best - points(load.scoredMilliCPU &+ query.demand.scoredMilliCPU, of: load.milliCPU)
            count += 1
        }
        if load.memoryBytes > 0 {
            sum +=
                best - points(load.scoredMemoryBytes &+ query.demand.scoredMemoryBytes, of: load.memoryBytes)
            count += 1
        }
        return count == 0 ? 0 : sum / count
    }

    /// How alike the shares of processor and memory are that are used with the pod there: half their difference, the
    /// standard deviation of two numbers, is lost.
    static func balancedAllocation(_ query: borrowing PlacementQuery, _ load: NodeLoad) -> Int64 {
        guard !query.asksForNothing else { return 0 }
        guard load.milliCPU > 0, load.memoryBytes > 0 else { return best }
        let cpu = min(Double(load.usedMilliCPU &+ query.demand.requests.milliCPU) / Double(load.milliCPU), 1)
        let memory = min(
            Double(load.usedMemoryBytes &+ query.demand.requests.memoryBytes) / Double(load.memoryBytes), 1)
        return Int64((1 - abs(cpu - memory) / 2) * Double(best))
    }

    /// Against the highest that any candidate has: the most is best, or the least.
    static func normalized(_ value: Int64, highest: Int64, leastIsBest: Bool) -> Int64 {
        guard highest > 0 else { return leastIsBest ? best : 0 }
        let points = value * best / highest
        return leastIsBest ? best - points : points
    }

    /// `part` of `whole` in points, rounded up so that what is left is rounded down; all of them at the most.
    private static func points(_ part: Int64, of whole: Int64) -> Int64 {
        guard part > 0 else { return 0 }
        guard part < whole else { return best }
        // No more than a node's amount, which `SchedulerLimits.amount` bounds: a hundred times that fits.
        return (part &* best &+ whole &- 1) / whole
    }
}
