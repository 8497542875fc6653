extension LoadReport {
    /// The figures for people, in columns: one for each phase.
    public var table: String {
        var rows: [[String]] = []
        func row(_ label: String, _ value: (Phase) -> String?) {
            let values = phases.map(value)
            guard values.contains(where: { $0 != nil }) else { return }
            rows.append([label] + values.map { $0 ?? "-" })
        }
        if phases.count > 1 { rows.append([""] + phases.map(\.name)) }
        row("seconds") { Figures.fixed($0.seconds, 2) }
        row("calls per second") { phase in phase.calls == phase.writes ? nil : Figures.count(phase.callsPerSecond) }
        row("writes") { Figures.count(Double($0.writes)) }
        row("writes per second") { Figures.count($0.writesPerSecond) }
        if options.watches > 0 {
            row("deliveries") { Figures.count(Double($0.deliveries + $0.laggingDeliveries)) }
            row("deliveries per second") { Figures.count($0.deliveriesPerSecond) }
            row("answer to event   p50") { Self.time($0.latency, 0.5) }
            row("                  p90") { Self.time($0.latency, 0.9) }
            row("                  p99") { Self.time($0.latency, 0.99) }
            row("                  p99.9") { Self.time($0.latency, 0.999) }
            row("                  max") { Self.time($0.latency, 1) }
            row("  to the last one p50") { Self.time($0.lastWatch, 0.5) }
            row("                  p99") { Self.time($0.lastWatch, 0.99) }
            row("                  max") { Self.time($0.lastWatch, 1) }
        }
        for operation in OperationMix.Operation.allCases {
            let label = "\(operation.rawValue) answered"
            let padding = String(repeating: " ", count: max(18 - label.count, 1))
            row(label + padding + "p50") { $0.callLatencies[operation].flatMap { Self.time($0, 0.5) } }
            row("                  p99") { $0.callLatencies[operation].flatMap { Self.time($0, 0.99) } }
            row("                  max") { $0.callLatencies[operation].flatMap { Self.time($0, 1) } }
        }
        row("server CPU") { $0.serverCPU.map { Figures.fixed($0, 2) + " s" } }
        row("  per delivery") { $0.serverCPUPerDelivery.map { Figures.fixed($0, 2) + " µs" } }
        row("  per write") { $0.serverCPUPerWrite.map { Figures.fixed($0, 1) + " µs" } }
        row("  memory at the end") { phase in
            phase.serverMemory.map { figures in
                Figures.bytes(Double(figures.proportionalBytes > 0 ? figures.proportionalBytes : figures.residentBytes))
            }
        }
        row("apus-load's CPU per delivery") { $0.toolCPUPerDelivery.map { Figures.fixed($0, 2) + " µs" } }
        return heading + Self.columns(rows) + ending
    }

    private static func time(_ histogram: LatencyHistogram, _ share: Double) -> String? {
        histogram.isEmpty ? nil : Figures.duration(histogram.percentile(share))
    }

    private var heading: String {
        var text = "\(options.scenario.rawValue) on \(server), \(options.face.rawValue): "
        text += "\(options.watches) watches on \(options.connections) connections, "
        text += "\(options.objects) objects of \(options.sizeBytes) bytes, "
        text += options.rate > 0 ? "\(Figures.count(options.rate)) calls per second" : "\(options.inFlight) in flight"
        if options.scenario == .mixed { text += ", " + options.mix.text }
        text += "\n\n"
        return text
    }

    /// What belongs to the whole run.
    private var ending: String {
        var rows: [[String]] = []
        if options.watches > 0 { rows.append(["watches opened in", Figures.fixed(openSeconds, 2) + " s"]) }
        for (label, figures) in [
            ("server's memory, idle", memoryIdle), ("  with the watches", memoryWatching), ("  at the end", memoryEnd),
        ] {
            guard let figures else { continue }
            let own = Figures.bytes(Double(figures.proportionalBytes))
            rows.append([label, "Pss \(own), Rss \(Figures.bytes(Double(figures.residentBytes)))"])
        }
        if let bytesPerWatch { rows.append(["  per watch", Figures.bytes(bytesPerWatch)]) }
        for extra in extras {
            let digits = extra.value.rounded() == extra.value ? 0 : extra.unit == "%" ? 1 : 3
            rows.append([
                extra.label, Figures.fixed(extra.value, digits) + (extra.unit.isEmpty ? "" : " " + extra.unit),
            ])
        }
        if closedByServer > 0 { rows.append(["watches closed by the server", String(closedByServer)]) }
        if gone > 0 { rows.append(["watches that lost their place (410)", String(gone)]) }
        for (kind, count) in errors.sorted(by: { $0.key < $1.key }) { rows.append(["error: " + kind, String(count)]) }
        if let endedEarly { rows.append(["ENDED EARLY", endedEarly]) }
        rows.append(["order, gaps, repeats", verdict])
        return "\n" + Self.columns(rows)
    }

    private var verdict: String {
        guard isFine else { return "\(violationCount) VIOLATIONS" }
        return endedEarly == nil
            ? "every watch saw every write once, in order" : "nothing broken in what came before the end"
    }

    private static func columns(_ rows: [[String]]) -> String {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { $0.indices.contains(column) ? min($0[column].count, 60) : 0 }.max() ?? 0
        }
        return rows.map { row in
            var line = ""
            for (column, text) in row.enumerated() {
                let padding = String(repeating: " ", count: max(widths[column] - text.count, 0))
                // Names stand left, columns of figures right, a single value left again.
                if column == 0 {
                    line += text + padding
                } else {
                    line += row.count == 2 ? "  " + text : "  " + padding + text
                }
            }
            return line + "\n"
        }.joined()
    }
}
