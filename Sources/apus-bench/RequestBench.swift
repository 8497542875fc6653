internal import Glibc

/// Requests, and the server itself: writes, memory and start.
enum RequestBench {
    static func run(in bed: Bed, into figures: inout [Figure]) async throws {
        let server = try APIServerProcess(in: bed, directory: "requests")
        defer { server.end() }
        // Its first second is over, and what only the start needed is given back.
        usleep(1_000_000)
        figures.append(Figure("memory of the idle server", server.residentMebibytes, .mebibytes, Thresholds.idleMemory))
        figures.append(
            Figure("start to ready, nothing stored", server.readyMilliseconds, .milliseconds, Thresholds.readyEmpty))
        figures += try updates(bed, server)
        let full = try await bed.serverWithObjects(100_000, directory: "full")
        defer { full.end() }
        figures.append(
            Figure("start to ready, 100,000 objects", full.readyMilliseconds, .milliseconds, Thresholds.readyFull))
        figures.append(Figure("  its memory", full.residentMebibytes, .mebibytes))
    }

    /// A run is repeated and the best counts: what other processes add is noise, and never negative.
    private static let rounds = 4

    private static func updates(_ bed: Bed, _ server: APIServerProcess) throws(BenchError) -> [Figure] {
        var (most, least) = (0.0, Double.infinity)
        for _ in 0..<rounds {
            let run = try bed.drive(server, ["--watches", "0", "--in-flight", "64", "--writes", "25000"])
            most = max(most, run.of("writes_per_second"))
            least = min(least, run.of("server_cpu_us_per_write"))
        }
        return [
            Figure("updates, durable, 64 in flight", most, .perSecond, Thresholds.updates),
            Figure("  CPU each", least, .microseconds, Thresholds.updateCPU),
        ]
    }
}
