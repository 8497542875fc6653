/// A client's WebSocket channels (`v4.channel.k8s.io`, `v5.channel.k8s.io`), each message with its channel's number in
/// front, and the SPDY streams of a kubelet: standard input, output and error, a status, and the terminal's size.
struct ChannelTranslator: Translator {
    private enum Channel: UInt8 {
        case stdin = 0
        case stdout = 1
        case stderr = 2
        case status = 3
        case resize = 4
        /// Its payload names channels that the client has closed (version 5).
        case close = 255
    }

    private let streams: RemoteStreams
    private let compressor: HeaderCompressor
    private var socket = WebSocketReader()
    private var spdy = SPDYReader()
    /// The SPDY streams by their channels, and which of them the kubelet has not ended.
    private var numbers: [Channel: UInt32] = [:]
    private var open: Set<UInt32> = []
    /// Of the message that is arriving.
    private var channel: Channel?
    private var isMessageFresh = true
    private var isStdinClosed = false
    private var status: [UInt8] = []
    private var hasSentStatus = false
    private var isOver = false

    init?(_ streams: RemoteStreams) {
        guard let compressor = HeaderCompressor() else { return nil }
        self.compressor = compressor
        self.streams = streams
    }

    mutating func begin(_ out: inout RelayOutput) {
        var wanted: [(Channel, String)] = [(.status, "error")]
        if streams.stdin { wanted.append((.stdin, "stdin")) }
        if streams.stdout { wanted.append((.stdout, "stdout")) }
        if streams.stderr { wanted.append((.stderr, "stderr")) }
        if streams.tty { wanted.append((.resize, "resize")) }
        for (at, (channel, type)) in wanted.enumerated() {
            let number = UInt32(2 * at + 1)
            numbers[channel] = number
            if channel != .stdin && channel != .resize { open.insert(number) }
            SPDYFrame.appendOpen(number, block: compressor.compress([("streamtype", type)]), to: &out.toUpstream)
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
            endIfDone(&out)
        }
    }

    mutating func ended(_ side: RelaySide, _ out: inout RelayOutput) {
        guard !isOver else { return }
        switch side {
        case .client: finish(nil, &out)
        // A status that came whole says how it went; else nobody knows.
        case .upstream: finish(status.isEmpty && !hasSentStatus ? .internalError : .normal, &out)
        }
    }

    // MARK: Client

    private mutating func client(_ event: WebSocketReader.Event, _ out: inout RelayOutput) {
        guard !isOver else { return }
        switch event {
        case .data(let piece, let isFirst, let isLast):
            if isFirst { isMessageFresh = true }
            var rest = piece[...]
            if isMessageFresh, let first = rest.popFirst() {
                isMessageFresh = false
                channel = Channel(rawValue: first)
            }
            data(rest, &out)
            if isLast { channel = nil }
        case .ping(let payload): WebSocketFrame.append(.pong, payload, to: &out.toClient)
        case .pong: break
        case .close: finish(.normal, &out)
        case .broken(let code): finish(code, &out)
        }
    }

    /// Data of a channel that was not asked for, or that nobody sends on, is legal noise: upstream's servers drop it too.
    private mutating func data(_ payload: ArraySlice<UInt8>, _ out: inout RelayOutput) {
        switch channel {
        case .stdin:
            guard let number = numbers[.stdin], !isStdinClosed, !payload.isEmpty else { return }
            SPDYFrame.appendData(number, payload, isLast: false, to: &out.toUpstream)
        case .resize:
            guard let number = numbers[.resize], !payload.isEmpty else { return }
            SPDYFrame.appendData(number, payload, isLast: false, to: &out.toUpstream)
        case .close:
            guard payload.contains(Channel.stdin.rawValue), let number = numbers[.stdin], !isStdinClosed else { return }
            isStdinClosed = true
            SPDYFrame.appendData(number, [], isLast: true, to: &out.toUpstream)
        case .stdout, .stderr, .status, nil: break
        }
    }

    // MARK: Kubelet

    private mutating func upstream(_ event: SPDYReader.Event, _ out: inout RelayOutput) {
        guard !isOver else { return }
        switch event {
        case .data(let number, let piece, let isLast):
            if number == numbers[.status] {
                status += piece.prefix(max(0, StreamingLimits.statusBytes - status.count))
            } else if let channel = [Channel.stdout, .stderr].first(where: { numbers[$0] == number }) {
                WebSocketFrame.appendStream(prefix: channel.rawValue, piece, to: &out.toClient)
            }
            if isLast { ended(number, &out) }
        case .ended(let number): ended(number, &out)
        case .reset(let number):
            // The container has closed its input, or will not have it.
            if number == numbers[.stdin] { isStdinClosed = true }
            if number == numbers[.resize] { numbers[.resize] = nil }
            ended(number, &out)
        case .ping(let identifier):
            // Odd ones are answers, to pings that were never sent.
            if identifier & 1 == 0 { SPDYFrame.appendPing(identifier, to: &out.toUpstream) }
        case .goAway: break
        case .broken: finish(.internalError, &out)
        }
    }

    private mutating func ended(_ number: UInt32, _ out: inout RelayOutput) {
        open.remove(number)
    }

    private mutating func endIfDone(_ out: inout RelayOutput) {
        if open.isEmpty, !isOver { finish(.normal, &out) }
    }

    /// The status, if there is one, then goodbye. Status comes behind all output, so that it is the last that is heard.
    private mutating func finish(_ code: WebSocketFrame.CloseCode?, _ out: inout RelayOutput) {
        isOver = true
        if let code {
            if !status.isEmpty, !hasSentStatus {
                hasSentStatus = true
                WebSocketFrame.append(.binary, prefix: Channel.status.rawValue, status, to: &out.toClient)
            }
            WebSocketFrame.appendClose(code, to: &out.toClient)
        }
        out.finishBoth()
    }
}
