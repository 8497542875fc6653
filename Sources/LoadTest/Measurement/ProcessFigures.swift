internal import Glibc

/// What a process has used of the machine.
public struct ProcessFigures: Sendable, Equatable {
    /// Processor time in user and system mode, seconds.
    public var userSeconds = 0.0
    public var systemSeconds = 0.0
    /// Memory of its own and its part of what is shared (Pss), and all that is resident (Rss), bytes; 0: not known.
    public var proportionalBytes = 0
    public var residentBytes = 0

    public init() {}

    public var cpuSeconds: Double { userSeconds + systemSeconds }

    /// `utime` and `stime` of `/proc/PID/stat` (proc_pid_stat(5)): the 12th and 13th after the name in parentheses.
    static func ticks(stat text: String) -> (user: Int, system: Int)? {
        guard let end = text.lastIndex(of: ")") else { return nil }
        let fields = text[text.index(after: end)...].split(separator: " ")
        guard fields.count > 12, let user = Int(fields[11]), let system = Int(fields[12]) else { return nil }
        return (user, system)
    }

    /// `Rss` and `Pss` of `/proc/PID/smaps_rollup` in KiB (proc_pid_smaps(5)).
    static func memory(rollup text: String) -> (resident: Int, proportional: Int)? {
        func kibibytes(_ name: String) -> Int? {
            for line in text.split(separator: "\n") where line.hasPrefix(name + ":") {
                return line.dropFirst(name.utf8.count + 1).split(separator: " ").first.flatMap { Int($0) }
            }
            return nil
        }
        guard let resident = kibibytes("Rss"), let proportional = kibibytes("Pss") else { return nil }
        return (resident * 1024, proportional * 1024)
    }

    /// - Parameter pid: a process's number or `self`.
    /// - Returns: nil when there is no such process, or it may not be read.
    static func read(_ pid: String) -> ProcessFigures? {
        guard var figures = processor(pid) else { return nil }
        if let memory = file("/proc/\(pid)/smaps_rollup").flatMap({ memory(rollup: $0) }) {
            (figures.residentBytes, figures.proportionalBytes) = memory
        }
        return figures
    }

    /// Without memory, which takes the kernel a walk over all pages.
    private static func processor(_ pid: String) -> ProcessFigures? {
        guard let ticks = file("/proc/\(pid)/stat").flatMap({ ticks(stat: $0) }) else { return nil }
        var figures = ProcessFigures()
        let perSecond = Double(max(sysconf(Int32(_SC_CLK_TCK)), 1))
        figures.userSeconds = Double(ticks.user) / perSecond
        figures.systemSeconds = Double(ticks.system) / perSecond
        return figures
    }

    static func cpuSeconds(_ pid: String) -> Double? { processor(pid)?.cpuSeconds }

    /// Resident bytes, cheaply: the second number of `/proc/PID/statm` in pages.
    static func residentBytes(_ pid: String) -> Int? {
        file("/proc/\(pid)/statm").flatMap { text in
            let fields = text.split(separator: " ")
            return fields.count > 1 ? Int(fields[1]).map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) } : nil
        }
    }

    private static func file(_ path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { _ = close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 8192)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
    }
}
