import Client
import Objects

/// What an event says, apart from when and how often.
struct EventStatement: Hashable, Sendable {
    var object: ObjectReference
    var type: String
    var reason: String
    var message: String
    /// Who says it: two components do not count each other's.
    var component = ""

    struct ObjectReference: Hashable, Sendable {
        var apiVersion: String
        var kind: String
        var key: ObjectKey
        var uid: String
    }
}

/// Decides whether a statement is a new event or one more of an old: pure, bounded, the least recent goes first.
struct EventAggregation: Sendable {
    enum Directive: Equatable, Sendable {
        case create(name: String)
        case update(name: String, namespace: String, count: Int)
    }
    private struct Known: Sendable {
        var name: String
        var count: Int
        var lastMilliseconds: Int64
        var use: UInt64
    }
    private var known: [EventStatement: Known] = [:]
    private var uses: UInt64 = 0
    private var lastSuffix: Int64 = 0

    var count: Int { known.count }

    mutating func record(_ statement: EventStatement, wallMilliseconds now: Int64) -> Directive {
        uses += 1
        if var old = known[statement], now &- old.lastMilliseconds < EventLimits.aggregationMilliseconds {
            old.count += 1
            old.lastMilliseconds = now
            old.use = uses
            known[statement] = old
            return .update(name: old.name, namespace: Self.namespace(of: statement), count: old.count)
        }
        // Distinct even when many are recorded in one millisecond.
        lastSuffix = max(lastSuffix &+ 1, now &* 1_000_000)
        let name = "\(statement.object.key.name).\(String(lastSuffix, radix: 16))"
        if known.count >= EventLimits.rememberedStatements, known[statement] == nil { forgetOldest() }
        known[statement] = Known(name: name, count: 1, lastMilliseconds: now, use: uses)
        return .create(name: name)
    }

    /// The event is not on the server any more: the next one is new.
    mutating func forget(_ statement: EventStatement) { known[statement] = nil }

    /// A cluster-wide object's events stand in `default`.
    static func namespace(of statement: EventStatement) -> String {
        statement.object.key.namespace.isEmpty ? "default" : statement.object.key.namespace
    }

    /// Drops the less recent half, so that this work is spread over as many records.
    private mutating func forgetOldest() {
        let middle = known.values.map(\.use).sorted()[known.count / 2]
        known = known.filter { $0.value.use > middle }
    }
}

/// Bounds on recording events, each with its reason.
enum EventLimits {
    /// Events that wait to be sent: a few thousand pods that are made at once have one each, and half a dozen later on
    /// as they start. More come when the server is down, and then the newest are not worth more. With messages of the
    /// largest size they are 13 MB, of usual ones 3.
    static let queued = 8_192
    /// Statements that are remembered so as to be counted: some hundred bytes each.
    static let rememberedStatements = 2_048
    /// A repetition after this is a new event, as a reader would see it.
    static let aggregationMilliseconds: Int64 = 10 * 60 * 1000
    /// Bytes of a message: as much as the server takes.
    static let messageBytes = 1_024
}
