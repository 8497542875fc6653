internal import Client
internal import Glibc
internal import Objects

/// Lists of 2,000 pods, in the forms that clients ask for.
enum ListBench {
    private static let rounds = 5

    static func run(in bed: Bed, into figures: inout [Figure]) async throws {
        let server = try APIServerProcess(in: bed, directory: "lists")
        defer { server.end() }
        try await fill(server)
        let table = "application/json;as=Table;v=v1;g=meta.k8s.io"
        for (name, type, threshold) in [
            ("JSON", "application/json", Thresholds.listJSON),
            ("binary", "application/vnd.kubernetes.protobuf", Thresholds.listBinary),
            ("as kubectl get shows them", table, Thresholds.listTable),
        ] {
            let found = try best(bed, server, type)
            figures += [
                Figure("list of 2,000 pods, \(name)", found.of("ms_p50"), .milliseconds, threshold),
                Figure("  CPU each", found.of("server_cpu_ms"), .milliseconds),
                Figure("  its size", found.of("bytes") / 1_000_000, .megabytes),
            ]
        }
    }

    private static func fill(_ server: APIServerProcess) async throws {
        let pod = Core.Pod(PodFixture.small)
        try await Session.with(server) { client in
            try await Session.makeServiceAccount(client)
            try await Session.each(2_000, inFlight: 32) { number in
                var pod = pod
                pod.metadata.name = "web-\(number)"
                _ = try await client.create(pod)
            }
        }
    }

    /// The least disturbed of a few rounds.
    private static func best(
        _ bed: Bed, _ server: APIServerProcess, _ type: String
    ) throws(BenchError) -> [String: Double] {
        var best: [String: Double] = [:]
        for round in 0..<rounds {
            let found = try bed.run(
                "bare-loop",
                ["get"] + server.address(overTLS: true)
                    + ["--path", "/api/v1/pods", "--accept", type, "--times", "25", "--pid", "\(server.identifier)"])
            if round == 0 || found.of("ms_p50") < best.of("ms_p50") { best = found }
        }
        return best
    }
}
