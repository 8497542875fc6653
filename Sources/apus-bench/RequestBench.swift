internal import Client
internal import Glibc
internal import Objects

/// Requests, and the server itself: writes, lists, memory and start.
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
        try await fill(server)
        let json = try list(bed, server, "application/json")
        let binary = try list(bed, server, "application/vnd.kubernetes.protobuf")
        figures += [
            Figure("list of 2,000 pods, JSON", json.of("ms_p50"), .milliseconds, Thresholds.listJSON),
            Figure("  CPU each", json.of("server_cpu_ms"), .milliseconds),
            Figure("  its size", json.of("bytes") / 1_000_000, .megabytes),
            Figure("list of 2,000 pods, binary", binary.of("ms_p50"), .milliseconds, Thresholds.listBinary),
            Figure("  CPU each", binary.of("server_cpu_ms"), .milliseconds),
            Figure("  its size", binary.of("bytes") / 1_000_000, .megabytes),
        ]
        let full = try await bed.serverWithObjects(100_000, directory: "full")
        defer { full.end() }
        figures.append(
            Figure("start to ready, 100,000 objects", full.readyMilliseconds, .milliseconds, Thresholds.readyFull))
        figures.append(Figure("  its memory", full.residentMebibytes, .mebibytes))
    }

    /// 2,000 running pods.
    private static func fill(_ server: APIServerProcess) async throws {
        let pod = Core.Pod(PodFixture.message)
        try await Session.with(server) { client in
            try await Session.makeServiceAccount(client)
            try await Session.each(2_000, inFlight: 32) { number in
                var pod = pod
                pod.metadata.name = "web-\(number)"
                _ = try await client.create(pod)
            }
        }
    }

    private static func list(
        _ bed: Bed, _ server: APIServerProcess, _ type: String
    ) throws(BenchError) -> [String: Double] {
        try bed.run(
            "bare-loop",
            ["get"] + server.address(overTLS: true)
                + ["--path", "/api/v1/pods", "--accept", type, "--times", "25", "--pid", "\(server.identifier)"])
    }
}
