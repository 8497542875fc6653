import Client
import Objects
import Reconcile

/// Keeps as many pods as each set wants.
struct PodSetController<PodSet: Controllers.PodSet>: Sendable {
    private let client: ClusterClient
    private let sets: Informer<PodSet>
    private let pods: Informer<Core.Pod>
    private let events: EventRecorder
    private let time: TimeSource
    private let queue: WorkQueue<ObjectKey>
    private let expectations: Expectations<ObjectKey>

    /// - Parameters:
    ///   - sets: indexed by `OwnerIndex`, as `pods` are; neither runs yet.
    init(
        client: ClusterClient, sets: Informer<PodSet>, pods: Informer<Core.Pod>, events: EventRecorder,
        time: TimeSource
    ) {
        self.client = client
        self.sets = sets
        self.pods = pods
        self.events = events
        self.time = time
        queue = WorkQueue(time: time)
        expectations = Expectations(time: time)
        sets.onChange { [queue, expectations] change in
            if case .deleted(let set) = change { expectations.forget(set.key) }
            queue.add(change.object.key)
        }
        let observer = PodSetObserver(sets: sets.objects, queue: queue, expectations: expectations)
        pods.onChange { observer.changed($0) }
    }

    func run() async {
        await Controller(
            name: PodSet.kind.lowercased(), queue: queue, shared: [sets, pods], workers: ControllersLimits.workers
        ) { await reconcile($0) }.run()
    }

    // MARK: One set

    private func reconcile(_ key: ObjectKey) async -> Outcome {
        guard let set = sets.objects.get(key) else { return .done }
        // Before the pods are read: what is seen after this is at most seen too early.
        let waiting = expectations.waitingMilliseconds(key)
        do throws(ClientError) {
            var snapshot = try await snapshot(set, isSeen: waiting == nil)
            let failure: PodWork.Failure?
            switch ReplicaSetPlanner.plan(snapshot) {
            case .none: failure = nil
            case .create(let count): failure = await create(count, set, key)
            case .delete(let excess): failure = await delete(excess, set, key)
            }
            snapshot.now = time.timestamp
            let plan = ReplicaSetStatusPlan(snapshot, failure: failure?.condition)
            let changed = set.with(plan.status)
            if changed.message != set.message { _ = try await client.update(changed, subresource: "status") }
            if let failure { return .failed(failure.message) }
            let retries = [plan.retryAfterMilliseconds, waiting.map { Int(clamping: $0) }].compactMap { $0 }
            return retries.min().map { .retry(afterMilliseconds: $0) } ?? .done
        } catch { return Outcome(error) }
    }

    private func snapshot(_ set: PodSet, isSeen: Bool) async throws(ClientError) -> ReplicaSetSnapshot {
        let store = pods.objects
        let candidates =
            store.byIndex(OwnerIndex.name, set.metadata.uid)
            + store.byIndex(OwnerIndex.name, OwnerIndex.orphans(in: set.metadata.namespace))
        var owned: [Core.Pod] = []
        if let selector = set.podSelector {
            let plan = ClaimPlan(candidates.filter(\.isActive), owner: set.metadata, selector: selector)
            owned = try await client.claim(plan, for: set)
        }
        let terminating = candidates.count {
            $0.metadata.isDeleting && !$0.isFinished && $0.metadata.controllerReference?.uid == set.metadata.uid
        }
        let wanted = set.asReplicaSet
        return ReplicaSetSnapshot(
            replicaSet: wanted, pods: owned, terminatingCount: terminating, isSeen: isSeen,
            podsPerNode: owned.count > ReplicaSetPlanner.wanted(wanted) ? podsPerNode(set, owned) : [:],
            now: time.timestamp)
    }

    /// Of all sets of the same manager, so that a rolling update evens out the nodes.
    private func podsPerNode(_ set: PodSet, _ owned: [Core.Pod]) -> [String: Int] {
        var pods = owned
        if let manager = set.metadata.controllerReference {
            for sibling in sets.objects.byIndex(OwnerIndex.name, manager.uid)
            where sibling.metadata.uid != set.metadata.uid {
                pods += self.pods.objects.byIndex(OwnerIndex.name, sibling.metadata.uid).filter(\.isActive)
            }
        }
        return pods.reduce(into: [:]) { $0[$1.spec.nodeName, default: 0] += 1 }
    }

    // MARK: Deeds

    private func create(_ count: Int, _ set: PodSet, _ key: ObjectKey) async -> PodWork.Failure? {
        let pod = ReplicaSetPlanner.pod(for: set.asReplicaSet, owner: .controller(set))
        expectations.expectCreations(key, count)
        var left = count
        for batch in SlowStart.batches(count) {
            let results = await PodWork.each(Array(repeating: pod, count: batch)) { pod throws(ClientError) in
                try await client.create(pod)
            }
            left -= batch
            var failure: ClientError?
            for result in results {
                switch result {
                case .success(let pod):
                    events.record(
                        about: set, type: "Normal", reason: "SuccessfulCreate",
                        message: "Created pod: \(pod.metadata.name)")
                case .failure(let error):
                    // A call that timed out may have made its pod: its event is still expected, for a while.
                    if error.code != .timeout { expectations.creationsSettled(key) }
                    failure = error
                }
            }
            guard let failure else { continue }
            expectations.creationsSettled(key, left)
            // The namespace is being emptied: nothing to report, and nothing to try again.
            if PodWork.isNamespaceEnding(failure) { return nil }
            events.record(
                about: set, type: "Warning", reason: "FailedCreate", message: "Error creating: \(failure.message)")
            return PodWork.Failure(reason: "FailedCreate", message: failure.message)
        }
        return nil
    }

    private func delete(_ pods: [Core.Pod], _ set: PodSet, _ key: ObjectKey) async -> PodWork.Failure? {
        expectations.expectDeletions(key, pods.map(\.metadata.uid))
        let results = await PodWork.each(pods) { pod throws(ClientError) in
            let metadata = pod.metadata
            try await client.delete(
                Core.Pod.self, namespace: metadata.namespace, name: metadata.name, options: .init(uid: metadata.uid))
            return pod
        }
        var failure: ClientError?
        for (pod, result) in zip(pods, results) {
            switch result {
            case .success:
                events.record(
                    about: set, type: "Normal", reason: "SuccessfulDelete", message: "Deleted pod: \(pod.metadata.name)"
                )
            case .failure(let error):
                expectations.deletionSettled(key, pod.metadata.uid)
                // Gone already, or another of that name: as good as deleted.
                if error.code != .notFound, error.code != .conflict { failure = error }
            }
        }
        guard let failure else { return nil }
        events.record(
            about: set, type: "Warning", reason: "FailedDelete", message: "Error deleting: \(failure.message)")
        return PodWork.Failure(reason: "FailedDelete", message: failure.message)
    }
}
