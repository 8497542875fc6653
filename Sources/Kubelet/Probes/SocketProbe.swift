internal import Reactor

/// A TCP connection, or one HTTP/1.1 request over it: what `tcpSocket` and `httpGet` probes do. Any status from 200 to
/// 399 is a success; a certificate is not checked, as the probe asks whether the container answers, not who it is.
final class SocketProbe: TransportDelegate, @unchecked Sendable {
    // Unchecked: its fields are touched on the loop only.
    private let loop: EventLoop
    private let request: [UInt8]?
    private var completion: ((ProbeAnswer) -> Void)?
    private var transport: Transport?
    private var timer: LoopTimer?
    private var received: [UInt8] = []

    /// - Parameter request: nil: connecting is enough.
    private init(loop: EventLoop, request: [UInt8]?, completion: @escaping (ProbeAnswer) -> Void) {
        self.loop = loop
        self.request = request
        self.completion = completion
    }

    static func tcp(host: String, port: Int, timeoutMilliseconds: Int, loop: EventLoop) async -> ProbeAnswer {
        await ask(host, port, nil, nil, timeoutMilliseconds, loop)
    }

    static func http(
        host: String, port: Int, path: String, isTLS: Bool, headers: [(String, String)], timeoutMilliseconds: Int,
        loop: EventLoop
    ) async -> ProbeAnswer {
        var tls: TLSContext?
        if isTLS {
            do throws(ReactorError) {
                tls = try TLSContext(
                    client: TLSClientConfiguration(verification: .none, applicationProtocols: ["http/1.1"]))
            } catch {
                return ProbeAnswer(isSuccess: false, message: error.message)
            }
        }
        let authority = host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        var text = "GET \(path) HTTP/1.1\r\n"
        if !headers.contains(where: { $0.0.lowercased() == "host" }) { text += "Host: \(authority)\r\n" }
        if !headers.contains(where: { $0.0.lowercased() == "user-agent" }) { text += "User-Agent: kube-probe/1.36\r\n" }
        if !headers.contains(where: { $0.0.lowercased() == "accept" }) { text += "Accept: */*\r\n" }
        for (name, value) in headers { text += "\(name): \(value)\r\n" }
        text += "Connection: close\r\n\r\n"
        return await ask(host, port, tls, Array(text.utf8), timeoutMilliseconds, loop)
    }

    private static func ask(
        _ host: String, _ port: Int, _ tls: TLSContext?, _ request: [UInt8]?, _ milliseconds: Int, _ loop: EventLoop
    ) async -> ProbeAnswer {
        await withCheckedContinuation { continuation in
            loop.execute {
                let probe = SocketProbe(loop: loop, request: request) { continuation.resume(returning: $0) }
                probe.begin(.tcp(host: host, port: port), tls, milliseconds)
            }
        }
    }

    private func begin(_ endpoint: Endpoint, _ tls: TLSContext?, _ milliseconds: Int) {
        timer = loop.schedule(afterMilliseconds: milliseconds) {
            self.end(ProbeAnswer(isSuccess: false, message: "no answer from \(endpoint) within \(milliseconds) ms"))
        }
        Connector.resolve(endpoint, on: loop) { [self] result in
            guard completion != nil else { return }
            do throws(ReactorError) {
                transport = try Connector.connect(try result.get(), at: 0, tls: tls, on: loop, delegate: self)
            } catch {
                end(ProbeAnswer(isSuccess: false, message: "\(endpoint): \(error.message)"))
            }
        }
    }

    private func end(_ answer: ProbeAnswer) {
        guard let completion else { return }
        self.completion = nil
        timer?.cancel()
        transport?.abort()
        transport = nil
        completion(answer)
    }

    func transportEstablished() {
        guard let request else { return end(ProbeAnswer(isSuccess: true)) }
        request.withUnsafeBytes { transport?.send($0) }
    }

    func transportReceived(_ bytes: UnsafeRawBufferPointer) {
        guard received.count < KubeletLimits.probeHeadBytes else { return }
        received.append(contentsOf: bytes.prefix(KubeletLimits.probeHeadBytes - received.count))
        guard let lineEnd = received.firstIndex(of: UInt8(ascii: "\n")) else { return }
        end(Self.judge(statusLine: received[..<lineEnd]))
    }

    /// `HTTP/1.1 200 OK`.
    static func judge(statusLine: ArraySlice<UInt8>) -> ProbeAnswer {
        let parts = String(decoding: statusLine, as: UTF8.self).split(separator: " ", maxSplits: 2)
        guard parts.count >= 2, parts[0].hasPrefix("HTTP/1."), let status = Int(parts[1]) else {
            return ProbeAnswer(isSuccess: false, message: "the answer is not HTTP")
        }
        if (200..<400).contains(status) { return ProbeAnswer(isSuccess: true) }
        return ProbeAnswer(isSuccess: false, message: "HTTP probe failed with statuscode: \(status)")
    }

    func transportReceivedEnd() {
        end(ProbeAnswer(isSuccess: false, message: "the connection was closed without an answer"))
    }
    func transportDrained() {}
    func transportClosed(_ error: ReactorError?) {
        end(ProbeAnswer(isSuccess: false, message: error?.message ?? "the connection was closed"))
    }
}
