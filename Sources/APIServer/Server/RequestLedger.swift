import Synchronization

/// The requests that one loop has answered. The loop writes and a scrape reads, so that its lock is free but then.
final class RequestLedger: Sendable {
    /// How often each code was answered to a kind of request, and how long the answers took.
    struct Entry: Sendable {
        var codes: [(code: Int, count: Int)] = []
        var durations = [Int](repeating: 0, count: RequestDuration.boundsMicroseconds.count + 1)
        var durationNanoseconds = 0

        mutating func count(_ code: Int, by amount: Int = 1) {
            if let at = codes.firstIndex(where: { $0.code == code }) {
                codes[at].count &+= amount
            } else {
                codes.append((code, amount))
            }
        }

        /// In place, found once: no copy of the arrays.
        mutating func answered(_ note: RequestNote, _ code: Int, _ nanoseconds: Int) {
            count(code)
            guard !note.verb.isLongRunning else { return }
            durations[RequestDuration.bucket(nanoseconds)] &+= 1
            durationNanoseconds &+= nanoseconds
        }

        mutating func add(_ other: Entry) {
            for (code, amount) in other.codes { count(code, by: amount) }
            for at in durations.indices { durations[at] &+= other.durations[at] }
            durationNanoseconds &+= other.durationNanoseconds
        }
    }
    private struct State {
        var started = 0
        var entries: [RequestNote: Entry] = [:]
    }
    private let state = Mutex(State())

    func requestStarted() { state.withLock { $0.started &+= 1 } }

    /// - Parameter nanoseconds: since the request had arrived whole.
    func answered(_ note: RequestNote, code: Int, nanoseconds: Int) {
        state.withLock { $0.entries[note, default: Entry()].answered(note, code, nanoseconds) }
    }

    /// A resource is served no longer: its requests are not told of any more.
    func forget(resource index: Int) {
        state.withLock { state in
            for note in state.entries.keys where note.resource == index { state.entries[note] = nil }
        }
    }

    func add(to entries: inout [RequestNote: Entry], started: inout Int) {
        let found = state.withLock { $0 }
        started &+= found.started
        for (note, entry) in found.entries { entries[note, default: Entry()].add(entry) }
    }
}

/// The buckets of kube-apiserver's histogram of requests, so that its dashboards' quantiles are right here too, and below
/// them some for a server whose answers take less than the first of those.
enum RequestDuration {
    static let boundsMicroseconds = [
        250, 500, 1000, 2500, 5000, 25_000, 50_000, 100_000, 200_000, 400_000, 600_000, 800_000, 1_000_000, 1_250_000,
        1_500_000, 2_000_000, 3_000_000, 4_000_000, 5_000_000, 6_000_000, 8_000_000, 10_000_000, 15_000_000,
        20_000_000, 30_000_000, 45_000_000, 60_000_000,
    ]

    static func bucket(_ nanoseconds: Int) -> Int {
        boundsMicroseconds.firstIndex { nanoseconds <= $0 &* 1000 } ?? boundsMicroseconds.count
    }
}
