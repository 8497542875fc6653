import Testing
import Wire

/// RFC 3986, section 2.
struct PercentEncodingTests {
    @Test(arguments: [
        ("abcXYZ019-._~", "abcXYZ019-._~"), ("a b", "a%20b"), ("%", "%25"), ("a/b?c=d&e", "a%2Fb%3Fc%3Dd%26e"),
        ("\u{e9}\n", "%C3%A9%0A"), ("", ""),
    ])
    func `what is not unreserved is escaped, and comes back`(text: String, encoded: String) {
        #expect(PercentEncoding.encode(text) == encoded)
        #expect(PercentEncoding.decode(encoded) == text)
    }

    @Test(arguments: [
        ("%41%4a%4A", "AJJ"), ("%", "%"), ("%4", "%4"), ("%4g%zz", "%4g%zz"), ("%%41", "%A"), ("a+b", "a+b"),
    ])
    func `what is no escape stays as it is`(text: String, decoded: String) {
        #expect(PercentEncoding.decode(text) == decoded)
        #expect(PercentEncoding.decode("a+%2B", plusIsSpace: true) == "a +")
    }

    @Test(arguments: [("", true), ("a%41", true), ("%", false), ("%4", false), ("%4x", false), ("%%41", false)])
    func `escapes are whole or the text is not well formed`(text: String, isWellFormed: Bool) {
        #expect(PercentEncoding.isWellFormed(Array(text.utf8)[...]) == isWellFormed)
    }

    @Test func `the caller says what stays, and how long the result may be`() {
        #expect(PercentEncoding.encode("a/b c") { $0 != UInt8(ascii: " ") } == "a/b%20c")
        #expect(
            (0...6).map { PercentEncoding.encode("a b", limitBytes: $0) } == [
                "", "a", "a", "a", "a%20", "a%20b", "a%20b",
            ])
    }
}
