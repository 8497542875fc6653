import Testing

@testable import APIServer
@testable import Resources

struct MetricsTextTests {
    @Test(arguments: [
        (0, 1_000_000, "0"), (50, 1_000_000, "0.00005"), (250, 1_000_000, "0.00025"), (2_500_000, 1_000_000, "2.5"),
        (60_000_000, 1_000_000, "60"), (1, 1_000_000_000, "0.000000001"),
        (12_345_678_901, 1_000_000_000, "12.345678901"), (7_000_000_010, 1_000_000_000, "7.00000001"),
    ])
    func secondsAreDecimalFractions(_ count: Int, _ perSecond: Int, _ text: String) {
        #expect(MetricsText.seconds(count, perSecond: perSecond) == text)
    }

    @Test func bucketsOfAHistogramAreCumulative() {
        var text = MetricsText()
        text.family("x_seconds", .histogram, "Some time.")
        text.histogram(
            Labels([("a", "b")]), counts: [1, 0, 4, 2], boundsMicroseconds: [500, 1000, 2_000_000],
            sumNanoseconds: 3_000_000_500)
        #expect(
            text.text == """
                # HELP x_seconds Some time.
                # TYPE x_seconds histogram
                x_seconds_bucket{a="b",le="0.0005"} 1
                x_seconds_bucket{a="b",le="0.001"} 1
                x_seconds_bucket{a="b",le="2"} 5
                x_seconds_bucket{a="b",le="+Inf"} 7
                x_seconds_sum{a="b"} 3.0000005
                x_seconds_count{a="b"} 7

                """)
    }
}

struct RequestLedgerTests {
    private static func note(_ method: String, name: String = "") -> RequestNote {
        var note = RequestNote(method: method)
        note.concerns(3, namespace: "n", name: name, subresource: "")
        return note
    }

    @Test func aRequestIsCountedOnceByWhatItAskedForAndItsCode() throws {
        let (first, second) = (RequestLedger(), RequestLedger())
        let get = Self.note("GET", name: "a")
        for _ in 0..<3 { first.answered(get, code: 200, nanoseconds: 400_000) }
        second.answered(get, code: 404, nanoseconds: 250_001)
        second.answered(Self.note("GET"), code: 200, nanoseconds: 100_000_000_000)
        var entries: [RequestNote: RequestLedger.Entry] = [:]
        var started = 0
        for ledger in [first, second] { ledger.add(to: &entries, started: &started) }
        #expect(Set(entries.keys.map(\.verb)) == [.get, .list])
        let found = try #require(entries[get])
        #expect(found.codes.map { "\($0.code) \($0.count)" } == ["200 3", "404 1"])
        #expect(found.durations.enumerated().filter { $0.element > 0 }.map { "\($0.offset) \($0.element)" } == ["1 4"])
        #expect(found.durationNanoseconds == 3 * 400_000 + 250_001)
        #expect(entries[Self.note("GET")]?.durations.last == 1)
    }

    @Test func whatLastsHasNoDuration() throws {
        let ledger = RequestLedger()
        var watch = Self.note("GET")
        watch.verb = .watch
        ledger.answered(watch, code: 200, nanoseconds: 5)
        var entries: [RequestNote: RequestLedger.Entry] = [:]
        var started = 0
        ledger.add(to: &entries, started: &started)
        let found = try #require(entries[watch])
        #expect(found.codes.map(\.count) == [1])
        #expect(found.durations.reduce(0, +) == 0)
    }

    @Test(arguments: [
        ("GET", "", "", "n", "LIST namespace"), ("GET", "a", "", "n", "GET namespace"),
        ("GET", "a", "", "", "GET resource"), ("DELETE", "", "", "", "DELETECOLLECTION cluster"),
        ("GET", "a", "log", "n", "CONNECT namespace"), ("PUT", "a", "status", "n", "PUT namespace"),
        ("TRACE", "a", "", "n", "other namespace"),
    ])
    func verbsAndScopesAreThoseOfKubernetes(
        _ method: String, _ name: String, _ subresource: String, _ namespace: String, _ wanted: String
    ) {
        var note = RequestNote(method: method)
        note.concerns(0, namespace: namespace, name: name, subresource: subresource)
        #expect("\(note.verb.rawValue) \(note.scope.rawValue)" == wanted)
        #expect((note.subresource?.rawValue ?? "") == subresource)
    }
}
