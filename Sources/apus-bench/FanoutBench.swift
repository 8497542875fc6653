/// What a delivered event costs, beside the bare loop that does the same for the same client in the same minute.
///
/// The CPU is compared with one event under way, so that on both sides every delivery is a DATA frame of its own; the
/// throughput with four, where both put several events into a frame. With one event under way each of them also waits
/// for a write that is on the disk, which the bare loop has none of: what the same writes cost with nobody watching is
/// measured in the same minute, on both sides, and taken off. The figure with the writes is printed above it.
enum FanoutBench {
    struct Setting: Sendable {
        let watches: Int
        let connections: Int
        let overTLS: Bool
        var name: String { "\(Table.number(Double(watches))) watches on \(connections), \(overTLS ? "TLS" : "plain")" }
    }

    static let settings = [
        Setting(watches: 1_000, connections: 10, overTLS: true),
        Setting(watches: 10_000, connections: 20, overTLS: true),
        Setting(watches: 1_000, connections: 10, overTLS: false),
        Setting(watches: 10_000, connections: 20, overTLS: false),
    ]
    /// Of 1 KB each: a second of work or two.
    static let deliveries = 1_000_000
    /// A run is repeated and the cheapest counts: what other processes add is noise, and never negative.
    static let rounds = 5

    static func run(in bed: Bed, into figures: inout [Figure]) throws(BenchError) {
        let bare = try BareServer(in: bed)
        defer { bare.end() }
        let server = try APIServerProcess(in: bed, directory: "fanout", loops: 1)
        defer { server.end() }
        for setting in settings {
            let one = try compare(setting, inFlight: 1, bed, server, bare)
            let (ours, theirs) = (one.apus.of(cpu), one.bare.of(cpu))
            let own = ours - one.apus.of(aloneCPU) / Double(setting.watches)
            let bareOwn = theirs - one.bare.of(aloneCPU) / Double(setting.watches)
            figures += [
                Figure(
                    "CPU a delivery with its share of the write, \(setting.name)", ours, .microseconds, bare: theirs),
                Figure("  beside the bare loop", ours / theirs, .times),
                Figure("  the delivery itself", own, .microseconds, bare: bareOwn),
                Figure("  beside the bare loop", own / bareOwn, .times, Thresholds.cpuRatio),
            ]
            let four = try compare(setting, inFlight: 4, bed, server, bare)
            figures += [
                Figure(
                    "deliveries, \(setting.name)", four.apus.of(rate), .perSecond, bare: four.bare.of(rate)),
                Figure(
                    "  beside the bare loop", four.apus.of(rate) / four.bare.of(rate), .times,
                    Thresholds.throughputRatio),
            ]
        }
        figures.append(try twoLoops(bed, server))
    }

    private static let cpu = "server_cpu_us_per_delivery"
    private static let rate = "deliveries_per_second"
    private static let aloneCPU = "cpu_us_of_a_write_alone"

    static func flags(_ setting: Setting, inFlight: Int, dataBytes: Int = 1_024) -> [String] {
        [
            "--watches", "\(setting.watches)", "--connections", "\(setting.connections)",
            "--writes", "\(deliveries / setting.watches)", "--in-flight", "\(inFlight)", "--size", "\(dataBytes)",
        ]
    }

    private static func compare(
        _ setting: Setting, inFlight: Int, _ bed: Bed, _ server: APIServerProcess, _ bare: BareServer
    ) throws(BenchError) -> (apus: [String: Double], bare: [String: Double]) {
        var best: (apus: [String: Double], bare: [String: Double])?
        for _ in 0..<rounds {
            let ours = try bed.drive(
                server, overTLS: setting.overTLS, flags(setting, inFlight: inFlight))
            // The API server adds metadata to what is written. The bare loop is given as much to deliver.
            let added = Int(ours.of("bytes_per_delivery").rounded()) - bareOverhead
            let theirs = try bed.drive(
                bare, overTLS: setting.overTLS, flags(setting, inFlight: inFlight, dataBytes: max(1_024, added)))
            let soFar = best ?? (ours, theirs)
            best = (better(soFar.apus, ours), better(soFar.bare, theirs))
        }
        guard var best else { return ([:], [:]) }
        if inFlight == 1 {
            best.apus[aloneCPU] = try alone(server, overTLS: setting.overTLS, bed)
            best.bare[aloneCPU] = try alone(bare, overTLS: setting.overTLS, bed)
        }
        return best
    }

    /// CPU of a write that nobody watches, one at a time, in microseconds.
    private static func alone(_ server: some DrivenServer, overTLS: Bool, _ bed: Bed) throws(BenchError) -> Double {
        var least = Double.infinity
        for _ in 0..<rounds {
            let run = try bed.drive(
                server, overTLS: overTLS, ["--watches", "0", "--writes", "1000", "--in-flight", "1"])
            least = min(least, run.of("server_cpu_us_per_write"))
        }
        return least.isFinite ? least : .nan
    }

    /// What the bare loop's event has beside the data: frame, keys, name, namespace and revision.
    private static let bareOverhead = 48

    private static func better(_ one: [String: Double], _ other: [String: Double]) -> [String: Double] {
        var best = one
        best[cpu] = min(one.of(cpu), other.of(cpu))
        best[rate] = max(one.of(rate), other.of(rate))
        return best
    }

    private static func twoLoops(_ bed: Bed, _ one: APIServerProcess) throws(BenchError) -> Figure {
        let two = try APIServerProcess(in: bed, directory: "fanout-two-loops", loops: 2)
        defer { two.end() }
        var (alone, together) = (Double.infinity, Double.infinity)
        for _ in 0..<rounds {
            alone = min(alone, try bed.drive(one, flags(settings[0], inFlight: 1)).of(cpu))
            together = min(together, try bed.drive(two, flags(settings[0], inFlight: 1)).of(cpu))
        }
        return Figure("CPU a delivery with two loops, beside one", together / alone, .times, Thresholds.twoLoopsRatio)
    }
}
