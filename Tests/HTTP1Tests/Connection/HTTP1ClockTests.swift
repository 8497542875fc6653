import HTTP2
import Testing

@testable import HTTP1

@Suite struct HTTP1ClockTests {
    private let limits = {
        var limits = Limits()
        limits.handshakeMilliseconds = 10
        limits.headersMilliseconds = 20
        limits.bodyMilliseconds = 30
        limits.idleMilliseconds = 40
        limits.stalledMilliseconds = 1000
        limits.discardMilliseconds = 50
        limits.discardedBytes = 100
        limits.goodbyeMilliseconds = 60
        return limits
    }()

    private func check(_ clock: inout HTTP1Clock, at now: UInt64) -> HTTP1Clock.Action {
        clock.check(pendingBytes: 0, bytesSent: 0, limits, nowMilliseconds: now)
    }

    @Test func `each part of a request has its time`() {
        var clock = HTTP1Clock(nowMilliseconds: 100)
        #expect(check(&clock, at: 110) == .nothing)
        #expect(check(&clock, at: 111) == .close(.handshakeMilliseconds))
        clock.requestBegan(at: 200)
        #expect(check(&clock, at: 220) == .nothing)
        #expect(check(&clock, at: 221) == .refuse(.headersMilliseconds))
        clock.headArrived(at: 300)
        #expect(check(&clock, at: 331) == .refuse(.bodyMilliseconds))
        clock.requestArrived()
        #expect(check(&clock, at: 9_000) == .nothing)
        clock.becameIdle(at: 10_000)
        #expect(check(&clock, at: 10_041) == .finish(.idleMilliseconds))
        clock.ends(at: 20_000, limits)
        #expect(check(&clock, at: 20_061) == .cut)
    }

    @Test func `a body that nobody wants has a time and a size`() {
        var clock = HTTP1Clock(nowMilliseconds: 0)
        clock.discards(at: 100)
        clock.requestArrived()
        let some = clock.discarded(60, limits)
        #expect(!some)
        let tooMuch = clock.discarded(60, limits)
        #expect(tooMuch)
        #expect(check(&clock, at: 151) == .close(.bodyMilliseconds))
    }

    @Test func `an answer that is not read is given up, one that is read slowly is not`() {
        var clock = HTTP1Clock(nowMilliseconds: 0)
        clock.requestArrived()
        #expect(clock.check(pendingBytes: 5, bytesSent: 1, limits, nowMilliseconds: 900) == .nothing)
        #expect(clock.check(pendingBytes: 5, bytesSent: 2, limits, nowMilliseconds: 1_800) == .nothing)
        #expect(
            clock.check(pendingBytes: 5, bytesSent: 2, limits, nowMilliseconds: 2_801) == .close(.stalledMilliseconds))
    }
}
