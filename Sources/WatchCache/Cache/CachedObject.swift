import FrameLog
public import Objects
public import Store

/// One version of one object: its stored bytes and what selectors ask about, read once when it enters the cache.
public final class CachedObject: Sendable {
    public let key: [UInt8]
    public let namespace: String
    public let name: String
    /// The enveloped object as stored, without a resourceVersion.
    public let value: [UInt8]
    /// Where the object's own bytes lie in `value`.
    public let object: Range<Int>
    public let createRevision: Revision
    public let revision: Revision
    public let isBeingDeleted: Bool
    public let labels: [ObjectSkim.Label]
    /// Values of the resource's selectable fields, in the order of its description; "" where unset.
    public let fields: [String]
    /// What watchers that begin with a list are told: encoded once per format, whoever asks.
    private let made = MadeFrames()

    init(
        _ entry: KeyValue, value: [UInt8], object: Range<Int>, revision: Revision, skim: ObjectSkim
    ) {
        key = entry.key
        self.value = value
        self.object = object
        createRevision = entry.createRevision
        self.revision = revision
        namespace = skim.namespace
        name = skim.name
        isBeingDeleted = skim.isBeingDeleted
        labels = skim.labels
        fields = skim.fields
    }

    /// The same state under another revision: a deletion shows the last state at its own revision.
    init(copying other: CachedObject, revision: Revision) {
        key = other.key
        namespace = other.namespace
        name = other.name
        value = other.value
        object = other.object
        createRevision = other.createRevision
        self.revision = revision
        isBeingDeleted = other.isBeingDeleted
        labels = other.labels
        fields = other.fields
    }

    /// The object as an `ADDED` event at its own revision.
    func added(in format: FrameFormat, keeping memory: FrameMemory) -> Frame {
        if let frame = made.find(.added, format.id) { return frame }
        let encoded = Frame(revision: revision.rawValue, bytes: format.encode(.added, self, revision))
        let (frame, isNew) = made.keep(encoded, .added, format.id)
        if isNew { memory.keep(self, bytes: frame.bytes.count + approximateBytes) }
        return frame
    }

    /// Its bytes, and what the objects around them take; labels and fields longer than 15 bytes are not in place.
    public var approximateBytes: Int { value.count + key.count + 256 + 48 * labels.count + 16 * fields.count }
}

extension CachedObject: LabelLookup {
    public func label(_ key: String) -> String? {
        for label in labels where label.key == key { return label.value }
        return nil
    }
}

extension CachedObject: FrameHolder {
    func forgetFrames() { made.forget() }
}
