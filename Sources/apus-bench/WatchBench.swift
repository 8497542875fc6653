internal import Glibc

/// What watches cost that wait, and what becomes of the others when some stall, vanish or have other interests.
enum WatchBench {
    static func run(in bed: Bed, into figures: inout [Figure]) async throws {
        let bare = try BareServer(in: bed)
        let bareMemory = try bed.drive(bare, idle(10_000, connections: 20))
        bare.end()
        let server = try APIServerProcess(in: bed, directory: "watches")
        defer { server.end() }
        let memory = try bed.drive(server, idle(10_000, connections: 20))
        figures.append(
            Figure(
                "memory of an idle watch, of 10,000", memory.of("kib_per_watch"), .kibibytes,
                bare: bareMemory.of("kib_per_watch"), Thresholds.memoryPerWatch))
        figures.append(try manyWatches(bed))
        let paced = try bed.drive(server, pacedFlags + ["--watches", "1000", "--connections", "10"])
        figures.append(
            Figure(
                "p99 until the last of 1,000 has it, 20 writes/s", paced.of("last_delivery_ms_p99"), .milliseconds,
                Thresholds.lastWatcher))
        figures += try stalled(bed, server)
        figures.append(try storm(bed, server))
        figures.append(try interest(bed, server))
        figures += try await listing(bed)
    }

    /// Watches that are opened, and one write to see that they are alive.
    private static func idle(_ watches: Int, connections: Int) -> [String] {
        ["--watches", "\(watches)", "--connections", "\(connections)", "--writes", "1", "--in-flight", "1"]
    }

    private static let pacedFlags = ["--rate", "20", "--writes", "100", "--in-flight", "4"]

    private static func manyWatches(_ bed: Bed) throws(BenchError) -> Figure {
        let server = try APIServerProcess(in: bed, directory: "many-watches")
        defer { server.end() }
        let run = try bed.drive(server, idle(100_000, connections: 50))
        return Figure(
            "the server with 100,000 watches", run.of("watched_kib") / 1_024, .mebibytes, Thresholds.memoryOfManyWatches
        )
    }

    /// CPU of a write whose event three watchers want: among 50,000 with other interests, beside alone.
    private static func interest(_ bed: Bed, _ server: APIServerProcess) throws(BenchError) -> Figure {
        let flags = ["--interested", "3", "--writes", "2000", "--in-flight", "1"]
        let cost = "server_cpu_us_per_write"
        var (alone, among) = (Double.infinity, Double.infinity)
        for _ in 0..<2 {
            alone = min(alone, try bed.drive(server, flags + ["--watches", "3", "--connections", "3"]).of(cost))
            among = min(among, try bed.drive(server, flags + ["--watches", "50000", "--connections", "25"]).of(cost))
        }
        return Figure("an event for 3 of 50,000 watchers, beside 3 of 3", among / alone, .times, Thresholds.interest)
    }

    private static func stalled(_ bed: Bed, _ server: APIServerProcess) throws(BenchError) -> [Figure] {
        // The windows of those who stall are full after some fifty events.
        let flags = pacedFlags + ["--watches", "5000", "--connections", "10", "--window", "65536"]
        let p99 = "delivery_ms_p99"
        // The better of two of each: a tail also shows what other processes did.
        var (all, some) = (Double.infinity, Double.infinity)
        for _ in 0..<2 {
            all = min(all, try bed.drive(server, flags).of(p99))
            some = min(some, try bed.drive(server, flags + ["--stalled", "500"]).of(p99))
        }
        return [
            Figure("p99 of a delivery, 5,000 readers at 20 writes/s", all, .milliseconds),
            Figure("  with 500 of them stalled", some, .milliseconds),
            Figure("  beside none stalled", some / all, .times, Thresholds.stalledReaders),
            try stalledMemory(bed),
        ]
    }

    /// Half of 200 readers take 64 KiB of 30 MB. With a buffer for each of them that would be 3 GB.
    private static func stalledMemory(_ bed: Bed) throws(BenchError) -> Figure {
        let server = try APIServerProcess(in: bed, directory: "stalled", loops: 1)
        defer { server.end() }
        let run = try bed.drive(
            server,
            [
                "--watches", "200", "--connections", "10", "--window", "65536", "--stalled", "100", "--writes", "30000",
                "--in-flight", "64", "--size", "1024",
            ])
        return Figure(
            "the server when 100 of 200 stalled through 30,000 events", run.of("end_kib") / 1_024, .mebibytes,
            Thresholds.stalledMemory)
    }

    private static func storm(_ bed: Bed, _ server: APIServerProcess) throws(BenchError) -> Figure {
        let run = try bed.drive(server, ["--storm", "--watches", "10000", "--connections", "20", "--in-flight", "1"])
        return Figure(
            "10,000 watchers lost, reconnected and resumed", run.of("storm_seconds"), .seconds, Thresholds.storm)
    }

    /// What 1,000 watchers that begin with 10,000 objects each make of a writer's wait. The writer is a process of its
    /// own: the one that reads ten million objects is busy with them, and would count that as the server's time.
    private static func listing(_ bed: Bed) async throws -> [Figure] {
        let server = try await bed.serverWithObjects(10_000, dataBytes: 64, directory: "listing", loops: 1)
        defer { server.end() }
        let writes = ["--rate", "75", "--in-flight", "4", "--writes", "150", "--watches", "0"]
        let watchers = [
            "--rate", "1", "--in-flight", "1", "--writes", "100", "--watches", "1000", "--connections", "10",
            "--initial", "10000",
        ]
        let p99 = "write_ms_p99"
        // The best of five of each, as above.
        var (alone, among, listing) = (Double.infinity, Double.infinity, Double.infinity)
        for round in 1...5 {
            alone = min(alone, try bed.drive(server, writes).of(p99))
            let lists = try bed.startDriving(server, watchers, number: round)
            // Until its watches are open.
            usleep(300_000)
            among = min(among, try bed.drive(server, writes).of(p99))
            listing = min(listing, try lists().of("listing_seconds"))
        }
        return [
            Figure("1,000 watchers begin with 10,000 objects each", listing, .seconds),
            Figure("  p99 of a write alone", alone, .milliseconds),
            Figure("  p99 of a write meanwhile", among, .milliseconds),
            Figure("  what it waits more", among - alone, .milliseconds, Thresholds.listingWatchers),
        ]
    }
}
