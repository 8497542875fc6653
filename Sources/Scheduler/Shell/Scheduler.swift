public import Client
import Objects
import Reconcile
import Synchronization
import Wire

public struct SchedulerConfiguration: Sendable {
    /// Pods that name another scheduler are left to that.
    public var name = "default-scheduler"
    /// Bindings under way at once: enough that the store's commits are shared by many.
    public var bindings = 256
    /// Of the choice among nodes that suit a pod alike.
    public var seed: UInt64 = 1
    /// Under which name this process holds the lease `kube-scheduler`, so that of several one schedules; nil: it is the only
    /// one, and holds none.
    public var leaseHolder: String?
    public var time = TimeSource.system
    public init() {}
}

/// Gives pods their nodes: watches pods and nodes, decides by `PlacementPlanner`, and binds through the API server.
public final class Scheduler: Sendable {
    private let client: ClusterClient
    private let configuration: SchedulerConfiguration

    private let state: Mutex<SchedulingState>
    /// Holds one key while there may be work: the loop below sleeps on it.
    private let wake: WorkQueue<Bool>

    init(client: ClusterClient, configuration: SchedulerConfiguration) {
        self.client = client
        self.configuration = configuration
        state = Mutex(
            SchedulingState(
                schedulerName: configuration.name, bindingLimit: configuration.bindings, seed: configuration.seed))
        wake = WorkQueue(time: configuration.time)
    }

    /// Schedules whenever it is this process's turn, until the task is cancelled. Each time everything is made anew, since
    /// what was known before may be wrong by now.
    public static func run(client: ClusterClient, configuration: SchedulerConfiguration) async {
        await LeaderElector.run(
            client: client, lease: "kube-scheduler", holder: configuration.leaseHolder, time: configuration.time
        ) { await Scheduler(client: client, configuration: configuration).run() }
    }

    /// Until the task is cancelled.
    func run() async {
        let pods = Informer<Core.Pod>(
            client, fields: "status.phase!=Succeeded,status.phase!=Failed", time: configuration.time)
        let nodes = Informer<Core.Node>(client, time: configuration.time)
        let events = EventRecorder(client, component: configuration.name, time: configuration.time)
        pods.onChange { change in
            let now = self.configuration.time.nowMilliseconds()
            if self.state.withLock({ $0.podChanged(change, now: now) }) { self.wake.add(true) }
        }
        nodes.onChange { change in
            let now = self.configuration.time.nowMilliseconds()
            if self.state.withLock({ $0.nodeChanged(change, now: now) }) { self.wake.add(true) }
        }
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

    private func schedule(_ events: EventRecorder) async {
        await withDiscardingTaskGroup { group in
            while let key = await wake.next() {
                while let directive = next() {
                    switch directive {
                    case .bind(let pod, let node): group.addTask { await self.bind(pod, to: node, events) }
                    case .explain(let pod, let message, let isNew):
                        events.record(about: pod, type: "Warning", reason: "FailedScheduling", message: message)
                        if isNew { group.addTask { await self.writeCondition(pod, message) } }
                    }
                }
                wake.finish(key, .done)
                let now = configuration.time.nowMilliseconds()
                if let due = state.withLock({ $0.nextDue() }) {
                    wake.add(true, afterMilliseconds: Int(clamping: max(1, due - now)))
                }
            }
        }
    }

    private func next() -> SchedulingState.Directive? {
        let now = configuration.time.nowMilliseconds()
        return state.withLock { $0.next(now: now) }
    }

    private func bind(_ pod: Core.Pod, to node: String, _ events: EventRecorder) async {
        let result: SchedulingState.BindingResult
        do throws(ClientError) {
            try await client.bind(
                pod: pod.metadata.namespace, name: pod.metadata.name, uid: pod.metadata.uid, node: node)
            result = .stored
        } catch { result = SchedulingState.BindingResult(error) }
        let now = configuration.time.nowMilliseconds()
        state.withLock { $0.bindingEnded(pod, node: node, result, now: now) }
        wake.add(true)
        if result == .stored {
            events.record(
                about: pod, type: "Normal", reason: "Scheduled",
                message: "Successfully assigned \(pod.metadata.namespace)/\(pod.metadata.name) to \(node)")
        }
    }

    /// Shows in the pod's condition why it waits.
    private func writeCondition(_ pod: Core.Pod, _ message: String) async {
        var condition = Core.PodCondition()
        condition.type = "PodScheduled"
        condition.status = "False"
        condition.reason = "Unschedulable"
        condition.message_ = message
        condition.lastTransitionTime = configuration.time.timestamp
        do {
            // A list that is merged by type: what others say in the pod's conditions stays.
            _ = try await client.patch(
                Core.Pod.resource, pod.key, .strategic, Self.patch(condition), as: Core.Pod.descriptor,
                subresource: "status")
        } catch { state.withLock { $0.conditionFailed(pod, message: message) } }
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

extension SchedulingState.BindingResult {
    /// Of a failure. What may have reached the store before the answer was lost is not known.
    init(_ error: ClientError) {
        switch error.code {
        case .notFound: self = .gone
        case .conflict, .alreadyExists: self = .conflict
        case .invalid, .forbidden, .unauthorized, .badRequest, .tooLarge, .expired: self = .refused
        case .timeout, .unavailable, .cancelled, .internal: self = .unknown
        }
    }
}
