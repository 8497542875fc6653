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
            case .updated(let old, let new):
                // What a pod asks for, and its deadline, count in its generation; where it runs does not.
                if old.isFinished == new.isFinished, old.metadata.generation == new.metadata.generation { return }
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
            group.addTask {
                await Controller(
                    name: "resourcequota", queue: queue, own: [quotas], shared: [pods],
                    workers: ControllersLimits.workers
                ) { await reconcile($0) }.run()
            }
            group.addTask {
                await quotas.waitUntilSynced()
                await follow()
            }
        }
    }

    /// Follows the resources beside pods that quotas name, and counts all of them again from time to time.
    private func follow() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                while !Task.isCancelled {
                    for quota in quotas.objects.all() { queue.add(quota.key) }
                    limitsChanged.continuation.yield()
                    await time.sleep(ControllersLimits.quotaRecountMilliseconds)
                }
            }
            var followed: [ResourceName: Followed] = [:]
            for await _ in limitsChanged.stream {
                let wanted = Set(quotas.objects.all().flatMap { QuotaStatusPlan.resources($0) }).subtracting(["pods"])
                guard let kinds = try? await client.servedKinds() else { continue }
                let served = Set(kinds.map(\.resource))
                for (resource, source) in followed where !served.contains(resource) {
                    source.end.signal()
                    followed[resource] = nil
                }
                for kind in kinds where wanted.contains(kind.resource.description) && followed[kind.resource] == nil {
                    let source = Followed(source: source(of: kind.resource))
                    followed[kind.resource] = source
                    group.addTask { await source.end.run { await follow(source.source) } }
                }
            }
            group.cancelAll()
        }
    }

    private func follow(_ source: any SyncingSource) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await source.run() }
            await source.waitUntilSynced()
            // What went before it was followed is counted once it is.
            for quota in quotas.objects.all() { queue.add(quota.key) }
        }
    }

    /// A resource that is followed, until it is not served any more.
    private struct Followed: Sendable {
        let source: any SyncingSource
        let end = EarlyEnd()
    }

    /// Tells of what gives something back: deletions, and changes that may.
    private func source(of resource: ResourceName) -> any SyncingSource {
        switch resource.description {
        case "services": return informer { (old: Core.Service, new) in QuotaRelease.mayFollow(old, new) }
        case "persistentvolumeclaims":
            return informer { (old: Core.PersistentVolumeClaim, new) in QuotaRelease.mayFollow(old, new) }
        default:
            return MetadataInformer(client, resource, time: time) { [queue, quotas = quotas.objects] change in
                guard case .gone(let metadata) = change else { return }
                Self.recount(metadata.namespace, quotas, queue)
            }
        }
    }

    /// - Parameter mayFollow: whether a change may give something back.
    private func informer<T: ResourceView>(_ mayFollow: @escaping @Sendable (T, T) -> Bool) -> Informer<T> {
        let informer = Informer<T>(client, time: time)
        informer.onChange { [queue, quotas = quotas.objects] change in
            switch change {
            case .added: return
            case .updated(let old, let new): guard mayFollow(old, new) else { return }
            case .deleted: break
            }
            Self.recount(change.object.metadata.namespace, quotas, queue)
        }
        return informer
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
            let status = QuotaStatusPlan(quota, objects: objects, classes: try await classes(wanted)).status
            guard status != quota.status else { return .done }
            var changed = quota
            changed.status = status
            _ = try await client.update(changed, subresource: "status")
            // Admission counts an object before it is stored: one that was on its way between is missing here.
            let hasSunk = quota.status.used.entries.contains { (status.used[$0.key] ?? Quantity(0)) < $0.value }
            return hasSunk ? .retry(afterMilliseconds: ControllersLimits.quotaSecondCountMilliseconds) : .done
        } catch { return Outcome(error) }
    }

    /// Those of devices, where a quota is about devices.
    private func classes(_ wanted: Set<String>) async throws(ClientError) -> DeviceClassNames {
        guard wanted.contains(DeviceUsage.resource) else { return DeviceClassNames() }
        do throws(ClientError) {
            return DeviceClassNames(try await client.list(Resources.DeviceClass.self).items)
        } catch {
            guard error.code == .notFound else { throw error }
            return DeviceClassNames()
        }
    }

    /// Whole objects where their content counts, otherwise metadata.
    private func objects(_ kind: ServedKind, in namespace: String) async throws(ClientError) -> [Message] {
        let counted: MessageDescriptor =
            switch kind.resource.description {
            case "pods": Core.Pod.descriptor
            case "services": Core.Service.descriptor
            case "persistentvolumeclaims": Core.PersistentVolumeClaim.descriptor
            case DeviceUsage.resource: Resources.ResourceClaim.descriptor
            default: Meta.PartialObjectMetadata.descriptor
            }
        return try await client.list(kind.resource, as: counted, namespace: namespace).items
    }
}
