import Testing

@testable import Streaming

@Suite struct ChannelTranslatorTests {
    private static let all = RemoteStreams(stdin: true, stdout: true, stderr: true, tty: false)

    private func begun(_ streams: RemoteStreams = all) throws -> (ChannelTranslator, RelayOutput) {
        var translator = try #require(ChannelTranslator(streams))
        var out = RelayOutput()
        translator.begin(&out)
        return (translator, out)
    }

    private func say(_ bytes: [UInt8], _ side: RelaySide, _ translator: inout ChannelTranslator) -> RelayOutput {
        var out = RelayOutput()
        bytes.withUnsafeBytes { translator.received($0, from: side, &out) }
        return out
    }

    private func data(_ stream: UInt32, _ payload: [UInt8], isLast: Bool = false) -> [UInt8] {
        var bytes: [UInt8] = []
        SPDYFrame.appendData(stream, payload, isLast: isLast, to: &bytes)
        return bytes
    }

    private func message(_ payload: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        WebSocketFrame.append(.binary, payload, to: &bytes)
        return bytes
    }

    private func goodbye(_ code: WebSocketFrame.CloseCode) -> [UInt8] {
        var bytes: [UInt8] = []
        WebSocketFrame.appendClose(code, to: &bytes)
        return bytes
    }

    @Test func `the streams that are asked for are opened, the status first`() throws {
        func opened(_ streams: RemoteStreams) throws -> [UInt8] {
            let bytes = try begun(streams).1.toUpstream
            // Numbers of SYN_STREAM frames.
            var numbers: [UInt8] = []
            var at = 0
            while at + 12 <= bytes.count {
                #expect(bytes[at] == 0x80 && bytes[at + 3] == 1)
                numbers.append(bytes[at + 11])
                at += 8 + Int(bytes[at + 6]) << 8 + Int(bytes[at + 7])
            }
            return numbers
        }
        #expect(try opened(Self.all) == [1, 3, 5, 7])
        #expect(try opened(RemoteStreams(stdin: true, stdout: true, stderr: true, tty: true)) == [1, 3, 5, 7])
        #expect(try opened(RemoteStreams(stdin: false, stdout: true, stderr: false, tty: false)) == [1, 3])
    }

    @Test func `input goes to its stream, and its end with it`() throws {
        var (translator, _) = try begun()
        #expect(say(WebSocketReaderTests.frame(2, [0, 7, 8]), .client, &translator).toUpstream == data(3, [7, 8]))
        // The channel's number may come alone, and its data in a fragment.
        let pieces = WebSocketReaderTests.frame(2, [0], final: false) + WebSocketReaderTests.frame(0, [9])
        #expect(say(pieces, .client, &translator).toUpstream == data(3, [9]))
        #expect(
            say(WebSocketReaderTests.frame(2, [255, 0]), .client, &translator).toUpstream == data(3, [], isLast: true))
        #expect(say(WebSocketReaderTests.frame(2, [0, 1]), .client, &translator) == RelayOutput())
    }

    @Test func `what nobody asked for is dropped`() throws {
        var (translator, _) = try begun(RemoteStreams(stdin: false, stdout: true, stderr: false, tty: false))
        for payload: [UInt8] in [[0, 1], [1, 1], [3, 1], [4, 1], [9, 1], [255, 0], []] {
            #expect(say(WebSocketReaderTests.frame(2, payload), .client, &translator) == RelayOutput())
        }
    }

    @Test func `a ping is answered`() throws {
        var (translator, _) = try begun()
        let out = say(WebSocketReaderTests.frame(9, [1, 2]), .client, &translator)
        #expect(out.toClient == [0x8a, 2, 1, 2] && out.toUpstream.isEmpty)
        var ping: [UInt8] = []
        SPDYFrame.appendPing(2, to: &ping)
        #expect(say(ping, .upstream, &translator).toUpstream == ping)
    }

    @Test func `output comes on its channel, the status last of all, and then goodbye`() throws {
        var (translator, _) = try begun()
        #expect(say(data(5, [1]), .upstream, &translator).toClient == message([1, 1]))
        #expect(say(data(1, [9, 9], isLast: true), .upstream, &translator) == RelayOutput())
        #expect(say(data(7, [2], isLast: true), .upstream, &translator).toClient == message([2, 2]))
        let out = say(data(5, [3], isLast: true), .upstream, &translator)
        #expect(out.toClient == message([1, 3]) + message([3, 9, 9]) + goodbye(.normal))
        #expect(out.finishesClient && out.finishesUpstream)
        #expect(say(data(5, [1]), .upstream, &translator) == RelayOutput())
    }

    @Test func `an upstream that is lost is no success`() throws {
        var (translator, _) = try begun()
        var out = RelayOutput()
        translator.ended(.upstream, &out)
        #expect(out.toClient == goodbye(.internalError) && out.finishesClient)
        var (other, _) = try begun()
        _ = say(data(1, [9], isLast: true), .upstream, &other)
        out = RelayOutput()
        other.ended(.upstream, &out)
        #expect(out.toClient == message([3, 9]) + goodbye(.normal))
    }

    @Test func `a client that breaks the rules, or leaves, ends it`() throws {
        var (translator, _) = try begun()
        let broken = say(WebSocketReaderTests.frame(2, [0], isMasked: false), .client, &translator)
        #expect(broken.toClient == goodbye(.protocolError) && broken.finishesUpstream)
        var (other, _) = try begun()
        var out = RelayOutput()
        other.ended(.client, &out)
        #expect(out.toClient.isEmpty && out.finishesUpstream && out.finishesClient)
    }

    @Test func `a status is bounded`() throws {
        var (translator, _) = try begun(RemoteStreams(stdin: false, stdout: true, stderr: false, tty: false))
        for _ in 0..<10 { _ = say(data(1, [UInt8](repeating: 0x61, count: 10_000)), .upstream, &translator) }
        var out = RelayOutput()
        translator.ended(.upstream, &out)
        #expect(out.toClient.count < StreamingLimits.statusBytes + 100)
    }

    @Test func `much output is cut into frames`() throws {
        var (translator, _) = try begun()
        let payload = [UInt8](repeating: 5, count: 3 * StreamingLimits.frameBytes + 1)
        let out = say(data(5, payload), .upstream, &translator)
        #expect(out.toClient.count == payload.count + 3 * 5 + 3)
    }
}
