@testable import Reconcile
import Testing
import TestSupport

@Suite("One leader at a time")
struct ElectionStateTests {
    private static let times = ElectionState.Times(
        leaseMilliseconds: 15_000, renewMilliseconds: 10_000, retryMilliseconds: 2_000)

    private func state(_ identity: String = "me") -> ElectionState {
        ElectionState(identity: identity, times: Self.times)
    }
    private func record(_ holder: String, _ version: Int) -> LeaseRecord {
        LeaseRecord(holder: holder, durationMilliseconds: 15_000, version: String(version))
    }

    @Test("A lease that is not there is made and held for the renewal time")
    func creates() {
        var state = state()
        #expect(state.missing() == .create)
        #expect(state.wrote(record("me", 1), at: 100) == .wait(milliseconds: 2_000))
        #expect(state.isLeading(at: 10_099))
        #expect(!state.isLeading(at: 10_100))
    }

    @Test("Another's lease is believed while it is renewed, and taken once it was still for its duration")
    func takesOver() {
        var state = state()
        #expect(state.read(record("you", 1), at: 0) == .wait(milliseconds: 2_000))
        #expect(state.read(record("you", 2), at: 14_000) == .wait(milliseconds: 2_000))
        #expect(state.read(record("you", 2), at: 28_999) == .wait(milliseconds: 2_000))
        #expect(state.read(record("you", 2), at: 29_000) == .write(version: "2", isTakeover: true))
    }

    @Test("A lease that was given back is taken at once")
    func givenBack() {
        var state = state()
        #expect(state.read(record("", 3), at: 0) == .write(version: "3", isTakeover: true))
    }

    @Test("A leader that finds another's name stops")
    func usurped() {
        var state = state()
        _ = state.missing()
        _ = state.wrote(record("me", 1), at: 0)
        _ = state.read(record("you", 2), at: 1)
        #expect(!state.isLeading(at: 2))
    }

    /// Processes with clocks of their own offset over one lease, with failures and pauses.
    @Test("However calls fail and processes pause, two never lead at once", arguments: UInt64(1)...40)
    func neverTwo(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let count = 3
        var states = (0..<count).map { state("p\($0)") }
        var directives = [ElectionState.Directive](repeating: .read, count: count)
        var wakes = [Int64](repeating: 0, count: count)
        let offsets = (0..<count).map { _ in Int64.random(in: 0...1_000_000, using: &random) }
        var lease: LeaseRecord?
        var version = 0
        var ledBy: Set<Int> = []
        var now: Int64 = 0
        while now < 600_000 {
            now += Int64.random(in: 1...500, using: &random)
            let leaders = (0..<count).filter { states[$0].isLeading(at: now + offsets[$0]) }
            #expect(leaders.count <= 1)
            ledBy.formUnion(leaders)
            for i in 0..<count where wakes[i] <= now {
                let local = now + offsets[i]
                if Int.random(in: 0..<60, using: &random) == 0 {
                    // A pause, as of a process that was stopped.
                    wakes[i] = now + Int64.random(in: 0...40_000, using: &random)
                    continue
                }
                let fails = Int.random(in: 0..<10, using: &random) == 0
                switch directives[i] {
                case .read:
                    if fails {
                        directives[i] = states[i].failed()
                    } else if let lease {
                        directives[i] = states[i].read(lease, at: local)
                    } else {
                        directives[i] = states[i].missing()
                    }
                case .create, .write:
                    var isCurrent = lease == nil
                    if case .write(let expected, _) = directives[i] { isCurrent = lease?.version == expected }
                    guard isCurrent else {
                        directives[i] = states[i].failed()
                        continue
                    }
                    version += 1
                    lease = record("p\(i)", version)
                    // The answer of a write that was carried out may be lost.
                    directives[i] = fails ? states[i].failed() : states[i].wrote(record("p\(i)", version), at: local)
                case .wait(let milliseconds):
                    wakes[i] = now + Int64(milliseconds)
                    directives[i] = .read
                }
            }
        }
        #expect(!ledBy.isEmpty)
    }
}
