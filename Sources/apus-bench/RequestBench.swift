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
        let updates = try bed.drive(server, ["--watches", "0", "--in-flight", "64", "--writes", "50000"])
        figures += [
            Figure("updates, durable, 64 in flight", updates.of("writes_per_second"), .perSecond, Thresholds.updates),
            Figure("  CPU each", updates.of("server_cpu_us_per_write"), .microseconds, Thresholds.updateCPU),
        ]
        let full = try await bed.serverWithObjects(100_000, directory: "full")
        defer { full.end() }
        figures.append(
            Figure("start to ready, 100,000 objects", full.readyMilliseconds, .milliseconds, Thresholds.readyFull))
        figures.append(Figure("  its memory", full.residentMebibytes, .mebibytes))
    }
}
