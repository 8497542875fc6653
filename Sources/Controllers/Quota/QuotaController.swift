import Client
import Objects
import Policy
import Reconcile
import Synchronization

/// Counts what quotas limit, as often as something may have become less: what becomes more, admission counts itself.
struct QuotaController: Sendable {
    private let client: ClusterClient
    private let quotas: Informer<Core.ResourceQuota>
    private let pods: Informer<Core.Pod>
    private let time: TimeSource
    private let queue: WorkQueue<ObjectKey>
    /// Says that a quota may be about something that is not followed yet.
    private let limitsChanged = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))

    /// - Parameter pods: not running yet.
    init(client: ClusterClient, pods: Informer<Core.Pod>, time: TimeSource) {
        self.client = client
        self.pods = pods
        self.time = time
        quotas = Informer(client, time: time)
        queue = WorkQueue(time: time)
        quotas.onChange { [queue, limitsChanged] change in
            if case .deleted = change { return }
            // Its own status is no news.
            if case .updated(let old, let new) = change, old.spec == new.spec { return }
            queue.add(change.object.key)
            limitsChanged.continuation.yield()
        }
        pods.onChange { [queue, quotas = quotas.objects] change in
            switch change {
            case .added: return
            case .updated(let old, let new): if old.isFinished == new.isFinished { return }
            case .deleted: break
            }
            Self.recount(change.object.metadata.namespace, quotas, queue)
        }
    }

    private static func recount(
        _ namespace: String, _ quotas: ObjectStore<Core.ResourceQuota>, _ queue: WorkQueue<ObjectKey>
    ) {
        for quota in quotas.all() where quota.metadata.namespace == namespace { queue.add(quota.key) }
    }

    func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await quotas.run() }
            await quotas.waitUntilSynced()
            await pods.waitUntilSynced()
            group.addTask {
                await Controller(name: "resourcequota", queue: queue, workers: ControllersLimits.workers) {
                    await reconcile($0)
                }.run()
                queue.shutDown()
            }
            group.addTask { await follow() }
            await group.waitForAll()
        }
    }

    /// Follows the resources beside pods that quotas name, and counts all of them again from time to time.
    private func follow() async {
        var followed: Set<ResourceName> = []
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                while !Task.isCancelled {
                    for quota in quotas.objects.all() { queue.add(quota.key) }
                    limitsChanged.continuation.yield()
                    await time.sleep(ControllersLimits.quotaRecountMilliseconds)
                }
            }
            for await _ in limitsChanged.stream {
                let wanted = Set(quotas.objects.all().flatMap { QuotaStatusPlan.resources($0) }).subtracting(["pods"])
                guard !wanted.isSubset(of: followed.map(\.description)), let kinds = try? await client.servedKinds()
                else { continue }
                for kind in kinds
                where wanted.contains(kind.resource.description) && followed.insert(kind.resource).inserted {
                    let informer = MetadataInformer(client, kind.resource, time: time) {
                        [queue, quotas = quotas.objects] change in
                        guard case .gone(let metadata) = change else { return }
                        Self.recount(metadata.namespace, quotas, queue)
                    }
                    group.addTask { await informer.run() }
                    group.addTask {
                        // What went before it was followed is counted once it is.
                        while !informer.isSynced, !Task.isCancelled {
                            await time.sleep(ControllersLimits.setUpRetryMilliseconds)
                        }
                        for quota in quotas.objects.all() { queue.add(quota.key) }
                    }
                }
            }
            group.cancelAll()
        }
    }

    private func reconcile(_ key: ObjectKey) async -> Outcome {
        do throws(ClientError) {
            // As the server has it: what admission counts meanwhile makes the update a conflict, and the next try counts.
            let quota: Core.ResourceQuota
            do throws(ClientError) {
                quota = try await client.get(Core.ResourceQuota.self, namespace: key.namespace, name: key.name)
            } catch {
                guard error.code == .notFound else { throw error }
                return .done
            }
            let wanted = QuotaStatusPlan.resources(quota)
            var objects: [String: [Message]] = [:]
            for kind in try await client.servedKinds()
            where kind.isNamespaced && wanted.contains(kind.resource.description) {
                objects[kind.resource.description] = try await self.objects(kind, in: key.namespace)
            }
            let status = QuotaStatusPlan(quota, objects: objects).status
            guard status != quota.status else { return .done }
            var changed = quota
            changed.status = status
            _ = try await client.update(changed, subresource: "status")
            return .done
        } catch { return Outcome(error) }
    }

    /// Whole objects where their content counts, otherwise metadata.
    private func objects(_ kind: ServedKind, in namespace: String) async throws(ClientError) -> [Message] {
        let counted: MessageDescriptor =
            switch kind.resource.description {
            case "pods": Core.Pod.descriptor
            case "services": Core.Service.descriptor
            case "persistentvolumeclaims": Core.PersistentVolumeClaim.descriptor
            case QuotaUsage.devicesResource: Resources.ResourceClaim.descriptor
            default: Meta.PartialObjectMetadata.descriptor
            }
        return try await client.list(kind.resource, as: counted, namespace: namespace).items
    }
}
