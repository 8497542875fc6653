public import Client
import Objects
import Reconcile

/// All controllers of a cluster, run together.
public struct ControllerManager: Sendable {
    private let client: ClusterClient
    private let configuration: ControllersConfiguration

    public init(client: ClusterClient, configuration: ControllersConfiguration) {
        self.client = client
        self.configuration = configuration
    }

    /// Until the task is cancelled. Waits for the API server when it is not there yet, and for its turn to lead.
    public func run() async {
        await LeaderElector.run(
            client: client, lease: "kube-controller-manager", holder: configuration.leaseHolder,
            time: configuration.time
        ) { await runControllers() }
    }

    /// One term: everything is made anew, since what an earlier term knew may be wrong by now.
    private func runControllers() async {
        let time = configuration.time
        // One queue; each controller speaks under the name that Kubernetes' has.
        let events = EventRecorder(client, component: "kube-controller-manager", time: time)
        let deployments = Informer<Apps.Deployment>(client, time: time)
        let sets = Informer<Apps.ReplicaSet>(client, time: time)
        let replicationControllers = Informer<Core.ReplicationController>(client, time: time)
        let pods = Informer<Core.Pod>(client, time: time)
        let nodes = Informer<Core.Node>(client, time: time)
        sets.objects.addIndex(OwnerIndex.name) { OwnerIndex.keys(of: $0) }
        replicationControllers.objects.addIndex(OwnerIndex.name) { OwnerIndex.keys(of: $0) }
        pods.objects.addIndex(OwnerIndex.name) { OwnerIndex.keys(of: $0) }
        pods.objects.addIndex(StorageProtectionController.claimIndex) { StorageProtectionController.indexKeys(of: $0) }
        pods.objects.addIndex(NodeLifecycleController.nodeIndex) { pod in
            pod.spec.nodeName.isEmpty ? [] : [pod.spec.nodeName]
        }
        // All before the informers run: handlers must not miss the first list.
        let deploymentController = DeploymentController(
            client: client, deployments: deployments, sets: sets, pods: pods,
            events: events.speaking(as: "deployment-controller"), time: time)
        let setController = PodSetController(
            client: client, sets: sets, pods: pods, events: events.speaking(as: "replicaset-controller"), time: time)
        let replicationController = PodSetController(
            client: client, sets: replicationControllers, pods: pods,
            events: events.speaking(as: "replication-controller"), time: time)
        let namespaceController = NamespaceController(
            client: client, authority: configuration.authorityCertificate, time: time)
        let nodeController = NodeLifecycleController(
            client: client, nodes: nodes, pods: pods, events: events.speaking(as: "node-controller"),
            graceMilliseconds: configuration.nodeGraceMilliseconds, time: time)
        let evictionController = PodEvictionController(
            client: client, nodes: nodes, pods: pods, events: events.speaking(as: "taint-eviction-controller"),
            evictionMilliseconds: configuration.podEvictionMilliseconds, time: time)
        let lostPods = LostNodePodCollector(client: client, nodes: nodes, pods: pods, time: time)
        let quotaController = QuotaController(client: client, pods: pods, time: time)
        let disruptionController = DisruptionController(
            client: client, pods: pods, events: events.speaking(as: "controllermanager"), time: time)
        let storageProtection = StorageProtectionController(client: client, pods: pods, time: time)
        let attributesClasses = AttributesClassProtection(client: client, time: time)
        let tokenSecrets = configuration.tokenKey.map { key in
            TokenSecretController(
                client: client, plan: TokenSecretPlan(authority: configuration.authorityCertificate, key: key),
                time: time)
        }
        let bootstrapTokens = BootstrapTokenController(client: client, time: time)
        let unusedTokens = UnusedTokenCleaning(
            client: client, pods: pods, unusedSeconds: configuration.unusedTokenSeconds, time: time)
        let signingRequests = Informer<Certificates.CertificateSigningRequest>(client, time: time)
        let approving = CertificateApproving(client: client, requests: signingRequests, time: time)
        let cleaning = CertificateCleaning(client: client, requests: signingRequests, time: time)
        let signing = configuration.certificateIssuer.map { issuer in
            CertificateSigning(
                client: client, requests: signingRequests,
                plan: CertificateSigningPlan(issuer: issuer, limitSeconds: configuration.certificateSeconds),
                time: time)
        }
        let roleAggregation = RoleAggregationController(client: client, time: time)
        let collector = GarbageCollector(client: client, events: events, time: time)
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await events.run() }
            group.addTask { await deployments.run() }
            group.addTask { await sets.run() }
            group.addTask { await replicationControllers.run() }
            group.addTask { await pods.run() }
            group.addTask { await nodes.run() }
            group.addTask { await namespaceController.run() }
            group.addTask { await deploymentController.run() }
            group.addTask { await setController.run() }
            group.addTask { await replicationController.run() }
            group.addTask { await quotaController.run() }
            group.addTask { await disruptionController.run() }
            group.addTask { await storageProtection.run() }
            group.addTask { await attributesClasses.run() }
            if let tokenSecrets { group.addTask { await tokenSecrets.run() } }
            group.addTask { await bootstrapTokens.run() }
            group.addTask { await unusedTokens.run() }
            group.addTask { await signingRequests.run() }
            group.addTask { await approving.run() }
            group.addTask { await cleaning.run() }
            if let signing { group.addTask { await signing.run() } }
            group.addTask { await nodeController.run() }
            group.addTask { await evictionController.run() }
            group.addTask { await lostPods.run() }
            group.addTask { await roleAggregation.run() }
            group.addTask { await collector.run() }
            // Ends when cancelled: then each of them does.
            await group.waitForAll()
        }
    }
}
