import CLinux
import Glibc
import Synchronization

/// What the owner of a connection hears. All calls come on the connection's loop; none comes after `transportClosed`.
public protocol TransportDelegate: AnyObject {
    /// Connected, and the TLS handshake (if any) is done.
    func transportEstablished()
    /// Bytes arrived. They are valid during the call only.
    func transportReceived(_ bytes: UnsafeRawBufferPointer)
    /// The peer will send no more.
    func transportReceivedEnd()
    /// All that was pending has been taken by the socket.
    func transportDrained()
    /// The connection is gone. Nil: in order, or because this side asked for it.
    func transportClosed(_ error: ReactorError?)
}

/// A connection: a socket, TLS on it or not, and what the socket has not taken yet. Belongs to its loop.
public final class Transport: ReadinessHandler {
    private enum Phase {
        case connecting
        case handshaking
        case open
        /// Our half is closed; waiting for the peer's end.
        case lingering
        case closed
    }

    public let loop: EventLoop
    private let descriptor: Int32
    private var tls: TLSSession?
    private var phase: Phase
    private var registration: Registration?
    private var interest: Readiness = .readable
    /// Until it has heard that the connection is closed. Not weak: that makes an object slower to hold at every touch.
    private var delegate: (any TransportDelegate)?
    /// What the socket did not take, from `pendingStart` on.
    private var pending: [UInt8] = []
    private var pendingStart = 0
    private var closesWhenDrained = false
    private var isReading = true
    /// What a peer said before it broke the connection is told to its end, though nobody reads just now. For who passes
    /// on what it reads, and reads no faster than that goes.
    public var readsToTheEnd = false
    /// What the owner is to hear when an orderly close is done.
    private var closeError: ReactorError?

    public let isTLS: Bool
    /// What ALPN settled on.
    public private(set) var applicationProtocol: String?
    /// Whom the peer's certificate names.
    public private(set) var peer: CertificateSubject?
    /// Bytes written (after encryption) and read (before decryption is not seen: plain bytes) so far.
    public private(set) var bytesSent = 0
    public private(set) var bytesReceived = 0

    /// An accepted connection. Call `start` next.
    public init(_ socket: AcceptedSocket, tls context: TLSContext?, delegate: any TransportDelegate)
        throws(ReactorError)
    {
        loop = socket.loop
        descriptor = socket.take()
        self.delegate = delegate
        isTLS = context != nil
        phase = .handshaking
        do throws(ReactorError) {
            if let context {
                tls = try TLSSession(
                    context, descriptor: descriptor, output: loop.buffers.cipher, client: .none)
            }
            registration = try loop.register(descriptor, for: interest, self)
        } catch {
            // deinit does not run for an object that was never whole; give the socket back here.
            _ = close(descriptor)
            loop.connections.subtract(1, ordering: .relaxed)
            throw error
        }
    }

    /// A connection that is being made; `host` is for SNI and the check of the certificate.
    init(
        connecting descriptor: Int32, loop: EventLoop, host: String?, tls context: TLSContext?,
        delegate: any TransportDelegate
    ) throws(ReactorError) {
        self.loop = loop
        self.descriptor = descriptor
        self.delegate = delegate
        isTLS = context != nil
        phase = .connecting
        interest = .writable
        loop.connections.add(1, ordering: .relaxed)
        do throws(ReactorError) {
            if let context {
                tls = try TLSSession(
                    context, descriptor: descriptor, output: loop.buffers.cipher, client: .some(host))
            }
            registration = try loop.register(descriptor, for: interest, self)
        } catch {
            _ = close(descriptor)
            loop.connections.subtract(1, ordering: .relaxed)
            throw error
        }
    }

    /// For an accepted connection: begins. A plain one is established at once.
    public func start() {
        if phase == .handshaking { shakeHands() }
    }

    /// Another one hears from now on what happens. On the loop.
    public func handOver(to delegate: any TransportDelegate) {
        guard phase != .closed else { return }
        self.delegate = delegate
    }

    /// Tells the delegate of bytes that arrived for the one before it.
    public func redeliver(_ bytes: UnsafeRawBufferPointer) {
        guard phase == .open, !bytes.isEmpty else { return }
        delegate?.transportReceived(bytes)
    }

    /// Has the kernel ask after a peer that is silent, and give it up when it does not answer: for protocols that have
    /// no question of their own. A peer that lost its power would be held for good otherwise.
    public func keepAlive(idleSeconds: Int, intervalSeconds: Int, probes: Int) {
        guard phase != .closed else { return }
        Socket.set(descriptor, SOL_SOCKET, SO_KEEPALIVE, 1)
        // A unix socket has none of these, and needs none: it refuses, and its peers do not vanish.
        Socket.set(descriptor, Int32(IPPROTO_TCP), TCP_KEEPIDLE, Int32(clamping: max(1, idleSeconds)))
        Socket.set(descriptor, Int32(IPPROTO_TCP), TCP_KEEPINTVL, Int32(clamping: max(1, intervalSeconds)))
        Socket.set(descriptor, Int32(IPPROTO_TCP), TCP_KEEPCNT, Int32(clamping: max(1, probes)))
    }

    // MARK: Reading

    public func becameReady(_ readiness: Readiness) {
        switch phase {
        case .connecting: finishConnecting()
        case .handshaking: shakeHands()
        case .open where readsToTheEnd && readiness.contains(.hangup): hungUp()
        case .open, .lingering:
            if readiness.contains(.writable) { sendPending() }
            if isReading {
                if !readiness.isDisjoint(with: [.readable, .hangup]) { receive() }
            } else if readiness.contains(.hangup) {
                // Both halves are closed, and nobody reads: the kernel would report it again and again.
                closeNow(nil)
            }
        case .closed: break
        }
    }

    /// The peer has broken the connection: nothing can be sent, and what it said before waits in the kernel.
    private func hungUp() {
        pending = []
        pendingStart = 0
        if isReading { return receive() }
        // The kernel would report it again and again; `setReading` asks it anew.
        if let registration { loop.deregister(registration) }
        registration = nil
    }

    private func finishConnecting() {
        let error = Socket.pendingError(descriptor)
        guard error == 0 else { return fail(ReactorError(.cannotConnect, "cannot connect", errno: error)) }
        phase = .handshaking
        watch(.readable)
        shakeHands()
    }

    private func shakeHands() {
        guard let tls else { return becameOpen() }
        loop.buffers.cipher.removeAll()
        let progress = tls.handshake()
        sendCipher()
        guard phase == .handshaking else { return }
        switch progress {
        case .needsInput: break
        case .plainHTTP: refusePlainHTTP()
        case .failed(let message): fail(ReactorError(.handshakeFailed, message))
        case .done:
            applicationProtocol = tls.applicationProtocol
            peer = tls.peer
            becameOpen()
            // What came with the last handshake message waits inside OpenSSL, of which the socket will not tell.
            if phase == .open, tls.hasBuffered { receive() }
        }
    }

    /// Somebody typed `http` for `https`: told in their own protocol, since no other would be understood.
    private func refusePlainHTTP() {
        tls = nil
        phase = .open
        closeError = ReactorError(.handshakeFailed, "the peer speaks plain HTTP")
        let text = "This port speaks TLS: use https.\n"
        let answer =
            "HTTP/1.0 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\n"
            + "Content-Length: \(text.utf8.count)\r\nConnection: close\r\n\r\n\(text)"
        Array(answer.utf8).withUnsafeBytes { put($0) }
        finish()
    }

    private func becameOpen() {
        phase = .open
        delegate?.transportEstablished()
    }

    private func receive() {
        let buffer = loop.buffers.inbound
        for _ in 0..<ReactorLimits.readsPerWake {
            guard isReading, phase == .open || phase == .lingering else { return }
            switch arrival(buffer) {
            case .bytes(let count):
                bytesReceived &+= count
                if phase == .open {
                    delegate?.transportReceived(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
                }
                // A short read of a plain socket has emptied it.
                if tls == nil, count < buffer.count { return }
            case .needsInput: return
            case .ended:
                if phase == .lingering { return closeNow(nil) }
                watch(interest.subtracting(.readable))
                isReading = false
                delegate?.transportReceivedEnd()
                return
            case .failed(let message):
                return fail(ReactorError(.connectionLost, message))
            }
        }
        if let tls, tls.hasBuffered {
            let bound = LoopBound(self, loop: loop)
            loop.execute { bound.value.receive() }
        }
    }

    private func arrival(_ buffer: UnsafeMutableRawBufferPointer) -> TLSSession.Arrival {
        if let tls { return tls.read(into: buffer) }
        let count = clinux_recv(descriptor, buffer.baseAddress, buffer.count)
        if count > 0 { return .bytes(count) }
        if count == 0 { return .ended }
        return count == -Int(EAGAIN) ? .needsInput : .failed(String(cString: strerror(Int32(-count))))
    }

    // MARK: Writing

    /// Bytes that the socket has not taken. While it is not 0, `send` still takes more, but a producer should wait for
    /// `transportDrained`.
    public var pendingBytes: Int { pending.count - pendingStart }

    public var isClosed: Bool { phase == .closed }
    /// Whether `send` does anything.
    public var isOpen: Bool { phase == .open }

    /// Sends bytes: as many as the socket takes at once, the rest as it takes them.
    public func send(_ bytes: UnsafeRawBufferPointer) {
        guard phase == .open, !bytes.isEmpty else { return }
        guard let tls else { return put(bytes) }
        loop.buffers.cipher.removeAll()
        guard tls.write(bytes) else { return fail(ReactorError(.connectionLost, "TLS: cannot encrypt")) }
        sendCipher()
    }

    private func sendCipher() {
        let cipher = loop.buffers.cipher
        put(cipher.bytes)
        cipher.removeAll()
    }

    private func put(_ bytes: UnsafeRawBufferPointer) {
        guard !bytes.isEmpty else { return }
        var rest = bytes
        while pendingBytes == 0, !rest.isEmpty {
            let sent = clinux_send(descriptor, rest.baseAddress, rest.count)
            if sent == -Int(EAGAIN) { break }
            guard sent >= 0 else { return lost(Int32(-sent)) }
            bytesSent &+= sent
            rest = UnsafeRawBufferPointer(rebasing: rest[sent...])
        }
        guard !rest.isEmpty else { return }
        pending.append(contentsOf: rest)
        watch(interest.union(.writable))
    }

    private func sendPending() {
        while pendingBytes > 0 {
            let sent = pending.withUnsafeBytes { bytes in
                let rest = UnsafeRawBufferPointer(rebasing: bytes[pendingStart...])
                return clinux_send(descriptor, rest.baseAddress, rest.count)
            }
            if sent == -Int(EAGAIN) { return }
            guard sent >= 0 else { return lost(Int32(-sent)) }
            bytesSent &+= sent
            pendingStart += sent
        }
        pending = []
        pendingStart = 0
        watch(interest.subtracting(.writable))
        if closesWhenDrained { return finishWriting() }
        if phase == .open { delegate?.transportDrained() }
    }

    private func lost(_ number: Int32) {
        fail(ReactorError(.connectionLost, "connection lost", errno: number))
    }

    private func watch(_ wanted: Readiness) {
        guard wanted != interest, let registration else { return }
        interest = wanted
        loop.update(registration, for: wanted)
    }

    /// Stops or goes on reading: what the peer sends meanwhile stays in the kernel and fills its window.
    public func setReading(_ reads: Bool) {
        guard reads != isReading, phase == .open else { return }
        isReading = reads
        if registration == nil, reads { registration = try? loop.register(descriptor, for: interest, self) }
        watch(reads ? interest.union(.readable) : interest.subtracting(.readable))
        if reads, let tls, tls.hasBuffered {
            let bound = LoopBound(self, loop: loop)
            loop.execute { bound.value.receive() }
        }
    }

    // MARK: The end

    /// Sends what is pending, closes this half (close_notify and FIN), waits shortly for the peer's end, and closes.
    /// A close without that could destroy bytes that the peer has not read yet.
    public func finish() {
        guard phase == .open, !closesWhenDrained else {
            if phase == .connecting || phase == .handshaking { closeNow(nil) }
            return
        }
        closesWhenDrained = true
        if let tls {
            loop.buffers.cipher.removeAll()
            tls.finish()
            sendCipher()
        }
        if phase == .open, pendingBytes == 0 { finishWriting() }
    }

    private func finishWriting() {
        guard phase == .open else { return }
        phase = .lingering
        _ = shutdown(descriptor, Int32(SHUT_WR))
        let bound = LoopBound(self, loop: loop)
        loop.schedule(afterMilliseconds: ReactorLimits.lingerMilliseconds) { bound.value.closeNow(nil) }
        if isReading { watch(.readable) } else { closeNow(nil) }
    }

    /// Closes at once.
    public func abort(_ error: ReactorError? = nil) { closeNow(error) }

    private func fail(_ error: ReactorError) { closeNow(error) }

    public func loopEnds() { closeNow(nil) }

    private func closeNow(_ error: ReactorError?) {
        guard phase != .closed else { return }
        phase = .closed
        if let registration { loop.deregister(registration) }
        registration = nil
        _ = close(descriptor)
        loop.connections.subtract(1, ordering: .relaxed)
        pending = []
        pendingStart = 0
        let delegate = self.delegate
        self.delegate = nil
        delegate?.transportClosed(error ?? closeError)
    }
}
