import FrameLog
import Testing

/// A reader with a count of its wake-ups, as a stream embeds one.
private struct Place {
    var reader: LogReader
    var wakes = 0
}

/// A reader that copies into a room of its own, and what it got.
private final class Reader {
    private let place: UnsafeMutablePointer<Place>
    private(set) var got = ""
    var reader: UnsafeMutablePointer<LogReader> {
        UnsafeMutableRawPointer(place).assumingMemoryBound(to: LogReader.self)
    }
    var wakes: Int { place.pointee.wakes }

    init(_ log: FrameLog, from position: Int? = nil) {
        place = .allocate(capacity: 1)
        place.initialize(
            to: Place(reader: LogReader(wake: { $0.assumingMemoryBound(to: Place.self).pointee.wakes += 1 })))
        reader.join(log)
        reader.pointee.position = position ?? log.end
        reader.pointee.isFollowing = true
    }

    deinit {
        reader.leave()
        place.deallocate()
    }

    @discardableResult
    func read(room: Int = 1_000) -> Int {
        var bytes = [UInt8](repeating: 0, count: room)
        let count = bytes.withUnsafeMutableBytes { reader.copy(into: $0) }
        got += String(decoding: bytes[..<count], as: UTF8.self)
        return count
    }
}

private func frame(_ revision: Int64, _ text: String, bookmark: Bool = false) -> Frame {
    Frame(revision: revision, bytes: Array(text.utf8), isBookmark: bookmark)
}

@Suite struct FrameLogTests {
    @Test func everyReaderGetsEveryFrameInOrder() {
        let log = FrameLog(limitBytes: 1_000)
        let readers = [Reader(log), Reader(log)]
        log.append([frame(1, "a"), frame(2, "b")])
        readers[0].read()
        log.append([frame(3, "c")])
        for reader in readers { reader.read() }
        #expect(readers.map(\.got) == ["abc", "abc"])
    }

    @Test func aFrameIsCopiedWholeOrNotAtAll() {
        let log = FrameLog(limitBytes: 1_000)
        let reader = Reader(log)
        log.append([frame(1, "abc"), frame(2, "defg")])
        #expect(reader.read(room: 2) == 0)
        #expect(reader.read(room: 6) == 3)
        #expect(reader.read(room: 4) == 4)
        #expect(reader.got == "abcdefg")
    }

    @Test func whoWaitsIsWokenOnce() {
        let log = FrameLog(limitBytes: 1_000)
        let (waits, busy) = (Reader(log), Reader(log))
        #expect(waits.reader.waitAtEnd())
        log.append([frame(1, "a")])
        log.append([frame(2, "b")])
        #expect(waits.wakes == 1)
        #expect(busy.wakes == 0)
        #expect(!waits.reader.waitAtEnd())
    }

    @Test func whatAllHaveReadIsForgotten() {
        let log = FrameLog(limitBytes: 1_000)
        let readers = [Reader(log), Reader(log)]
        log.append([frame(1, "a")])
        readers[0].read()
        #expect(readers[0].reader.waitAtEnd())
        #expect(log.bytes == 1)
        readers[1].read()
        #expect(readers[1].reader.waitAtEnd())
        #expect(log.bytes == 0)
        #expect(log.droppedThrough == 1)
        #expect(log.end == 1)
    }

    @Test func aReaderThatLeavesHoldsNothingBack() {
        let log = FrameLog(limitBytes: 1_000)
        let stays = Reader(log)
        var leaves: Reader? = Reader(log)
        log.append([frame(1, "a")])
        stays.read()
        #expect(stays.reader.waitAtEnd())
        #expect(log.bytes == 1)
        leaves = nil
        #expect(leaves == nil)
        #expect(log.bytes == 0)
        #expect(log.readers == 1)
    }

    @Test func aStalledReaderFallsOutOfAFullLog() {
        let log = FrameLog(limitBytes: 4)
        let (fast, stalled) = (Reader(log), Reader(log))
        for revision in 1...10 {
            log.append([frame(Int64(revision), "xy")])
            fast.read()
            #expect(log.bytes <= 4)
        }
        #expect(fast.got.count == 20)
        #expect(stalled.read() == 0)
        #expect(log.droppedThrough == 8)
        #expect(stalled.reader.pointee.position < log.base)
    }

    @Test func theNewestFrameIsKeptEvenWhenItAloneIsTooLarge() {
        let log = FrameLog(limitBytes: 4)
        let reader = Reader(log)
        log.append([frame(1, "a"), frame(2, "0123456789")])
        #expect(log.droppedThrough == 1)
        reader.reader.pointee.position = log.base
        reader.read()
        #expect(reader.got == "0123456789")
    }

    @Test func aPlaceTellsHowManyFramesOfItsRevisionWereTold() {
        let log = FrameLog(limitBytes: 1_000)
        let reader = Reader(log)
        log.append([frame(7, "a"), frame(7, "b"), frame(7, "c")])
        reader.read(room: 2)
        #expect((reader.reader.pointee.seen, reader.reader.pointee.seenOfRevision) == (7, 2))
        reader.read()
        log.append([frame(9, "=", bookmark: true)])
        reader.read()
        #expect((reader.reader.pointee.seen, reader.reader.pointee.seenOfRevision) == (9, 0))
    }

    @Test func theFirstFrameAfterARevisionIsFound() {
        let log = FrameLog(limitBytes: 1_000)
        let reader = Reader(log)
        log.append([frame(3, "a"), frame(3, "b"), frame(5, "c")])
        #expect([0, 2, 3, 4, 5, 6].map { log.index(after: $0) } == [0, 0, 2, 2, 3, 3])
        reader.read()
    }

    @Test func waitersMayLeaveInAnyOrder() {
        let log = FrameLog(limitBytes: 1_000)
        var readers = (0..<5).map { _ in Reader(log) }
        for reader in readers { #expect(reader.reader.waitAtEnd()) }
        readers.remove(at: 1)
        readers.remove(at: 3)
        readers.remove(at: 0)
        log.append([frame(1, "a")])
        #expect(readers.map(\.wakes) == [1, 1])
    }

    @Test func wakingOneWakesNoOther() {
        let log = FrameLog(limitBytes: 1_000)
        let readers = [Reader(log), Reader(log)]
        for reader in readers { #expect(reader.reader.waitAtEnd()) }
        readers[0].reader.wakeUp()
        #expect(readers.map(\.wakes) == [1, 0])
        log.append([frame(1, "a")])
        #expect(readers.map(\.wakes) == [1, 1])
    }

    @Test func framesUpToARevisionAreDroppedButTheNewest() {
        let log = FrameLog(limitBytes: 1_000)
        let reader = Reader(log)
        log.append([frame(1, "a"), frame(2, "b"), frame(3, "c")])
        log.drop(through: 2)
        #expect(log.bytes == 1 && log.base == 2 && log.droppedThrough == 2)
        #expect(reader.read() == 0)
        log.drop(through: 3)
        #expect(log.bytes == 1)
    }

    /// Who waited had read everything before: what it missed is no older than the first frame after.
    @Test func aReaderThatIsWokenWasToldEverythingBefore() {
        let log = FrameLog(limitBytes: 1)
        let reader = Reader(log)
        log.append([frame(1, "a")])
        reader.read()
        #expect(reader.reader.waitAtEnd())
        log.append([frame(50, "b"), frame(60, "c")])
        #expect(reader.read() == 0)
        #expect(reader.reader.pointee.seen == 49)
        #expect(reader.reader.pointee.seenOfRevision == 0)
    }

    @Test func framesThatWereLostAreMissedByAll() {
        let log = FrameLog(limitBytes: 1_000)
        let (waits, lags) = (Reader(log), Reader(log))
        log.append([frame(1, "a"), frame(2, "b")])
        waits.read()
        lags.read(room: 1)
        #expect(waits.reader.waitAtEnd())
        log.lose(through: 9, told: 7)
        #expect(waits.wakes == 1)
        #expect(waits.reader.pointee.seen == 7)
        #expect(lags.reader.pointee.seen == 1)
        log.append([frame(10, "c")])
        #expect(waits.read() == 0 && lags.read() == 0)
        #expect(log.droppedThrough == 9)
        #expect(log.bytes == 1)
    }
}
