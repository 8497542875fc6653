/// What a delivered event costs, beside the bare loop that does the same for the same client in the same minute.
///
/// The CPU is compared with one event under way, so that on both sides every delivery is a DATA frame of its own, and at
/// the same pace: a processor that has rested meanwhile finds its caches cold, and the bare loop, which waits for no disk,
/// would never rest. (Driven as fast as each of them goes, even the client's own cost of a delivery is half as much again
/// beside the API server.) What the same writes cost with nobody watching is measured in the same minute, on both sides,
/// and taken off; the figure with the writes is printed above it. The throughput is compared with four events under way,
/// where both put several into a frame.
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
    /// Where CPU is compared: a load that both carry easily, for a second and a half.
    static let deliveriesPerSecond = 400_000
    static let pacedSeconds = 1.5
    /// A run is repeated and the cheapest counts: what other processes add is noise, and never negative.
    static let rounds = 5

    static func run(in bed: Bed, into figures: inout [Figure]) throws(BenchError) {
        let bare = try BareServer(in: bed)
        defer { bare.end() }
        let server = try APIServerProcess(in: bed, directory: "fanout", loops: 1)
        defer { server.end() }
        for setting in settings {
            let one = try compare(setting, .paced, bed, server, bare)
            let (ours, theirs) = (one.apus.of(cpu), one.bare.of(cpu))
            let (itself, bareItself) = (own(one.apus, setting), own(one.bare, setting))
            figures += [
                Figure(
                    "CPU a delivery with its share of the write, \(setting.name)", ours, .microseconds, bare: theirs),
                Figure("  beside the bare loop", ours / theirs, .times),
                Figure("  the delivery itself", itself, .microseconds, bare: bareItself),
                Figure("  beside the bare loop", itself / bareItself, .times, Thresholds.cpuRatio),
            ]
            let four = try compare(setting, .full, bed, server, bare)
            figures += [
                Figure(
                    "deliveries, \(setting.name)", four.apus.of(rate), .perSecond, bare: four.bare.of(rate)),
                Figure(
                    "  beside the bare loop", four.apus.of(rate) / four.bare.of(rate), .times,
                    Thresholds.throughputRatio),
            ]
        }
        figures += try twoLoops(bed, server)
    }

    private static let cpu = "server_cpu_us_per_delivery"
    private static let rate = "deliveries_per_second"
    private static let aloneCPU = "cpu_us_of_a_write_alone"

    private enum Load {
        /// One event under way, so many a second.
        case paced
        /// Four under way, as fast as they are delivered.
        case full
    }

    private static func flags(_ setting: Setting, _ load: Load, dataBytes: Int = 1_024) -> [String] {
        let watchers = [
            "--watches", "\(setting.watches)", "--connections", "\(setting.connections)", "--size", "\(dataBytes)",
        ]
        switch load {
        case .paced: return watchers + paced(setting)
        case .full: return watchers + ["--writes", "\(deliveries / setting.watches)", "--in-flight", "4"]
        }
    }

    private static func paced(_ setting: Setting) -> [String] {
        let rate = deliveriesPerSecond / setting.watches
        return ["--writes", "\(Int(pacedSeconds * Double(rate)))", "--rate", "\(rate)", "--in-flight", "1"]
    }

    private static func compare(
        _ setting: Setting, _ load: Load, _ bed: Bed, _ server: APIServerProcess, _ bare: BareServer
    ) throws(BenchError) -> (apus: [String: Double], bare: [String: Double]) {
        var best: (apus: [String: Double], bare: [String: Double])?
        for _ in 0..<rounds {
            let ours = try round(setting, load, server, bed)
            // The API server adds metadata to what is written. The bare loop is given as much to deliver.
            let added = Int(ours.of("bytes_per_delivery").rounded()) - bareOverhead
            let theirs = try round(setting, load, bare, bed, dataBytes: max(1_024, added))
            let soFar = best ?? (ours, theirs)
            best = (better(soFar.apus, ours), better(soFar.bare, theirs))
        }
        return best ?? ([:], [:])
    }

    /// One run; where CPU is compared, and then the same writes with nobody watching.
    private static func round(
        _ setting: Setting, _ load: Load, _ server: some DrivenServer, _ bed: Bed, dataBytes: Int = 1_024
    ) throws(BenchError) -> [String: Double] {
        let overTLS = setting.overTLS
        var run = try bed.drive(server, overTLS: overTLS, flags(setting, load, dataBytes: dataBytes))
        if load == .paced {
            let alone = try bed.drive(server, overTLS: overTLS, ["--watches", "0"] + paced(setting))
            run[aloneCPU] = alone.of("server_cpu_us_per_write")
        }
        return run
    }

    /// CPU of a delivery without its share of the write, in microseconds.
    private static func own(_ run: [String: Double], _ setting: Setting) -> Double {
        run.of(cpu) - run.of(aloneCPU) / Double(setting.watches)
    }

    /// What the bare loop's event has beside the data: frame, keys, name, namespace and revision.
    private static let bareOverhead = 48

    private static func better(_ one: [String: Double], _ other: [String: Double]) -> [String: Double] {
        var best = one
        best[cpu] = min(one.of(cpu), other.of(cpu))
        best[aloneCPU] = min(one.of(aloneCPU), other.of(aloneCPU))
        best[rate] = max(one.of(rate), other.of(rate))
        return best
    }

    /// Two loops on two cores beside the client: their throughput cannot be seen here, but what a delivery costs can.
    private static func twoLoops(_ bed: Bed, _ one: APIServerProcess) throws(BenchError) -> [Figure] {
        let two = try APIServerProcess(in: bed, directory: "fanout-two-loops", loops: 2)
        defer { two.end() }
        var figures: [Figure] = []
        for setting in settings.prefix(2) {
            var (single, double) = ([String: Double](), [String: Double]())
            for turn in 0..<rounds {
                let (first, second) = (try round(setting, .paced, one, bed), try round(setting, .paced, two, bed))
                single = turn == 0 ? first : better(single, first)
                double = turn == 0 ? second : better(double, second)
            }
            // A write wakes both loops; that is its cost and not a delivery's.
            figures.append(
                Figure(
                    "two loops beside one, \(setting.name)", own(double, setting) / own(single, setting), .times,
                    Thresholds.twoLoopsRatio))
        }
        return figures
    }
}
