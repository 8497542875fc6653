import Glibc

/// `apus down`: ends the cluster and takes everything of it off the machine but its state folder. Works from any state:
/// each step looks at what is there, so it can be repeated, and after a crash too.
struct TearDown {
    /// How long containers have between SIGTERM and SIGKILL. Their pods' own grace is for deleting a pod; whoever takes the
    /// cluster down is waiting.
    private static let containerGraceMilliseconds = 2000
    private static let killMilliseconds = 5000
    private static let apusMilliseconds = 10_000
    private static let containerdMilliseconds = 5000
    private static let pollMilliseconds = 20

    let layout: NodeLayout
    let log: (String) -> Void

    /// - Throws: when something could not be removed; the message lists it.
    func run() throws(NodeError) {
        try stopCluster()
        let containers = Leftovers.containers(layout)
        let sockets = Leftovers.shimSockets(layout)
        func leftovers() -> Leftovers { Leftovers.read(layout, containers: containers, sockets: sockets) }

        endContainers(containers)
        forgetContainers()
        for process in leftovers().runtimes {
            try ContainerRuntime.end(process, within: Self.containerdMilliseconds)
            log("stopped containerd (process \(process))")
        }
        // Without containerd's own farewell, shims stay; and so do containers that have lost their shim.
        let rest = leftovers()
        for process in rest.containerProcesses + rest.shims { kill(process, SIGKILL) }
        wait(atMost: Self.killMilliseconds) {
            let left = leftovers()
            return left.containerProcesses.isEmpty && left.shims.isEmpty
        }
        unmount(leftovers().mounts)
        try removeInterfaces(leftovers().interfaces)
        removeFiles(leftovers())
        let left = leftovers()
        guard left.isEmpty else {
            throw NodeError(
                "not everything could be removed; run this again, or remove by hand:\n  "
                    + left.lines.joined(separator: "\n  "))
        }
        removeRuntimeState()
    }

    private func stopCluster() throws(NodeError) {
        guard let process = ProcessFile.live(layout.processPath), process != getpid() else {
            unlink(layout.processPath)
            return
        }
        let killed = try ContainerRuntime.end(process, within: Self.apusMilliseconds)
        unlink(layout.processPath)
        log("stopped apus (process \(process))" + (killed ? ", which had to be killed" : ""))
    }

    private func endContainers(_ containers: Set<String>) {
        let inits = ProcessTable.read().containerInits(layout)
        let all = ProcessTable.read().containerProcesses(layout, containers: containers)
        guard !all.isEmpty else { return }
        for process in inits { kill(process, SIGTERM) }
        func isOver() -> Bool { ProcessTable.read().containerProcesses(layout, containers: containers).isEmpty }
        if !wait(atMost: Self.containerGraceMilliseconds, until: isOver) {
            for process in ProcessTable.read().containerProcesses(layout, containers: containers) {
                kill(process, SIGKILL)
            }
            wait(atMost: Self.killMilliseconds, until: isOver)
        }
        log("ended \(inits.count) containers")
    }

    /// Has containerd forget its containers, with their file systems. What it does not do (or cannot, when it does not
    /// run) is no harm: the kubelet finds them ended at the next start.
    private func forgetContainers() {
        guard UnixSocket.accepts(layout.socketPath), let ctr = try? Program.find("ctr", package: "containerd") else {
            return
        }
        let common = [
            "--address", layout.socketPath, "--timeout", "10s", "--namespace", NodeLayout.containerdNamespace,
        ]
        guard let listed = try? ctr.run(common + ["containers", "ls", "-q"]), listed.status == 0 else { return }
        let ids = listed.output.split(separator: "\n").map(String.init)
        guard !ids.isEmpty else { return }
        _ = try? ctr.run(common + ["tasks", "delete", "--force"] + ids)
        _ = try? ctr.run(common + ["containers", "delete"] + ids)
    }

    private func unmount(_ mounts: [String]) {
        guard !mounts.isEmpty else { return }
        // Detached: a mount that is still busy goes when its last user does, and all users have been ended.
        let done = mounts.filter { umount2($0, Int32(MNT_DETACH)) == 0 }
        log("unmounted \(done.count) of \(mounts.count) mounts")
    }

    private func removeInterfaces(_ interfaces: [String]) throws(NodeError) {
        guard !interfaces.isEmpty else { return }
        let ip = try Program.find("ip", package: "iproute2")
        // A pod's end of the pair went with its network namespace; the kernel may be removing ours as we ask.
        for interface in interfaces { _ = try ip.run(["link", "delete", interface]) }
        log("removed the network \(layout.bridge)")
    }

    private func removeFiles(_ leftovers: Leftovers) {
        for file in leftovers.files { unlink(file) }
        var groups = leftovers.controlGroups
        // A group is busy for a moment after its last process has ended.
        wait(atMost: Self.killMilliseconds) {
            groups = groups.filter { !SystemFiles.removeControlGroup($0) }
            return groups.isEmpty
        }
        // Made by containerd and its plugins for all of their kind: removed when nobody else uses them.
        for folder in ["/run/containerd/s", "/run/containerd", Leftovers.networkNotesFolder, "/var/lib/cni"] {
            rmdir(folder)
        }
    }

    /// After the last mount is gone, or this would remove what is mounted.
    private func removeRuntimeState() {
        for folder in [layout.statePath, layout.runcPath, layout.addressesFolder, layout.optPath] {
            SystemFiles.removeTree(folder)
        }
        for name in ["containerd.sock", "containerd.sock.ttrpc"] { unlink("\(layout.socketFolder)/\(name)") }
        if layout.socketFolder != layout.runtimeFolder { rmdir(layout.socketFolder) }
    }

    /// - Returns: whether it came true in time.
    @discardableResult
    private func wait(atMost milliseconds: Int, until isTrue: () -> Bool) -> Bool {
        var waited = 0
        while !isTrue() {
            guard waited < milliseconds else { return false }
            usleep(UInt32(Self.pollMilliseconds) * 1000)
            waited += Self.pollMilliseconds
        }
        return true
    }
}
