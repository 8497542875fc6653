import APIServer
import Access
import Client
import Controllers
import Glibc
import PKIX
import Reactor
import Scheduler

/// `apus scheduler` and `apus controller-manager`: one component of the control plane, anywhere that reaches the API server.
enum ComponentCommand {
    static let kubeconfigFlag = Flags.Flag(
        name: "kubeconfig", value: "FILE",
        help: "how to reach the API server (default: $KUBECONFIG, then .apus/admin.kubeconfig)")

    private static let tokenKeyFlag = Flags.Flag(
        name: "service-account-private-key-file", value: "FILE",
        help: "signs the tokens of Secrets that ask for one (default: they get none)")

    private static let authorityFlags: [Flags.Flag] = [
        .init(
            name: "cluster-signing-cert-file", value: "FILE",
            help: "the authority that signs certificates (default: none are signed)"),
        .init(name: "cluster-signing-key-file", value: "FILE", help: "its key"),
    ]

    private static let electionFlag = Flags.Flag(
        name: "leader-elect", value: "true|false",
        fallback: "true", help: "of several, one works at a time: the one that holds the lease")

    /// A name that no other process has; nil: no lease is held.
    private static func leaseHolder(_ flags: Flags) throws(FlagError) -> String? {
        switch flags[electionFlag.name] ?? "true" {
        case "true": return "\(PKI.hostName())_\(String(UInt64.random(in: .min ... .max), radix: 16))"
        case "false": return nil
        case let other: throw FlagError(message: "--leader-elect takes true or false, not \(other)")
        }
    }

    static func runScheduler(_ arguments: [String]) throws {
        try run("scheduler", "Gives pods their nodes.", arguments, more: [electionFlag]) { flags in
            var settings = SchedulerConfiguration()
            settings.leaseHolder = try leaseHolder(flags)
            let configuration = settings
            return { client, _ in await Scheduler.run(client: client, configuration: configuration) }
        }
    }

    static func runControllers(_ arguments: [String]) throws {
        let more = ControllerFlags.flags + authorityFlags + [electionFlag, tokenKeyFlag]
        try run("controller-manager", "Runs the controllers.", arguments, more: more) { flags in
            var settings = try ControllerFlags.configuration(flags)
            settings.leaseHolder = try leaseHolder(flags)
            settings.tokenKey = try flags[tokenKeyFlag.name].map { path in
                try TokenKey(pem: try AccessFlags.read(path), name: path)
            }
            settings.certificateIssuer = try certificateIssuer(flags)
            let prepared = settings
            return { client, authority in
                var settings = prepared
                settings.authorityCertificate = authority
                await ControllerManager(client: client, configuration: settings).run()
            }
        }
    }

    private static func certificateIssuer(_ flags: Flags) throws -> CertificateIssuer? {
        let paths = authorityFlags.map { flags[$0.name] }
        guard let certificate = paths[0], let key = paths[1] else {
            guard paths == [nil, nil] else {
                throw FlagError(message: "--\(authorityFlags[0].name) and --\(authorityFlags[1].name) go together")
            }
            return nil
        }
        return try CertificateIssuer(
            CertificatePair(certificate: try AccessFlags.read(certificate), key: try AccessFlags.read(key)))
    }

    /// - Throws: when the kubeconfig that the flags and the environment lead to is not there, or is none.
    static func clientConfiguration(_ flags: Flags) throws -> ClientConfiguration {
        let environment = getenv("KUBECONFIG").map { String(cString: $0) }
        return try Kubeconfig(path: Kubeconfig.path(flag: flags["kubeconfig"], environment: environment))
            .configuration()
    }

    private typealias Work = @Sendable (_ client: ClusterClient, _ authority: String) async -> Void

    /// - Parameter prepare: reads the component's own flags, `more`, and returns what runs until the task is cancelled.
    private static func run(
        _ name: String, _ about: String, _ arguments: [String], more: [Flags.Flag],
        _ prepare: (Flags) throws -> Work
    ) throws {
        let known = [kubeconfigFlag] + more + [.init(name: "help", value: nil, help: "show this")]
        let flags = try Flags(arguments, known: known)
        if flags.isSet("help") {
            Console.print(Flags.help(name, about, known))
            return
        }
        let work = try prepare(flags)
        let configuration = try clientConfiguration(flags).of(name)
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
