/// What to send where, and whether that is the end.
struct RelayOutput: Equatable {
    var toClient: [UInt8] = []
    var toUpstream: [UInt8] = []
    /// Closed in order, behind what is to be sent.
    var finishesClient = false
    var finishesUpstream = false

    init() {}

    /// - Parameter closing: what a client that speaks WebSocket is told of the end; nil: nothing, it has gone.
    mutating func finishBoth(closing code: WebSocketFrame.CloseCode? = nil) {
        if let code { WebSocketFrame.appendClose(code, to: &toClient) }
        finishesClient = true
        finishesUpstream = true
    }
}

enum RelaySide: Sendable {
    /// Who asked.
    case client
    /// Who serves: a kubelet, or a container runtime.
    case upstream
}

/// Two ends of a relay, and what each says in the words of the other. Pure: bytes in, bytes out.
protocol Translator {
    /// What is said before anybody has spoken.
    mutating func begin(_ out: inout RelayOutput)
    mutating func received(_ bytes: UnsafeRawBufferPointer, from side: RelaySide, _ out: inout RelayOutput)
    /// That side will send no more.
    mutating func ended(_ side: RelaySide, _ out: inout RelayOutput)
}

/// Both ends speak alike: bytes pass as they are.
struct PassThrough: Translator {
    mutating func begin(_ out: inout RelayOutput) {}

    mutating func received(_ bytes: UnsafeRawBufferPointer, from side: RelaySide, _ out: inout RelayOutput) {
        switch side {
        case .client: out.toUpstream.append(contentsOf: bytes)
        case .upstream: out.toClient.append(contentsOf: bytes)
        }
    }

    /// The protocols that pass here say for themselves which half is closed: who hangs up is gone.
    mutating func ended(_ side: RelaySide, _ out: inout RelayOutput) { out.finishBoth() }
}
