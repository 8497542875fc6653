import Objects

/// Figures of one node, plain numbers side by side: what most pods are decided by.
struct NodeLoad: Sendable, Equatable {
    var milliCPU: Int64 = 0
    var memoryBytes: Int64 = 0
    var ephemeralBytes: Int64 = 0
    var podLimit: Int64 = 0

    var usedMilliCPU: Int64 = 0
    var usedMemoryBytes: Int64 = 0
    var usedEphemeralBytes: Int64 = 0
    var pods: Int64 = 0
    var scoredMilliCPU: Int64 = 0
    var scoredMemoryBytes: Int64 = 0

    /// False: pods are known to be here, but the node itself is not.
    var isKnown = false
    var isCordoned = false
    /// Which list of taints it has, by the snapshot's number; 0: none.
    var taints: Int32 = 0
}

/// The rest that is known of a node.
struct NodeTraits: Sendable {
    let name: String
    fileprivate(set) var labels: StringMap<String> = [:]
    fileprivate(set) var labelCodes = LabelCodes()
    fileprivate(set) var extended: [String: Int64] = [:]
    fileprivate(set) var usedExtended: [String: Int64] = [:]
    /// One for each container that binds it.
    fileprivate(set) var hostPorts: [HostPort] = []

    func freeExtended(_ name: String) -> Int64 { (extended[name] ?? 0) &- (usedExtended[name] ?? 0) }
}

/// All nodes, and the pods that are on them or promised to them. Changed in place, never built anew.
struct ClusterSnapshot: Sendable {
    /// By slot, as `traits`. A slot keeps its node while that is known or has pods.
    private(set) var loads: [NodeLoad] = []
    private(set) var traits: [NodeTraits] = []
    private(set) var nodeCount = 0
    private var slots: [String: Int] = [:]
    private var emptySlots: [Int] = []
    private var places: [String: Place] = [:]
    private(set) var labels = LabelTable()
    private(set) var taints = TaintTable()

    private struct Place: Sendable {
        let slot: Int
        let demand: PodDemand
    }

    /// Refusals by one node that may not hold any more.
    struct Relief: Sendable, Equatable {
        let node: String
        let refusals: Refusal
    }

    // MARK: Nodes

    /// - Returns: refusals that may not hold any more.
    @discardableResult
    mutating func update(_ node: Core.Node) -> Refusal {
        if labels.count > SchedulerLimits.internedTexts, labels.count > 4 * labelsInUse { internLabelsAgain() }
        if taints.lists.count > SchedulerLimits.internedTaintLists + 2 * loads.count { internTaintsAgain() }
        let slot = slot(of: node.metadata.name)
        let before = loads[slot]
        let (labelsBefore, extendedBefore) = (traits[slot].labels, traits[slot].extended)
        let amounts = ResourceAmounts(node.status.allocatable)
        loads[slot].milliCPU = amounts.milliCPU
        loads[slot].memoryBytes = amounts.memoryBytes
        loads[slot].ephemeralBytes = amounts.ephemeralBytes
        loads[slot].podLimit = node.status.allocatable["pods"].map { ResourceAmounts.amount($0, of: "pods") } ?? 0
        loads[slot].isCordoned = node.spec.unschedulable
        loads[slot].taints = taints.number(of: node.spec.taints.map { TaintTable.Taint($0) })
        loads[slot].isKnown = true
        traits[slot].labels = node.metadata.labels
        traits[slot].extended = amounts.extended
        if !before.isKnown { nodeCount += 1 }
        if !before.isKnown || labelsBefore != node.metadata.labels {
            traits[slot].labelCodes = labels.codes(node.metadata.labels)
        }
        guard before.isKnown else { return .all }
        var helped: Refusal = []
        if labelsBefore != node.metadata.labels { helped.insert(.affinity) }
        if before.isCordoned, !loads[slot].isCordoned { helped.insert(.cordoned) }
        if before.taints != loads[slot].taints { helped.formUnion([.taint]) }
        if loads[slot].milliCPU > before.milliCPU { helped.insert(.cpu) }
        if loads[slot].memoryBytes > before.memoryBytes { helped.insert(.memory) }
        if loads[slot].ephemeralBytes > before.ephemeralBytes { helped.insert(.ephemeralStorage) }
        if loads[slot].podLimit > before.podLimit { helped.insert(.podCount) }
        if amounts.extended.contains(where: { $0.value > extendedBefore[$0.key] ?? 0 }) { helped.insert(.extended) }
        return helped
    }

    mutating func removeNode(_ name: String) {
        guard let slot = slots[name], loads[slot].isKnown else { return }
        loads[slot].isKnown = false
        nodeCount -= 1
        release(slot)
    }

    // MARK: Pods

    /// Counts the pod on the node: it runs there, or is about to.
    mutating func assume(_ uid: String, _ demand: PodDemand, on node: String) {
        if let place = places[uid] {
            // The watch shows what was assumed: nothing changes.
            if traits[place.slot].name == node, place.demand == demand { return }
            forget(uid)
        }
        let slot = slot(of: node)
        places[uid] = Place(slot: slot, demand: demand)
        count(demand, in: slot, sign: 1)
        traits[slot].hostPorts += demand.hostPorts
    }

    /// The pod is on no node any more, or not after all.
    ///
    /// - Returns: what others may find there now; nil: it was on no node.
    @discardableResult
    mutating func forget(_ uid: String) -> Relief? {
        guard let place = places.removeValue(forKey: uid) else { return nil }
        let node = traits[place.slot].name
        count(place.demand, in: place.slot, sign: -1)
        for port in place.demand.hostPorts {
            if let at = traits[place.slot].hostPorts.firstIndex(of: port) {
                traits[place.slot].hostPorts.remove(at: at)
            }
        }
        release(place.slot)
        return Relief(node: node, refusals: place.demand.frees)
    }

    /// The node that the pod is counted on.
    func node(of uid: String) -> String? { places[uid].map { traits[$0.slot].name } }

    func demand(of uid: String) -> PodDemand? { places[uid]?.demand }

    func slot(ofKnown node: String) -> Int? { slots[node].flatMap { loads[$0].isKnown ? $0 : nil } }

    func load(of node: String) -> NodeLoad? { slots[node].map { loads[$0] } }

    private mutating func count(_ demand: PodDemand, in slot: Int, sign: Int64) {
        loads[slot].usedMilliCPU &+= sign &* demand.requests.milliCPU
        loads[slot].usedMemoryBytes &+= sign &* demand.requests.memoryBytes
        loads[slot].usedEphemeralBytes &+= sign &* demand.requests.ephemeralBytes
        loads[slot].scoredMilliCPU &+= sign &* demand.scoredMilliCPU
        loads[slot].scoredMemoryBytes &+= sign &* demand.scoredMemoryBytes
        loads[slot].pods &+= sign
        for (name, amount) in demand.requests.extended {
            traits[slot].usedExtended[name, default: 0] &+= sign &* amount
        }
    }

    // MARK: Slots

    private mutating func slot(of name: String) -> Int {
        if let slot = slots[name] { return slot }
        let slot = emptySlots.popLast() ?? loads.count
        if slot == loads.count {
            loads.append(NodeLoad())
            traits.append(NodeTraits(name: name))
        } else {
            loads[slot] = NodeLoad()
            traits[slot] = NodeTraits(name: name)
        }
        slots[name] = slot
        return slot
    }

    private mutating func release(_ slot: Int) {
        guard !loads[slot].isKnown, loads[slot].pods == 0, slots.removeValue(forKey: traits[slot].name) != nil else {
            return
        }
        emptySlots.append(slot)
    }

    private var labelsInUse: Int { traits.reduce(0) { $0 + 2 * $1.labels.count } }

    /// Drops texts of labels that no node has any more.
    private mutating func internLabelsAgain() {
        labels = LabelTable()
        for slot in traits.indices { traits[slot].labelCodes = labels.codes(traits[slot].labels) }
    }

    /// Drops lists of taints that no node has any more.
    private mutating func internTaintsAgain() {
        let old = taints.lists
        taints = TaintTable()
        for slot in loads.indices { loads[slot].taints = taints.number(of: old[Int(loads[slot].taints)]) }
    }
}
