import Glibc
import HTTP2
import Reactor
import Synchronization
import Testing
import TestSupport

@testable import Kubelet

@Suite("Container logs are read as they were written")
struct LogTests {
    static func record(_ second: Int, _ text: String, isPartial: Bool = false, stream: String = "stdout") -> String {
        let digits = second < 10 ? "0\(second)" : "\(second)"
        return "2024-05-01T10:00:\(digits).000000001Z \(stream) \(isPartial ? "P" : "F") \(text)\n"
    }

    private func format(_ log: String, _ query: LogQuery, pieces: Int = 1 << 20) -> String {
        var formatter = LogFormatter(query)
        var output: [UInt8] = []
        var rest = Array(log.utf8)[...]
        while !rest.isEmpty {
            formatter.read(rest.prefix(pieces), into: &output)
            rest = rest.dropFirst(pieces)
        }
        return String(decoding: output, as: UTF8.self)
    }

    @Test(
        "a line is a time, a stream, a tag and what was written",
        arguments: [
            ("2024-05-01T10:00:00Z stdout F hi there", "hi there", false),
            ("2024-05-01T10:00:00Z stderr P part", "part", true), ("2024-05-01T10:00:00Z stdout F ", "", false),
            ("2024-05-01T10:00:00Z stdout F", "", false), ("2024-05-01T10:00:00Z stdout P:x a", "a", true),
        ])
    func parse(text: String, content: String, isPartial: Bool) throws {
        let bytes = Array(text.utf8)
        let line = try #require(CRILogLine(bytes[...]))
        #expect(String(decoding: line.content, as: UTF8.self) == content)
        #expect(line.isPartial == isPartial)
    }

    @Test(
        "what is no such line is passed over", arguments: ["", " ", "a b c", "t stdin F x", "t stdout X y", "garbage"])
    func garbage(text: String) {
        let bytes = Array(text.utf8)
        #expect(CRILogLine(bytes[...]) == nil)
        #expect(format(text + "\n" + Self.record(1, "good"), LogQuery()) == "good\n")
    }

    @Test("parts are put together, however the bytes arrive", arguments: [1, 2, 3, 7, 64, 4_096])
    func parts(pieces: Int) {
        let log = Self.record(1, "one ", isPartial: true) + Self.record(2, "line") + Self.record(3, "two")
        #expect(format(log, LogQuery(), pieces: pieces) == "one line\ntwo\n")
        var query = LogQuery()
        query.timestamps = true
        #expect(
            format(log, query, pieces: pieces)
                == "2024-05-01T10:00:01.000000001Z one line\n2024-05-01T10:00:03.000000001Z two\n")
    }

    @Test("lines before a time are left out, bytes after a limit too")
    func limits() throws {
        let log = (0..<5).map { Self.record($0, "line \($0)") }.joined()
        var query = LogQuery()
        query.since = Moment(rfc3339: "2024-05-01T10:00:03Z")
        #expect(format(log, query) == "line 3\nline 4\n")
        query = LogQuery()
        query.limitBytes = 9
        #expect(format(log, query) == "line 0\nli")
    }

    @Test("the last lines are those that a reader of all would see last", arguments: 0..<150)
    func tail(seed: Int) {
        var numbers = SeededGenerator(seed: UInt64(seed))
        var log = ""
        for at in 0..<Int(numbers.next() % 400) {
            let length = Int(numbers.next() % (numbers.chance(3) ? 3_000 : 40))
            log += Self.record(at % 60, String(repeating: "x", count: length), isPartial: numbers.chance(30))
        }
        // What a reader of all sees, cut into lines; the last may have no end yet.
        let all = format(log, LogQuery())
        var lines = all.split(separator: "\n", omittingEmptySubsequences: false).map { $0 + "\n" }
        if let last = lines.popLast(), last != "\n" { lines.append(Substring(last).dropLast() + "") }
        let wanted = Int(numbers.next() % 30)
        let bytes = Array(log.utf8)
        let start = LogTail(lines: wanted).start(size: bytes.count) { Array(bytes[$0]) }
        let shown = format(String(decoding: bytes[start...], as: UTF8.self), LogQuery())
        #expect(shown == lines.suffix(wanted).joined())
    }

    @Test("a log is turned over above its size, and only so many parts are kept")
    func rotation() throws {
        #expect(
            LogFolder.rotation(sizeBytes: KubeletLimits.logFileBytes, names: [], instance: 0, now: Fixture.now) == nil)
        var names = ["0.log", "1.log", "1.log.20200101000000-0"]
        for turn in 0..<8 {
            let rotation = try #require(
                LogFolder.rotation(
                    sizeBytes: KubeletLimits.logFileBytes + 1, names: names, instance: 1,
                    now: Fixture.now + turn * 10_000))
            names.removeAll { rotation.remove.contains($0) }
            names.append(rotation.moveTo)
            #expect(LogFolder.rotated(names, instance: 1).count + 1 <= KubeletLimits.logFiles)
            #expect(LogFolder.rotated(names, instance: 1).last == rotation.moveTo)
            #expect(names.contains("0.log"))
        }
    }

    @Test("logs of the last two instances are kept")
    func obsolete() {
        #expect(
            LogFolder.obsolete(["0.log", "1.log", "1.log.2024", "2.log", "3.log", "odd"]).sorted() == [
                "0.log", "1.log", "1.log.2024",
            ])
    }

    @Test("a followed log goes on after the end, through a turn-over, and ends with its container")
    func follow() async throws {
        let folder = try Fixture.folder()
        defer { try? FileSystem.removeTree(folder) }
        let path = folder + "/0.log"
        try FileSystem.write(path, Array(Self.record(1, "one").utf8), mode: 0o644)
        let loop = try EventLoop()
        let isRunning = Mutex(true)
        let lines = await withCheckedContinuation { (continuation: CheckedContinuation<[String], Never>) in
            loop.execute {
                var lines: [String] = []
                func pull(_ body: LogBody) -> String {
                    let (outcome, bytes) = BodyBuffer.collect(capacity: 1_000, from: body)
                    return "\(outcome) \(String(decoding: bytes, as: UTF8.self))"
                }
                var query = LogQuery()
                query.follows = true
                do {
                    let body = try LogBody(path: path, query: query, loop: loop) { isRunning.withLock { $0 } }
                    lines.append(pull(body))
                    lines.append(pull(body))
                    rename(path, path + ".old")
                    try FileSystem.write(path, Array(Self.record(2, "two").utf8), mode: 0o644)
                    lines.append(pull(body))
                    isRunning.withLock { $0 = false }
                    lines.append(pull(body))
                } catch {
                    lines.append("\(error)")
                }
                continuation.resume(returning: lines)
            }
        }
        #expect(lines == ["blocked one\n", "blocked ", "blocked two\n", "end(trailers: nil) "])
        await withCheckedContinuation { continuation in loop.shutdown { continuation.resume() } }
    }
}
