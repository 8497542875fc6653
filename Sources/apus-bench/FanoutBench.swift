/// What a delivered event costs, beside the bare loop that does the same for the same client in the same minute.
///
/// The CPU is compared with one event under way, so that on both sides every delivery is a DATA frame of its own, and at
/// the same pace: a processor that has rested meanwhile finds its caches cold, and the bare loop, which waits for no disk,
/// would never rest. (Driven as fast as each of them goes, even the client's own cost of a delivery is half as much again
/// beside the API server.) What the same writes cost with nobody watching is measured in the same minute, on both sides,
/// and taken off; the figure with the writes is printed above it. The throughput is compared with four events under way,
/// where both put several into a frame.
///
/// The two run by turns, a second each, and every turn gives a ratio of its own: the median of them is the figure. What
/// a machine does beside comes and goes within seconds, and strikes both of one turn or is left out as an extreme. (The
/// cheapest runs of each, compared with one another, may be from other minutes, and differ by a third from one
/// benchmark to the next.)
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
    /// Where CPU is compared: a load that both carry, and that leaves the processor little time to forget.
    static let deliveriesPerSecond = 600_000
    static let pacedSeconds = 1.0
    static let turns = 9

    static func run(in bed: Bed, into figures: inout [Figure]) throws(BenchError) {
        let bare = try BareServer(in: bed)
        defer { bare.end() }
        let server = try APIServerProcess(in: bed, directory: "fanout", loops: 1)
        defer { server.end() }
        var closed = 0.0
        for setting in settings {
            let paced = try byTurns(setting, .paced, bed, server, bare)
            let four = try byTurns(setting, .full, bed, server, bare)
            closed += four.reduce(0) { $0 + $1.ours.of("broken") }
            figures += [
                Figure(
                    "CPU a delivery with its share of the write, \(setting.name)", paced.median(\.ours) { $0.of(cpu) },
                    .microseconds, bare: paced.median(\.other) { $0.of(cpu) }),
                Figure("  beside the bare loop", paced.medianRatio { $0.of(cpu) }, .times),
                Figure(
                    "  the delivery itself", paced.median(\.ours) { own($0, setting) }, .microseconds,
                    bare: paced.median(\.other) { own($0, setting) }),
                Figure(
                    "  beside the bare loop", paced.medianRatio { own($0, setting) }, .times, Thresholds.cpuRatio),
                Figure(
                    "deliveries, \(setting.name)", four.median(\.ours) { $0.of(rate) }, .perSecond,
                    bare: four.median(\.other) { $0.of(rate) }),
                Figure(
                    "  beside the bare loop", four.medianRatio { $0.of(rate) }, .times, Thresholds.throughputRatio),
                Figure(
                    "  CPU of a delivery then, with its share of the write", four.median(\.ours) { $0.of(cpu) },
                    .microseconds, bare: four.median(\.other) { $0.of(cpu) }),
                Figure("  beside the bare loop", four.medianRatio { $0.of(cpu) }, .times),
            ]
        }
        figures.append(
            Figure("watches that the server closed meanwhile", closed, .count, Thresholds.closedWatches))
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

    private static func byTurns(
        _ setting: Setting, _ load: Load, _ bed: Bed, _ server: APIServerProcess, _ bare: BareServer
    ) throws(BenchError) -> [Turn] {
        var done: [Turn] = []
        for _ in 0..<turns {
            let ours = try round(setting, load, server, bed)
            // The API server adds metadata to what is written. The bare loop is given as much to deliver.
            let added = Int(ours.of("bytes_per_delivery").rounded()) - bareOverhead
            done.append(Turn(ours: ours, other: try round(setting, load, bare, bed, dataBytes: max(1_024, added))))
        }
        return done
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

    /// Two loops on two cores beside the client: their throughput cannot be seen here, but what a delivery costs can.
    private static func twoLoops(_ bed: Bed, _ one: APIServerProcess) throws(BenchError) -> [Figure] {
        let two = try APIServerProcess(in: bed, directory: "fanout-two-loops", loops: 2)
        defer { two.end() }
        var figures: [Figure] = []
        for setting in settings.prefix(2) {
            var done: [Turn] = []
            for _ in 0..<turns {
                let single = try round(setting, .paced, one, bed)
                done.append(Turn(ours: try round(setting, .paced, two, bed), other: single))
            }
            // A write wakes both loops; that is its cost and not a delivery's.
            figures.append(
                Figure(
                    "two loops beside one, \(setting.name)", done.medianRatio { own($0, setting) }, .times,
                    Thresholds.twoLoopsRatio))
        }
        return figures
    }
}

/// What the two sides of a comparison printed, one right after the other.
private struct Turn {
    let ours: [String: Double]
    /// Of the bare loop, or of what else ours is beside.
    let other: [String: Double]
}

extension [Turn] {
    fileprivate func median(_ side: KeyPath<Turn, [String: Double]>, _ figure: ([String: Double]) -> Double) -> Double {
        map { figure($0[keyPath: side]) }.median
    }

    fileprivate func medianRatio(_ figure: ([String: Double]) -> Double) -> Double {
        map { figure($0.ours) / figure($0.other) }.median
    }
}

extension [Double] {
    /// Not a number when there is none, or one is not.
    fileprivate var median: Double {
        guard !isEmpty, allSatisfy(\.isFinite) else { return .nan }
        return sorted()[count / 2]
    }
}
