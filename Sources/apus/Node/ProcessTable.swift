/// The machine's processes at one moment, as far as taking a node down needs them.
struct ProcessTable: Sendable {
    struct Entry: Sendable, Equatable {
        var parent: Int32
        var arguments: [String]
        /// The text of `/proc/PID/cgroup`.
        var controlGroups: String = ""
        /// The name of the program.
        var program: String { arguments.first?.split(separator: "/").last.map(String.init) ?? "" }
    }
    var entries: [Int32: Entry]

    /// The containerds that were started with this cluster's configuration. One, unless something went wrong.
    func runtimes(_ layout: NodeLayout) -> [Int32] {
        entries.filter { $0.value.program == "containerd" && $0.value.arguments.contains(layout.configPath) }.keys
            .sorted()
    }

    /// The shims that report to this cluster's containerd: one for each pod.
    func shims(_ layout: NodeLayout) -> [Int32] {
        entries.filter { entry in
            guard entry.value.program.hasPrefix("containerd-shim"),
                let flag = entry.value.arguments.firstIndex(of: "-address")
            else { return false }
            let address = entry.value.arguments.index(after: flag)
            return address < entry.value.arguments.endIndex && entry.value.arguments[address] == layout.socketPath
        }.keys.sorted()
    }

    /// The first process of each container: a shim's children.
    func containerInits(_ layout: NodeLayout) -> [Int32] {
        let shims = Set(shims(layout))
        return entries.filter { shims.contains($0.value.parent) }.keys.sorted()
    }

    /// All processes in this cluster's containers: below its shims, or, where a shim has died and left its children to
    /// another parent, in a control group that is called after a container.
    /// - Parameter containers: the containers' ids.
    func containerProcesses(_ layout: NodeLayout, containers: Set<String>) -> [Int32] {
        var children: [Int32: [Int32]] = [:]
        for (process, entry) in entries { children[entry.parent, default: []].append(process) }
        var found: Set<Int32> = []
        var open = shims(layout)
        while let process = open.popLast() {
            for child in children[process] ?? [] where found.insert(child).inserted { open.append(child) }
        }
        if !containers.isEmpty {
            for (process, entry) in entries where !found.contains(process) {
                let names = entry.controlGroups.split { $0 == "/" || $0 == "\n" }
                if names.contains(where: { containers.contains(String($0)) }) { found.insert(process) }
            }
        }
        return found.sorted()
    }
}
