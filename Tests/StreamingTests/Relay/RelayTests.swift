import HTTP2
import Reactor
import Testing

@testable import Streaming

@Suite struct RelayTests {
    /// An end that takes nothing until it is told to.
    final class End: Tunnel {
        let loop: EventLoop
        var takes = true
        var sent: [UInt8] = []
        var pendingBytes = 0
        var isReading = true
        var isFinished = false

        init(_ loop: EventLoop) { self.loop = loop }

        func send(_ bytes: UnsafeRawBufferPointer) {
            sent += bytes
            if !takes { pendingBytes += bytes.count }
        }
        func setReading(_ reads: Bool) { isReading = reads }
        func finish() { isFinished = true }
        func abort() { isFinished = true }
    }

    private func joined() throws -> (Relay, client: End, upstream: End) {
        let loop = try EventLoop()
        let relay = Relay.passingThrough()
        let (client, upstream) = (End(loop), End(loop))
        relay.begin(client: client, upstream: upstream)
        return (relay, client, upstream)
    }

    private func tell(_ bytes: [UInt8], _ ear: any TunnelDelegate) {
        bytes.withUnsafeBytes { ear.tunnelReceived($0) }
    }

    @Test func `bytes pass both ways`() throws {
        let (relay, client, upstream) = try joined()
        tell([1, 2], relay.clientEar)
        tell([3], relay.upstreamEar)
        #expect(upstream.sent == [1, 2] && client.sent == [3])
        #expect(client.isReading && upstream.isReading)
    }

    @Test func `who is not read is waited for, and the other direction goes on`() throws {
        let (relay, client, upstream) = try joined()
        upstream.takes = false
        // A whole read, and what encryption adds to it.
        tell([UInt8](repeating: 1, count: 66_000), relay.clientEar)
        #expect(!client.isReading, "the client waits for the upstream")
        #expect(upstream.isReading, "the upstream may still say that it has ended")
        tell([9], relay.upstreamEar)
        #expect(client.sent == [9])
        upstream.pendingBytes = 0
        relay.upstreamEar.tunnelDrained()
        #expect(client.isReading)
    }

    @Test func `who floods and does not read is not read either`() throws {
        let (relay, client, upstream) = try joined()
        client.pendingBytes = StreamingLimits.replyBytes + 1
        relay.clientEar.tunnelDrained()
        #expect(!client.isReading && !upstream.isReading)
    }

    @Test func `the end of one is the end of both`() throws {
        for isClient in [true, false] {
            let (relay, client, upstream) = try joined()
            let ear = isClient ? relay.clientEar : relay.upstreamEar
            ear.tunnelReceivedEnd()
            #expect(client.isFinished && upstream.isFinished)
            ear.tunnelClosed()
            tell([1], relay.clientEar)
            #expect(upstream.sent.isEmpty)
        }
    }
}
