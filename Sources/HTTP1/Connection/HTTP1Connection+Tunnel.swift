internal import HTTP2
internal import Reactor

/// A connection that has left HTTP. It stays the shard's, so that it is counted, and cut when the server ends.
extension HTTP1Connection: Tunnel {
    func upgrade(_ headers: HeaderFields, to delegate: any TunnelDelegate) -> (any Tunnel)? {
        guard let transport, transport.isOpen, !hasPeerEnded, case .held = input else {
            // Whoever asked has hung up meanwhile: there is nobody to answer.
            abort()
            return nil
        }
        AnswerHead.upgrade(headers).withUnsafeBytes { transport.send($0) }
        input = .tunnelled(delegate)
        clock.upgraded()
        // What came behind the request belongs to the other protocol; its delegate is not to hear of it before it has
        // the tunnel.
        let bound = LoopBound(self, loop: loop)
        loop.execute { bound.value.release() }
        return self
    }

    var pendingBytes: Int { transport?.pendingBytes ?? 0 }

    func send(_ bytes: UnsafeRawBufferPointer) {
        transport?.send(bytes)
        countSent()
    }

    func setReading(_ reads: Bool) { transport?.setReading(reads) }

    func finish() { transport?.finish() }
}
