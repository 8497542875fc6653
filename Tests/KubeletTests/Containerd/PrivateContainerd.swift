import Glibc

@testable import Kubelet

/// A containerd for one test, with a network and images of its own; nothing of it is left when it ends.
final class PrivateContainerd {
    let folder: String
    let socket: String
    private let bridge: String
    private let group: String
    private var process: pid_t = 0

    /// Why it cannot run here; nil: it can.
    static var obstacle: String? {
        if geteuid() != 0 { return "only root may run containers" }
        for name in ["containerd", "runc", "ctr", "ip", "umoci", "gcc"] where Command.path(name) == nil {
            return "\(name) is not installed"
        }
        if access("/usr/lib/cni/bridge", X_OK) != 0 { return "containernetworking-plugins is not installed" }
        if access("/bin/busybox", X_OK) != 0 { return "busybox-static is not installed" }
        return nil
    }

    /// The folder that `Package.swift` is in.
    private static var package: String {
        var parts = #filePath.split(separator: "/")
        parts.removeLast(4)
        return "/" + parts.joined(separator: "/")
    }

    init() throws {
        folder = try Fixture.folder()
        socket = folder + "/containerd.sock"
        bridge = "apt-\(getpid() % 100_000)"
        group = "/apus-test-\(getpid())"
        do {
            try start()
        } catch {
            end()
            throw error
        }
    }

    private func start() throws {
        for name in ["cni", "addresses", "root", "state", "runc", "opt", "kubelet"] {
            try FileSystem.makeFolders("\(folder)/\(name)")
        }
        try Command.write(configuration, to: folder + "/config.toml")
        try Command.write(network, to: folder + "/cni/10-test.conflist")
        try Command.run(["\(Self.package)/.make/images", folder + "/images"])
        process = try Command.start(["containerd", "--config", folder + "/config.toml"], output: folder + "/log")
        for _ in 0..<600 where (try? ctr(["version"])) == nil { usleep(50_000) }
        for name in ["pause", "web"] {
            try ctr(["images", "import", "--base-name", "localhost/apus/\(name)", "\(folder)/images/\(name).tar"])
        }
    }

    @discardableResult
    func ctr(_ arguments: [String]) throws -> String {
        try Command.run(["ctr", "--address", socket, "--namespace", "k8s.io"] + arguments)
    }

    var cgroupParent: String { group }

    private var configuration: String {
        """
        version = 2
        root = "\(folder)/root"
        state = "\(folder)/state"
        [grpc]
          address = "\(socket)"
        [plugins."io.containerd.internal.v1.opt"]
          path = "\(folder)/opt"
        [plugins."io.containerd.grpc.v1.cri"]
          sandbox_image = "localhost/apus/pause:1"
          restrict_oom_score_adj = true
          netns_mounts_under_state_dir = true
          tolerate_missing_hugetlb_controller = true
          stream_server_address = "127.0.0.1"
          stream_server_port = "0"
          [plugins."io.containerd.grpc.v1.cri".containerd]
            snapshotter = "overlayfs"
            default_runtime_name = "runc"
            [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
              runtime_type = "io.containerd.runc.v2"
              [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
                SystemdCgroup = false
                Root = "\(folder)/runc"
          [plugins."io.containerd.grpc.v1.cri".cni]
            bin_dir = "/usr/lib/cni"
            conf_dir = "\(folder)/cni"
        """
    }

    private var network: String {
        """
        {"cniVersion": "0.4.0", "name": "\(bridge)", "plugins": [{"type": "bridge", "bridge": "\(bridge)",
        "isGateway": true, "ipMasq": false, "hairpinMode": true, "ipam": {"type": "host-local",
        "dataDir": "\(folder)/addresses", "ranges": [[{"subnet": "10.247.\(Int(getpid()) % 250).0/24"}]],
        "routes": [{"dst": "0.0.0.0/0"}]}}]}
        """
    }

    /// Ends all containers, containerd, and what they leave on the machine.
    func end() {
        for id in ((try? ctr(["tasks", "ls", "-q"])) ?? "").split(separator: "\n") {
            _ = try? ctr(["tasks", "kill", "--signal", "SIGKILL", String(id)])
            _ = try? ctr(["tasks", "delete", "--force", String(id)])
        }
        if process > 0 {
            kill(process, SIGTERM)
            var status: Int32 = 0
            waitpid(process, &status, 0)
        }
        _ = try? Command.run(["ip", "link", "delete", bridge])
        let mounts = Command.read("/proc/self/mountinfo").split(separator: "\n").compactMap { line -> String? in
            let columns = line.split(separator: " ")
            return columns.count > 4 && columns[4].hasPrefix(folder) ? String(columns[4]) : nil
        }
        for mount in mounts.reversed() { umount2(mount, Int32(MNT_DETACH)) }
        for name in FileSystem.names("/var/lib/cni/results") where name.hasPrefix(bridge) {
            unlink("/var/lib/cni/results/\(name)")
        }
        for hierarchy in [""] + FileSystem.names("/sys/fs/cgroup").map({ "/" + $0 }) {
            rmdir("/sys/fs/cgroup\(hierarchy)\(group)")
        }
        try? FileSystem.removeTree(folder)
    }
}
