import FrameLog
public import Store

/// What a watcher is told about an object. `bookmark` tells only how far the watcher has come.
public enum ChangeType: UInt8, Sendable, Hashable {
    case added, modified, deleted, bookmark
}

/// One change of one object, with the states before and after.
public final class CacheEvent: Sendable {
    public let revision: Revision
    /// After the change. For a deletion: the last state, carrying the deletion's revision.
    public let object: CachedObject
    /// Before the change, if it existed.
    public let previous: CachedObject?
    public let isDeletion: Bool
    /// When it became durable, in nanoseconds of the monotonic clock.
    let committedNanoseconds: UInt64
    /// What it can be found by in history: the values that selectors ask for, before and after.
    let places: [IndexPlace]
    /// Frames made so far: an event is encoded once per format, whoever asks, now or on replay.
    private let made = MadeFrames()

    init(object: CachedObject, previous: CachedObject?, isDeletion: Bool, committedNanoseconds: UInt64 = 0) {
        self.committedNanoseconds = committedNanoseconds
        revision = object.revision
        self.object = object
        self.previous = previous
        self.isDeletion = isDeletion
        var places: [IndexPlace] = []
        places.reserveCapacity(object.fields.count + object.labels.count + 2)
        object.addPlaces(to: &places)
        if !isDeletion { previous?.addPlaces(to: &places) }
        self.places = places
    }

    /// What this change is to a watcher with that interest: an object that begins to match is added, one that ceases
    /// to match is deleted; nil: nothing.
    func change(for interest: Interest) -> ChangeType? {
        let before = previous.map { interest.matches($0) } ?? false
        let after = !isDeletion && interest.matches(object)
        switch (before, after) {
        case (true, true): return .modified
        case (false, true): return .added
        case (true, false): return .deleted
        case (false, false): return nil
        }
    }

    func frame(_ type: ChangeType, in format: FrameFormat, keeping memory: FrameMemory) -> Frame {
        if let frame = made.find(type, format.id) { return frame }
        // An object that ceased to match is shown as it was last seen to match, at this event's revision.
        let shown = type == .deleted && !isDeletion ? previous ?? object : object
        let encoded = Frame(
            revision: revision.rawValue, bytes: format.encode(type, shown, revision),
            committedNanoseconds: committedNanoseconds)
        let (frame, isNew) = made.keep(encoded, type, format.id)
        if isNew { memory.keep(self, bytes: frame.bytes.count + object.approximateBytes) }
        return frame
    }

    /// What the event keeps in memory beside the current objects: each version is the `previous` of one event, the one
    /// that replaced it, and the newest is a current object. 48 bytes a place are the most that `Postings` and the
    /// table of places take.
    var bytes: Int { (previous?.approximateBytes ?? 0) + 256 + 48 * places.count }
}

extension CacheEvent: FrameHolder {
    func forgetFrames() { made.forget() }
}

/// How events are encoded for a kind of client. Formats with one `id` encode alike.
public struct FrameFormat: Sendable {
    public let id: Int
    /// The bytes of one event.
    let encode: @Sendable (ChangeType, CachedObject, Revision) -> [UInt8]
    let bookmark: @Sendable (Revision, _ endsInitialEvents: Bool) -> [UInt8]
    /// Makes a watcher's first event out of the shared bytes, where it has to say more than the later ones.
    let first: (@Sendable ([UInt8]) -> [UInt8])?

    public init(
        id: Int, encode: @escaping @Sendable (ChangeType, CachedObject, Revision) -> [UInt8],
        bookmark: @escaping @Sendable (Revision, _ endsInitialEvents: Bool) -> [UInt8],
        first: (@Sendable ([UInt8]) -> [UInt8])? = nil
    ) {
        self.id = id
        self.encode = encode
        self.bookmark = bookmark
        self.first = first
    }
}
