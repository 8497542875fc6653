import Testing

@testable import APIServer

@Suite("Names of proxies' targets")
struct ProxyNameTests {
    static let good: [(String, ProxyName.Scheme?, String, String)] = [
        ("web", nil, "web", ""), ("web:80", nil, "web", "80"), ("web:", nil, "web", ""),
        ("https:web:443", .https, "web", "443"), ("http:web:", .http, "web", ""), (":web:x", nil, "web", "x"),
    ]

    @Test("A name may say the scheme before it and the port behind it", arguments: good)
    func parts(_ text: String, _ scheme: ProxyName.Scheme?, _ name: String, _ port: String) throws {
        let found = try #require(ProxyName(text))
        #expect(found.scheme == scheme)
        #expect(found.name == name)
        #expect(found.port == port)
    }

    @Test(
        "Other schemes, more parts and no name are none",
        arguments: ["", ":", ":80", "ftp:web:1", "a:b:c:d", "https::1"])
    func refused(_ text: String) { #expect(ProxyName(text) == nil) }
}
