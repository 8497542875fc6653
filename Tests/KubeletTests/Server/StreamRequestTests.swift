import Reactor
import Streaming
import Testing

@testable import Kubelet

@Suite struct StreamRequestTests {
    private func request(_ method: String, _ path: String) -> NodeRequest {
        NodeRequest(method: method, path: path, now: Moment(milliseconds: 0))
    }

    @Test func `exec names its container, its command and its streams`() {
        let wanted = StreamRequest.exec(
            namespace: "a", pod: "b", container: "c", command: ["sh", "-c", "echo a b&c"],
            RemoteStreams(stdin: true, stdout: true, stderr: false, tty: true))
        for method in ["GET", "POST"] {
            #expect(
                request(
                    method, "/exec/a/b/c?command=sh&command=-c&command=echo%20a+b%26c&input=1&output=1&error=1&tty=1")
                    == .stream(wanted))
        }
    }

    @Test func `ports may be named, or not`() {
        #expect(request("POST", "/portForward/a/b") == .stream(.portForward(namespace: "a", pod: "b", ports: [])))
        #expect(
            request("POST", "/portForward/a/b?port=80&ports=1,2")
                == .stream(.portForward(namespace: "a", pod: "b", ports: [80, 1, 2])))
    }

    @Test(arguments: [
        ("POST", "/exec/a/b/c?output=1", 400), ("POST", "/exec/a/b/c?command=x", 400),
        ("POST", "/exec/a/b?command=x&output=1", 400), ("POST", "/exec/a/%2e%2e/c?command=x&output=1", 400),
        ("POST", "/portForward/a/b?port=0", 400), ("POST", "/portForward/a/b?port=70000", 400),
        ("DELETE", "/exec/a/b/c?command=x&output=1", 405),
    ])
    func `what makes no sense is refused`(method: String, path: String, status: Int) {
        guard case .refused(status, _) = request(method, path) else {
            Issue.record("\(request(method, path))")
            return
        }
    }

    @Test func `a runtime's address is read`() throws {
        let url = try #require(RuntimeURL("http://127.0.0.1:40001/exec/token"))
        #expect(url.endpoint == .tcp(host: "127.0.0.1", port: 40001))
        #expect(url.authority == "127.0.0.1:40001" && url.path == "/exec/token")
        #expect(RuntimeURL("http://[::1]:1/")?.endpoint == .tcp(host: "::1", port: 1))
        #expect(RuntimeURL("http://0.0.0.0:1")?.endpoint == .tcp(host: "127.0.0.1", port: 1))
        for text in ["https://a/b", "http://", "http://:1/a", "http://a:0/", "http://a:99999/", "http://a/b c"] {
            #expect(RuntimeURL(text) == nil)
        }
    }
}
