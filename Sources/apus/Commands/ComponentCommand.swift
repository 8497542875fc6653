import Client
import Controllers
import Glibc
import Reactor
import Scheduler

/// `apus scheduler` and `apus controller-manager`: one component of the control plane, anywhere that reaches the API server.
enum ComponentCommand {
    static let flags: [Flags.Flag] = [
        .init(
            name: "kubeconfig", value: "FILE",
            help: "how to reach the API server (default: $KUBECONFIG, then .apus/admin.kubeconfig)"),
        .init(name: "help", value: nil, help: "show this"),
    ]

    static func runScheduler(_ arguments: [String]) throws {
        try run("scheduler", "Gives pods their nodes.", arguments) { client, _ in
            await Scheduler(client: client, configuration: SchedulerConfiguration()).run()
        }
    }

    static func runControllers(_ arguments: [String]) throws {
        try run("controller-manager", "Runs the controllers.", arguments) { client, authority in
            await ControllerManager(
                client: client, configuration: ControllersConfiguration(rootCertificate: authority)
            ).run()
        }
    }

    private static func run(
        _ name: String, _ about: String, _ arguments: [String],
        _ work: @escaping @Sendable (_ client: ClusterClient, _ authority: String) async -> Void
    ) throws {
        let flags = try Flags(arguments, known: flags)
        if flags.isSet("help") {
            Console.print(Flags.help(name, about, Self.flags))
            return
        }
        let environment = getenv("KUBECONFIG").map { String(cString: $0) }
        let path = Kubeconfig.path(flag: flags["kubeconfig"], environment: environment)
        let configuration = try Kubeconfig(path: path).configuration()
        Service.run(name, graceSeconds: 5) {
            let loops = try EventLoopGroup(count: 1)
            let client = try ClusterClient(configuration, loop: loops.leastLoaded())
            let authority = configuration.authorityText ?? ""
            let running = Task { await work(client, authority) }
            Console.log("\(name): works on \(configuration.endpoint)")
            return {
                running.cancel()
                await running.value
                await client.close()
                await loops.shutdown()
            }
        }
    }
}

extension ClientConfiguration {
    /// The authority that the server's certificate must be signed by, PEM, when the configuration carries it.
    var authorityText: String? {
        guard case .authorities(.bytes(let bytes))? = tls?.verification else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}
