import Testing

@testable import APIServer

@Suite("Numbers are read and refused in the words that clients know")
struct GoParseTests {
    @Test(arguments: [("0", 0), ("-5", -5), ("+7", 7), ("007", 7), ("9223372036854775807", Int.max)])
    func whole(_ text: String, _ number: Int) throws {
        #expect(try GoParse.int(text) == number)
    }

    @Test(arguments: ["", "x", "1.0", "1_0", "- 1", "--1", "0x1", "١", "1 "])
    func notWhole(_ text: String) throws {
        let fault = try #require(throws: GoParse.Fault.self) { try GoParse.int(text) }
        #expect(fault.message == "strconv.ParseInt: parsing \"\(text)\": invalid syntax")
    }

    @Test func tooLarge() throws {
        let text = "9223372036854775808"
        let fault = try #require(throws: GoParse.Fault.self) { try GoParse.int(text) }
        #expect(fault.message == "strconv.ParseInt: parsing \"\(text)\": value out of range")
        #expect(try GoParse.unsigned(text) == 1 << 63)
        #expect(throws: GoParse.Fault.self) { try GoParse.unsigned("18446744073709551616") }
        #expect(throws: GoParse.Fault.self) { try GoParse.unsigned("-1") }
        #expect(throws: GoParse.Fault.self) { try GoParse.unsigned("+1") }
    }
}
