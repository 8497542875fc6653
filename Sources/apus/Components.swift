import APIServer
import Access
import Client
import Controllers
import HTTP1
import Kubelet
import Objects
import PKIX
import Reactor
import Scheduler

/// The components of a node and of the control plane that run beside the API server, each with its own identity.
struct Components: Sendable {
    private let admin: ClusterClient
    private let kubelet: Kubelet
    private let controllers: ControllerManager
    private let scheduler: Scheduler
    private let runtime: ContainerRuntime
    private let nodeName: String

    /// Milliseconds between looks at what must be true before the cluster is ready.
    private static let pollMilliseconds = 50

    /// - Parameter controllers: as the flags say; the authority's certificate is filled in here.
    init(
        server: ServerAssembly, runtime: ContainerRuntime, nodeName: String,
        controllers settings: ControllersConfiguration
    ) throws {
        self.runtime = runtime
        self.nodeName = nodeName
        let pki = server.pki
        func client(_ name: String) throws -> ClusterClient {
            let path = name == "admin" ? "\(pki.directory)/admin.kubeconfig" : "\(pki.directory)/pki/\(name).kubeconfig"
            return try ClusterClient(
                try Kubeconfig(path: path).configuration().of(name), loop: server.loops.leastLoaded())
        }
        admin = try client("admin")
        let tls = TLSServerConfiguration(
            certificateChain: .bytes(pki.node.certificate), privateKey: .bytes(pki.node.key),
            clientAuthorities: .bytes(pki.authority), applicationProtocols: HTTP1.applicationProtocols)
        let layout = runtime.layout
        kubelet = try Kubelet(
            KubeletConfiguration(
                nodeName: nodeName, criSocket: layout.socketPath, dataDirectory: layout.kubeletFolder,
                nodeIP: MachineAddress.primary, port: 0, tls: tls, cgroupParent: layout.cgroupParent),
            client: try client("kubelet"), loops: server.loops)
        var settings = settings
        settings.authorityCertificate = String(decoding: pki.authority, as: UTF8.self)
        settings.tokenKey = try TokenKey(pem: pki.serviceAccountKey, name: "\(pki.directory)/pki/sa.key")
        settings.certificateIssuer = try CertificateIssuer(
            CertificatePair(certificate: pki.authority, key: pki.authorityKey))
        controllers = ControllerManager(client: try client("controller-manager"), configuration: settings)
        scheduler = Scheduler(client: try client("scheduler"), configuration: SchedulerConfiguration())
    }

    /// Until the task is cancelled.
    func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await kubelet.run() }
            group.addTask { await controllers.run() }
            group.addTask { await scheduler.run() }
            group.addTask { await runtime.keep() }
        }
    }

    /// Until the node says that it is ready for pods.
    func waitUntilReady(seconds: Int) async throws {
        for _ in 0..<seconds * 1000 / Self.pollMilliseconds {
            if let node = try? await admin.get(Core.Node.self, name: nodeName),
                node.status.conditions.contains(where: { $0.type == "Ready" && $0.status == "True" })
            {
                return
            }
            try await Task.sleep(for: .milliseconds(Self.pollMilliseconds))
        }
        throw SetupError(
            "the node \(nodeName) is not ready after \(seconds) seconds: see the log above, and `apusctl describe node`"
        )
    }
}
