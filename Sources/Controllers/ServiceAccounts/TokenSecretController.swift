import Access
import Client
import Objects
import Reconcile

/// Puts tokens into the Secrets that ask for one (type `kubernetes.io/service-account-token`), and deletes them with their
/// accounts.
struct TokenSecretController: Sendable {
    private let client: ClusterClient
    private let secrets: Informer<Core.Secret>
    private let accounts: Informer<Core.ServiceAccount>
    private let plan: TokenSecretPlan
    private let queue: WorkQueue<ObjectKey>

    init(client: ClusterClient, plan: TokenSecretPlan, time: TimeSource) {
        self.client = client
        self.plan = plan
        secrets = Informer(client, fields: "type=\(LegacyToken.secretType)", time: time)
        accounts = Informer(client, time: time)
        queue = WorkQueue(time: time)
        let objects = secrets.objects
        queue.follow(secrets)
        accounts.onChange { [queue] change in
            let account = change.object.metadata
            for secret in objects.all()
            where secret.metadata.namespace == account.namespace
                && secret.metadata.annotations[LegacyToken.accountName] == account.name
            { queue.add(secret.key) }
        }
    }

    func run() async {
        await Controller(name: "serviceaccount-token", queue: queue, own: [secrets, accounts], workers: 1) {
            await reconcile($0)
        }.run()
    }

    private func reconcile(_ key: ObjectKey) async -> Outcome {
        guard let secret = secrets.objects.get(key) else { return .done }
        let name = secret.metadata.annotations[LegacyToken.accountName] ?? ""
        do throws(ClientError) {
            var step = plan.step(secret, account: accounts.objects.get(namespace: key.namespace, name: name))
            // The cache may be late: nobody's token is taken away for that.
            if case .delete = step {
                do throws(ClientError) {
                    step = plan.step(
                        secret,
                        account: try await client.get(Core.ServiceAccount.self, namespace: key.namespace, name: name))
                } catch { guard error.code == .notFound else { throw error } }
            }
            switch step {
            case .nothing: break
            case .write(let written): _ = try await client.update(written)
            case .delete:
                _ = try await client.delete(
                    Core.Secret.resource, key, as: Core.Secret.descriptor,
                    options: DeleteParameters(uid: secret.metadata.uid))
            }
            return .done
        } catch { return error.code == .notFound ? .done : Outcome(error) }
    }
}
