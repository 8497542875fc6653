import Glibc

extension ProcessTable {
    /// Reads `/proc`. A process that ends meanwhile is left out.
    static func read() -> ProcessTable {
        var entries: [Int32: Entry] = [:]
        for name in SystemFiles.list("/proc") {
            guard let process = Int32(name), let stat = SystemFiles.text("/proc/\(name)/stat"),
                let parent = parent(stat), let line = SystemFiles.text("/proc/\(name)/cmdline"), !line.isEmpty
            else { continue }
            entries[process] = Entry(
                parent: parent, arguments: line.split(separator: "\0").map(String.init),
                controlGroups: SystemFiles.text("/proc/\(name)/cgroup") ?? "")
        }
        return ProcessTable(entries: entries)
    }

    /// The fields of `/proc/PID/stat` after the name, which is in parentheses and may hold any character (proc(5)).
    private static func fields(_ stat: String) -> [Substring] {
        guard let end = stat.lastIndex(of: ")") else { return [] }
        return stat[stat.index(after: end)...].split { $0 == " " || $0 == "\n" }
    }

    private static func parent(_ stat: String) -> Int32? {
        let fields = fields(stat)
        return fields.count > 1 ? Int32(fields[1]) : nil
    }

    /// When a process started, in clock ticks since the machine did; nil: there is none, or it is a zombie.
    static func startTicks(of process: Int32) -> String? {
        let fields = SystemFiles.text("/proc/\(process)/stat").map(Self.fields) ?? []
        return fields.count > 19 && fields[0] != "Z" ? String(fields[19]) : nil
    }
}

/// A file that says which process runs something: its number and when it started, since numbers are used again.
enum ProcessFile {
    /// Says that this process does.
    /// - Throws: when another one that is still alive does.
    static func claim(_ path: String) throws(NodeError) {
        let own = getpid()
        if let other = live(path), other != own {
            throw NodeError(
                "process \(other) works on this folder, as \(path) says: end it first, or use another folder")
        }
        try SystemFiles.write("\(own) \(ProcessTable.startTicks(of: own) ?? "")\n", to: path)
    }

    /// The process that the file names, when it is still alive.
    static func live(_ path: String) -> Int32? {
        let words = SystemFiles.text(path)?.split { $0 == " " || $0 == "\n" } ?? []
        guard words.count == 2, let process = Int32(words[0]), process > 1,
            ProcessTable.startTicks(of: process) == String(words[1])
        else { return nil }
        return process
    }
}
