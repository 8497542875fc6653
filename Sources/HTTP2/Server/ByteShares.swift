/// What one connection holds in memory for its peer, against its own share and the server's.
package struct ByteShares {
    /// What all connections hold.
    package final class Server: Sendable {
        let requests = HeldBytes()
        let answers = HeldBytes()
    }

    private let server: Server
    private let limits: Limits
    /// Incomplete request bodies.
    private(set) var requestBytes = 0
    /// Whole answers that are not sent to the end.
    private(set) var answerBytes = 0
    /// What this peer's answers lately had.
    private var typicalBytes = 0

    package init(_ server: Server, _ limits: Limits) {
        self.server = server
        self.limits = limits
    }

    /// Takes room for a piece of a request. Returns the limit that forbids it.
    package mutating func takeForRequest(_ bytes: Int) -> LimitHit? {
        if requestBytes + bytes > limits.connectionRequestBytes { return .connectionRequestBytes }
        if server.requests.current + bytes > limits.serverRequestBytes { return .serverRequestBytes }
        requestBytes += bytes
        server.requests.add(bytes)
        return nil
    }

    package mutating func releaseRequest(_ bytes: Int) {
        requestBytes -= bytes
        server.requests.subtract(bytes)
    }

    /// Takes room for an answer. Returns the limit that forbids it; never for the connection's first.
    package mutating func takeForAnswer(_ bytes: Int) -> LimitHit? {
        if answerBytes > 0 {
            if answerBytes + bytes > limits.connectionAnswerBytes { return .connectionAnswerBytes }
            if server.answers.current + bytes > limits.serverAnswerBytes { return .serverAnswerBytes }
        }
        answerBytes += bytes
        server.answers.add(bytes)
        return nil
    }

    /// Whether answers that are not read stand in the way of more work for this peer, when those that the handler is
    /// making will be like the ones before.
    func areAnswersPiledUp(inHandler: Int) -> Bool {
        guard answerBytes > 0 || inHandler > 0 else { return false }
        let expected = inHandler.multipliedReportingOverflow(by: typicalBytes)
        return expected.overflow || expected.partialValue > limits.connectionAnswerBytes / 2 - answerBytes
    }

    /// Learns from an answer: rises at once, and sinks slowly.
    mutating func sawAnswer(_ bytes: Int) {
        typicalBytes = max(bytes, typicalBytes - typicalBytes / 8)
    }

    package mutating func releaseAnswer(_ bytes: Int) {
        answerBytes -= bytes
        server.answers.subtract(bytes)
    }
}
