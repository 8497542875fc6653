import Testing

@testable import FrameLog

struct DeliveryMeterTests {
    @Test func aDelayFallsIntoTheBucketWithTheFirstBoundThatIsNotBelowIt() {
        var now: UInt64 = 1_000_000_000
        let tally = DeliveryTally()
        let meter = DeliveryMeter(tally: tally, clock: DeliveryClock(iteration: { 0 }, read: { now }))
        for bound in DeliveryDelay.boundsMicroseconds {
            for late in [UInt64(bound) * 1000, UInt64(bound) * 1000 + 1] {
                now += late + 1
                // The reading of before is stale: it is older than the commit.
                meter.told(now - late, isBookmark: false)
            }
        }
        let counts = tally.delays.indices.map { tally.delays[$0].current }
        #expect(counts.count == DeliveryDelay.buckets)
        #expect(DeliveryDelay.buckets == DeliveryDelay.boundsMicroseconds.count + 1)
        // Each bound itself belongs to its bucket, and one nanosecond more to the next.
        #expect(counts == [1] + Array(repeating: 2, count: DeliveryDelay.buckets - 2) + [1])
        #expect(tally.delayNanoseconds.current == DeliveryDelay.boundsMicroseconds.reduce(0) { $0 + $1 * 2000 + 1 })
    }

    @Test func theClockIsReadOnceForSeveralDeliveriesAndAnewInEachIteration() {
        var readings = 0
        var iteration: UInt64 = 1
        let clock = DeliveryClock(
            iteration: { iteration },
            read: {
                readings += 1
                return 1000
            })
        let meter = DeliveryMeter(tally: DeliveryTally(), clock: clock)
        for _ in 0..<DeliveryClock.readings { meter.told(10, isBookmark: false) }
        #expect(readings == 1)
        meter.told(10, isBookmark: false)
        #expect(readings == 2)
        iteration = 2
        meter.told(10, isBookmark: false)
        #expect(readings == 3)
        clock.expire()
        meter.told(10, isBookmark: false)
        #expect(readings == 4)
    }
}
