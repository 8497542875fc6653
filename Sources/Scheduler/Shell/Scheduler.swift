public import Client
import Objects
import Reconcile
import Synchronization
import Wire

public struct SchedulerConfiguration: Sendable {
    /// Pods that name another scheduler are left to that.
    public var name = "default-scheduler"
    /// Bindings under way at once.
    public var bindings = 16
    public var time = TimeSource.system
    public init() {}
}

/// Gives pods their nodes: watches pods and nodes, decides by `PlacementPlanner`, and binds through the API server.
public final class Scheduler: Sendable {
    private let client: ClusterClient
    private let configuration: SchedulerConfiguration
    private let planner = PlacementPlanner()

    private struct State {
        var cluster = ClusterState()
        var queue = SchedulingQueue()
        var pods: [ObjectKey: Core.Pod] = [:]
        var turn = 0
        var binding = 0
        /// The message that each waiting pod's condition already shows.
        var told: [String: String] = [:]
    }
    private let state = Mutex(State())
    /// Holds one key while there may be work: the loop below sleeps on it.
    private let wake: WorkQueue<Bool>

    public init(client: ClusterClient, configuration: SchedulerConfiguration = SchedulerConfiguration()) {
        self.client = client
        self.configuration = configuration
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
        let now = configuration.time.nowMilliseconds()
        state.withLock { state in
            if case .deleted = change {
                state.pods[pod.key] = nil
                state.queue.remove(pod.key)
                state.cluster.forget(pod.metadata.uid)
                state.told[pod.metadata.uid] = nil
                state.queue.clusterChanged(now: now)
                return
            }
            if !pod.spec.nodeName.isEmpty {
                state.pods[pod.key] = nil
                state.queue.remove(pod.key)
                state.told[pod.metadata.uid] = nil
                state.cluster.place(PodFacts(pod), on: pod.spec.nodeName)
                return
            }
            guard pod.spec.schedulerName == configuration.name, pod.metadata.deletionTimestamp == nil else {
                state.queue.remove(pod.key)
                return
            }
            let before = state.pods[pod.key]
            state.pods[pod.key] = pod
            // Our own note in its status is no reason to look at it again.
            if before == nil || before?.spec != pod.spec { state.queue.add(pod.key, priority: pod.spec.priority ?? 0) }
        }
        wake.add(true)
    }

    private func nodeChanged(_ change: Change<Core.Node>) {
        let now = configuration.time.nowMilliseconds()
        let mayHelp = state.withLock { state in
            switch change {
            case .added(let node):
                state.cluster.update(node)
                state.queue.clusterChanged(now: now)
                return true
            case .updated(let old, let node):
                state.cluster.update(node)
                let matters =
                    old.spec != node.spec || old.metadata.labels != node.metadata.labels
                    || old.status.allocatable != node.status.allocatable
                if matters { state.queue.clusterChanged(now: now) }
                return matters
            case .deleted(let node):
                state.cluster.removeNode(node.metadata.name)
                return false
            }
        }
        if mayHelp { wake.add(true) }
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
                    case .unschedulable(let message): group.addTask { await self.explain(attempt.pod, message, events) }
                    }
                }
                wake.finish(key, .done)
                let now = configuration.time.nowMilliseconds()
                if let due = state.withLock({ $0.binding < configuration.bindings ? $0.queue.nextDue : nil }) {
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
                state.turn &+= 1
                let decision = planner.decide(facts, in: state.cluster, turn: state.turn)
                switch decision {
                case .node(let node):
                    state.cluster.place(facts, on: node)
                    state.binding += 1
                case .unschedulable: state.queue.failed(key, now: now)
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
                state.cluster.forget(pod.metadata.uid)
                if error.code == .notFound { state.queue.remove(pod.key) } else { state.queue.retry(pod.key, now: now) }
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
        var status = Core.Pod()
        status.status.conditions = pod.status.conditions.filter { $0.type != "PodScheduled" } + [condition]
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("status")
        writer.beginObject()
        writer.key("conditions")
        writer.beginArray()
        for condition in status.status.conditions { JSONEncoder.write(condition.message, as: nil, to: &writer) }
        writer.endArray()
        writer.endObject()
        writer.endObject()
        do {
            _ = try await client.mergePatch(
                Core.Pod.self, namespace: pod.metadata.namespace, name: pod.metadata.name, json: writer.bytes,
                subresource: "status")
        } catch {
            _ = state.withLock { $0.told.removeValue(forKey: pod.metadata.uid) }
        }
    }
}
