package import HTTP2

/// Carries bytes between a client and who serves it, through a translator. Nothing is read of one side while the other
/// does not take what was read, so a relay holds a read's worth of bytes, however fast one of them is. Belongs to a loop.
package final class Relay {
    /// One side's ear.
    private final class Ear: TunnelDelegate {
        let relay: Relay
        let side: RelaySide
        init(_ relay: Relay, _ side: RelaySide) {
            self.relay = relay
            self.side = side
        }
        func tunnelReceived(_ bytes: UnsafeRawBufferPointer) { relay.received(bytes, side) }
        func tunnelReceivedEnd() { relay.ended(side) }
        func tunnelDrained() { relay.throttle() }
        func tunnelClosed() { relay.closed(side) }
    }

    private var translator: any Translator
    private var client: (any Tunnel)?
    private var upstream: (any Tunnel)?
    private var isFinishing: (client: Bool, upstream: Bool) = (false, false)

    init(_ translator: any Translator) { self.translator = translator }

    /// What the client's tunnel tells, and the upstream's.
    package var clientEar: any TunnelDelegate { Ear(self, .client) }
    package var upstreamEar: any TunnelDelegate { Ear(self, .upstream) }

    /// Both ends are there. Called before either tells anything.
    package func begin(client: any Tunnel, upstream: any Tunnel) {
        self.client = client
        self.upstream = upstream
        var out = RelayOutput()
        translator.begin(&out)
        carryOut(out)
    }

    private func received(_ bytes: UnsafeRawBufferPointer, _ side: RelaySide) {
        guard !(side == .client ? isFinishing.client : isFinishing.upstream) else { return }
        var out = RelayOutput()
        translator.received(bytes, from: side, &out)
        carryOut(out)
    }

    private func ended(_ side: RelaySide) {
        var out = RelayOutput()
        translator.ended(side, &out)
        carryOut(out)
    }

    private func closed(_ side: RelaySide) {
        switch side {
        case .client: client = nil
        case .upstream: upstream = nil
        }
        // What the upstream said last still goes to the client.
        var out = RelayOutput()
        translator.ended(side, &out)
        out.finishBoth()
        carryOut(out)
    }

    private func carryOut(_ out: RelayOutput) {
        if !out.toClient.isEmpty, !isFinishing.client { out.toClient.withUnsafeBytes { client?.send($0) } }
        if !out.toUpstream.isEmpty, !isFinishing.upstream { out.toUpstream.withUnsafeBytes { upstream?.send($0) } }
        if out.finishesClient, !isFinishing.client {
            isFinishing.client = true
            client?.finish()
        }
        if out.finishesUpstream, !isFinishing.upstream {
            isFinishing.upstream = true
            upstream?.finish()
        }
        throttle()
    }

    /// Each side is read as long as the other takes what it says, and it takes the answers to its own pings.
    private func throttle() {
        let forClient = client?.pendingBytes ?? 0
        let forUpstream = upstream?.pendingBytes ?? 0
        client?.setReading(isFinishing.client || (forUpstream == 0 && forClient <= StreamingLimits.replyBytes))
        upstream?.setReading(isFinishing.upstream || (forClient == 0 && forUpstream <= StreamingLimits.replyBytes))
    }
}
