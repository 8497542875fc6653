import Testing

@testable import Objects
@testable import Resources

@Suite("Events of events.k8s.io are those of the core group, seen otherwise")
struct NewerEventsTests {
    private static let whole =
        #"{"metadata":{"name":"e","namespace":"n"},"eventTime":"2026-01-01T00:00:00.123456Z","series":{"count":2,"lastObservedTime":"2026-01-01T00:00:01.000000Z"},"reportingController":"x.io/c","reportingInstance":"c-1","action":"Pulling","reason":"Pulled","regarding":{"kind":"Pod","namespace":"n","name":"p","uid":"u","apiVersion":"v1","resourceVersion":"7","fieldPath":"spec"},"related":{"kind":"Node","name":"m"},"note":"done","type":"Normal","deprecatedSource":{"component":"k","host":"h"},"deprecatedFirstTimestamp":"2026-01-01T00:00:00Z","deprecatedLastTimestamp":"2026-01-01T00:00:02Z","deprecatedCount":3}"#

    @Test("Nothing is lost on the way there and back")
    func roundTrip() throws {
        let judge = try Judge("events.events.k8s.io")
        let event = try judge.read(Self.whole)
        let conversion = try #require(judge.definition.conversion)
        // Every field of the kind is in the example.
        #expect(event.descriptor.fields.allSatisfy { event[$0.name] != nil })
        #expect(conversion.fromStored(conversion.toStored(event)) == event)
    }

    @Test("Selectors name the fields of the version, and mean those that are stored")
    func selectors() throws {
        let judge = try Judge("events.events.k8s.io")
        let stored = BuiltinResources.events
        let conversion = try #require(judge.definition.conversion)
        for name in judge.definition.selectorNames {
            #expect(stored.selectorNames.contains(conversion.fields[name] ?? name), "\(name)")
        }
        #expect(conversion.fields["regarding.kind"] == "involvedObject.kind")
    }

    @Test("New ones say when exactly, and nothing in the old way")
    func strict() throws {
        func fields(_ json: String, old: String? = nil) throws -> [String] {
            let judge = try Judge("events.events.k8s.io")
            let conversion = try #require(judge.definition.conversion)
            let before = try old.map { conversion.toStored(try judge.read($0)) }
            return conversion.problems(conversion.toStored(try judge.read(json)), before).map(\.field)
        }
        #expect(try fields(#"{"eventTime":"2026-01-01T00:00:00.000000Z","type":"Normal"}"#).isEmpty)
        #expect(try fields(#"{"type":"Loud"}"#) == ["eventTime", "type"])
        #expect(try fields(Self.whole) == ["firstTimestamp", "lastTimestamp", "count", "source"])
        let once = #"{"eventTime":"2026-01-01T00:00:00.000000Z","type":"Normal","note":"a"}"#
        let grown =
            #"{"eventTime":"2026-01-01T00:00:00.000000Z","type":"Normal","note":"a","series":{"count":2,"lastObservedTime":"2026-01-01T00:00:01.000000Z"}}"#
        #expect(try fields(grown, old: once).isEmpty)
        #expect(
            try fields(#"{"eventTime":"2026-01-01T00:00:00.000000Z","type":"Normal","note":"b"}"#, old: once) == [
                "message"
            ])
    }

    @Test("Events with an exact time say who reports, and may be of another namespace")
    func exact() throws {
        func said(_ json: String) throws -> [String] { try Judge("events").refusals(json) }
        let rest = #""eventTime":"2026-01-01T00:00:00.000000Z","reportingInstance":"i","action":"a","reason":"r""#
        #expect(
            try said(#"{"involvedObject":{"namespace":"m"},"reportingComponent":"x.io/c",\#(rest)}"#).isEmpty)
        #expect(
            try said(#"{"reportingComponent":"x.io/c",\#(rest)}"#)
                == ["involvedObject.namespace: Invalid value: \"\": does not match event.namespace"])
        let silent = try said(#"{"involvedObject":{"namespace":"n"},\#(rest)}"#)
        #expect(silent.first == "reportingComponent: Required value" && silent.count == 3)
        let long = String(repeating: "x", count: 1025)
        #expect(
            try said(
                #"{"involvedObject":{"namespace":"n"},"reportingComponent":"x.io/c","message":"\#(long)",\#(rest)}"#)
                == ["message: Invalid value: \"\": can have at most 1024 characters"])
        #expect(try said(#"{"involvedObject":{"namespace":"m"}}"#).count == 1)
    }

    @Test("Rows are those of the core group")
    func rows() throws {
        let newer = try Judge("events.events.k8s.io")
        let event = try newer.read(Self.whole)
        let core = try #require(newer.definition.conversion).toStored(event)
        #expect(newer.row(event) == (try Judge("events").row(core)))
        #expect(newer.row(event).contains("pod/p"))
    }
}
