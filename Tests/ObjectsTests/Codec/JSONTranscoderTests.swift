import Objects
import Testing
import Wire
import TestSupport

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
        var random = SeededGenerator(seed: name.utf8.reduce(11) { ($0 &* 31) &+ UInt64($1) })
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

    /// The same message with its fields in another order, at every level. Lists keep theirs.
    private static func shuffled(
        _ bytes: [UInt8], _ type: MessageDescriptor, _ random: inout SeededGenerator
    ) throws -> [UInt8] {
        var fields: [(number: Int, bytes: [UInt8])] = []
        var reader = ProtobufReader(bytes)
        while true {
            let start = reader.position
            guard let (number, wireType) = try reader.tag() else { break }
            let field = type.fields.first { $0.number == number }
            guard wireType == .lengthDelimited, let field, field.kind == .message, field.label != .map,
                let inner = field.message
            else {
                try reader.skip(wireType)
                fields.append((number, Array(bytes[start..<reader.position])))
                continue
            }
            var writer = ProtobufWriter()
            writer.bytes(try shuffled(Array(bytes[try reader.lengthDelimited()]), inner, &random))
            writer.delimit(number, since: 0)
            fields.append((number, writer.finish()))
        }
        var places: [Int: UInt64] = [:]
        for field in fields where places[field.number] == nil { places[field.number] = random.next() }
        // Some lists are torn apart, too.
        let isTorn = random.next() % 3 == 0
        let order = fields.indices.sorted { a, b in
            let (first, second) = (places[fields[a].number] ?? 0, places[fields[b].number] ?? 0)
            if isTorn, (a % 2) != (b % 2) { return a % 2 < b % 2 }
            return first == second ? a < b : first < second
        }
        return order.flatMap { fields[$0].bytes }
    }

    @Test(arguments: GoldenVectorTests.names())
    func fieldsInAnyOrderAreWrittenAsTheTreeIs(_ name: String) throws {
        var random = SeededGenerator(seed: name.utf8.reduce(3) { ($0 &* 31) &+ UInt64($1) })
        let binary = try GoldenVectorTests.file("\(name).pb")
        let envelope = try Envelope(reading: binary)
        let type = try #require(GoldenVectorTests.type(name, envelope))
        let whole = Array(binary[envelope.object])
        var transcoder = JSONTranscoder()
        for _ in 0..<30 {
            let bytes = try Self.shuffled(whole, type, &random)
            #expect(try Self.direct(bytes, type, nil, &transcoder) == Self.tree(bytes, type, nil))
        }
    }

    @Test func anObjectMayLieAmongOtherBytes() throws {
        var pod = Core.Pod(try BinaryDecoder.decode([], as: Core.Pod.descriptor))
        pod.spec.initContainers = (0..<3).map { number in
            var container = Core.Container()
            container.name = "init-\(number)"
            return container
        }
        pod.status.startTime = Timestamp(seconds: 1_700_000_000, nanoseconds: 0)
        let bytes = BinaryEncoder.encode(pod.message)
        var transcoder = JSONTranscoder()
        let inside = Array("xx".utf8) + bytes + Array("yy".utf8)
        var writer = JSONWriter()
        try transcoder.write(
            inside, in: 2..<2 + bytes.count, followedBy: [0x0a, 0x04, 0x32, 0x02, 0x34, 0x32], as: Core.Pod.descriptor,
            typeMeta: nil, to: &writer)
        pod.metadata.resourceVersion = "42"
        #expect(writer.bytes == JSONEncoder.encode(pod.message, as: nil))
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

    @Test func claimsOfAStatefulSetSayWhatTheyAre() throws {
        var claim = Core.PersistentVolumeClaim()
        claim.metadata.name = "data"
        var set = Apps.StatefulSet()
        set.spec.volumeClaimTemplates = [claim, claim]
        let binary = BinaryEncoder.encode(set.message)
        let meta = TypeMeta(of: Apps.StatefulSet.descriptor)
        var transcoder = JSONTranscoder()
        let text = try Self.direct(binary, Apps.StatefulSet.descriptor, meta, &transcoder)
        let expected =
            #"{"kind":"PersistentVolumeClaim","apiVersion":"v1","metadata":{"name":"data"},"spec":{"resources":{}},"status":{}}"#
        #expect(text.contains(#""volumeClaimTemplates":[\#(expected),\#(expected)]"#))
        #expect(text == (try Self.tree(binary, Apps.StatefulSet.descriptor, meta)))
        // And are read back, whether they say it or not.
        let read = try JSONDecoder.decode(Array(text.utf8), as: Apps.StatefulSet.descriptor)
        #expect(read.message == set.message)
        #expect(read.problems.isEmpty)
    }
}
