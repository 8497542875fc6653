@testable import Client
import Testing
import TestSupport

@Suite("A reflector resumes and does not list again")
struct ReflectorStateTests {
    private let lost = ClientError(.unavailable, "lost")
    private let expired = ClientError(.expired, "too old")

    @Test("After a lost connection the watch goes on after the last revision")
    func resumes() {
        var state = ReflectorState()
        #expect(state.start == .list)
        #expect(state.listed(at: 10) == .watch(after: 10))
        state.observed(17)
        guard case .wait(_, let next) = state.watchFailed(lost, jitter: 0) else {
            Issue.record("a failure is followed by a wait")
            return
        }
        #expect(next == .watch(after: 17))
    }

    @Test("A watch that ended in good order goes on at once")
    func endedWell() {
        var state = ReflectorState()
        _ = state.listed(at: 10)
        state.observed(11)
        #expect(state.watchEnded(jitter: 0) == .watch(after: 11))
    }

    @Test("A server that only ends watches is not hurried")
    func endsOnly() {
        var state = ReflectorState()
        _ = state.listed(at: 10)
        guard case .wait(let first, .watch(after: 10)) = state.watchEnded(jitter: 0),
            case .wait(let second, .watch(after: 10)) = state.watchEnded(jitter: 0)
        else {
            Issue.record("a watch that ends without an event is followed by a wait")
            return
        }
        #expect(second > first)
    }

    @Test("History that has passed means a new list")
    func expiry() {
        var state = ReflectorState()
        _ = state.listed(at: 10)
        #expect(state.watchFailed(expired, jitter: 0) == .list)
        #expect(state.revision == nil)
    }

    @Test("Lists that fail are tried again, later each time, and at once forgotten when one succeeds")
    func listFailures() {
        var state = ReflectorState()
        var last = 0
        for _ in 0..<4 {
            guard case .wait(let delay, .list) = state.listFailed(lost, jitter: 0) else {
                Issue.record("a failed list is followed by a wait and a list")
                return
            }
            #expect(delay > last)
            last = delay
        }
        _ = state.listed(at: 3)
        guard case .wait(let delay, .watch(after: 3)) = state.watchFailed(lost, jitter: 0) else {
            Issue.record("a lost watch is resumed")
            return
        }
        #expect(delay < last)
    }

    @Test(
        "Whatever happens, the revision never goes back without a list, and only expiry loses it",
        arguments: UInt64(1)...30)
    func anyHistory(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var state = ReflectorState()
        var directive = state.start
        var highest: Int64 = 0
        for _ in 0..<500 {
            switch directive {
            case .wait(let delay, let next):
                #expect((1...15_000).contains(delay))
                switch next {
                case .list: directive = .list
                case .watch(let revision): directive = .watch(after: revision)
                }
            case .list:
                if Bool.random(using: &random) {
                    highest = Int64.random(in: 1...1000, using: &random)
                    directive = state.listed(at: highest)
                } else {
                    directive = state.listFailed(lost, jitter: random.next())
                }
            case .watch(let revision):
                #expect(revision == highest)
                for _ in 0..<Int.random(in: 0...3, using: &random) {
                    let seen = Int64.random(in: 1...1000, using: &random)
                    state.observed(seen)
                    highest = max(highest, seen)
                }
                switch Int.random(in: 0..<5, using: &random) {
                case 0:
                    directive = state.watchFailed(expired, jitter: random.next())
                    #expect(state.revision == nil)
                case 1: directive = state.watchEnded(jitter: random.next())
                default: directive = state.watchFailed(lost, jitter: random.next())
                }
            }
        }
    }
}
