import Glibc

/// The cluster's own containerd: started in a session of its own, so that containers outlive us, and adopted when it runs.
struct ContainerRuntime: Sendable {
    /// From the start of containerd's process to its socket's first answer. It takes a third of a second; a machine
    /// that comes up with many containers and a slow disk takes some.
    private static let startMilliseconds = 60_000
    private static let stopMilliseconds = 10_000
    private static let pollMilliseconds: UInt32 = 10
    /// Between looks whether containerd still answers.
    private static let keepSeconds = 5

    let layout: NodeLayout
    let podSubnet: PodSubnet
    /// What was done, for the terminal.
    let log: @Sendable (String) -> Void

    /// What `start` found.
    enum Start: Sendable, Equatable { case started, adopted }

    /// Makes the folders and chooses the pods' network.
    /// - Parameter folder: the state folder, which is there.
    static func prepare(folder: String, log: @escaping @Sendable (String) -> Void) throws(NodeError) -> ContainerRuntime
    {
        guard let real = SystemFiles.realPath(folder) else {
            throw NodeError("cannot find the state folder \(folder): \(SystemFiles.reason())")
        }
        let layout = try NodeLayout(folder: real)
        for path in [
            layout.runtimeFolder, layout.socketFolder, layout.networkConfigFolder, layout.addressesFolder,
            layout.imagesFolder, layout.kubeletFolder,
        ] {
            try SystemFiles.makeFolder(path)
        }
        let remembered = SystemFiles.text(layout.podSubnetPath).flatMap { PodSubnet($0.filter { $0 != "\n" }) }
        let routes = Route.parse(SystemFiles.text("/proc/net/route") ?? "")
        guard
            let subnet = PodSubnet.choose(
                remembered: remembered, hash: NodeLayout.hash(real),
                taken: routes.filter { $0.interface != layout.bridge })
        else {
            throw NodeError(
                "every network of 10.244.0.0/16 is in use on this machine (see `ip route`): take down a cluster that is not needed"
            )
        }
        if subnet != remembered { try SystemFiles.write("\(subnet)\n", to: layout.podSubnetPath) }
        return ContainerRuntime(layout: layout, podSubnet: subnet, log: log)
    }

    /// Starts containerd, or adopts the one that runs. Returns when its socket answers. Takes up to a minute and blocks:
    /// call it before there is an event loop, or off it.
    ///
    /// A containerd that was started with another configuration is started again: its containers run on.
    @discardableResult
    func start() throws(NodeError) -> Start {
        let program = try Program.find("containerd", package: "containerd")
        _ = try Program.find("runc", package: "runc")
        guard access("\(RuntimeConfiguration.networkPlugins)/bridge", X_OK) == 0 else {
            throw NodeError(
                "the network plugins are not in \(RuntimeConfiguration.networkPlugins): run `make up`, or "
                    + "`apt-get install containernetworking-plugins`")
        }
        let network = RuntimeConfiguration.network(layout, podSubnet: podSubnet)
        if SystemFiles.text(layout.networkConfigPath) != network {
            try SystemFiles.write(network, to: layout.networkConfigPath)
        }
        let configuration = RuntimeConfiguration.containerd(layout)
        let isCurrent = SystemFiles.text(layout.configPath) == configuration
        let running = ProcessTable.read().runtimes(layout)
        if isCurrent, let process = running.first {
            try waitUntilAnswering(process)
            try requireCRI()
            log("containerd: adopted process \(process)")
            return .adopted
        }
        for process in running { try Self.end(process, within: Self.stopMilliseconds) }
        try SystemFiles.write(configuration, to: layout.configPath)
        let process = try program.detach(["--config", layout.configPath], log: layout.logPath)
        try waitUntilAnswering(process)
        try requireCRI()
        log("containerd: started process \(process)")
        return .started
    }

    /// Whether containerd runs and takes connections.
    var isAnswering: Bool { UnixSocket.accepts(layout.socketPath) }

    /// Until the task is cancelled: starts containerd again when it has ended. Its containers run on meanwhile.
    func keep() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(Self.keepSeconds))
            guard !Task.isCancelled, !isAnswering else { continue }
            do { try start() } catch { log("containerd: \(error)") }
        }
    }

    private func waitUntilAnswering(_ process: pid_t) throws(NodeError) {
        var waited = 0
        while !isAnswering {
            // Takes it off the process table when it is our child and has ended.
            _ = waitpid(process, nil, WNOHANG)
            guard ProcessTable.startTicks(of: process) != nil else {
                throw NodeError("containerd ended at its start: \(lastLogLine); all of it is in \(layout.logPath)")
            }
            guard waited < Self.startMilliseconds else {
                throw NodeError("containerd does not answer on \(layout.socketPath): see \(layout.logPath)")
            }
            usleep(Self.pollMilliseconds * 1000)
            waited += Int(Self.pollMilliseconds)
        }
    }

    /// containerd serves on when a plugin of its cannot be loaded: without the CRI's it is of no use.
    private func requireCRI() throws(NodeError) {
        // Columns: type, id, platforms, status.
        let rows = try ctr(["plugins", "ls"]).split(separator: "\n").map { $0.split(separator: " ") }
        guard rows.contains(where: { $0.count > 2 && $0[1] == "cri" && $0.last == "ok" }) else {
            throw NodeError(
                "containerd could not load its CRI plugin: look for \"failed to load\" in \(layout.logPath)")
        }
    }

    private var lastLogLine: String {
        SystemFiles.text(layout.logPath)?.split(separator: "\n").last.map(String.init) ?? "its log is empty"
    }

    // MARK: Images

    /// Imports the archives of the images' folder that containerd does not have yet in this form. The tags in `STEM.tar`
    /// become `localhost/apus/STEM:TAG`.
    /// - Throws: also when the pause image is not among them, without which no pod starts.
    func importImages() throws(NodeError) {
        let archives = SystemFiles.list(layout.imagesFolder).filter { $0.hasSuffix(".tar") }
        let present = try ctr(["images", "ls", "-q"]).split(separator: "\n")
        var imported: [String] = []
        for archive in archives {
            let stem = String(archive.dropLast(4))
            let name = NodeLayout.imagePrefix + stem
            let path = "\(layout.imagesFolder)/\(archive)"
            // Kept beside the images themselves: who removes them, removes it.
            let memory = "\(layout.rootPath)/imported-\(stem)"
            guard let version = Self.version(path) else { continue }
            if SystemFiles.text(memory) == version, present.contains(where: { $0.hasPrefix("\(name):") }) { continue }
            _ = try ctr(["images", "import", "--base-name", name, path])
            try SystemFiles.write(version, to: memory)
            imported.append(name)
        }
        if !imported.isEmpty { log("images: imported \(imported.joined(separator: ", "))") }
        guard archives.contains("pause.tar") || present.contains(where: { $0 == NodeLayout.pauseImage }) else {
            throw NodeError("there is no \(layout.imagesFolder)/pause.tar: run `make images`, or `make up`, which does")
        }
    }

    /// Changes whenever the file does.
    private static func version(_ path: String) -> String? {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        return "\(facts.st_size) \(facts.st_mtim.tv_sec).\(facts.st_mtim.tv_nsec) \(facts.st_ino)\n"
    }

    /// What containerd's own client prints.
    private func ctr(_ arguments: [String]) throws(NodeError) -> String {
        let program = try Program.find("ctr", package: "containerd")
        let outcome = try program.run(
            ["--address", layout.socketPath, "--namespace", NodeLayout.containerdNamespace] + arguments)
        guard outcome.status == 0 else {
            throw NodeError("ctr \(arguments.joined(separator: " ")) failed: \(outcome.output)")
        }
        return outcome.output
    }

    // MARK: Ending

    /// Asks a process to end, waits, and then ends it.
    /// - Returns: whether it had to be killed.
    @discardableResult
    static func end(_ process: pid_t, within milliseconds: Int) throws(NodeError) -> Bool {
        let started = ProcessTable.startTicks(of: process)
        guard let started else { return false }
        var waited = 0
        var killed = false
        kill(process, SIGTERM)
        while ProcessTable.startTicks(of: process) == started {
            _ = waitpid(process, nil, WNOHANG)
            if waited >= milliseconds, !killed {
                kill(process, SIGKILL)
                killed = true
            }
            guard waited < milliseconds + 5000 else {
                throw NodeError("process \(process) does not end, even by SIGKILL")
            }
            usleep(pollMilliseconds * 1000)
            waited += Int(pollMilliseconds)
        }
        return killed
    }
}
