import Testing
import Wire

@Suite("What is compressed is read in pieces")
struct InflationTests {
    private let text = Array(String(repeating: "what Gzip has written, ", count: 5_000).utf8)

    @Test(arguments: [1, 7, 100_000])
    func pieces(_ count: Int) throws {
        let inflation = try #require(Inflation())
        var rest = try #require(Gzip.compress(text))[...]
        var output: [UInt8] = []
        while !rest.isEmpty {
            output += try inflation.next(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        #expect(output == text)
        // What follows the end is nothing of it.
        #expect(try inflation.next([1, 2, 3]) == [])
    }

    @Test("what is none is refused")
    func broken() throws {
        let inflation = try #require(Inflation())
        #expect(throws: Inflation.Broken.self) { try inflation.next(Array("<html></html>".utf8)) }
    }
}
