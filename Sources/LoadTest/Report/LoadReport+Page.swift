extension LoadReport {
    /// One page with the figures and plots, all in one file: nothing is fetched, no script runs.
    public var page: String {
        let title = "apus-load \(options.scenario.rawValue)"
        let promises = isFine ? "all promises kept" : "\(violationCount) broken promises"
        let verdict = endedEarly == nil ? promises : promises + ", ended early"
        return """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>\(Page.escaped(title))</title><style>\(Self.style)</style></head><body>
            <h1>\(Page.escaped(title)) <small class="\(isFine ? "fine" : "broken")">\(verdict)</small></h1>
            <div class="plots">
            \(plots)</div>
            <pre>\(Page.escaped(table))</pre>
            \(evidence)</body></html>

            """
    }

    private static let style = """
        :root { color-scheme: light dark; --ink: #1c2330; --paper: #fff; --faint: #d8dde6;
          --a: #0b66c3; --b: #d1495b; --c: #2e8b57 }
        @media (prefers-color-scheme: dark) { :root { --ink: #e4e8ef; --paper: #14181f; --faint: #343c49;
          --a: #63b0ff; --b: #ff8595; --c: #6fd19b } }
        body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
          max-width: 1340px; margin: 2rem auto; padding: 0 1rem }
        h1 { font-size: 1.4rem } small { font-weight: 400; margin-left: .6rem }
        .fine { color: var(--c) } .broken { color: var(--b) }
        .plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 520px), 1fr)); gap: 1rem }
        figure { margin: 0 } figcaption { font-weight: 600 } .key { font-weight: 400; margin-left: .8rem }
        .key.a { color: var(--a) } .key.b { color: var(--b) } .key.c { color: var(--c) }
        svg { width: 100%; height: auto } .grid { stroke: var(--faint) }
        .mark { stroke: var(--ink); stroke-dasharray: 3 3; opacity: .5 } text { fill: var(--ink); font-size: 11px }
        .y { text-anchor: end; dominant-baseline: middle } .x { text-anchor: middle }
        polyline { fill: none; stroke-width: 1.6; stroke-linejoin: round }
        polyline.a { stroke: var(--a) } polyline.b { stroke: var(--b) } polyline.c { stroke: var(--c) }
        pre { overflow-x: auto; border-top: 1px solid var(--faint); padding-top: 1rem } li { overflow-wrap: anywhere }
        """

    private var plots: String {
        let samples = timeline.samples
        func line(_ name: String, _ style: String, _ value: (Timeline.Sample) -> Double) -> Plot.Line {
            Plot.Line(name: name, style: style, points: samples.map { ($0.time, value($0)) })
        }
        // Where nothing was delivered there is no latency, rather than one of 0.
        func latency(_ name: String, _ style: String, _ value: (Timeline.Sample) -> UInt64) -> Plot.Line {
            Plot.Line(
                name: name, style: style,
                points: samples.filter { $0.deliveries > 0 }.map { ($0.time, Double(value($0))) })
        }
        let milliseconds: (Double) -> String = { Figures.duration(UInt64(max($0, 0))) }
        let seconds = "seconds"
        var plots = [
            Plot(
                title: "Acknowledged to delivered", xLabel: seconds,
                lines: [
                    latency("worst", "b", \.worst), latency("p99", "a", \.p99), latency("p50", "c", \.p50),
                ], format: milliseconds, xEnd: samples.last?.time ?? 0),
            Plot(
                title: "Deliveries per second", xLabel: seconds,
                lines: [line("deliveries", "a") { Double($0.deliveries) / $0.length }], format: Figures.count),
            Plot(
                title: "Calls per second", xLabel: seconds,
                lines: [line("calls", "c") { Double($0.writes) / $0.length }], format: Figures.count),
        ]
        if options.pid != nil {
            plots += [
                Plot(
                    title: "The server's resident memory", xLabel: seconds,
                    lines: [line("memory", "a") { Double($0.residentBytes) }], format: Figures.bytes, unit: 1_048_576),
                Plot(
                    title: "Processors that the server uses", xLabel: seconds,
                    lines: [line("processors", "b") { $0.processors }], format: { Figures.fixed($0, 2) }),
            ]
        }
        if phases.count > 1 {
            for index in plots.indices { plots[index].marks = phases.map { ($0.began, $0.name) } }
        }
        let styles = ["a", "b", "c"]
        let curves = phases.filter { !$0.latency.isEmpty }.enumerated().map { index, phase in
            Plot.Line(
                name: phase.name, style: styles[index % styles.count],
                points: Self.shares.enumerated().map { step, share in
                    (Double(step), Double(phase.latency.percentile(share)))
                })
        }
        if !curves.isEmpty {
            plots.append(
                Plot(
                    title: "Latency by percentile", xLabel: "percentile", lines: curves, format: milliseconds,
                    xFormat: { Self.percent(at: $0) }))
        }
        return plots.map(\.svg).joined()
    }

    /// Each step halves or so what is left: the far end of the distribution gets as much room as its middle.
    private static let shares = [0, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 0.9999]

    private static func percent(at index: Double) -> String {
        let place = min(max(Int(index.rounded()), 0), shares.count - 1)
        let percent = shares[place] * 100
        return Figures.fixed(percent, percent == percent.rounded() ? 0 : percent > 99.95 ? 2 : 1) + " %"
    }

    private var evidence: String {
        guard !violations.isEmpty else { return "" }
        return "<h2>Broken promises</h2><ul>"
            + violations.map { "<li>\(Page.escaped($0.description))</li>" }.joined() + "</ul>\n"
    }
}
