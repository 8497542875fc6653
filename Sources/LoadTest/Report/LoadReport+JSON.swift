internal import Wire

extension LoadReport {
    /// The figures for scripts. Names carry their unit; what is not known is left out.
    public var json: String {
        var writer = JSONWriter(pretty: true, capacity: 16_384)
        writer.beginObject()
        text(&writer, "scenario", options.scenario.rawValue)
        text(&writer, "face", options.face.rawValue)
        text(&writer, "server", server)
        integer(&writer, "began", Int(began))
        if let endedEarly { text(&writer, "endedEarly", endedEarly) }
        writer.key("load")
        writer.beginObject()
        integer(&writer, "watches", options.watches)
        integer(&writer, "connections", options.connections)
        integer(&writer, "loops", options.loops)
        integer(&writer, "objects", options.objects)
        integer(&writer, "sizeBytes", options.sizeBytes)
        integer(&writer, "inFlight", options.inFlight)
        number(&writer, "ratePerSecond", options.rate)
        integer(&writer, "calls", options.writes)
        number(&writer, "durationSeconds", options.durationSeconds)
        own(&writer)
        writer.endObject()
        number(&writer, "openSeconds", openSeconds)
        if let bytesPerWatch { number(&writer, "serverBytesPerWatch", bytesPerWatch) }
        for (name, figures) in [
            ("serverIdle", memoryIdle), ("serverWatchesIdle", memoryWatching), ("serverEnd", memoryEnd),
        ] {
            guard let figures else { continue }
            writer.key(name)
            memory(&writer, figures)
        }
        if let main { body(&writer, main) }
        for extra in extras { number(&writer, extra.key, extra.value) }
        writer.key("phases")
        writer.beginArray()
        for phase in phases {
            writer.beginObject()
            text(&writer, "name", phase.name)
            body(&writer, phase)
            writer.endObject()
        }
        writer.endArray()
        integer(&writer, "closedByServer", closedByServer)
        integer(&writer, "gone", gone)
        writer.key("errors")
        writer.beginObject()
        for (kind, count) in errors.sorted(by: { $0.key < $1.key }) { integer(&writer, kind, count) }
        writer.endObject()
        integer(&writer, "violationCount", violationCount)
        writer.key("violations")
        writer.beginArray()
        for violation in violations {
            writer.beginObject()
            text(&writer, "kind", violation.kind.rawValue)
            integer(&writer, "watch", violation.watch)
            integer(&writer, "expectedRevision", Int(violation.expected))
            integer(&writer, "receivedRevision", Int(violation.received))
            text(&writer, "bytes", violation.bytes)
            writer.endObject()
        }
        writer.endArray()
        series(&writer)
        writer.endObject()
        return String(decoding: writer.bytes, as: UTF8.self) + "\n"
    }

    /// What the scenario alone was asked for.
    private func own(_ writer: inout JSONWriter) {
        switch options.scenario {
        case .fanout, .storm: break
        case .slow:
            number(&writer, "slowPercent", options.slowPercent)
            text(&writer, "slowMode", options.slowness.rawValue)
        case .churn: number(&writer, "churnPerSecond", options.churnPerSecond)
        case .interest:
            text(&writer, "by", options.interestKind.rawValue)
            integer(&writer, "hits", options.hits)
        case .mixed: text(&writer, "mix", options.mix.text)
        case .soak:
            number(&writer, "churnPerSecond", options.churnPerSecond)
            number(&writer, "loseSeconds", options.loseSeconds)
        }
    }

    private func body(_ writer: inout JSONWriter, _ phase: Phase) {
        number(&writer, "beganSeconds", phase.began)
        number(&writer, "seconds", phase.seconds)
        integer(&writer, "calls", phase.calls)
        integer(&writer, "writes", phase.writes)
        integer(&writer, "deliveries", Int(phase.deliveries))
        integer(&writer, "laggingDeliveries", Int(phase.laggingDeliveries))
        number(&writer, "callsPerSecond", phase.callsPerSecond)
        number(&writer, "writesPerSecond", phase.writesPerSecond)
        number(&writer, "deliveriesPerSecond", phase.deliveriesPerSecond)
        distribution(&writer, "latencyMilliseconds", phase.latency)
        distribution(&writer, "lastWatchMilliseconds", phase.lastWatch)
        for operation in OperationMix.Operation.allCases {
            guard let latencies = phase.callLatencies[operation], !latencies.isEmpty else { continue }
            distribution(&writer, operation.rawValue + "Milliseconds", latencies)
        }
        if let cpu = phase.serverCPU { number(&writer, "serverCPUSeconds", cpu) }
        if let cost = phase.serverCPUPerDelivery { number(&writer, "serverCPUMicrosecondsPerDelivery", cost) }
        if let cost = phase.serverCPUPerWrite { number(&writer, "serverCPUMicrosecondsPerWrite", cost) }
        number(&writer, "toolCPUSeconds", phase.toolCPU)
        if let cost = phase.toolCPUPerDelivery { number(&writer, "toolCPUMicrosecondsPerDelivery", cost) }
        if let figures = phase.serverMemory {
            writer.key("serverMemory")
            memory(&writer, figures)
        }
    }

    private func distribution(_ writer: inout JSONWriter, _ key: String, _ histogram: LatencyHistogram) {
        let summary = histogram.summary
        writer.key(key)
        writer.beginObject()
        integer(&writer, "count", Int(summary.count))
        for (name, value) in [
            ("p50", summary.p50), ("p90", summary.p90), ("p99", summary.p99), ("p99.9", summary.p999),
            ("max", summary.max),
        ] { number(&writer, name, Double(value) / 1e6) }
        writer.endObject()
    }

    private func memory(_ writer: inout JSONWriter, _ figures: ProcessFigures) {
        writer.beginObject()
        integer(&writer, "residentBytes", figures.residentBytes)
        integer(&writer, "proportionalBytes", figures.proportionalBytes)
        writer.endObject()
    }

    private func series(_ writer: inout JSONWriter) {
        writer.key("timeline")
        writer.beginArray()
        for sample in timeline.samples {
            writer.beginObject()
            number(&writer, "seconds", sample.time)
            number(&writer, "callsPerSecond", Double(sample.writes) / sample.length)
            number(&writer, "deliveriesPerSecond", Double(sample.deliveries) / sample.length)
            number(&writer, "p50Milliseconds", Double(sample.p50) / 1e6)
            number(&writer, "p99Milliseconds", Double(sample.p99) / 1e6)
            integer(&writer, "residentBytes", sample.residentBytes)
            number(&writer, "serverProcessors", sample.processors)
            writer.endObject()
        }
        writer.endArray()
    }

    private func text(_ writer: inout JSONWriter, _ key: String, _ value: String) {
        writer.key(key)
        writer.string(value)
    }

    private func integer(_ writer: inout JSONWriter, _ key: String, _ value: Int) {
        writer.key(key)
        writer.int(value)
    }

    /// Six digits after the point say all that was measured.
    private func number(_ writer: inout JSONWriter, _ key: String, _ value: Double) {
        writer.key(key)
        writer.double(value.isFinite && abs(value) < 1e12 ? (value * 1e6).rounded() / 1e6 : value)
    }
}
