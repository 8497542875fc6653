import Client
import Objects
import Testing
import TestSupport

@testable import Scheduler

/// A server, its watches and a scheduler between them, where everything that may go wrong does: bindings that are
/// refused, that get lost, or that are stored without an answer; watches that are late; pods and nodes that come and go.
///
/// The server's side is kept apart from the scheduler's, with sums of its own, so that it can judge.
struct SimulatedCluster {
    struct Pod {
        let name: String
        let uid: String
        let milliCPU: Int64
        let mebibytes: Int64
        var tolerates = false
        var zone: String?
        var port: Int?
        var node: String?
        var object: Core.Pod
    }
    struct Node {
        let milliCPU: Int64
        let mebibytes: Int64
        let pods: Int
        let zone: String
        var isCordoned = false
        var isTainted = false
    }
    private struct Flight {
        let pod: Core.Pod
        let node: String
    }
    enum Fault: CaseIterable { case refused, conflict, lostBefore, lostAfter }

    var scheduler: SchedulingState
    private var random: SeededGenerator
    private var now: Int64 = 0
    private(set) var pods: [String: Pod] = [:]
    private(set) var nodes: [String: Node] = [:]
    /// What a node of that name has, whenever it is there.
    private var capacities: [String: Node] = [:]
    private var podEvents: [Change<Core.Pod>] = []
    private var nodeEvents: [Change<Core.Node>] = []
    private var flights: [Flight] = []
    private var firstChoice: [String: String] = [:]
    private var removedNodes: Set<String> = []
    private var uids = 0
    private(set) var stored = 0
    private(set) var trace: [String] = []

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        scheduler = SchedulingState(schedulerName: "default-scheduler", bindingLimit: 8, seed: seed)
    }

    // MARK: The world

    mutating func step() throws {
        now += Int64.random(in: 0...700, using: &random)
        switch Int.random(in: 0..<20, using: &random) {
        case 0: try changeNode()
        case 1, 2, 3: try createPod()
        case 4: deletePod()
        case 5..<9: deliver(Int.random(in: 1...4, using: &random))
        case 9..<13: try land(faulty: true)
        default: try ask()
        }
        try judge()
    }

    /// No more faults, and all watches catch up. Ends when nothing is to be done any more.
    mutating func settle() throws {
        for _ in 0..<10_000 {
            deliver(.max)
            try ask()
            while !flights.isEmpty { try land(faulty: false) }
            if podEvents.isEmpty, nodeEvents.isEmpty {
                guard let due = scheduler.nextDue(), due < now + SchedulingQueue.unschedulableMilliseconds / 2 else {
                    return
                }
                now = max(now, due)
            }
            try judge()
        }
        Issue.record("the scheduler never comes to rest")
    }

    private mutating func changeNode() throws {
        let name = "n\(Int.random(in: 0..<6, using: &random))"
        if var node = nodes[name] {
            let before = try Self.object(name, node)
            switch Int.random(in: 0..<5, using: &random) {
            case 0:
                nodes[name] = nil
                removedNodes.insert(name)
                nodeEvents.append(.deleted(before))
                return
            case 1, 2: node.isCordoned.toggle()
            default: node.isTainted.toggle()
            }
            nodes[name] = node
            nodeEvents.append(.updated(before, try Self.object(name, node)))
            return
        }
        let node =
            capacities[name]
            ?? Node(
                milliCPU: .random(in: 1...6, using: &random) * 1000,
                mebibytes: .random(in: 1...6, using: &random) * 512,
                pods: .random(in: 2...9, using: &random), zone: Bool.random(using: &random) ? "a" : "b")
        capacities[name] = node
        nodes[name] = node
        nodeEvents.append(.added(try Self.object(name, node)))
    }

    private mutating func createPod() throws {
        let name = "p\(Int.random(in: 0..<40, using: &random))"
        guard pods[name] == nil else { return }
        uids += 1
        var pod = Pod(
            name: name, uid: "u\(uids)", milliCPU: .random(in: 0...20, using: &random) * 100,
            mebibytes: .random(in: 0...8, using: &random) * 64, object: Core.Pod())
        pod.tolerates = Bool.random(using: &random)
        if Int.random(in: 0..<4, using: &random) == 0 { pod.zone = Bool.random(using: &random) ? "a" : "b" }
        if Int.random(in: 0..<6, using: &random) == 0 { pod.port = 80 }
        pod.object = try Self.object(pod)
        pods[name] = pod
        podEvents.append(.added(pod.object))
    }

    private mutating func deletePod() {
        guard let name = pods.keys.sorted().randomElement(using: &random), let pod = pods.removeValue(forKey: name)
        else { return }
        podEvents.append(.deleted(pod.object))
    }

    private mutating func deliver(_ count: Int) {
        for _ in 0..<min(count, podEvents.count) { _ = scheduler.podChanged(podEvents.removeFirst(), now: now) }
        for _ in 0..<min(count, nodeEvents.count) { _ = scheduler.nodeChanged(nodeEvents.removeFirst(), now: now) }
    }

    // MARK: Bindings

    private mutating func ask() throws {
        while let directive = scheduler.next(now: now) {
            switch directive {
            case .explain(let pod, let message, _): trace.append("\(pod.metadata.name): \(message)")
            case .bind(let pod, let node):
                #expect(
                    !flights.contains { $0.pod.metadata.uid == pod.metadata.uid }, "one binding of a pod at a time")
                flights.append(Flight(pod: pod, node: node))
                trace.append("\(pod.metadata.name) -> \(node)")
            }
        }
    }

    /// A binding under way reaches the server, or does not, and the answer the scheduler.
    private mutating func land(faulty: Bool) throws {
        guard let at = flights.indices.randomElement(using: &random) else { return }
        let flight = flights.remove(at: at)
        let fault =
            faulty && Int.random(in: 0..<3, using: &random) == 0 ? Fault.allCases.randomElement(using: &random) : nil
        let result: SchedulingState.BindingResult
        switch fault {
        case .refused: result = .refused
        case .conflict: result = .conflict
        case .lostBefore: result = .unknown
        case .lostAfter:
            _ = store(flight)
            result = .unknown
        case nil: result = store(flight)
        }
        scheduler.bindingEnded(flight.pod, node: flight.node, result, now: now)
    }

    private mutating func store(_ flight: Flight) -> SchedulingState.BindingResult {
        let name = flight.pod.metadata.name
        guard var pod = pods[name] else { return .gone }
        guard pod.uid == flight.pod.metadata.uid else { return .conflict }
        if let node = pod.node {
            #expect(
                node == flight.node || removedNodes.contains(node),
                "a pod that may be on a node is promised to no other")
            return .conflict
        }
        let before = pod.object
        pod.node = flight.node
        pod.object.spec.nodeName = flight.node
        pods[name] = pod
        podEvents.append(.updated(before, pod.object))
        stored += 1
        return .stored
    }

    // MARK: Judgement

    private func pods(on node: String) -> [Pod] { pods.values.filter { $0.node == node } }

    private func judge() throws {
        for (name, capacity) in capacities {
            let own = pods(on: name)
            #expect(own.count <= capacity.pods)
            #expect(own.reduce(0) { $0 + $1.milliCPU } <= capacity.milliCPU)
            #expect(own.reduce(0) { $0 + $1.mebibytes } <= capacity.mebibytes)
            #expect(own.count { $0.port != nil } <= 1)
        }
        for pod in scheduler.stuck {
            for name in nodes.keys {
                #expect(
                    !PlacementPlanner.refusal(pod, by: name, in: scheduler.snapshot).isEmpty,
                    "\(pod.uid) is left waiting though it fits on \(name)")
            }
        }
    }

    /// Pods without a node that one could take.
    func overlooked() -> [String] {
        pods.values.filter { pod in
            pod.node == nil
                && nodes.contains { name, node in
                    let own = pods(on: name)
                    return !node.isCordoned && (!node.isTainted || pod.tolerates)
                        && (pod.zone == nil || pod.zone == node.zone) && own.count < node.pods
                        && (pod.milliCPU == 0
                            || own.reduce(pod.milliCPU) { $0 + $1.milliCPU } <= node.milliCPU)
                        && (pod.mebibytes == 0
                            || own.reduce(pod.mebibytes) { $0 + $1.mebibytes } <= node.mebibytes)
                        && (pod.port == nil || own.allSatisfy { $0.port == nil })
                }
        }.map(\.name)
    }

    private static func object(_ name: String, _ node: Node) throws -> Core.Node {
        let taints = node.isTainted ? #"{"key":"k","value":"v","effect":"NoSchedule"}"# : ""
        return try Samples.node(
            name, labels: #"{"zone":"\#(node.zone)"}"#,
            spec: #"{"unschedulable":\#(node.isCordoned),"taints":[\#(taints)]}"#,
            allocatable: #"{"cpu":"\#(node.milliCPU)m","memory":"\#(node.mebibytes)Mi","pods":"\#(node.pods)"}"#)
    }

    private static func object(_ pod: Pod) throws -> Core.Pod {
        let port = pod.port.map { #"{"hostPort":\#($0)}"# } ?? ""
        let zone = pod.zone.map { #"{"zone":"\#($0)"}"# } ?? "{}"
        let toleration = pod.tolerates ? #"{"key":"k","operator":"Exists"}"# : ""
        let spec = #"""
            {"schedulerName":"default-scheduler","nodeSelector":\#(zone),"tolerations":[\#(toleration)],"containers":[{
            "name":"c","ports":[\#(port)],
            "resources":{"requests":{"cpu":"\#(pod.milliCPU)m","memory":"\#(pod.mebibytes)Mi"}}}]}
            """#
        var object = try Samples.pod(pod.name, spec)
        object.metadata.uid = pod.uid
        return object
    }
}
