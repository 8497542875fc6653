import Client
import Objects

/// What the scheduler knows and does next: a pure state machine, told of what the watches show and of how its own
/// writes ended. Time comes in milliseconds.
///
/// A pod waits in the queue, is counted on a node while its binding is under way, and leaves when the watch shows it on
/// a node. A binding of which nobody knows whether it was stored keeps its room on the node and is sent again, to the
/// same node: the pod may be there already. So no node is promised twice, however late the watch is.
struct SchedulingState: Sendable {
    enum Directive: Sendable {
        /// Write the binding, then report `bindingEnded`.
        case bind(Core.Pod, node: String)
        /// Say why the pod waits. The pod's condition is to be written too when its text is new; then report
        /// `conditionFailed` if that did not work.
        case explain(Core.Pod, message: String, isNew: Bool)
    }
    enum BindingResult: Sendable, Equatable {
        case stored
        /// The pod does not exist any more.
        case gone
        /// Certainly not stored.
        case refused
        /// The pod is on a node already, or was changed at the same moment.
        case conflict
        /// No answer came: it may be stored.
        case unknown
    }
    private struct Waiting: Sendable {
        var pod: Core.Pod
        var facts: PodFacts
        /// A binding to this node may be stored.
        var reserved: String?
        /// What the pod's condition says.
        var told: String?
    }
    private let schedulerName: String
    private let bindingLimit: Int
    private(set) var snapshot = ClusterSnapshot()
    private var planner: PlacementPlanner
    private var queue = SchedulingQueue()
    private var waiting: [ObjectKey: Waiting] = [:]
    private(set) var bindings = 0

    /// - Parameter bindingLimit: bindings that may be under way at once.
    init(schedulerName: String, bindingLimit: Int, seed: UInt64) {
        self.schedulerName = schedulerName
        self.bindingLimit = max(bindingLimit, 1)
        planner = PlacementPlanner(seed: seed)
    }

    /// Pods that have no node yet, and those whose binding the watch has not shown.
    var waitingCount: Int { waiting.count }

    /// The pods that are left alone until something changes, since they fit nowhere.
    var stuck: [PodFacts] { queue.unschedulable.compactMap { waiting[$0]?.facts } }

    // MARK: What changes

    /// - Returns: whether `next` is worth asking.
    mutating func podChanged(_ change: Change<Core.Pod>, now: Int64) -> Bool {
        let pod = change.object
        let uid = pod.metadata.uid
        if case .deleted = change {
            drop(pod.key, uid: uid)
            return release(uid, now: now)
        }
        let node = pod.spec.nodeName
        guard node.isEmpty else {
            drop(pod.key, uid: uid)
            // What was promised is what came: a bound pod's many changes of status cost nothing here.
            let isPromised = snapshot.node(of: uid) == node
            guard !isPromised || Self.isRespecified(change) else { return false }
            let demand = PodDemand(pod.spec)
            if isPromised, snapshot.demand(of: uid) == demand { return false }
            // What it left, or asks for no more, others may take.
            let relief = snapshot.forget(uid)
            snapshot.assume(uid, demand, on: node)
            return relief.map { mayHelp($0, now: now) } ?? false
        }
        guard pod.spec.schedulerName == schedulerName, pod.metadata.deletionTimestamp == nil,
            pod.spec.schedulingGates.isEmpty
        else {
            drop(pod.key, uid: uid)
            return release(uid, now: now)
        }
        return waits(pod, now: now)
    }

    /// - Returns: whether `next` is worth asking.
    mutating func nodeChanged(_ change: Change<Core.Node>, now: Int64) -> Bool {
        switch change {
        case .added(let node), .updated(_, let node):
            let helped = snapshot.update(node)
            return mayHelp(ClusterSnapshot.Relief(node: node.metadata.name, refusals: helped), now: now)
        case .deleted(let node):
            snapshot.removeNode(node.metadata.name)
            return false
        }
    }

    private mutating func waits(_ pod: Core.Pod, now: Int64) -> Bool {
        let key = pod.key
        let before = waiting[key]
        if let before, before.facts.uid == pod.metadata.uid {
            waiting[key]?.pod = pod
            // Our own note in its status is no reason to look at it again.
            guard before.pod.spec != pod.spec else { return false }
            waiting[key]?.facts = PodFacts(pod)
        } else {
            // Another of its name: that one's end was not seen.
            if let gone = before?.facts.uid {
                drop(key, uid: gone)
                _ = release(gone, now: now)
            }
            waiting[key] = Waiting(pod: pod, facts: PodFacts(pod))
        }
        queue.add(key, priority: pod.spec.priority ?? 0)
        return true
    }

    /// The pod does not wait for us any more. Another of its name is left alone.
    private mutating func drop(_ key: ObjectKey, uid: String) {
        guard waiting[key]?.facts.uid == uid else { return }
        waiting[key] = nil
        queue.remove(key)
    }

    /// The pod is on no node any more.
    private mutating func release(_ uid: String, now: Int64) -> Bool {
        guard let relief = snapshot.forget(uid) else { return false }
        return mayHelp(relief, now: now)
    }

    /// Looks at the pods that fit nowhere and could now fit on this one node; all others would be tried in vain.
    private mutating func mayHelp(_ relief: ClusterSnapshot.Relief, now: Int64) -> Bool {
        guard !relief.refusals.isEmpty else { return false }
        let (waiting, snapshot) = (self.waiting, self.snapshot)
        return queue.clusterChanged(helps: relief.refusals, now: now) { key in
            waiting[key].map { PlacementPlanner.refusal($0.facts, by: relief.node, in: snapshot) } ?? .all
        }
    }

    // MARK: What is done

    /// Takes the next pod and decides. Nil: nothing to do until something changes, a binding ends, or `nextDue`.
    mutating func next(now: Int64) -> Directive? {
        guard bindings < bindingLimit else { return nil }
        while let key = queue.next(now: now) {
            guard let pod = waiting[key] else {
                queue.remove(key)
                continue
            }
            if let node = pod.reserved {
                if snapshot.slot(ofKnown: node) != nil, snapshot.node(of: pod.facts.uid) == node {
                    bindings += 1
                    return .bind(pod.pod, node: node)
                }
                waiting[key]?.reserved = nil
                _ = release(pod.facts.uid, now: now)
            }
            switch planner.decide(pod.facts, in: snapshot) {
            case .node(let node):
                snapshot.assume(pod.facts.uid, pod.facts.demand, on: node)
                bindings += 1
                return .bind(pod.pod, node: node)
            case .unschedulable(let message, let until):
                queue.failed(key, until: until, now: now)
                waiting[key]?.told = message
                return .explain(pod.pod, message: message, isNew: pod.told != message)
            }
        }
        return nil
    }

    /// When `next` is worth asking again although nothing changed; nil: not before.
    mutating func nextDue() -> Int64? { bindings < bindingLimit ? queue.nextDue() : nil }

    /// - Parameter node: as the directive named it.
    mutating func bindingEnded(_ pod: Core.Pod, node: String, _ result: BindingResult, now: Int64) {
        bindings -= 1
        let (key, uid) = (pod.key, pod.metadata.uid)
        // Unless the watch has shown meanwhile where it is, or that it is gone.
        guard let entry = waiting[key], entry.facts.uid == uid else { return }
        switch result {
        // The watch will show it.
        case .stored: return
        case .gone:
            drop(key, uid: uid)
            _ = release(uid, now: now)
        case .refused:
            waiting[key]?.reserved = nil
            queue.retry(key, now: now)
            _ = release(uid, now: now)
        case .conflict where entry.reserved == nil:
            queue.retry(key, now: now)
            _ = release(uid, now: now)
        // After a binding that may be stored, a conflict says that it is.
        case .conflict, .unknown:
            waiting[key]?.reserved = node
            queue.retry(key, now: now)
        }
    }

    /// The pod's condition could not be written: the next attempt writes it again.
    mutating func conditionFailed(_ pod: Core.Pod, message: String) {
        guard waiting[pod.key]?.facts.uid == pod.metadata.uid, waiting[pod.key]?.told == message else { return }
        waiting[pod.key]?.told = nil
    }

    /// The spec of a pod that has a node changes when it is resized in place, or was while its binding was under way.
    private static func isRespecified(_ change: Change<Core.Pod>) -> Bool {
        guard case .updated(let old, let new) = change else { return false }
        return old.spec.nodeName.isEmpty || old.metadata.generation != new.metadata.generation
    }
}
