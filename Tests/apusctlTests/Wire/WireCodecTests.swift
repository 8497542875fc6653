import Client
import Objects
import Testing
import TestSupport
@testable import apusctl

@Suite("Binary objects can be looked into and made")
struct WireCodecTests {
    private let pod =
        #"{"kind":"Pod","apiVersion":"v1","metadata":{"name":"a","labels":{"x":"y"}},"spec":{"containers":[{"name":"c","image":"i"}]}}"#

    private func parse(_ text: String) throws -> Value { try FreeValue.parse(Array(text.utf8)) }
    private func name(_ value: Value) -> String? { value[member: "metadata"]?[member: "name"]?.text }

    @Test("A stored object comes back as it was, and again as the same bytes")
    func stored() throws {
        let codec = WireCodec()
        let bytes = try codec.encode(try parse(pod))
        #expect(bytes.starts(with: Envelope.magic))
        let values = try codec.decode(bytes)
        #expect(values.count == 1)
        #expect(try codec.encode(values[0]) == bytes)
        #expect(name(values[0]) == "a")
    }

    @Test("Objects are found between keys and line ends")
    func listing() throws {
        let codec = WireCodec()
        let one = try codec.encode(try parse(pod))
        let two = try codec.encode(try parse(pod.replacing("\"name\":\"a\"", with: "\"name\":\"b\"")))
        #expect(try codec.decode(one + [0x0a]).map { name($0) } == ["a"])
        let listing =
            Array("/registry/pods/default/a\n".utf8) + one + Array("\n/registry/pods/default/b\n".utf8) + two + [0x0a]
        #expect(try codec.decode(listing).map { name($0) } == ["a", "b"])
    }

    @Test("Messages of the binary face, framed and not, with their objects shown")
    func messages() throws {
        var codec = WireCodec()
        codec.message = try WireMessage.named("WatchResponse")
        codec.object = try WireMessage.named("pods").type
        let value = try parse(#"{"events":[{"type":1,"revision":5,"object":\#(pod)}]}"#)
        for framing in [WireCodec.Framing.auto, .grpc] {
            codec.framing = framing
            let bytes = try codec.encode(value)
            let back = try codec.decode(bytes + (framing == .grpc ? bytes : []))
            #expect(back.count == (framing == .grpc ? 2 : 1))
            let object = try #require(back[0][member: "events"]?.elements?.first?[member: "object"])
            #expect(name(object) == "a")
            #expect(try codec.encode(back[0]) == bytes)
        }
    }

    @Test("Frames of a REST watch")
    func delimited() throws {
        var codec = WireCodec()
        codec.framing = .delimited
        let event = try parse(#"{"type":"ADDED","object":\#(pod)}"#)
        let bytes = try codec.encode(event)
        codec.framing = .auto
        let back = try codec.decode(bytes + bytes)
        #expect(back.map { $0[member: "type"]?.text } == ["ADDED", "ADDED"])
        codec.framing = .delimited
        #expect(try codec.encode(back[0]) == bytes)
    }

    @Test("Bytes of any kind give objects or an error, never a trap", arguments: UInt64(1)...200)
    func garbage(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var codec = WireCodec()
        var bytes = try codec.encode(try parse(pod))
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let at = Int.random(in: 0..<bytes.count, using: &random)
            bytes[at] = UInt8.random(in: 0...255, using: &random)
        }
        bytes.removeLast(Int.random(in: 0...min(10, bytes.count), using: &random))
        _ = try? codec.decode(bytes)
        codec.message = try WireMessage.named("WatchResponse")
        _ = try? codec.decode(bytes)
        codec.message = nil
        codec.framing = .delimited
        #expect(throws: (any Error).self) { try codec.decode([0, 0, 0, 9, 1]) }
    }

    @Test("A text that is no object says what is missing")
    func refused() throws {
        #expect(throws: CommandFailure.self) { try WireCodec().decode(Array("hello".utf8)) }
        #expect(throws: CommandFailure.self) { try WireCodec().encode(try parse(#"{"a":1}"#)) }
        #expect(throws: UsageError.self) { try WireMessage.named("Nonsense") }
    }

    @Test("Input may be YAML, one JSON value, or one a line")
    func inputs() throws {
        #expect(try WireCodec.values(in: Array("a: 1\n---\nb: 2\n".utf8)).count == 2)
        #expect(try WireCodec.values(in: Array("{\n\"a\": 1\n}\n".utf8)).count == 1)
        #expect(try WireCodec.values(in: Array("{\"a\":1}\n{\"a\":2}\n".utf8)).count == 2)
    }
}
