import Access
import Client
import Objects
import Reconcile

/// Looks once a day for ServiceAccounts' tokens in Secrets that nobody uses, and carries out `UnusedTokenPlan`.
struct UnusedTokenCleaning: Sendable {
    private let client: ClusterClient
    private let pods: Informer<Core.Pod>
    private let unusedSeconds: Int64
    private let time: TimeSource

    /// - Parameters:
    ///   - pods: that somebody else runs.
    ///   - unusedSeconds: for how long a token is kept that is not used.
    init(client: ClusterClient, pods: Informer<Core.Pod>, unusedSeconds: Int, time: TimeSource) {
        self.client = client
        self.pods = pods
        self.unusedSeconds = Int64(unusedSeconds)
        self.time = time
    }

    /// Until the task is cancelled. What fails is tried again at the next look.
    func run() async {
        await pods.waitUntilSynced()
        while !Task.isCancelled {
            do throws(ClientError) { try await look() } catch {
                // Without the server's word since when it notes the use of tokens, nothing is known.
                if error.code != .notFound, error.code != .cancelled {
                    StandardError.write("legacy-service-account-token-cleaner: \(error.message)")
                }
            }
            await time.sleep(ControllersLimits.unusedTokenMilliseconds)
        }
    }

    private func look() async throws(ClientError) {
        let plan = UnusedTokenPlan(unusedSeconds: unusedSeconds, now: time.timestamp.seconds)
        let map = try await client.get(
            Core.ConfigMap.self, namespace: LegacyToken.trackingNamespace, name: LegacyToken.trackingMap)
        guard plan.mayJudge(map) else { return }
        let secrets = try await client.list(Core.Secret.self, fields: "type=\(LegacyToken.secretType)").items
        guard !secrets.isEmpty else { return }
        var accounts: [ObjectKey: Core.ServiceAccount] = [:]
        for account in try await client.list(Core.ServiceAccount.self).items { accounts[account.key] = account }
        var mounted: Set<NodeReferences.Object> = []
        for pod in pods.objects.all() { mounted.formUnion(NodeReferences.of(pod)) }
        for secret in secrets {
            let key = secret.key
            let account = ObjectKey(
                namespace: key.namespace, name: secret.metadata.annotations[LegacyToken.accountName] ?? "")
            let step = plan.step(
                secret, account: accounts[account],
                isMounted: mounted.contains(.init(.secret, namespace: key.namespace, name: key.name)))
            do throws(ClientError) { try await carryOut(step, secret) } catch {
                guard error.code == .notFound || error.code == .conflict else { throw error }
            }
        }
    }

    private func carryOut(_ step: UnusedTokenPlan.Step, _ secret: Core.Secret) async throws(ClientError) {
        let metadata = secret.metadata
        switch step {
        case .keep: break
        case .invalidate(let day):
            _ = try await client.mergePatch(
                Core.Secret.self, namespace: metadata.namespace, name: metadata.name,
                json: MetadataPatch(of: metadata).label(LegacyToken.invalidSince, day).json)
        case .delete:
            try await client.delete(
                Core.Secret.self, namespace: metadata.namespace, name: metadata.name,
                options: DeleteParameters(uid: metadata.uid, resourceVersion: metadata.resourceVersion))
        }
    }
}
