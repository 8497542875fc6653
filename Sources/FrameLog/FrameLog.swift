/// Encoded events that many readers copy from, each at its own pace. Belongs to one loop.
///
/// A frame stays until every reader has passed it or the log is over its limit; who is further behind then has to get
/// it from somewhere else.
public final class FrameLog {
    /// What a copy needs of a frame, without a reference to count.
    private struct Mark {
        let start: UnsafeRawPointer
        let revision: Int64
        let count: Int
        /// Which frame of its revision it is, from 1; 0 for a bookmark, after which nothing of its revision comes.
        let ordinal: Int32
        let committedNanoseconds: UInt64
    }

    private let limitBytes: Int
    /// Own the bytes that `marks` point to, index by index.
    private var frames: [Frame] = []
    private var marks: [Mark] = []
    /// Index in the whole history of this log of the first frame that is here.
    public private(set) var base = 0
    /// Bytes of the frames that are here.
    public private(set) var bytes = 0 {
        didSet { meter.tally.logBytes.count(bytes - oldValue) }
    }
    private let meter: DeliveryMeter
    /// The revision of the newest frame that is gone: who has not come so far finds no way into the log.
    public private(set) var droppedThrough: Int64 = 0
    /// The revision of the newest frame that there ever was.
    public private(set) var newest: Int64 = 0
    private var newestOrdinal: Int32 = 0
    public private(set) var readers = 0
    private var waiting: [UnsafeMutablePointer<LogReader>] = []

    /// - Parameters:
    ///   - limitBytes: of frames that are kept for the slowest reader; the newest is kept in any case.
    ///   - meter: counts what is copied.
    public init(
        limitBytes: Int, meter: DeliveryMeter = DeliveryMeter(tally: DeliveryTally(), clock: DeliveryClock { 0 })
    ) {
        self.meter = meter
        self.limitBytes = limitBytes
    }

    /// Index in the whole history of this log that the next frame will have.
    public var end: Int { base + marks.count }

    /// The frame at that index of the log; nil when it is gone or not there yet.
    public func frame(at index: Int) -> Frame? {
        let at = index - base
        return frames.indices.contains(at) ? frames[at] : nil
    }

    /// The index of the first frame after `revision`.
    public func index(after revision: Int64) -> Int {
        var low = 0
        var high = marks.count
        while low < high {
            let middle = (low + high) / 2
            if marks[middle].revision <= revision { low = middle + 1 } else { high = middle }
        }
        return base + low
    }

    // MARK: Writing

    /// Adds frames and wakes all who wait.
    public func append(_ new: [Frame]) {
        for frame in new {
            bytes += frame.bytes.count
            if frame.isBookmark {
                newestOrdinal = 0
            } else {
                newestOrdinal = frame.revision == newest ? newestOrdinal &+ 1 : 1
            }
            newest = max(newest, frame.revision)
            marks.append(
                Mark(
                    start: frame.bytes.start, revision: frame.revision, count: frame.bytes.count,
                    ordinal: newestOrdinal, committedNanoseconds: frame.committedNanoseconds))
        }
        frames.append(contentsOf: new)
        if bytes > limitBytes { drop { bytes, _ in bytes > limitBytes } }
        guard let first = new.first else { return }
        // Who waited had read everything before: a reader that now falls out of the log missed nothing older than this.
        wakeAll(told: first.revision - 1)
    }

    /// Drops the frames up to that revision, but not the newest, whoever has not read them.
    public func drop(through revision: Int64) {
        drop { _, mark in mark.revision <= revision }
    }

    private func drop(while isOver: (_ bytes: Int, Mark) -> Bool) {
        var count = 0
        while count < marks.count - 1, isOver(bytes, marks[count]) {
            bytes -= marks[count].count
            count += 1
        }
        if count > 0 { dropFirst(count) }
    }

    private func dropFirst(_ count: Int) {
        guard count > 0, count <= marks.count else { return }
        droppedThrough = marks[count - 1].revision
        frames.removeFirst(count)
        marks.removeFirst(count)
        base += count
    }

    /// Frames up to `revision` were never added: all readers have to get what they have not read from somewhere else.
    /// - Parameter told: up to here nothing is missing: what who waits has been told in any case.
    public func lose(through revision: Int64, told: Int64) {
        dropFirst(marks.count)
        bytes = 0
        // A place that nobody can read, so that those at the end fall out as well.
        base += 1
        droppedThrough = max(droppedThrough, revision)
        newest = max(newest, revision)
        newestOrdinal = 0
        wakeAll(told: told)
    }

    private func wakeAll(told revision: Int64) {
        let woken = waiting
        waiting.removeAll(keepingCapacity: true)
        for reader in woken {
            if reader.pointee.seen < revision {
                reader.pointee.seen = revision
                reader.pointee.seenOfRevision = 0
            }
            reader.pointee.waitingAt = -1
            reader.pointee.wake(reader)
        }
    }

    /// Calls all who wait, whether or not there is something for them.
    public func wakeAll() { wakeAll(told: 0) }

    // MARK: Reading

    @inline(__always)
    func copy(to reader: UnsafeMutablePointer<LogReader>, into room: UnsafeMutableRawBufferPointer) -> Int {
        let first = reader.pointee.position - base
        guard first >= 0, let target = room.baseAddress else { return 0 }
        var at = first
        var written = 0
        while at < marks.count, marks[at].count <= room.count - written {
            (target + written).copyMemory(from: marks[at].start, byteCount: marks[at].count)
            written += marks[at].count
            meter.told(marks[at].committedNanoseconds, isBookmark: marks[at].ordinal == 0)
            at += 1
        }
        guard at > first else { return 0 }
        reader.pointee.position = base + at
        reader.pointee.seen = max(reader.pointee.seen, marks[at - 1].revision)
        reader.pointee.seenOfRevision = marks[at - 1].ordinal
        return written
    }

    func joined() { readers += 1 }

    func left(_ reader: UnsafeMutablePointer<LogReader>) {
        readers -= 1
        stopWaiting(reader)
        forgetWhatAllHaveRead()
    }

    @inline(__always)
    func wait(_ reader: UnsafeMutablePointer<LogReader>) {
        guard reader.pointee.waitingAt < 0 else { return }
        reader.pointee.waitingAt = Int32(truncatingIfNeeded: waiting.count)
        waiting.append(reader)
        if waiting.count >= readers { forgetWhatAllHaveRead() }
    }

    func stopWaiting(_ reader: UnsafeMutablePointer<LogReader>) {
        let at = Int(reader.pointee.waitingAt)
        guard waiting.indices.contains(at) else { return }
        reader.pointee.waitingAt = -1
        let last = waiting.removeLast()
        if last != reader {
            waiting[at] = last
            last.pointee.waitingAt = Int32(truncatingIfNeeded: at)
        }
    }

    private func forgetWhatAllHaveRead() {
        guard waiting.count >= readers, let last = marks.last else { return }
        droppedThrough = last.revision
        base += marks.count
        bytes = 0
        frames.removeAll(keepingCapacity: frames.capacity <= 64)
        marks.removeAll(keepingCapacity: marks.capacity <= 64)
    }
}
