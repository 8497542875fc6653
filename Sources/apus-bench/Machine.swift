internal import Glibc

/// What the figures were measured on.
struct Machine {
    let processor: String
    let cores: Int
    let kernel: String
    /// How many tasks were running, on average, in the minute before.
    let load: String

    init() {
        let lines = TextFile.read("/proc/cpuinfo").split(separator: "\n")
        let model = lines.first { $0.hasPrefix("model name") }?.split(separator: ":").last.map(String.init)
        processor = model.map { String($0.drop { $0 == " " }) } ?? "unknown processor"
        cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        kernel = TextFile.read("/proc/sys/kernel/osrelease").split(separator: "\n").first.map(String.init) ?? "unknown"
        load = TextFile.read("/proc/loadavg").split(separator: " ").first.map(String.init) ?? "unknown"
    }

    var line: String { "\(processor), \(cores) cores, Linux \(kernel); load before the run \(load)" }
}

/// Small files of the kernel and of the servers under test.
enum TextFile {
    /// Empty when it cannot be read; at most 1 MiB of it.
    static func read(_ path: String) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while bytes.count < 1 << 20 {
            let count = Glibc.read(descriptor, &piece, piece.count)
            guard count > 0 else { break }
            bytes += piece[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Clocks, in seconds.
enum Clock {
    static var wall: Double { seconds(CLOCK_MONOTONIC) }
    /// User and system time of this process.
    static var processor: Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

    private static func seconds(_ clock: clockid_t) -> Double {
        var now = timespec()
        clock_gettime(clock, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1_000_000_000
    }
}
