import FieldOwnership
import Testing

@Suite("Managers are named by what clients say of themselves")
struct ManagerNameTests {
    @Test(
        "the User-Agent gives the name up to its first slash, what cannot be shown left out",
        arguments: [
            ("kubectl/v1.32.4 (linux/amd64) kubernetes/59526cd", "kubectl"), ("curl/8.5.0", "curl"),
            ("Mozilla", "Mozilla"),
            ("", ""), ("/x", ""), ("a\u{1}b\u{2028}c/1", "abc"), ("Go http client", "Go http client"),
            ("ключ/1", "ключ"),
        ])
    func userAgent(text: String, name: String) {
        #expect(ManagerName.ofUserAgent(text) == name)
    }

    @Test("no more than 128 bytes, and no part of a character")
    func length() {
        #expect(ManagerName.ofUserAgent(String(repeating: "a", count: 300)).utf8.count == 128)
        #expect(ManagerName.ofUserAgent("a" + String(repeating: "é", count: 300)).utf8.count == 127)
    }

    @Test("a name with what cannot be shown is known by its place")
    func unprintable() {
        #expect(ManagerName.unprintable("a name") == nil)
        let found = ManagerName.unprintable("é\nb")
        #expect(found?.scalar == "\n")
        #expect(found?.place == 2)
    }
}
