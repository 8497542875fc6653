import Objects
import Testing

@testable import APIServer

@Suite("What of a log is asked for")
struct LogOptionsTests {
    static let bad = [
        ("tailLines=-1", "tailLines: Invalid value: -1: must be greater than or equal to 0"),
        ("limitBytes=0", "limitBytes: Invalid value: 0: must be greater than 0"),
        ("sinceSeconds=0", "sinceSeconds: Invalid value: 0: must be greater than 0"),
        (
            "sinceSeconds=1&sinceTime=2020-01-01T00:00:00Z",
            ": Forbidden: at most one of `sinceTime` or `sinceSeconds` may be specified"
        ),
    ]

    @Test("Numbers that make no sense are named", arguments: bad)
    func problems(_ query: String, _ problem: String) throws {
        #expect(try LogOptions(Query(query[...])).problems.map(\.description) == [problem])
    }

    @Test(
        "What makes sense is let through", arguments: ["", "tailLines=0", "limitBytes=1&sinceSeconds=1", "follow=true"])
    func good(_ query: String) throws { #expect(try LogOptions(Query(query[...])).problems.isEmpty) }

    @Test(
        "What is no number is a bad request",
        arguments: [("x", "invalid syntax"), ("99999999999999999999", "value out of range"), ("1.5", "invalid syntax")])
    func unreadable(_ text: String, _ why: String) {
        let error = #expect(throws: APIError.self) { try LogOptions(Query("tailLines=\(text)")) }
        #expect(error?.code == 400)
        #expect(error?.message == "strconv.ParseInt: parsing \"\(text)\": \(why)")
    }
}
