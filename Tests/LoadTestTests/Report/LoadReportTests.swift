import Testing
import Wire

@testable import LoadTest

@Suite("A report says what was found") struct LoadReportTests {
    private func report(_ violations: [Violation] = []) -> LoadReport {
        var options = LoadOptions()
        options.watches = 100
        options.pid = 7
        var report = LoadReport(options: options, server: "https://h:1", began: 5)
        var phase = LoadReport.Phase(name: "a<b")
        phase.seconds = 2
        (phase.writes, phase.calls, phase.deliveries) = (10, 10, 1_000)
        phase.serverCPU = 0.002
        phase.toolCPU = 0.001
        phase.latency.record(1_000_000, times: 1_000)
        report.phases = [phase]
        report.memoryIdle = ProcessFigures()
        report.memoryIdle?.proportionalBytes = 1_000_000
        report.memoryWatching = ProcessFigures()
        report.memoryWatching?.proportionalBytes = 1_102_400
        report.errors = ["watch: refused": 2, "a<b": 1]
        report.violations = violations
        report.violationCount = violations.count
        return report
    }

    @Test("per delivery and per watch are quotients of what was measured")
    func perDeliveryAndPerWatchAreQuotientsOfWhatWasMeasured() {
        let report = report()
        #expect(report.bytesPerWatch == 1_024)
        #expect(report.main?.deliveriesPerSecond == 500)
        #expect(report.main?.serverCPUPerDelivery == 2)
        #expect(report.main?.serverCPUPerWrite == 200)
        #expect(report.main?.toolCPUPerDelivery == 1)
    }

    @Test("the JSON is well formed and names its units") func theJsonIsWellFormedAndNamesItsUnits() throws {
        let text = report([Violation(.gap, watch: 3, expected: 8, received: 9, bytes: "\"\\x00")]).json
        var reader = JSONReader(Array(text.utf8))
        var copy = JSONWriter()
        try reader.copy(to: &copy)
        let compact = String(decoding: copy.bytes, as: UTF8.self)
        #expect(compact.contains(#""deliveriesPerSecond":500"#))
        #expect(compact.contains(#""serverCPUMicrosecondsPerDelivery":2"#))
        #expect(compact.contains(#""serverBytesPerWatch":1024"#))
        #expect(compact.contains(#""violationCount":1"#))
        #expect(compact.contains(#""watch: refused":2"#))
        #expect(compact.contains(#""expectedRevision":8"#))
    }

    @Test("no name occurs twice in an object of the JSON") func noNameOccursTwiceInAnObjectOfTheJson() {
        var report = report()
        report.phases[0].serverMemory = ProcessFigures()
        // The address; every other server's figure has a name of its own.
        #expect(report.json.components(of: "\n  \"server\": ") == 1)
        #expect(report.json.components(of: "\n  \"serverMemory\": ") == 1)
    }

    @Test("a run that ended early says so, and does not say that all was well")
    func aRunThatEndedEarlySaysSoAndDoesNotSayThatAllWasWell() {
        var report = report()
        report.endedEarly = "the disk burnt"
        #expect(report.table.contains("ENDED EARLY"))
        #expect(report.table.contains("the disk burnt"))
        #expect(!report.table.contains("every watch saw every write once"))
        #expect(report.json.contains("the disk burnt"))
        #expect(report.page.contains("ended early"))
    }

    @Test("plots show where each of several phases began") func plotsShowWhereEachOfSeveralPhasesBegan() {
        var report = report()
        #expect(!report.page.contains("class=\"mark\""))
        report.phases.append(LoadReport.Phase(name: "later"))
        // Latency, deliveries, calls, memory, processors; the plot by percentile has no time.
        #expect(report.page.ranges(of: "class=\"mark\"").count == 2 * 5)
        #expect(report.page.ranges(of: ">later</text>").count == 5)
    }

    @Test("memory that did not grow is no memory of a watch") func memoryThatDidNotGrowIsNoMemoryOfAWatch() {
        var report = report()
        report.memoryWatching?.proportionalBytes = 999_000
        #expect(report.bytesPerWatch == nil)
        #expect(!report.json.contains("serverBytesPerWatch"))
    }

    @Test("the page stands alone, and text in it is text") func thePageStandsAloneAndTextInItIsText() {
        let page = report([Violation(.gap, watch: 3, expected: 8, received: 9, bytes: "<script>alert(1)</script>")])
            .page
        #expect(!page.contains("<script"))
        #expect(!page.contains("src="))
        #expect(!page.contains("href="))
        #expect(page.contains("a&lt;b"))
        #expect(page.contains("&lt;script&gt;"))
        #expect(page.split(separator: "<svg").count == page.split(separator: "</svg>").count)
    }

    @Test("the table says whether promises were kept") func theTableSaysWhetherPromisesWereKept() {
        #expect(report().table.contains("every watch saw every write once, in order"))
        #expect(report([Violation(.gap, watch: 3, expected: 8, received: 9)]).table.contains("1 VIOLATIONS"))
    }

    @Test(
        "counts have three digits",
        arguments: [
            (0.0, "0"), (812, "812"), (9_999, "10.0k"), (12_345, "12.3k"), (999_600, "1.00M"), (1_250_000, "1.25M"),
            (250_000_000, "250M"), (2.5, "2.5"),
        ])
    func countsHaveThreeDigits(value: Double, text: String) {
        #expect(Figures.count(value) == text)
    }

    @Test(
        "durations have their unit",
        arguments: [
            (0, "0 ns"), (850, "850 ns"), (12_345, "12.3 µs"), (4_560_000, "4.56 ms"), (1_200_000_000, "1.20 s"),
        ])
    func durationsHaveTheirUnit(value: UInt64, text: String) {
        #expect(Figures.duration(value) == text)
    }

    @Test("what is not a number is a dash, and rounding carries") func whatIsNotANumberIsADashAndRoundingCarries() {
        #expect(Figures.fixed(.nan, 2) == "-")
        #expect(Figures.fixed(1.999, 2) == "2.00")
        #expect(Figures.fixed(-0.25, 1) == "-0.3")
        #expect(Figures.fixed(0.04, 1) == "0.0")
        #expect(Figures.bytes(1536) == "1.5 KiB")
    }

    @Test(
        "axes end at a round number",
        arguments: [(0.7, 1.0), (1, 1), (1.1, 2), (21, 25), (2_100, 2_500), (9_000, 10_000)])
    func axesEndAtARoundNumber(value: Double, end: Double) {
        #expect(Plot.nice(value) == end)
    }
}

extension String {
    /// How often a text occurs in this one.
    fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
