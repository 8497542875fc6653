import APIServer
import Client
import Glibc
import Kubelet
import Reactor

/// `apus up`: a whole single-node cluster in one process, beside a containerd of its own.
enum UpCommand {
    static let flags: [Flags.Flag] =
        [
            .init(name: "data-dir", value: "DIR", fallback: ".apus", help: "the cluster's state folder"),
            .init(name: "port", value: "N", fallback: "6443", help: "the API server's port"),
            .init(name: "loops", value: "N", help: "event loops (default: one a core)"),
            .init(name: "node-name", value: "NAME", help: "the node's name (default: the machine's)"),
        ] + ControllerFlags.flags + ListenFlags.flags + ServiceFlags.flags + AccessFlags.flags + AdmissionFlags.flags
        + [.init(name: "help", value: nil, help: "show this")]
    /// How long the containers of a large node may take to be found again.
    private static let readySeconds = 60

    static func run(_ arguments: [String]) throws {
        let flags = try Flags(arguments, known: flags)
        if flags.isSet("help") {
            Console.print(Flags.help("up", "Runs a single-node cluster; `apus down` ends it.", Self.flags))
            return
        }
        let started = ContinuousClock.now
        let directory = flags["data-dir"] ?? ".apus"
        let port = try flags.number("port", in: 1...65535) ?? 6443
        let loopCount = try flags.number("loops", in: 1...64) ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        let nodeName = flags["node-name"] ?? PKI.hostName()
        let controllers = try ControllerFlags.configuration(flags)
        let access = try AccessFlags(flags)
        let serviceRanges = try ServiceFlags.ranges(flags)
        let listen = try ListenFlags(flags, port: port)
        let admission = try AdmissionFlags.selection(flags)
        guard mkdir(directory, 0o700) == 0 || errno == EEXIST else {
            throw SetupError("the data folder \(directory) cannot be made: \(String(cString: strerror(errno)))")
        }
        Descriptors.allowAll()
        // Containers go on when this process ends: only `apus down` ends them.
        Service.run("up", graceSeconds: 5) {
            let runtime = try ContainerRuntime.prepare(folder: directory) { Console.log($0) }
            try ProcessFile.claim(runtime.layout.processPath)
            try ListenPort.requireFree(
                port, at: listen.addresses, advice: "choose another: `make up PORT=N`, or --port N")
            try runtime.start()
            try runtime.importImages()
            let server = try await ServerAssembly(
                directory: directory, listen: listen, port: port, insecurePort: nil, loopCount: loopCount,
                nodeName: nodeName, access: access, serviceRanges: serviceRanges, admission: admission,
                flags: flags.effective)
            let elsewhere = server.advertised.map { ", for pods and other machines on \($0)" } ?? ""
            Console.log("API server: serves on \(server.address)\(elsewhere)")
            let components = try Components(
                server: server, runtime: runtime, nodeName: nodeName, controllers: controllers)
            let running = Task { await components.run() }
            try await components.waitUntilReady(seconds: readySeconds)
            let took = (ContinuousClock.now - started) / .milliseconds(1)
            Console.log("ready in \(Int(took.rounded())) ms on \(server.address)")
            return {
                running.cancel()
                await server.stop()
            }
        }
    }
}
