import Client
import Objects
import Reconcile

/// Rolls out Deployments through ReplicaSets.
struct DeploymentController: Sendable {
    private let client: ClusterClient
    private let deployments: Informer<Apps.Deployment>
    private let sets: Informer<Apps.ReplicaSet>
    private let pods: Informer<Core.Pod>
    private let events: EventRecorder
    private let time: TimeSource
    private let queue: WorkQueue<ObjectKey>
    private let written: WriteBarrier<ObjectKey>

    /// - Parameters:
    ///   - sets: indexed by `OwnerIndex`, as `pods` are; none runs yet.
    init(
        client: ClusterClient, deployments: Informer<Apps.Deployment>, sets: Informer<Apps.ReplicaSet>,
        pods: Informer<Core.Pod>, events: EventRecorder, time: TimeSource
    ) {
        self.client = client
        self.deployments = deployments
        self.sets = sets
        self.pods = pods
        self.events = events
        self.time = time
        queue = WorkQueue(time: time)
        written = WriteBarrier(time: time)
        deployments.onChange { [queue, written] change in
            if case .deleted(let deployment) = change { written.forget(deployment.key) }
            queue.add(change.object.key)
        }
        let observer = DeploymentObserver(
            deployments: deployments.objects, sets: sets.objects, queue: queue, written: written)
        sets.onChange { observer.changed($0) }
        pods.onChange { observer.changed($0) }
    }

    func run() async {
        await Controller(
            name: "deployment", queue: queue, shared: [deployments, sets, pods], workers: ControllersLimits.workers
        ) { await reconcile($0) }.run()
    }

    private func reconcile(_ key: ObjectKey) async -> Outcome {
        guard let deployment = deployments.objects.get(key),
            let selector = LabelSelector.ofWorkload(deployment.spec.selector)
        else { return .done }
        if written.isBehind(key, cached: { sets.objects.get($0)?.metadata.resourceVersion }) {
            return .retry(afterMilliseconds: ControllersLimits.conflictMilliseconds)
        }
        do throws(ClientError) {
            let store = sets.objects
            let candidates =
                store.byIndex(OwnerIndex.name, deployment.metadata.uid)
                + store.byIndex(OwnerIndex.name, OwnerIndex.orphans(in: key.namespace))
            let claim = ClaimPlan(candidates, owner: deployment.metadata, selector: selector)
            let owned = try await client.claim(claim, for: deployment)
            let snapshot = DeploymentSnapshot(
                deployment: deployment, replicaSets: owned, setsWithPods: setsWithPods(deployment, owned),
                now: time.timestamp)
            let plan = DeploymentPlanner.plan(snapshot)
            try await carryOut(plan, deployment)
            return plan.retryAfterMilliseconds.map { .retry(afterMilliseconds: $0) } ?? .done
        } catch { return Outcome(error) }
    }

    /// Only a Deployment that replaces all pods at once asks for them.
    private func setsWithPods(_ deployment: Apps.Deployment, _ owned: [Apps.ReplicaSet]) -> Set<String> {
        guard deployment.spec.strategy.type == "Recreate" else { return [] }
        let uids = owned.map(\.metadata.uid)
        return Set(uids.filter { pods.objects.byIndex(OwnerIndex.name, $0).contains { !$0.isFinished } })
    }

    // MARK: Deeds

    private func carryOut(_ plan: DeploymentPlan, _ deployment: Apps.Deployment) async throws(ClientError) {
        for change in plan.changes {
            switch change {
            case .create(let set):
                guard try await create(set, deployment) else { return }
            case .update(let set, let before):
                let stored = try await client.update(set)
                written.wrote(deployment.key, stored)
                recordScaling(deployment, set, from: before)
            case .delete(let set):
                let metadata = set.metadata
                let options = DeleteParameters(uid: metadata.uid, resourceVersion: metadata.resourceVersion)
                do throws(ClientError) {
                    try await client.delete(
                        Apps.ReplicaSet.self, namespace: metadata.namespace, name: metadata.name, options: options)
                } catch { guard error.code == .notFound else { throw error } }
            }
        }
        var current = deployment
        if let revision = plan.revision {
            current.metadata.annotations[DeploymentAnnotations.revision] = revision
            current = try await client.update(current)
        }
        var status = plan.status
        status.observedGeneration = current.metadata.generation
        guard status != current.status else { return }
        current.status = status
        _ = try await client.update(current, subresource: "status")
    }

    /// - Returns: whether the ReplicaSet is there; false: the Deployment is planned for again with its next event.
    private func create(_ set: Apps.ReplicaSet, _ deployment: Apps.Deployment) async throws(ClientError) -> Bool {
        do throws(ClientError) {
            let stored = try await client.create(set)
            written.wrote(deployment.key, stored)
            recordScaling(deployment, stored, from: 0)
            return true
        } catch {
            if PodWork.isNamespaceEnding(error) { return false }
            if error.code == .alreadyExists { return try await settleCollision(set, deployment) }
            events.record(
                about: deployment, type: "Warning", reason: "ReplicaSetCreateError",
                message: "Failed to create new replica set \"\(set.metadata.name)\": \(error.message)")
            try await noteFailure(deployment, set, error)
            throw error
        }
    }

    /// A ReplicaSet of that name exists: it is ours and the cache was late, or the name is taken and another is needed.
    private func settleCollision(
        _ set: Apps.ReplicaSet, _ deployment: Apps.Deployment
    ) async throws(ClientError) -> Bool {
        let found = try await client.get(
            Apps.ReplicaSet.self, namespace: set.metadata.namespace, name: set.metadata.name)
        if found.metadata.controllerReference?.uid == deployment.metadata.uid,
            PodTemplateHash.areEqual(found.spec.template, set.spec.template)
        {
            written.wrote(deployment.key, found)
            queue.add(deployment.key)
            return false
        }
        var changed = deployment
        changed.status.collisionCount = ControllersLimits.count(deployment.status.collisionCount) + 1
        _ = try await client.update(changed, subresource: "status")
        return false
    }

    private func noteFailure(
        _ deployment: Apps.Deployment, _ set: Apps.ReplicaSet, _ error: ClientError
    ) async throws(ClientError) {
        guard error.code != .unavailable, error.code != .timeout else { return }
        var conditions = DeploymentConditions(deployment.status.conditions, now: time.timestamp)
        conditions.set(
            .progressing, "False", "ReplicaSetCreateError",
            "Failed to create new replica set \"\(set.metadata.name)\": \(error.message)")
        var changed = deployment
        changed.status.conditions = conditions.list
        guard changed.status != deployment.status else { return }
        _ = try await client.update(changed, subresource: "status")
    }

    private func recordScaling(_ deployment: Apps.Deployment, _ set: Apps.ReplicaSet, from before: Int) {
        let size = ControllersLimits.count(set.spec.replicas)
        guard size != before else { return }
        events.record(
            about: deployment, type: "Normal", reason: "ScalingReplicaSet",
            message:
                "Scaled \(size > before ? "up" : "down") replica set \(set.metadata.name) from \(before) to \(size)")
    }
}

/// Turns what happens to ReplicaSets and pods into Deployments that are to be looked at. Holds no informer, since
/// informers hold it.
struct DeploymentObserver: Sendable {
    let deployments: ObjectStore<Apps.Deployment>
    let sets: ObjectStore<Apps.ReplicaSet>
    let queue: WorkQueue<ObjectKey>
    let written: WriteBarrier<ObjectKey>

    func changed(_ change: Change<Apps.ReplicaSet>) {
        let set = change.object
        if case .updated(let old, _) = change,
            old.metadata.controllerReference?.uid != set.metadata.controllerReference?.uid, let key = deploymentKey(old)
        {
            queue.add(key)
        }
        if let key = deploymentKey(set) {
            if case .deleted = change { written.forget(key, set.key) }
            queue.add(key)
        } else if set.metadata.controllerReference == nil {
            for deployment in deployments.all() where deployment.metadata.namespace == set.metadata.namespace {
                if LabelSelector.ofWorkload(deployment.spec.selector)?.matches(set.metadata.labels) == true {
                    queue.add(deployment.key)
                }
            }
        }
    }

    /// The end of an old pod may be what a Deployment that replaces all at once waits for.
    func changed(_ change: Change<Core.Pod>) {
        let pod = change.object
        if case .added = change { return }
        if case .updated = change, !pod.isFinished { return }
        guard let owner = pod.metadata.controllerReference, owner.kind == Apps.ReplicaSet.kind,
            let set = sets.get(namespace: pod.metadata.namespace, name: owner.name), let key = deploymentKey(set),
            deployments.get(key)?.spec.strategy.type == "Recreate"
        else { return }
        queue.add(key)
    }

    private func deploymentKey(_ set: Apps.ReplicaSet) -> ObjectKey? {
        guard let owner = set.metadata.controllerReference, owner.kind == Apps.Deployment.kind,
            owner.apiVersion == Apps.Deployment.resource.apiVersion
        else { return nil }
        return ObjectKey(namespace: set.metadata.namespace, name: owner.name)
    }
}
