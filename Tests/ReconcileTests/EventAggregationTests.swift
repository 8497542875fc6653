import Client
@testable import Reconcile
import Testing

@Suite("Repeated events are counted, not repeated")
struct EventAggregationTests {
    private func statement(_ name: String, _ message: String = "m", namespace: String = "default") -> EventStatement {
        EventStatement(
            object: .init(apiVersion: "v1", kind: "Pod", key: ObjectKey(namespace: namespace, name: name), uid: "u"),
            type: "Normal", reason: "Started", message: message)
    }

    @Test("The same statement again counts up")
    func counts() {
        var aggregation = EventAggregation()
        guard case .create(let name) = aggregation.record(statement("a"), wallMilliseconds: 1_000) else {
            Issue.record("the first is new")
            return
        }
        #expect(name.hasPrefix("a."))
        #expect(
            aggregation.record(statement("a"), wallMilliseconds: 2_000)
                == .update(name: name, namespace: "default", count: 2))
        #expect(
            aggregation.record(statement("a"), wallMilliseconds: 3_000)
                == .update(name: name, namespace: "default", count: 3))
    }

    @Test("Other statements, and the same after a while, are new, each with a name of its own")
    func distinct() {
        var aggregation = EventAggregation()
        var names: Set<String> = []
        for (statement, now) in [
            (statement("a"), 0), (statement("a", "n"), 0), (statement("a"), 700_000), (statement("a", "n"), 700_000),
        ] {
            guard case .create(let name) = aggregation.record(statement, wallMilliseconds: Int64(now)) else {
                Issue.record("\(statement) at \(now) is new")
                continue
            }
            names.insert(name)
        }
        #expect(names.count == 4)
    }

    @Test("What two components say alike is counted apart")
    func components() {
        var aggregation = EventAggregation()
        var other = statement("a")
        other.component = "replicaset-controller"
        for said in [statement("a"), other] {
            guard case .create = aggregation.record(said, wallMilliseconds: 0) else {
                Issue.record("\(said.component) says it for the first time")
                continue
            }
        }
    }

    @Test("An event that is gone is made anew")
    func forgotten() {
        var aggregation = EventAggregation()
        _ = aggregation.record(statement("a"), wallMilliseconds: 0)
        aggregation.forget(statement("a"))
        guard case .create = aggregation.record(statement("a"), wallMilliseconds: 1) else {
            Issue.record("it is new")
            return
        }
    }

    @Test("What is remembered is bounded, and the recent stays")
    func bounded() {
        var aggregation = EventAggregation()
        for i in 0..<10_000 {
            _ = aggregation.record(statement("p\(i)"), wallMilliseconds: 0)
            #expect(aggregation.count <= EventLimits.rememberedStatements)
        }
        guard case .update = aggregation.record(statement("p9999"), wallMilliseconds: 1) else {
            Issue.record("the last one is remembered")
            return
        }
    }

    @Test("Messages are cut at a character, within their bound")
    func cut() {
        let text = EventRecorder.bounded(String(repeating: "é", count: 2_000))
        #expect(text.utf8.count <= EventLimits.messageBytes)
        #expect(text.hasSuffix("é..."))
        #expect(EventRecorder.bounded("short") == "short")
    }
}
