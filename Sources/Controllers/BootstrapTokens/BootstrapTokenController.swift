import Access
import Client
import Objects
import Reconcile

/// Keeps `cluster-info` signed by the bootstrap tokens that there are, and deletes those whose time is over.
struct BootstrapTokenController: Sendable {
    private let client: ClusterClient
    private let tokens: Informer<Core.Secret>
    private let maps: Informer<Core.ConfigMap>
    private let time: TimeSource
    private let signing: WorkQueue<ObjectKey>
    private let cleaning: WorkQueue<ObjectKey>

    init(client: ClusterClient, time: TimeSource) {
        self.client = client
        self.time = time
        tokens = Informer(
            client, namespace: BootstrapSecret.namespace, fields: "type=\(BootstrapSecret.type)", time: time)
        maps = Informer(
            client, namespace: ClusterInfoSignatures.namespace, fields: "metadata.name=\(ClusterInfoSignatures.name)",
            time: time)
        signing = WorkQueue(time: time)
        cleaning = WorkQueue(time: time)
        let map = ObjectKey(namespace: ClusterInfoSignatures.namespace, name: ClusterInfoSignatures.name)
        tokens.onChange { [signing] _ in signing.add(map) }
        signing.follow(maps)
        cleaning.follow(tokens)
    }

    func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                await Controller(name: "bootstrap-signer", queue: signing, own: [maps], shared: [tokens], workers: 1) {
                    await sign($0)
                }.run()
            }
            group.addTask {
                await Controller(name: "token-cleaner", queue: cleaning, own: [tokens], workers: 1) {
                    await clean($0)
                }.run()
            }
        }
    }

    private var now: Int64 { time.timestamp.seconds }

    private func sign(_ key: ObjectKey) async -> Outcome {
        guard let map = maps.objects.get(key),
            let signed = ClusterInfoSignatures.signed(map, by: tokens.objects.all(), now: now)
        else { return .done }
        do throws(ClientError) {
            _ = try await client.update(signed)
            return .done
        } catch { return error.code == .notFound ? .done : Outcome(error) }
    }

    private func clean(_ key: ObjectKey) async -> Outcome {
        guard let token = tokens.objects.get(key), case .at(let end) = BootstrapSecret(token).end else { return .done }
        let now = now
        guard end <= now else {
            // Clocks are set: what is far away is looked at again before.
            let wait = min(end - now, ControllersLimits.tokenEndSeconds)
            return .retry(afterMilliseconds: Int(wait) * 1000)
        }
        do throws(ClientError) {
            try await client.delete(
                Core.Secret.self, namespace: key.namespace, name: key.name,
                options: DeleteParameters(uid: token.metadata.uid))
            return .done
        } catch {
            // Gone, or another one of that name by now: its event comes.
            return error.code == .notFound || error.code == .conflict ? .done : Outcome(error)
        }
    }
}
