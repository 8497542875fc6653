/// SPDY that a client sends as the payload of WebSocket messages (`SPDY/3.1+portforward.k8s.io`): taken out, and put in.
struct TunnelTranslator: Translator {
    private var socket = WebSocketReader()
    private var isOver = false

    init() {}

    mutating func begin(_ out: inout RelayOutput) {}

    mutating func received(_ bytes: UnsafeRawBufferPointer, from side: RelaySide, _ out: inout RelayOutput) {
        guard !isOver else { return }
        switch side {
        case .client:
            var reader = socket
            reader.read(bytes) { client($0, &out) }
            socket = reader
        case .upstream:
            WebSocketFrame.appendStream([UInt8](bytes), to: &out.toClient)
        }
    }

    private mutating func client(_ event: WebSocketReader.Event, _ out: inout RelayOutput) {
        guard !isOver else { return }
        switch event {
        case .data(let piece, _, _): out.toUpstream += piece
        case .ping(let payload): WebSocketFrame.append(.pong, payload, to: &out.toClient)
        case .pong: break
        case .close: finish(.normal, &out)
        case .broken(let code): finish(code, &out)
        }
    }

    mutating func ended(_ side: RelaySide, _ out: inout RelayOutput) {
        guard !isOver else { return }
        finish(side == .client ? nil : .normal, &out)
    }

    private mutating func finish(_ code: WebSocketFrame.CloseCode?, _ out: inout RelayOutput) {
        isOver = true
        out.finishBoth(closing: code)
    }
}
