internal import CLinux
internal import Glibc
internal import Synchronization

/// Samples the run four times a second for its timeline, and shows the latest in one line of a terminal.
final class Progress: Sendable {
    private let pools: [LoadLoop]
    private let writer: Writer
    private let pid: Int?
    private let shows: Bool
    /// Monotonic nanoseconds: where the timeline begins.
    let begin = clinux_monotonic_nanoseconds()
    private struct State {
        var activity = ""
        var timeline = Timeline()
        var hasLine = false
    }
    private let state = Mutex(State())

    init(_ pools: [LoadLoop], _ writer: Writer, _ options: LoadOptions) {
        self.pools = pools
        self.writer = writer
        pid = options.pid
        shows = !options.isQuiet && isatty(STDERR_FILENO) == 1
    }

    var timeline: Timeline { state.withLock { $0.timeline } }

    /// What is being done now.
    func say(_ activity: String) {
        state.withLock { $0.activity = activity }
        show(activity)
    }

    private func show(_ line: String) {
        guard shows else { return }
        state.withLock { $0.hasLine = true }
        // Without wrapping, since only the line that the cursor is in can be taken back.
        Terminal.error("\r\u{1b}[K\u{1b}[?7l" + line + "\u{1b}[?7h")
    }

    func end() {
        let hasLine = state.withLock { $0.hasLine }
        if hasLine { Terminal.error("\r\u{1b}[K") }
    }

    /// Until the task is cancelled, and then once more.
    func run() async {
        var last = begin
        var latencies = LatencyHistogram()
        var (deliveries, answered): (UInt64, Int) = (0, 0)
        var cpu = pid.flatMap { ProcessFigures.cpuSeconds(String($0)) } ?? 0
        var isLast = false
        while !isLast {
            try? await Task.sleep(for: .milliseconds(LoadLimits.sampleMilliseconds))
            isLast = Task.isCancelled
            var total = LoopSnapshot()
            for pool in pools { total.add(await pool.perform { $0.snapshot() }) }
            let writing = await writer.perform { $0.snapshot() }
            let now = clinux_monotonic_nanoseconds()
            let length = max(Double(now - last) / 1e9, 0.001)
            let recent = total.latencies.since(latencies)
            let all = total.deliveries + total.laggingDeliveries
            let used = pid.flatMap { ProcessFigures.cpuSeconds(String($0)) } ?? cpu
            let sample = Timeline.Sample(
                time: Double(now - begin) / 1e9, length: length, deliveries: all - deliveries,
                writes: writing.answered - answered, p50: recent.percentile(0.5), p99: recent.percentile(0.99),
                worst: recent.maximum, residentBytes: pid.flatMap { ProcessFigures.residentBytes(String($0)) } ?? 0,
                processors: (used - cpu) / length)
            (last, latencies, deliveries, answered, cpu) = (now, total.latencies, all, writing.answered, used)
            let activity = state.withLock { state in
                state.timeline.add(sample, isLast: isLast)
                return state.activity
            }
            show(Self.line(activity, sample, total))
        }
    }

    private static func line(_ activity: String, _ sample: Timeline.Sample, _ total: LoopSnapshot) -> String {
        var text = "\(Figures.fixed(sample.time, 1)) s  \(activity)"
        text += "  \(Figures.count(Double(sample.writes) / sample.length)) calls/s"
        text += "  \(Figures.count(Double(sample.deliveries) / sample.length)) deliveries/s"
        if sample.p99 > 0 { text += "  p99 \(Figures.duration(sample.p99))" }
        if total.absent > 0 { text += "  \(total.absent) watches not open" }
        if sample.residentBytes > 0 {
            text += "  server \(Figures.fixed(sample.processors * 100, 0)) % CPU, "
            text += Figures.bytes(Double(sample.residentBytes))
        }
        if total.violationCount > 0 { text += "  \(total.violationCount) VIOLATIONS" }
        return text
    }
}

/// Text on the process's two outputs, written whole.
enum Terminal {
    static func out(_ text: String) { write(text, to: STDOUT_FILENO) }
    static func error(_ text: String) { write(text, to: STDERR_FILENO) }

    private static func write(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        var at = 0
        while at < bytes.count {
            let count = bytes[at...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count <= 0 { return }
            at += count
        }
    }
}
