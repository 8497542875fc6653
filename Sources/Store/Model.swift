import Wire

/// A point in the store's history. Revisions are totally ordered and have no gaps that a reader could miss.
public struct Revision: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
    public init(_ rawValue: Int64) { self.rawValue = rawValue }

    /// Before any write; as a condition on `modRevision` it means "the key does not exist".
    public static let zero = Revision(0)
    public var next: Revision { Revision(rawValue + 1) }
    public static func < (a: Revision, b: Revision) -> Bool { a.rawValue < b.rawValue }
    public var description: String { String(rawValue) }
}

public struct LeaseID: RawRepresentable, Hashable, Sendable {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
    /// "No lease": the key stays until it is deleted.
    public static let none = LeaseID(rawValue: 0)
}

public typealias Key = [UInt8]

/// Keys from `start` up to but without `end` (nil: no upper bound).
public struct KeyRange: Hashable, Sendable {
    public let start: Key
    public let end: Key?

    public init(start: Key, end: Key?) {
        self.start = start
        self.end = end
    }
    /// Exactly `key`.
    public init(key: Key) {
        self.init(start: key, end: key + [0])
    }
    /// All keys that begin with `prefix`.
    public init(prefix: Key) {
        var end = prefix
        while let last = end.last {
            if last < 0xff {
                end[end.count - 1] = last + 1
                self.init(start: prefix, end: end)
                return
            }
            end.removeLast()
        }
        self.init(start: prefix, end: nil)
    }

    public func contains(_ key: Key) -> Bool {
        if ByteOrder.precedes(key, start) { return false }
        guard let end else { return true }
        return ByteOrder.precedes(key, end)
    }
}

/// One version of one key.
public struct KeyValue: Hashable, Sendable {
    public var key: Key
    public var value: [UInt8]
    public var createRevision: Revision
    public var modRevision: Revision
    /// Writes since creation, from 1.
    public var version: Int64
    public var lease: LeaseID

    public init(
        key: Key, value: [UInt8], createRevision: Revision, modRevision: Revision, version: Int64,
        lease: LeaseID = .none
    ) {
        self.key = key
        self.value = value
        self.createRevision = createRevision
        self.modRevision = modRevision
        self.version = version
        self.lease = lease
    }
}

public struct ReadResult: Sendable {
    public var items: [KeyValue]
    /// Items beyond the limit exist.
    public var more: Bool
    /// How many keys the whole range holds at that revision, whatever the limit.
    public var count: Int
    /// The store's revision when it was read.
    public var revision: Revision

    public init(items: [KeyValue], more: Bool, count: Int, revision: Revision) {
        self.items = items
        self.more = more
        self.count = count
        self.revision = revision
    }
}

public struct Condition: Sendable {
    public enum Target: Sendable {
        /// `.zero` holds when the key does not exist.
        case modRevision(Revision)
        case createRevision(Revision)
        case version(Int64)
        case value([UInt8])
    }
    public var key: Key
    public var equals: Target
    public init(key: Key, equals: Target) {
        self.key = key
        self.equals = equals
    }
}

public enum Operation: Sendable {
    case put(key: Key, value: [UInt8], lease: LeaseID = .none)
    case delete(KeyRange)
    /// Reads within the transaction, after the operations before it.
    case read(KeyRange, limit: Int = 0)
}

public struct Transaction: Sendable {
    public var conditions: [Condition]
    public var then: [Operation]
    public var otherwise: [Operation]
    public init(if conditions: [Condition] = [], then: [Operation], otherwise: [Operation] = []) {
        self.conditions = conditions
        self.then = then
        self.otherwise = otherwise
    }
}

public struct TransactionResult: Sendable {
    public enum OperationResult: Sendable {
        case put(previous: KeyValue?)
        /// The versions that were deleted.
        case delete([KeyValue])
        case read(ReadResult)
    }
    /// Whether the conditions held.
    public var succeeded: Bool
    /// The revision of this transaction when it wrote, else the newest one.
    public var revision: Revision
    public var results: [OperationResult]

    public init(succeeded: Bool, revision: Revision, results: [OperationResult]) {
        self.succeeded = succeeded
        self.revision = revision
        self.results = results
    }
}

public struct Event: Sendable {
    public enum Kind: Sendable { case put, delete }
    public var kind: Kind
    /// For a deletion: the key, an empty value and the deletion's revision as `modRevision`.
    public var current: KeyValue
    /// The version before, when there was one. (It may be missing when that version has been compacted.)
    public var previous: KeyValue?
    /// When it became durable, in nanoseconds of the system's monotonic clock (CLOCK_MONOTONIC), for whoever measures
    /// how long events take to their watchers; nil when it was read from history on the disk.
    public var committedNanoseconds: UInt64?

    public var isCreate: Bool { kind == .put && current.createRevision == current.modRevision }

    public init(kind: Kind, current: KeyValue, previous: KeyValue?) {
        self.kind = kind
        self.current = current
        self.previous = previous
    }
}

/// Events of one or more whole revisions, in order.
public struct EventBatch: Sendable {
    public var events: [Event]
    /// The newest revision that this batch takes the watch to: everything up to it was delivered.
    public var revision: Revision
    public init(events: [Event], revision: Revision) {
        self.events = events
        self.revision = revision
    }
}

public struct WatchToken: Hashable, Sendable {
    public let rawValue: UInt64
    public init(rawValue: UInt64) { self.rawValue = rawValue }
}
