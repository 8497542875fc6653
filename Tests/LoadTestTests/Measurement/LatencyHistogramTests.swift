import Testing
import TestSupport

@testable import LoadTest

@Suite("Percentiles are right within a bucket's width") struct LatencyHistogramTests {
    /// The exact percentile: the smallest value that at least this share does not exceed.
    private func exact(_ sorted: [UInt64], _ share: Double) -> UInt64 {
        let rank = max(Int((share * Double(sorted.count)).rounded(.up)), 1)
        return sorted[min(rank, sorted.count) - 1]
    }

    @Test("against a sort of the same values", arguments: [1, 2, 3, 4, 5]) func againstASortOfTheSameValues(
        seed: UInt64
    ) {
        var random = SeededGenerator(seed: seed)
        let count = Int(random.next() % 5_000) + 1
        // Over all magnitudes, from single nanoseconds to minutes.
        let values = (0..<count).map { _ in random.next() % (1 << (random.next() % 41 + 1)) }
        var histogram = LatencyHistogram()
        for value in values { histogram.record(value) }
        let sorted = values.sorted()
        for share in [0.0, 0.1, 0.5, 0.9, 0.99, 0.999, 1] {
            let right = exact(sorted, share)
            let shown = histogram.percentile(share)
            #expect(shown >= right)
            #expect(Double(shown) <= Double(right) * (1 + 1.0 / 64) + 1)
        }
        #expect(histogram.maximum == sorted.last)
        #expect(histogram.total == UInt64(count))
    }

    @Test("every value lies in the bucket that it is counted in, and buckets do not overlap")
    func everyValueLiesInTheBucketThatItIsCountedInAndBucketsDoNotOverlap() {
        var last = -1
        for shift in 0..<42 {
            for offset: UInt64 in [0, 1, 2, 3] {
                let value = (1 << UInt64(shift)) + offset * (1 << UInt64(shift)) / 4
                guard value <= LatencyHistogram.longestNanoseconds else { continue }
                let bucket = LatencyHistogram.bucket(value)
                #expect(bucket >= last)
                #expect(bucket < LatencyHistogram.bucketCount)
                #expect(LatencyHistogram.upperBound(bucket) >= value)
                if bucket > 0 { #expect(LatencyHistogram.upperBound(bucket - 1) < value) }
                last = max(last, bucket)
            }
        }
    }

    @Test("what is longer than an hour is counted as the longest") func whatIsLongerThanAnHourIsCountedAsTheLongest() {
        var histogram = LatencyHistogram()
        histogram.record(.max)
        #expect(histogram.percentile(0.5) == LatencyHistogram.longestNanoseconds)
    }

    @Test("nothing recorded gives zero") func nothingRecordedGivesZero() {
        #expect(LatencyHistogram().percentile(0.99) == 0)
    }

    @Test("a difference holds what came between two copies, and a sum holds both")
    func aDifferenceHoldsWhatCameBetweenTwoCopiesAndASumHoldsBoth() {
        var histogram = LatencyHistogram()
        histogram.record(1_000, times: 3)
        let earlier = histogram
        histogram.record(50, times: 2)
        var between = histogram.since(earlier)
        #expect(between.total == 2)
        #expect(between.percentile(1) == 50)
        between.add(earlier)
        #expect(between.counts == histogram.counts)
        #expect(between.total == histogram.total)
    }
}
