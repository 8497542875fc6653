import Testing

@testable import LoadTest

@Suite("A timeline stays small however long the run") struct TimelineTests {
    @Test("what was counted is kept when samples are merged") func whatWasCountedIsKeptWhenSamplesAreMerged() {
        var timeline = Timeline()
        let count = 10 * LoadLimits.samples
        for index in 1...count {
            timeline.add(
                Timeline.Sample(
                    time: Double(index), length: 1, deliveries: 2, writes: 1, p50: 5, p99: UInt64(index), worst: 9,
                    residentBytes: index, processors: 0.5))
        }
        #expect(timeline.samples.count < 2 * LoadLimits.samples)
        #expect(timeline.samples.reduce(0) { $0 + $1.deliveries } == UInt64(2 * count))
        #expect(timeline.samples.reduce(0) { $0 + $1.writes } == count)
        #expect(timeline.samples.reduce(0) { $0 + $1.length } == Double(count))
        #expect(timeline.samples.map(\.time) == timeline.samples.map(\.time).sorted())
        #expect(timeline.samples.last?.time == Double(count))
        #expect(timeline.samples.allSatisfy { $0.processors == 0.5 })
    }

    @Test("a short rest at the end is added to what came before") func aShortRestAtTheEndIsAddedToWhatCameBefore() {
        func sample(_ time: Double, _ length: Double) -> Timeline.Sample {
            Timeline.Sample(
                time: time, length: length, deliveries: 4, writes: 1, p50: 1, p99: 2, worst: 3, residentBytes: 0,
                processors: 0)
        }
        var timeline = Timeline()
        timeline.add(sample(1, 1))
        timeline.add(sample(1.1, 0.1), isLast: true)
        #expect(timeline.samples.map(\.deliveries) == [8])
        #expect(timeline.samples.map(\.time) == [1.1])
        timeline.add(sample(2, 0.9), isLast: true)
        #expect(timeline.samples.count == 2)
    }
}
