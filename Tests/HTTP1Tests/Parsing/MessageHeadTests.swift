import HTTP2
import Testing

@testable import HTTP1

@Suite struct MessageHeadTests {
    private func head(_ target: String, hosts: [String] = ["apus"], isVersion10: Bool = false) -> MessageHead {
        var head = MessageHead()
        head.method = "GET"
        head.target = target
        head.isVersion10 = isVersion10
        for host in hosts { head.headers.append("host", host) }
        return head
    }

    @Test func `a target in full gives its authority and its path`() throws {
        let request = try head("HTTPS://Other:1/a?b").request(isPlaintext: true)
        #expect(request.authority == "Other:1" && request.path == "/a?b" && request.scheme == "http")
        #expect(try head("http://other").request(isPlaintext: false).path == "/")
        #expect(try head("http://other?x").request(isPlaintext: false).path == "/?x")
    }

    @Test func `a request names one host`() {
        #expect(throws: Refusal.self) { try head("/", hosts: []).request(isPlaintext: true) }
        #expect(throws: Refusal.self) { try head("/", hosts: ["a", "a"]).request(isPlaintext: true) }
        #expect(throws: Never.self) { try head("/", hosts: [], isVersion10: true).request(isPlaintext: true) }
    }

    @Test(arguments: ["*", "a", "http:///a", "ftp://a/b", "/a#b"])
    func `a target that is no path is refused`(target: String) {
        #expect(throws: Refusal.self) { try head(target).request(isPlaintext: true) }
    }
}
