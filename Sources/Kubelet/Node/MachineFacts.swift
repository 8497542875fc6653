internal import Glibc
internal import Objects

/// What the machine is and has. The readings are text of the kernel's, parsed by pure functions.
struct MachineFacts: Sendable, Equatable {
    var processors = 1
    var memoryBytes: Int64 = 0
    var memoryAvailableBytes: Int64 = 0
    var diskBytes: Int64 = 0
    var diskAvailableBytes: Int64 = 0
    var processLimit = 0
    var processes = 0
    var machineID = ""
    var systemUUID = ""
    var bootID = ""
    var kernelVersion = ""
    var osImage = ""
    var architecture = ""
    var hostname = ""

    /// Reads them all. - Parameter folder: on the file system whose room counts.
    static func read(folder: String) -> MachineFacts {
        var facts = MachineFacts()
        facts.processors = max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1)
        if let text = text("/sys/fs/cgroup/cpu.max"), let limit = processorLimit(cpuMax: text) {
            facts.processors = min(facts.processors, limit)
        }
        if let memory = text("/proc/meminfo").map(memory(meminfo:)) {
            facts.memoryBytes = memory.total
            facts.memoryAvailableBytes = memory.available
        }
        if let limit = text("/sys/fs/cgroup/memory.max").flatMap({ Int64(trimmed($0)) }), limit < facts.memoryBytes {
            facts.memoryBytes = limit
            let used = text("/sys/fs/cgroup/memory.current").flatMap { Int64(trimmed($0)) } ?? 0
            facts.memoryAvailableBytes = min(facts.memoryAvailableBytes, max(limit - used, 0))
        }
        var disk = statvfs()
        if statvfs(folder, &disk) == 0 {
            facts.diskBytes = Int64(
                clamping: UInt64(disk.f_blocks).multipliedReportingOverflow(by: UInt64(disk.f_frsize)).partialValue)
            facts.diskAvailableBytes = Int64(
                clamping: UInt64(disk.f_bavail).multipliedReportingOverflow(by: UInt64(disk.f_frsize)).partialValue)
        }
        facts.processLimit = text("/proc/sys/kernel/pid_max").flatMap { Int(trimmed($0)) } ?? 0
        facts.processes = text("/proc/loadavg").flatMap(processes(loadavg:)) ?? 0
        facts.machineID = trimmed(text("/etc/machine-id") ?? "")
        facts.systemUUID = trimmed(text("/sys/class/dmi/id/product_uuid") ?? "")
        facts.bootID = trimmed(text("/proc/sys/kernel/random/boot_id") ?? "")
        facts.kernelVersion = trimmed(text("/proc/sys/kernel/osrelease") ?? "")
        facts.hostname = trimmed(text("/proc/sys/kernel/hostname") ?? "")
        facts.osImage = text("/etc/os-release").flatMap(osImage(osRelease:)) ?? "Linux"
        facts.architecture = machineArchitecture
        return facts
    }

    private static func text(_ path: String) -> String? {
        (try? FileSystem.read(path, limitBytes: 64 << 10)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The first line without spaces around it.
    private static func trimmed(_ text: String) -> String {
        let line = text.split(separator: "\n").first ?? ""
        return line.split(separator: " ").joined(separator: " ")
    }

    /// In kilobytes, `MemTotal:       16384 kB`.
    static func memory(meminfo text: String) -> (total: Int64, available: Int64) {
        var total: Int64 = 0
        var available: Int64 = 0
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ", omittingEmptySubsequences: true)
            guard words.count >= 2, let kilobytes = Int64(words[1]) else { continue }
            let bytes = kilobytes.multipliedReportingOverflow(by: 1_024).partialValue
            if words[0] == "MemTotal:" { total = bytes }
            if words[0] == "MemAvailable:" { available = bytes }
        }
        return (total, available)
    }

    /// `200000 100000`: two processors. `max 100000`: no limit; nil. A part of a processor counts as one.
    static func processorLimit(cpuMax text: String) -> Int? {
        let words = text.split { $0 == " " || $0 == "\n" }
        guard words.count == 2, let quota = Int(words[0]), let period = Int(words[1]), quota > 0, period > 0 else {
            return nil
        }
        return quota / period + (quota % period > 0 ? 1 : 0)
    }

    /// `0.20 0.18 0.12 1/80 11206`: of 80 tasks one runs.
    static func processes(loadavg text: String) -> Int? {
        let words = text.split(separator: " ")
        guard words.count >= 4 else { return nil }
        return words[3].split(separator: "/").last.flatMap { Int($0) }
    }

    static func osImage(osRelease text: String) -> String? {
        for line in text.split(separator: "\n") where line.hasPrefix("PRETTY_NAME=") {
            return line.dropFirst("PRETTY_NAME=".count).filter { $0 != "\"" }
        }
        return nil
    }

    /// As Go names it.
    private static var machineArchitecture: String {
        #if arch(x86_64)
            "amd64"
        #elseif arch(arm64)
            "arm64"
        #elseif arch(riscv64)
            "riscv64"
        #else
            "unknown"
        #endif
    }
}
