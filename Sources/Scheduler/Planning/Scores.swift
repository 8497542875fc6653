/// How well a node that can take a pod suits it: 0 to 100, more is better. Pure, in whole numbers.
enum Scores {
    static let best: Int64 = 100
    /// As Kubernetes weighs them.
    static let taintWeight: Int64 = 3
    static let affinityWeight: Int64 = 2

    /// The share of processor and memory that is left with the pod there: the most room is best.
    static func leastAllocated(_ query: PlacementQuery, _ load: NodeLoad) -> Int64 {
        var (sum, count): (Int64, Int64) = (0, 0)
        if load.milliCPU > 0 {
            sum += best - share(load.scoredMilliCPU &+ query.demand.scoredMilliCPU, of: load.milliCPU, in: best)
            count += 1
        }
        if load.memoryBytes > 0 {
            sum +=
                best - share(load.scoredMemoryBytes &+ query.demand.scoredMemoryBytes, of: load.memoryBytes, in: best)
            count += 1
        }
        return count == 0 ? 0 : sum / count
    }

    /// How alike the shares of processor and memory are that are used with the pod there: half their difference, the
    /// standard deviation of two numbers, is lost.
    static func balancedAllocation(_ query: PlacementQuery, _ load: NodeLoad) -> Int64 {
        guard !query.asksForNothing else { return 0 }
        guard load.milliCPU > 0, load.memoryBytes > 0 else { return best }
        let fine: Int64 = 1_000_000
        let cpu = share(load.usedMilliCPU &+ query.demand.requests.milliCPU, of: load.milliCPU, in: fine)
        let memory = share(load.usedMemoryBytes &+ query.demand.requests.memoryBytes, of: load.memoryBytes, in: fine)
        return (2 * fine - abs(cpu - memory)) * best / (2 * fine)
    }

    /// Against the highest that any candidate has: the most is best, or the least.
    static func normalized(_ value: Int64, highest: Int64, leastIsBest: Bool) -> Int64 {
        guard highest > 0 else { return leastIsBest ? best : 0 }
        let points = value * best / highest
        return leastIsBest ? best - points : points
    }

    /// `part` of `whole` in `scale` parts, rounded up so that what is left is rounded down; all of it at the most.
    private static func share(_ part: Int64, of whole: Int64, in scale: Int64) -> Int64 {
        guard part > 0 else { return 0 }
        guard part < whole else { return scale }
        // The product may need more than 64 bits; the quotient is below `scale`.
        let (quotient, remainder) = whole.dividingFullWidth(part.multipliedFullWidth(by: scale))
        return remainder > 0 ? quotient + 1 : quotient
    }
}
