import Testing

@testable import HTTP2

struct ConnectionClockTests {
    static let limits = Limits()
    static func facts(ready: Bool = true, streams: Bool = true, pending: Int = 0, sent: Int = 0)
        -> ConnectionClock.Facts
    {
        .init(isReady: ready, hasStreams: streams, pendingBytes: pending, bytesSent: sent)
    }

    @Test func `a handshake has its time, and the preface as much again`() {
        var clock = ConnectionClock(nowMilliseconds: 100)
        let waiting = Self.facts(ready: false, streams: false)
        #expect(clock.check(waiting, Self.limits, nowMilliseconds: 10_100) == .nothing)
        #expect(clock.check(waiting, Self.limits, nowMilliseconds: 10_101) == .close(.handshakeTimeout))
        clock.establishedMilliseconds = 9_000
        #expect(clock.check(waiting, Self.limits, nowMilliseconds: 19_000) == .nothing)
        #expect(clock.check(waiting, Self.limits, nowMilliseconds: 19_001) == .close(.handshakeTimeout))
    }

    @Test func `a quiet peer is asked once, and any byte answers`() {
        var clock = ConnectionClock(nowMilliseconds: 0)
        #expect(clock.check(Self.facts(), Self.limits, nowMilliseconds: 30_001) == .ping)
        #expect(clock.check(Self.facts(), Self.limits, nowMilliseconds: 50_001) == .nothing)
        clock.heard(at: 50_001)
        #expect(clock.check(Self.facts(), Self.limits, nowMilliseconds: 80_001) == .nothing)
        #expect(clock.check(Self.facts(), Self.limits, nowMilliseconds: 80_002) == .ping)
        #expect(clock.check(Self.facts(), Self.limits, nowMilliseconds: 100_003) == .close(.unresponsive))
    }

    @Test func `a socket that takes a byte now and then is not stalled`() {
        var clock = ConnectionClock(nowMilliseconds: 0)
        for second in 1...100 {
            let now = UInt64(second) * 30_000
            clock.heard(at: now)
            #expect(clock.check(Self.facts(pending: 10, sent: second), Self.limits, nowMilliseconds: now) == .nothing)
        }
        clock.heard(at: 3_060_001)
        let stuck = Self.facts(pending: 10, sent: 100)
        #expect(clock.check(stuck, Self.limits, nowMilliseconds: 3_060_001) == .close(.stalled))
    }

    @Test func `only a connection without streams is idle`() {
        var clock = ConnectionClock(nowMilliseconds: 0)
        clock.heard(at: 180_001)
        #expect(clock.check(Self.facts(), Self.limits, nowMilliseconds: 180_001) == .nothing)
        #expect(clock.check(Self.facts(streams: false), Self.limits, nowMilliseconds: 180_001) == .retire(.idle))
    }
}
