/// The events that one loop's watches of one interest should see, and how far each has come.
///
/// The first watch that sees a revision appends it; for every other watch the check is one comparison with the entry at its
/// cursor. The writer says which revisions were acknowledged and when; a delivery that comes before its acknowledgement has
/// latency 0. An entry that all watches have seen is complete, and is reported through the meter once.
/// Planned for 10,000 watches and a million writes; finished entries are dropped in batches.
final class DeliveryLog {
    struct Entry {
        var revision: Int64
        /// The write's number; -1: not known yet, or not ours.
        var sequence: Int64
        /// Nanoseconds; 0: not yet.
        var acknowledged: UInt64 = 0
        /// Watches that have yet to see it.
        var remaining: Int
        var lastDelivery: UInt64 = 0
        /// Deliveries at one time, while the acknowledgement is not known.
        var earlyTime: UInt64 = 0
        var earlyCount: UInt64 = 0
        var isForeign = false
        var isReported = false

        enum Delivery {
            /// Noted in the entry.
            case counted
            /// So many nanoseconds after the acknowledgement.
            case after(UInt64)
            /// Noted in the entry, in the place of these, which came at one time before it.
            case early(time: UInt64, count: UInt64)
        }

        @inline(__always)
        mutating func deliver(_ now: UInt64) -> Delivery {
            lastDelivery = now
            remaining &-= 1
            if acknowledged != 0 { return .after(now > acknowledged ? now &- acknowledged : 0) }
            if earlyTime == now {
                earlyCount &+= 1
                return .counted
            }
            defer { (earlyTime, earlyCount) = (now, 1) }
            return earlyCount > 0 ? .early(time: earlyTime, count: earlyCount) : .counted
        }
    }

    struct Cursor {
        /// Of the next entry, counted from the log's beginning.
        var position: Int
        var start: Int64
        var isMember: Bool
        /// The watch's number, for evidence.
        var watch: Int
    }

    struct Acknowledgement {
        var sequence: Int64
        var time: UInt64
        var isReported: Bool
    }

    enum Outcome: Equatable {
        case inOrder
        /// The first sight of this revision: the caller says what the event holds, with `describe`.
        case first
        case violated
    }

    private(set) var entries: [Entry] = []
    /// Entries dropped from the front, and the last one's revision.
    private(set) var base = 0
    private var trimmedRevision: Int64 = 0
    private var completePrefix = 0
    private(set) var cursors: [Cursor] = []
    private(set) var members = 0
    private var highestStart: Int64 = 0
    /// Watches that read a list now and will come back at a revision that is not known yet: nothing is dropped.
    private(set) var floating = 0
    /// Acknowledged, and not seen here yet.
    private(set) var awaited: [Int64: Acknowledgement] = [:]
    private var hasFinishedEnough = false
    /// Writes without an answer.
    private var lostSequences: Set<Int64> = []
    private var early: [Int64: [(time: UInt64, count: UInt64)]] = [:]
    private let meter: DeliveryMeter

    init(meter: DeliveryMeter) { self.meter = meter }

    private var end: Int { base + entries.count }

    // MARK: Members

    /// A watch that will see all that follows `revision`. Returns its cursor's number.
    func join(watch: Int, after revision: Int64) -> Int {
        cursors.append(Cursor(position: 0, start: 0, isMember: false, watch: watch))
        attach(cursors.count - 1, after: revision)
        return cursors.count - 1
    }

    func attach(_ cursor: Int, after revision: Int64, wasFloating: Bool = false) {
        defer {
            if wasFloating {
                floating -= 1
                for revision in awaited.keys.sorted() where !isAwaitedByAll(revision) { settle(revision) }
            }
        }
        guard !cursors[cursor].isMember else { return }
        let position = base + firstIndex(after: revision)
        cursors[cursor].position = position
        cursors[cursor].start = revision
        highestStart = max(highestStart, revision)
        cursors[cursor].isMember = true
        members += 1
        for at in position - base..<entries.count { entries[at].remaining += 1 }
        completePrefix = min(completePrefix, position - base)
    }

    /// A watch that is gone for good, or (floating) that will come back at another revision.
    func detach(_ cursor: Int, floats: Bool = false) {
        guard cursors[cursor].isMember else { return }
        cursors[cursor].isMember = false
        members -= 1
        if floats { floating += 1 }
        for at in cursors[cursor].position - base..<entries.count {
            entries[at].remaining -= 1
            report(at)
        }
        if members == 0 {
            for revision in awaited.keys.sorted() { reportAwaited(revision) }
        }
    }

    /// The last revision that a watch has seen, or began after.
    func lastRevision(_ cursor: Int) -> Int64 {
        let state = cursors[cursor]
        let at = state.position - base - 1
        let seen = entries.indices.contains(at) ? entries[at].revision : trimmedRevision
        return max(seen, state.start)
    }

    /// The newest revision that any watch has seen.
    var newestRevision: Int64 { entries.last?.revision ?? trimmedRevision }

    private func firstIndex(after revision: Int64) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].revision <= revision { low = middle + 1 } else { high = middle }
        }
        return low
    }

    // MARK: Events

    /// An event has come to a watch.
    @inline(__always)
    func observe(_ revision: Int64, _ cursor: Int, now: UInt64) -> Outcome {
        let at = cursors[cursor].position &- base
        guard at >= 0, at < entries.count, entries[at].revision == revision else {
            return observeUnexpected(revision, cursor, now: now)
        }
        cursors[cursor].position &+= 1
        deliver(at, now)
        return .inOrder
    }

    @inline(__always)
    private func deliver(_ at: Int, _ now: UInt64) {
        let delivery = entries[at].deliver(now)
        meter.count(now)
        switch delivery {
        case .counted: break
        case .after(let nanoseconds): meter.latencies.record(nanoseconds)
        case .early(let time, let count): early[entries[at].revision, default: []].append((time, count))
        }
        if entries[at].remaining == 0 { report(at) }
    }

    private func observeUnexpected(_ revision: Int64, _ cursor: Int, now: UInt64) -> Outcome {
        let last = lastRevision(cursor)
        let watch = cursors[cursor].watch
        guard cursors[cursor].isMember else { return .inOrder }
        guard revision > last else {
            let kind = revision == last ? Violation.Kind.repetition : .disorder
            meter.violation(Violation(kind, watch: watch, expected: 0, received: revision))
            return .violated
        }
        let at = cursors[cursor].position - base
        let found = firstIndex(after: revision - 1)
        if found < entries.count, entries[found].revision == revision {
            meter.violation(Violation(.gap, watch: watch, expected: entries[at].revision, received: revision))
            for missed in at..<found {
                entries[missed].remaining -= 1
                report(missed)
            }
            cursors[cursor].position = base + found + 1
            deliver(found, now)
            return .violated
        }
        return insert(revision, at: found, cursor, now: now)
    }

    /// A revision that no watch here has seen before.
    private func insert(_ revision: Int64, at found: Int, _ cursor: Int, now: UInt64) -> Outcome {
        let at = cursors[cursor].position - base
        var outcome = Outcome.first
        if found > at {
            meter.violation(
                Violation(.gap, watch: cursors[cursor].watch, expected: entries[at].revision, received: revision))
            outcome = .violated
            for missed in at..<found {
                entries[missed].remaining -= 1
                report(missed)
            }
        }
        let remaining = members - skip(revision, at: found, otherThan: cursor)
        var entry = Entry(revision: revision, sequence: -1, remaining: remaining)
        if let known = awaited.removeValue(forKey: revision) {
            entry.sequence = known.sequence
            entry.acknowledged = known.time
            entry.isReported = known.isReported
        }
        entries.insert(entry, at: found)
        completePrefix = min(completePrefix, found)
        cursors[cursor].position = base + found + 1
        deliver(found, now)
        return outcome
    }

    /// Moves the cursors that a new entry does not concern past it, and says how many there are: watches that began after
    /// it, and those that came by without seeing it, which is a gap.
    private func skip(_ revision: Int64, at found: Int, otherThan cursor: Int) -> Int {
        guard found < entries.count || revision <= highestStart else { return 0 }
        var skipped = 0
        for index in cursors.indices where cursors[index].isMember && index != cursor {
            let isPast = cursors[index].position - base > found
            let isLater = cursors[index].start >= revision
            guard isPast || isLater else { continue }
            skipped += 1
            if isPast || cursors[index].position - base == found { cursors[index].position += 1 }
            if !isLater {
                meter.violation(Violation(.gap, watch: cursors[index].watch, expected: revision, received: 0))
            }
        }
        return skipped
    }

    /// What the first sight of a revision holds.
    /// - Parameter sequence: the write's number; nil: an object that is not ours.
    func describe(_ revision: Int64, sequence: Int64?, watch: Int, bytes: RawSpan) {
        let at = firstIndex(after: revision - 1)
        guard at < entries.count, entries[at].revision == revision else { return }
        guard let sequence else {
            disown(at)
            return finish()
        }
        if entries[at].sequence >= 0, entries[at].sequence != sequence {
            meter.violation(
                Violation(
                    .phantom, watch: watch, expected: revision, received: revision, bytes: Violation.excerpt(bytes)))
        }
        entries[at].sequence = sequence
        guard lostSequences.contains(sequence) else { return }
        disown(at)
        finish()
    }

    // MARK: Writes

    /// The server has answered a write.
    /// - Parameter time: when, in monotonic nanoseconds.
    func acknowledged(_ revision: Int64, sequence: Int64, time: UInt64) {
        let at = firstIndex(after: revision - 1)
        guard at < entries.count, entries[at].revision == revision else {
            awaited[revision] = Acknowledgement(sequence: sequence, time: time, isReported: false)
            if !isAwaitedByAll(revision) { settle(revision) }
            return
        }
        if entries[at].sequence != sequence, !entries[at].isForeign {
            meter.violation(Violation(.phantom, watch: -1, expected: revision, received: revision))
        }
        entries[at].acknowledged = time
        entries[at].sequence = sequence
        for run in early.removeValue(forKey: revision) ?? [] { record(run.time, run.count, since: time) }
        record(entries[at].earlyTime, entries[at].earlyCount, since: time)
        entries[at].earlyCount = 0
        report(at)
    }

    private func record(_ delivered: UInt64, _ count: UInt64, since acknowledged: UInt64) {
        if count > 0 { meter.latencies.record(delivered > acknowledged ? delivered - acknowledged : 0, times: count) }
    }

    /// Says that all watches have seen an entry, if they have.
    private func report(_ at: Int) {
        guard entries[at].remaining == 0 else { return }
        if entries[at].acknowledged != 0, !entries[at].isReported {
            entries[at].isReported = true
            meter.complete(entries[at].sequence, entries[at].lastDelivery)
        }
        finish()
    }

    /// Without a look at each cursor: no watch began at that revision or later, or has come past it.
    private func isAwaitedByAll(_ revision: Int64) -> Bool {
        members > 0 && revision > highestStart && revision > newestRevision
    }

    /// Reports an acknowledged write that no watch here will see, since all began after it.
    private func settle(_ revision: Int64) {
        let isDue = cursors.indices.contains { cursors[$0].isMember && lastRevision($0) < revision }
        if !isDue { reportAwaited(revision) }
    }

    /// The answer to a write did not come: whether its event comes is open.
    func lost(_ sequence: Int64) {
        lostSequences.insert(sequence)
        for at in completePrefix..<entries.count where entries[at].sequence == sequence { disown(at) }
        finish()
    }

    /// From now on an entry needs no acknowledgement.
    private func disown(_ at: Int) {
        entries[at].isForeign = true
        entries[at].earlyCount = 0
        early[entries[at].revision] = nil
    }

    /// Nobody here will see that write.
    private func reportAwaited(_ revision: Int64) {
        guard let known = awaited[revision] else { return }
        if !known.isReported { meter.complete(known.sequence, 0) }
        let kept = Acknowledgement(sequence: known.sequence, time: known.time, isReported: true)
        awaited[revision] = floating > 0 ? kept : nil
    }

    private func finish() {
        while completePrefix < entries.count, isFinished(entries[completePrefix]) { completePrefix += 1 }
        guard completePrefix >= LoadLimits.trimEntries, floating == 0 else { return }
        hasFinishedEnough = true
    }

    private func isFinished(_ entry: Entry) -> Bool { entry.remaining == 0 && (entry.isReported || entry.isForeign) }

    /// Drops what is finished. Not while indices of entries are in use.
    func trim() {
        guard hasFinishedEnough else { return }
        hasFinishedEnough = false
        guard floating == 0, completePrefix > 0 else { return }
        trimmedRevision = entries[completePrefix - 1].revision
        entries.removeFirst(completePrefix)
        base += completePrefix
        completePrefix = 0
    }

    // MARK: The end

    /// Whether every watch has seen everything that was acknowledged.
    var isDrained: Bool { awaited.values.allSatisfy(\.isReported) && completePrefix == entries.count }

    /// Reports what did not come.
    func reportMissing() {
        let expected = awaited.keys.sorted()
        for cursor in cursors.indices where cursors[cursor].isMember {
            let last = lastRevision(cursor)
            let next = cursors[cursor].position - base
            let due = next < entries.count ? entries[next].revision : expected.first { $0 > last }
            if let due {
                meter.violation(Violation(.missing, watch: cursors[cursor].watch, expected: due, received: last))
            }
        }
        for entry in entries where entry.acknowledged == 0 && !entry.isForeign {
            meter.violation(Violation(.phantom, watch: -1, expected: 0, received: entry.revision))
        }
    }
}
