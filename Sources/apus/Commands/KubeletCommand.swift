import APIServer
import Client
import Glibc
import HTTP1
import Kubelet
import Reactor
import Resources

/// `apus kubelet`: a node of its own. It brings its containerd along, or works with one that is there.
enum KubeletCommand {
    static let flags: [Flags.Flag] = [
        ComponentCommand.kubeconfigFlag,
        .init(name: "node-name", value: "NAME", help: "the node's name (default: the machine's)"),
        .init(
            name: "node-ip", value: "ADDRESS", help: "where the API server reaches it (default: the machine's first)"),
        .init(
            name: "address", value: "ADDRESS",
            help: "where to serve logs and commands; 0.0.0.0: all addresses (default: the node's)"),
        .init(name: "data-dir", value: "DIR", fallback: ".apus", help: "the node's state folder"),
        .init(
            name: "cri-socket", value: "PATH",
            help: "a container runtime's socket (default: a containerd of its own, in DIR)"),
        .init(name: "port", value: "N", help: "the port of logs and health (default: any that is free)"),
        .init(
            name: "tls-cert-file", value: "FILE",
            help: "what it shows at that port; must name the node (default: the kubeconfig's certificate)"),
        .init(name: "tls-private-key-file", value: "FILE", help: "the key of it"),
        .init(
            name: "client-ca-file", value: "FILE",
            help: "who signs those that may read there (default: the kubeconfig's authority)"),
        .init(name: "heartbeat-period", value: "TIME", fallback: "10s", help: "how often it says that it is alive"),
        .init(name: "help", value: nil, help: "show this"),
    ]
    /// A node that says so less than once in a quarter of an hour would be given up long before.
    private static let heartbeat = 200...900_000

    static func run(_ arguments: [String]) throws {
        let flags = try Flags(arguments, known: flags)
        if flags.isSet("help") {
            Console.print(Flags.help("kubelet", "Runs the pods of one node.", Self.flags))
            return
        }
        let bindAddress = try bindAddress(flags)
        let client = try ComponentCommand.clientConfiguration(flags).of("kubelet")
        let tls = try servingIdentity(flags, client)
        let directory = flags["data-dir"] ?? ".apus"
        let port = try flags.number("port", in: 0...65535) ?? 0
        let heartbeat = try flags.milliseconds("heartbeat-period", in: heartbeat)
        let nodeName = flags["node-name"] ?? PKI.hostName()
        let address = flags["node-ip"] ?? MachineAddress.node
        let socket = flags["cri-socket"]
        Descriptors.allowAll()
        Service.run("kubelet", graceSeconds: 5) {
            let node = try NodeRuntime(directory: directory, socket: socket)
            let loops = try EventLoopGroup(count: 1)
            let api = try ClusterClient(client, loop: loops.leastLoaded())
            var settings = KubeletConfiguration(
                nodeName: nodeName, criSocket: node.socket, dataDirectory: node.layout.kubeletFolder, nodeIP: address,
                port: port, bindAddress: bindAddress, tls: tls, cgroupParent: node.cgroupParent)
            if let heartbeat { settings.heartbeatMilliseconds = heartbeat }
            let kubelet = try Kubelet(settings, client: api, loops: loops)
            let running = Task {
                await withTaskGroup(of: Void.self) { group in
                    group.addTask { await kubelet.run() }
                    group.addTask { await node.own?.keep() }
                }
            }
            Console.log(
                "kubelet: node \(nodeName) works on \(client.endpoint), and serves on \(address):\(kubelet.port)")
            return {
                running.cancel()
                await running.value
                await api.close()
                await loops.shutdown()
                node.release()
            }
        }
    }

    /// Empty: the node's own.
    static func bindAddress(_ flags: Flags) throws(FlagError) -> String {
        guard let text = flags["address"], !text.isEmpty else { return "" }
        guard let address = IPAddress(text), !address.isMulticast else {
            throw FlagError(message: "--address takes an address of this machine, such as 0.0.0.0, not \(text)")
        }
        let bound = address.isUnspecified ? ListenAddresses.all.bound(hasIPv6: MachineAddress.hasIPv6).first : address
        return bound?.description ?? ""
    }

    private static func servingIdentity(
        _ flags: Flags, _ client: ClientConfiguration
    ) throws -> TLSServerConfiguration {
        let authorities: PEM? =
            if let file = flags["client-ca-file"] {
                .file(file)
            } else if case .authorities(let pem)? = client.tls?.verification { pem } else { nil }
        guard let authorities else {
            throw SetupError("the kubeconfig names no certificate authority: give --client-ca-file")
        }
        switch (flags["tls-cert-file"], flags["tls-private-key-file"]) {
        case (let certificate?, let key?):
            return TLSServerConfiguration(
                certificateChain: .file(certificate), privateKey: .file(key), clientAuthorities: authorities,
                applicationProtocols: HTTP1.applicationProtocols)
        case (nil, nil):
            guard let own = client.tls?.identity else {
                throw SetupError(
                    "the kubeconfig has no client certificate to serve with: give --tls-cert-file and "
                        + "--tls-private-key-file")
            }
            return TLSServerConfiguration(
                certificateChain: own.certificateChain, privateKey: own.privateKey, clientAuthorities: authorities,
                applicationProtocols: HTTP1.applicationProtocols)
        default: throw FlagError(message: "--tls-cert-file and --tls-private-key-file go together")
        }
    }
}

/// What a node runs its containers with.
private struct NodeRuntime: Sendable {
    let layout: NodeLayout
    /// A runtime that was started for this node; nil: it is someone else's.
    let own: ContainerRuntime?
    let socket: String

    /// Someone else's runtime may manage control groups in another way (systemd's), and puts pods where it likes.
    var cgroupParent: String { own == nil ? "" : layout.cgroupParent }

    /// - Parameter given: a runtime's socket; nil: start a containerd in the folder, or adopt the one that runs there.
    init(directory: String, socket given: String?) throws {
        guard mkdir(directory, 0o700) == 0 || errno == EEXIST else {
            throw SetupError("the data folder \(directory) cannot be made: \(SystemFiles.reason())")
        }
        guard let real = SystemFiles.realPath(directory) else {
            throw SetupError("the data folder \(directory) cannot be found: \(SystemFiles.reason())")
        }
        layout = try NodeLayout(folder: real)
        if let given, !UnixSocket.accepts(given) {
            throw SetupError("nothing answers on --cri-socket \(given): \(SystemFiles.reason())")
        }
        try ProcessFile.claim(layout.processPath)
        if let given {
            own = nil
            socket = given
        } else {
            let runtime = try ContainerRuntime.prepare(folder: real) { Console.log($0) }
            try runtime.start()
            try runtime.importImages()
            own = runtime
            socket = layout.socketPath
        }
    }

    func release() { unlink(layout.processPath) }
}
