import Testing

@testable import OpenAPI

struct DocumentCacheTests {
    private static func bytes(_ count: Int) -> [UInt8] { [UInt8](repeating: 7, count: count) }

    @Test func whatWasUsedLongestAgoGoesFirst() {
        var cache = DocumentCache<Int>(limit: 30)
        for key in 1...3 { cache.insert(Self.bytes(10), for: key) }
        #expect(cache[1] != nil)
        cache.insert(Self.bytes(10), for: 4)
        #expect(cache[2] == nil)
        #expect(cache[1] != nil)
        #expect(cache[3] != nil)
        #expect(cache.bytes == 30)
    }

    @Test func whatIsTooLargeIsNotKept() {
        var cache = DocumentCache<Int>(limit: 30)
        cache.insert(Self.bytes(20), for: 1)
        cache.insert(Self.bytes(31), for: 2)
        #expect(cache[2] == nil)
        #expect(cache[1] != nil)
        // Nor does what it would have replaced stay.
        cache.insert(Self.bytes(31), for: 1)
        #expect(cache[1] == nil)
        #expect(cache.bytes == 0)
    }

    @Test func aSecondValueReplacesTheFirst() {
        var cache = DocumentCache<Int>(limit: 30)
        cache.insert(Self.bytes(20), for: 1)
        cache.insert(Self.bytes(25), for: 1)
        #expect(cache.bytes == 25)
        #expect(cache[1]?.count == 25)
    }
}
