public import Client
import Objects
import Reconcile
import Synchronization
import Wire

public struct SchedulerConfiguration: Sendable {
    /// Pods that name another scheduler are left to that.
    public var name = "default-scheduler"
    /// Bindings under way at once: enough that the store's commits are shared by many.
    public var bindings = 64
    /// Of the choice among nodes that suit a pod alike.
    public var seed: UInt64 = 1
    public var time = TimeSource.system
    public init() {}
}

/// Gives pods their nodes: watches pods and nodes, decides by `PlacementPlanner`, and binds through the API server.
public final class Scheduler: Sendable {
    private let client: ClusterClient
    private let configuration: SchedulerConfiguration

    private struct State {
        var cluster = ClusterSnapshot()
        var planner: PlacementPlanner
        var queue = SchedulingQueue()
        var pods: [ObjectKey: Core.Pod] = [:]
        var binding = 0
        /// The message that each waiting pod's condition already shows.
        var told: [String: String] = [:]

        /// The pod does not wait for us any more.
        mutating func drop(_ pod: Core.Pod) {
            guard pods.removeValue(forKey: pod.key) != nil else { return }
            queue.remove(pod.key)
            told[pod.metadata.uid] = nil
        }
    }
    private let state: Mutex<State>
    /// Holds one key while there may be work: the loop below sleeps on it.
    private let wake: WorkQueue<Bool>

    public init(client: ClusterClient, configuration: SchedulerConfiguration = SchedulerConfiguration()) {
        self.client = client
        self.configuration = configuration
        state = Mutex(State(planner: PlacementPlanner(seed: configuration.seed)))
        wake = WorkQueue(time: configuration.time)
    }

    /// Until the task is cancelled.
    public func run() async {
        let pods = Informer<Core.Pod>(
            client, fields: "status.phase!=Succeeded,status.phase!=Failed", time: configuration.time)
        let nodes = Informer<Core.Node>(client, time: configuration.time)
        let events = EventRecorder(client, component: configuration.name, time: configuration.time)
        pods.onChange { self.podChanged($0) }
        nodes.onChange { self.nodeChanged($0) }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await pods.run() }
            group.addTask { await nodes.run() }
            group.addTask { await events.run() }
            group.addTask {
                await pods.waitUntilSynced()
                await nodes.waitUntilSynced()
                self.wake.add(true)
                await withTaskCancellationHandler {
                    await self.schedule(events)
                } onCancel: {
                    self.wake.shutDown()
                }
            }
        }
    }

    // MARK: What changes

    private func podChanged(_ change: Change<Core.Pod>) {
        let pod = change.object
        let uid = pod.metadata.uid
        let now = configuration.time.nowMilliseconds()
        state.withLock { state in
            if case .deleted = change {
                state.drop(pod)
                let helped = state.cluster.forget(uid)
                if !helped.isEmpty { state.queue.clusterChanged(helps: helped, now: now) }
                return
            }
            if !pod.spec.nodeName.isEmpty {
                state.drop(pod)
                let before = state.cluster.node(of: uid)
                // What was assumed is what came: a bound pod's many changes of status cost nothing here.
                if before != pod.spec.nodeName || Self.resized(change) {
                    state.cluster.assume(uid, PodDemand(pod.spec), on: pod.spec.nodeName)
                    if before != nil { state.queue.clusterChanged(helps: [.resources, .ports], now: now) }
                }
                return
            }
            guard pod.spec.schedulerName == configuration.name, pod.metadata.deletionTimestamp == nil,
                pod.spec.schedulingGates.isEmpty
            else {
                state.drop(pod)
                return
            }
            let before = state.pods[pod.key]
            state.pods[pod.key] = pod
            // Our own note in its status is no reason to look at it again.
            if before == nil || before?.metadata.uid != uid || before?.spec != pod.spec {
                state.queue.add(pod.key, priority: pod.spec.priority ?? 0)
            }
        }
        wake.add(true)
    }

    /// The spec of a pod that runs changes when it is resized in place.
    private static func resized(_ change: Change<Core.Pod>) -> Bool {
        guard case .updated(let old, let new) = change else { return false }
        return old.metadata.generation != new.metadata.generation && old.spec != new.spec
    }

    private func nodeChanged(_ change: Change<Core.Node>) {
        let now = configuration.time.nowMilliseconds()
        let helped = state.withLock { state in
            var helped: Refusal = []
            switch change {
            case .added(let node), .updated(_, let node): helped = state.cluster.update(node)
            case .deleted(let node): state.cluster.removeNode(node.metadata.name)
            }
            if !helped.isEmpty { state.queue.clusterChanged(helps: helped, now: now) }
            return helped
        }
        if !helped.isEmpty { wake.add(true) }
    }

    // MARK: What is decided

    private struct Attempt: Sendable {
        let pod: Core.Pod
        let decision: PlacementPlanner.Decision
    }

    private func schedule(_ events: EventRecorder) async {
        await withTaskGroup(of: Void.self) { group in
            while let key = await wake.next() {
                while let attempt = nextAttempt() {
                    switch attempt.decision {
                    case .node(let node): group.addTask { await self.bind(attempt.pod, to: node, events) }
                    case .unschedulable(let message, _):
                        group.addTask { await self.explain(attempt.pod, message, events) }
                    }
                }
                wake.finish(key, .done)
                let now = configuration.time.nowMilliseconds()
                if let due = state.withLock({ $0.binding < configuration.bindings ? $0.queue.nextDue() : nil }) {
                    wake.add(true, afterMilliseconds: Int(max(1, due - now)))
                }
            }
        }
    }

    /// Takes the next pod and decides; a pod that gets a node is counted there at once.
    private func nextAttempt() -> Attempt? {
        let now = configuration.time.nowMilliseconds()
        return state.withLock { state in
            guard state.binding < configuration.bindings else { return nil }
            while let key = state.queue.next(now: now) {
                guard let pod = state.pods[key] else {
                    state.queue.remove(key)
                    continue
                }
                let facts = PodFacts(pod)
                let decision = state.planner.decide(facts, in: state.cluster)
                switch decision {
                case .node(let node):
                    state.cluster.assume(facts.uid, facts.demand, on: node)
                    state.binding += 1
                case .unschedulable(_, let until): state.queue.failed(key, until: until, now: now)
                }
                return Attempt(pod: pod, decision: decision)
            }
            return nil
        }
    }

    private func bind(_ pod: Core.Pod, to node: String, _ events: EventRecorder) async {
        do {
            try await client.bind(
                pod: pod.metadata.namespace, name: pod.metadata.name, uid: pod.metadata.uid, node: node)
            events.record(
                about: pod, type: "Normal", reason: "Scheduled",
                message: "Successfully assigned \(pod.metadata.namespace)/\(pod.metadata.name) to \(node)")
        } catch {
            let now = configuration.time.nowMilliseconds()
            state.withLock { state in
                // Unless the watch has shown meanwhile that it is somewhere after all.
                guard state.pods[pod.key]?.metadata.uid == pod.metadata.uid else { return }
                let helped = state.cluster.forget(pod.metadata.uid)
                if error.code == .notFound {
                    // The watch will say so too; until then there is nothing to bind.
                    state.drop(pod)
                } else {
                    state.queue.retry(pod.key, now: now)
                }
                state.queue.clusterChanged(helps: helped, now: now)
            }
        }
        state.withLock { $0.binding -= 1 }
        wake.add(true)
    }

    /// Shows in the pod's condition and in an event why it waits, once for each reason.
    private func explain(_ pod: Core.Pod, _ message: String, _ events: EventRecorder) async {
        events.record(about: pod, type: "Warning", reason: "FailedScheduling", message: message)
        let isNew = state.withLock { state in
            if state.told[pod.metadata.uid] == message { return false }
            state.told[pod.metadata.uid] = message
            return true
        }
        guard isNew else { return }
        var condition = Core.PodCondition()
        condition.type = "PodScheduled"
        condition.status = "False"
        condition.reason = "Unschedulable"
        condition.message_ = message
        let seconds = configuration.time.wallMilliseconds() / 1000
        condition.lastTransitionTime = Timestamp(seconds: seconds, nanoseconds: 0)
        do {
            // A list that is merged by type: what others say in the pod's conditions stays.
            _ = try await client.patch(
                Core.Pod.resource, pod.key, .strategic, Self.patch(condition), as: Core.Pod.descriptor,
                subresource: "status")
        } catch {
            _ = state.withLock { $0.told.removeValue(forKey: pod.metadata.uid) }
        }
    }

    private static func patch(_ condition: Core.PodCondition) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("status")
        writer.beginObject()
        writer.key("conditions")
        writer.beginArray()
        JSONEncoder.write(condition.message, as: nil, to: &writer)
        writer.endArray()
        writer.endObject()
        writer.endObject()
        return writer.bytes
    }
}
