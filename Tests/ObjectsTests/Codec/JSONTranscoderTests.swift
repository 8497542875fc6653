import Objects
import Testing
import Wire

/// The text is what decoding and encoding give, whatever the bytes are.
struct JSONTranscoderTests {
    private static func tree(_ bytes: [UInt8], _ type: MessageDescriptor, _ meta: TypeMeta?) throws -> String {
        String(decoding: JSONEncoder.encode(try BinaryDecoder.decode(bytes, as: type), as: meta), as: UTF8.self)
    }

    private static func direct(
        _ bytes: [UInt8], _ type: MessageDescriptor, _ meta: TypeMeta?, _ transcoder: inout JSONTranscoder
    ) throws -> String {
        var writer = JSONWriter()
        try transcoder.write(bytes, as: type, typeMeta: meta, to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test(arguments: GoldenVectorTests.names())
    func vectorsAreWrittenAsTheyStand(_ name: String) throws {
        let binary = try GoldenVectorTests.file("\(name).pb")
        let envelope = try Envelope(reading: binary)
        let type = try #require(GoldenVectorTests.type(name, envelope))
        let json = try GoldenVectorTests.file("\(name).json")
        let meta = try TypeMeta(scanning: json)
        var writer = JSONWriter(pretty: true)
        var transcoder = JSONTranscoder()
        try transcoder.write(
            Array(binary[envelope.object]), as: type, typeMeta: meta.kind.isEmpty ? nil : meta, to: &writer)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == String(decoding: json, as: UTF8.self))
    }

    @Test(arguments: GoldenVectorTests.names())
    func damagedAndMergedVectorsAreWrittenAsTheTreeIs(_ name: String) throws {
        var random = SeededGenerator(name.utf8.reduce(11) { ($0 &* 31) &+ UInt64($1) })
        let binary = try GoldenVectorTests.file("\(name).pb")
        let envelope = try Envelope(reading: binary)
        let type = try #require(GoldenVectorTests.type(name, envelope))
        let whole = Array(binary[envelope.object])
        var transcoder = JSONTranscoder()
        for round in 0..<120 {
            var bytes = Mutation.damage(whole, &random)
            // Messages that follow each other merge.
            if round % 3 == 0 { bytes = whole + bytes }
            if round % 3 == 1 { bytes += whole }
            let direct = try? Self.direct(bytes, type, nil, &transcoder)
            if let tree = try? Self.tree(bytes, type, nil) { #expect(direct == tree) }
        }
    }

    @Test func aSuffixGivesTheResourceVersion() throws {
        var map = Core.ConfigMap()
        map.metadata.name = "a"
        map.metadata.labels = ["x": "\u{2028}<\"é\n"]
        map.data = ["k": "v"]
        let bytes = BinaryEncoder.encode(map.message) + [0x0a, 0x04, 0x32, 0x02, 0x34, 0x32]
        var transcoder = JSONTranscoder()
        let text = try Self.direct(bytes, Core.ConfigMap.descriptor, nil, &transcoder)
        #expect(
            text
                == #"{"metadata":{"name":"a","resourceVersion":"42","labels":{"x":"\u2028\u003c\"é\n"}},"data":{"k":"v"}}"#
        )
    }

    @Test func brokenBytesAreAnErrorThatSaysWhereAndLeaveNothingWritten() {
        var transcoder = JSONTranscoder()
        var writer = JSONWriter()
        writer.beginArray()
        #expect {
            try transcoder.write([0x0a, 0x03, 0x0a, 0x01, 0xff], as: Core.Pod.descriptor, typeMeta: nil, to: &writer)
        } throws: {
            "\($0)".hasPrefix("metadata.name")
        }
        writer.endArray()
        #expect(writer.bytes == Array("[]".utf8))
    }
}
