/// Ports as pairs of WebSocket channels (`v4.channel.k8s.io` for port-forward: 2n is the n-th port's data, 2n + 1 what
/// went wrong with it), and the SPDY streams of a kubelet. A channel's first message to the client is its port, two bytes,
/// the lower first.
struct PortTranslator: Translator {
    private let ports: [UInt16]
    private let compressor: HeaderCompressor
    private var socket = WebSocketReader()
    private var spdy = SPDYReader()
    /// Of the message that is arriving.
    private var channel: UInt8?
    private var isMessageFresh = true
    private var open: Set<UInt32> = []
    private var isOver = false

    init?(_ ports: [UInt16]) {
        guard !ports.isEmpty, ports.count <= StreamingLimits.forwardedPorts, let compressor = HeaderCompressor() else {
            return nil
        }
        self.ports = ports
        self.compressor = compressor
    }

    /// The n-th port's streams are 4n + 1, for errors, and 4n + 3.
    private func stream(_ channel: UInt8) -> UInt32? {
        guard Int(channel) / 2 < ports.count else { return nil }
        return UInt32(channel / 2) * 4 + (channel & 1 == 1 ? 1 : 3)
    }

    private func channel(_ stream: UInt32) -> UInt8? {
        guard stream & 1 == 1, Int(stream / 4) < ports.count else { return nil }
        return UInt8(stream / 4) * 2 + (stream & 3 == 1 ? 1 : 0)
    }

    mutating func begin(_ out: inout RelayOutput) {
        for (at, port) in ports.enumerated() {
            for channel in [UInt8(2 * at + 1), UInt8(2 * at)] {
                guard let number = stream(channel) else { continue }
                let block = compressor.compress([
                    ("port", String(port)), ("requestid", String(at)),
                    ("streamtype", channel & 1 == 1 ? "error" : "data"),
                ])
                SPDYFrame.appendOpen(number, block: block, to: &out.toUpstream)
                open.insert(number)
                // The error's direction is the kubelet's alone.
                if channel & 1 == 1 { SPDYFrame.appendData(number, [], isLast: true, to: &out.toUpstream) }
            }
            for channel in [UInt8(2 * at), UInt8(2 * at + 1)] {
                WebSocketFrame.append(
                    .binary, prefix: channel, [UInt8(port & 0xff), UInt8(port >> 8)], to: &out.toClient)
            }
        }
    }

    mutating func received(_ bytes: UnsafeRawBufferPointer, from side: RelaySide, _ out: inout RelayOutput) {
        guard !isOver else { return }
        switch side {
        case .client:
            var reader = socket
            reader.read(bytes) { client($0, &out) }
            socket = reader
        case .upstream:
            var reader = spdy
            reader.read(bytes) { upstream($0, &out) }
            spdy = reader
            if open.isEmpty, !isOver { finish(.normal, &out) }
        }
    }

    private mutating func client(_ event: WebSocketReader.Event, _ out: inout RelayOutput) {
        guard !isOver else { return }
        switch event {
        case .data(let piece, let isFirst, let isLast):
            if isFirst { isMessageFresh = true }
            var rest = piece[...]
            if isMessageFresh, let first = rest.popFirst() {
                isMessageFresh = false
                channel = first
            }
            if let channel, channel & 1 == 0, let number = stream(channel), !rest.isEmpty {
                SPDYFrame.appendData(number, rest, isLast: false, to: &out.toUpstream)
            }
            if isLast { channel = nil }
        case .ping(let payload): WebSocketFrame.append(.pong, payload, to: &out.toClient)
        case .pong: break
        case .close: finish(.normal, &out)
        case .broken(let code): finish(code, &out)
        }
    }

    private mutating func upstream(_ event: SPDYReader.Event, _ out: inout RelayOutput) {
        guard !isOver else { return }
        switch event {
        case .data(let number, let piece, let isLast):
            if let channel = channel(number) {
                WebSocketFrame.appendStream(prefix: channel, piece, to: &out.toClient)
            }
            if isLast { open.remove(number) }
        case .ended(let number), .reset(let number): open.remove(number)
        case .ping(let identifier):
            if identifier & 1 == 0 { SPDYFrame.appendPing(identifier, to: &out.toUpstream) }
        case .goAway: break
        case .broken: finish(.internalError, &out)
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
