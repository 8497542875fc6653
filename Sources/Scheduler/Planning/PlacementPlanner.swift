/// Chooses a node for a pod: filters, then scores. The same snapshot, pods and seed give the same nodes.
struct PlacementPlanner: Sendable {
    enum Decision: Sendable, Equatable {
        case node(String)
        /// No node can take it.
        /// - Parameters:
        ///   - message: why, in Kubernetes' words.
        ///   - until: the reasons of which one must go before it is worth trying again.
        case unschedulable(message: String, until: Refusal)
    }

    private struct Candidate: Sendable {
        let slot: Int
        /// Points that need no other candidate to be known.
        let points: Int64
        let disliked: Int64
        let preference: Int64
    }
    /// Kept from pod to pod for its memory.
    private var candidates: [Candidate] = []
    /// The slot after the last that was looked at: a sample of the nodes goes round all of them.
    private var start = 0
    private var random: TieBreaker

    init(seed: UInt64) { random = TieBreaker(seed: seed) }

    mutating func decide(_ pod: PodFacts, in snapshot: ClusterSnapshot) -> Decision {
        let query = PlacementQuery(pod, snapshot)
        var tally = RefusalTally()
        candidates.removeAll(keepingCapacity: true)
        let wanted = Self.candidatesWanted(nodes: snapshot.nodeCount)
        let slots = snapshot.loads.count
        var slot = start < slots ? start : 0
        for _ in 0..<slots where candidates.count < wanted {
            consider(slot, query, snapshot, &tally)
            slot = slot + 1 < slots ? slot + 1 : 0
        }
        start = slot
        if let best = best() { return .node(snapshot.traits[best].name) }
        return .unschedulable(
            message: tally.message(nodes: snapshot.nodeCount), until: tally.reasons.isEmpty ? .all : tally.reasons)
    }

    private mutating func consider(
        _ slot: Int, _ query: borrowing PlacementQuery, _ snapshot: borrowing ClusterSnapshot,
        _ tally: inout RefusalTally
    ) {
        let load = snapshot.loads[slot]
        guard load.isKnown else { return }
        let refusal = Self.refusal(query, load, slot, snapshot)
        guard refusal.isEmpty else {
            tally.add(refusal)
            if refusal.contains(.extended) {
                for device in query.devices where device.amount > snapshot.traits[slot].freeExtended(device.name) {
                    tally.addDevice(device.name)
                }
            }
            return
        }
        candidates.append(
            Candidate(
                slot: slot, points: Scores.leastAllocated(query, load) + Scores.balancedAllocation(query, load),
                disliked: load.taints == 0 ? 0 : query.verdict(load).disliked,
                preference: query.selection.preferred.isEmpty
                    ? 0 : query.selection.preference(slot, snapshot)))
    }

    /// Why this one node cannot take the pod now; empty: it can. A node that is not known cannot, for any reason.
    static func refusal(_ pod: PodFacts, by node: String, in snapshot: ClusterSnapshot) -> Refusal {
        guard let slot = snapshot.slot(ofKnown: node) else { return .all }
        return refusal(PlacementQuery(pod, snapshot), snapshot.loads[slot], slot, snapshot)
    }

    /// Of the first filter that refuses, as Kubernetes reports it.
    static func refusal(
        _ query: borrowing PlacementQuery, _ load: NodeLoad, _ slot: Int, _ snapshot: borrowing ClusterSnapshot
    ) -> Refusal {
        var refusal = NodeUnschedulable.refusal(query, load, slot, snapshot)
        if refusal.isEmpty { refusal = NodeName.refusal(query, load, slot, snapshot) }
        if refusal.isEmpty { refusal = TaintToleration.refusal(query, load, slot, snapshot) }
        if refusal.isEmpty { refusal = NodeAffinity.refusal(query, load, slot, snapshot) }
        if refusal.isEmpty { refusal = NodePorts.refusal(query, load, slot, snapshot) }
        if refusal.isEmpty { refusal = NodeResourcesFit.refusal(query, load, slot, snapshot) }
        return refusal
    }

    /// The slot with the most points, any of the best by chance.
    private mutating func best() -> Int? {
        var (disliked, preference): (Int64, Int64) = (0, 0)
        for candidate in candidates {
            disliked = max(disliked, candidate.disliked)
            preference = max(preference, candidate.preference)
        }
        var (chosen, points, alike): (Int?, Int64, UInt64) = (nil, -1, 0)
        for candidate in candidates {
            let own =
                candidate.points
                + Scores.taintWeight * Scores.normalized(candidate.disliked, highest: disliked, leastIsBest: true)
                + Scores.affinityWeight
                * Scores.normalized(candidate.preference, highest: preference, leastIsBest: false)
            if own > points {
                (chosen, points, alike) = (candidate.slot, own, 1)
            } else if own == points {
                alike += 1
                if random.next() % alike == 0 { chosen = candidate.slot }
            }
        }
        return chosen
    }

    /// Of up to a hundred nodes all; of more a share that falls from 50 % to 5 % as the cluster grows.
    static func candidatesWanted(nodes: Int) -> Int {
        guard nodes > SchedulerLimits.leastCandidates else { return nodes }
        let percent = max(50 - nodes / 125, SchedulerLimits.leastCandidatesPercent)
        return max(nodes * percent / 100, SchedulerLimits.leastCandidates)
    }
}

/// Chance that repeats from its seed (SplitMix64).
struct TieBreaker: Sendable {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
