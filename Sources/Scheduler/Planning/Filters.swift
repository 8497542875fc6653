/// Says whether a node can take a pod. Pure; an empty refusal: it can.
protocol Filter {
    static func refusal(
        _ query: borrowing PlacementQuery, _ load: NodeLoad, _ slot: Int, _ snapshot: borrowing ClusterSnapshot
    )
        -> Refusal
}

/// Cordoned nodes take only pods that tolerate that.
enum NodeUnschedulable: Filter {
    static func refusal(
        _ query: borrowing PlacementQuery, _ load: NodeLoad, _ slot: Int, _ snapshot: borrowing ClusterSnapshot
    ) -> Refusal {
        load.isCordoned && !query.toleratesCordon ? .cordoned : []
    }
}

enum NodeName: Filter {
    static func refusal(
        _ query: borrowing PlacementQuery, _ load: NodeLoad, _ slot: Int, _ snapshot: borrowing ClusterSnapshot
    ) -> Refusal {
        query.nodeName.isEmpty || query.nodeName == snapshot.traits[slot].name ? [] : .otherName
    }
}

/// Taints `NoSchedule` and `NoExecute`.
enum TaintToleration: Filter {
    static func refusal(
        _ query: borrowing PlacementQuery, _ load: NodeLoad, _ slot: Int, _ snapshot: borrowing ClusterSnapshot
    ) -> Refusal {
        load.taints != 0 && query.verdict(load).isRefused ? .taint : []
    }
}

/// `nodeSelector`, and the terms of node affinity that must hold.
enum NodeAffinity: Filter {
    static func refusal(
        _ query: borrowing PlacementQuery, _ load: NodeLoad, _ slot: Int, _ snapshot: borrowing ClusterSnapshot
    ) -> Refusal {
        query.selection.requiresNothing || query.selection.admits(slot, snapshot)
            ? [] : .affinity
    }
}

enum NodePorts: Filter {
    static func refusal(
        _ query: borrowing PlacementQuery, _ load: NodeLoad, _ slot: Int, _ snapshot: borrowing ClusterSnapshot
    ) -> Refusal {
        for port in query.demand.hostPorts
        where snapshot.traits[slot].hostPorts.contains(where: { $0.conflicts(with: port) }) {
            return .ports
        }
        return []
    }
}

/// All that is short, so that a person sees it at once.
enum NodeResourcesFit: Filter {
    static func refusal(
        _ query: borrowing PlacementQuery, _ load: NodeLoad, _ slot: Int, _ snapshot: borrowing ClusterSnapshot
    ) -> Refusal {
        var refusal: Refusal = []
        let wanted = query.demand.requests
        if load.pods &+ 1 > load.podLimit { refusal.insert(.podCount) }
        if wanted.milliCPU > 0, wanted.milliCPU > load.milliCPU &- load.usedMilliCPU { refusal.insert(.cpu) }
        if wanted.memoryBytes > 0, wanted.memoryBytes > load.memoryBytes &- load.usedMemoryBytes {
            refusal.insert(.memory)
        }
        if wanted.ephemeralBytes > 0, wanted.ephemeralBytes > load.ephemeralBytes &- load.usedEphemeralBytes {
            refusal.insert(.ephemeralStorage)
        }
        for device in query.devices where device.amount > snapshot.traits[slot].freeExtended(device.name) {
            refusal.insert(.extended)
        }
        return refusal
    }
}
