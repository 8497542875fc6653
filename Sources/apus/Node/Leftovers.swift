import Glibc

/// What of a cluster is on the machine outside its store: processes, mounts, interfaces, control groups and files.
/// Read from the machine itself rather than from notes of ours, so that it is right after any crash.
struct Leftovers: Sendable, Equatable {
    var runtimes: [Int32] = []
    var shims: [Int32] = []
    var containerProcesses: [Int32] = []
    /// The deepest first, as they are to be unmounted.
    var mounts: [String] = []
    /// The bridge and what is attached to it, the bridge last.
    var interfaces: [String] = []
    var controlGroups: [String] = []
    /// Outside the state folder: what the network plugins remember, shims' sockets.
    var files: [String] = []

    var isEmpty: Bool { self == Leftovers() }

    /// A line for each kind that there is something of.
    var lines: [String] {
        func line(_ what: String, _ items: [String]) -> String? {
            items.isEmpty ? nil : "\(what): \(items.joined(separator: ", "))"
        }
        return [
            line("containerd", runtimes.map(String.init)), line("shims", shims.map(String.init)),
            line("containers' processes", containerProcesses.map(String.init)), line("mounts", mounts),
            line("interfaces", interfaces), line("control groups", controlGroups), line("files", files),
        ].compactMap { $0 }
    }

    /// - Parameters:
    ///   - containers: ids that were known before the runtime's state was removed.
    ///   - sockets: shims' sockets that were known before.
    static func read(_ layout: NodeLayout, containers: Set<String>, sockets: Set<String>) -> Leftovers {
        let processes = ProcessTable.read()
        var found = Leftovers()
        found.runtimes = processes.runtimes(layout)
        found.shims = processes.shims(layout)
        found.containerProcesses = processes.containerProcesses(layout, containers: containers)
        found.mounts = mounts(layout, table: SystemFiles.text("/proc/self/mountinfo") ?? "")
        if SystemFiles.exists("/sys/class/net/\(layout.bridge)") {
            found.interfaces = SystemFiles.list("/sys/class/net/\(layout.bridge)/brif") + [layout.bridge]
        }
        // Version 1 has a hierarchy for each controller, version 2 one for all.
        let hierarchies = ["/sys/fs/cgroup"] + SystemFiles.list("/sys/fs/cgroup").map { "/sys/fs/cgroup/\($0)" }
        found.controlGroups = hierarchies.map { $0 + layout.cgroupParent }.filter(SystemFiles.isFolder)
        found.files =
            networkNotes(layout, in: SystemFiles.list(networkNotesFolder)) + sockets.sorted().filter(SystemFiles.exists)
        return found
    }

    /// What is mounted in the runtime's and the kubelet's folders, the deepest first. A disk that someone mounted for
    /// the store, or as the state folder itself, is none of ours.
    /// - Parameter table: the text of `/proc/self/mountinfo` (proc_pid_mountinfo(5)); spaces and the like in a path are
    ///   written as a backslash and three octal digits, and our paths hold none.
    static func mounts(_ layout: NodeLayout, table: String) -> [String] {
        let roots = ["\(layout.runtimeFolder)/", "\(layout.kubeletFolder)/"]
        return table.split(separator: "\n").compactMap { line -> String? in
            let columns = line.split(separator: " ")
            guard columns.count > 4, roots.contains(where: columns[4].hasPrefix) else { return nil }
            return String(columns[4])
        }.reversed()
    }

    /// Where libcni remembers what it has set up. Its place is fixed in containerd; all clusters share it.
    static let networkNotesFolder = "/var/lib/cni/results"

    /// Notes are named NETWORK-SANDBOX-INTERFACE. Those of loopback interfaces are told by the sandbox alone.
    static func networkNotes(_ layout: NodeLayout, in names: [String]) -> [String] {
        let own = names.filter { $0.hasPrefix("\(layout.network)-") }
        let sandboxes = Set(own.compactMap { $0.dropFirst(layout.network.count + 1).split(separator: "-").first })
        let loopbacks = names.filter { name in
            guard name.hasPrefix("cni-loopback-") else { return false }
            return name.dropFirst("cni-loopback-".count).split(separator: "-").first.map(sandboxes.contains) ?? false
        }
        return (own + loopbacks).map { "\(networkNotesFolder)/\($0)" }
    }

    /// The ids of the containers that containerd has tasks of.
    static func containers(_ layout: NodeLayout) -> Set<String> {
        // Ids are 64 hexadecimal digits; anything shorter could be part of another's control group.
        Set(SystemFiles.list(tasksFolder(layout)).filter { $0.utf8.count == 64 && $0.allSatisfy(\.isHexDigit) })
    }

    /// The sockets of those containers' shims, below `/run/containerd/s`.
    static func shimSockets(_ layout: NodeLayout) -> Set<String> {
        let prefix = "unix:///run/containerd/s/"
        return Set(
            SystemFiles.list(tasksFolder(layout)).compactMap { name in
                guard let address = SystemFiles.text("\(tasksFolder(layout))/\(name)/address"),
                    address.hasPrefix(prefix),
                    !address.dropFirst(prefix.count).contains("/")
                else { return nil }
                return String(address.dropFirst("unix://".count).filter { $0 != "\n" })
            })
    }

    private static func tasksFolder(_ layout: NodeLayout) -> String {
        "\(layout.statePath)/io.containerd.runtime.v2.task/\(NodeLayout.containerdNamespace)"
    }
}
