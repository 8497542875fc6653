import Testing

@testable import Streaming

@Suite struct PortTranslatorTests {
    private func say(_ bytes: [UInt8], _ side: RelaySide, _ translator: inout PortTranslator) -> RelayOutput {
        var out = RelayOutput()
        bytes.withUnsafeBytes { translator.received($0, from: side, &out) }
        return out
    }

    @Test func `each port has a pair of channels and a pair of streams`() throws {
        var translator = try #require(PortTranslator([80, 8080]))
        var out = RelayOutput()
        translator.begin(&out)
        var expected: [UInt8] = []
        for (channel, port): (UInt8, [UInt8]) in [(0, [80, 0]), (1, [80, 0]), (2, [144, 31]), (3, [144, 31])] {
            WebSocketFrame.append(.binary, prefix: channel, port, to: &expected)
        }
        #expect(out.toClient == expected)
        var sent: [UInt8] = []
        SPDYFrame.appendData(7, [1, 2], isLast: false, to: &sent)
        #expect(say(WebSocketReaderTests.frame(2, [2, 1, 2]), .client, &translator).toUpstream == sent)
        #expect(say(WebSocketReaderTests.frame(2, [3, 1]), .client, &translator) == RelayOutput())
        #expect(say(WebSocketReaderTests.frame(2, [4, 1]), .client, &translator) == RelayOutput())
        var came: [UInt8] = []
        SPDYFrame.appendData(3, [9], isLast: true, to: &came)
        SPDYFrame.appendData(5, [8], isLast: true, to: &came)
        var heard: [UInt8] = []
        WebSocketFrame.append(.binary, prefix: 0, [9], to: &heard)
        WebSocketFrame.append(.binary, prefix: 3, [8], to: &heard)
        #expect(say(came, .upstream, &translator).toClient == heard)
        var end: [UInt8] = []
        SPDYFrame.appendData(1, [], isLast: true, to: &end)
        SPDYFrame.appendData(7, [], isLast: true, to: &end)
        #expect(say(end, .upstream, &translator).finishesClient)
    }

    @Test func `no ports, or more than are carried, make no relay`() {
        #expect(PortTranslator([]) == nil)
        #expect(PortTranslator([UInt16](repeating: 1, count: 65)) == nil)
    }

    @Test func `SPDY in messages is taken out and put in`() {
        var translator = TunnelTranslator()
        var out = RelayOutput()
        (WebSocketReaderTests.frame(2, [1, 2], final: false) + WebSocketReaderTests.frame(0, [3])).withUnsafeBytes {
            translator.received($0, from: .client, &out)
        }
        #expect(out.toUpstream == [1, 2, 3])
        out = RelayOutput()
        [UInt8]([7, 8]).withUnsafeBytes { translator.received($0, from: .upstream, &out) }
        #expect(out.toClient == [0x82, 2, 7, 8])
        out = RelayOutput()
        translator.ended(.upstream, &out)
        #expect(out.finishesClient && out.toClient == [0x88, 2, 3, 232])
    }
}
