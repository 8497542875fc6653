import Objects
import Testing
import Wire
import TestSupport

/// Whatever bytes come, the decoders answer with an object or an error that says where: never a trap.
struct MalformedInputTests {
    private static let pod = Core.Pod.descriptor

    @Test(
        arguments: [
            ([0x0a], "truncated"), ([0x0a, 0x05, 0x0a], "past the end"), ([0x0a, 0x02, 0x0a, 0x07], "past the end"),
            ([0x08, 0x01], "wire type"), ([0x0b], "wire type"), ([0x9b, 0x06], "group"), ([0x02, 0x00], "tag"),
            ([0x0a, 0x03, 0x0a, 0x01, 0xff], "UTF-8"),
            ([0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f], "64 bits"),
            ([0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01], "64 bits"),
        ] as [([UInt8], String)])
    func binaryFaultsSayWhere(_ bytes: [UInt8], _ words: String) {
        #expect {
            try BinaryDecoder.decode(bytes, as: Self.pod)
        } throws: { error in
            guard let error = error as? DecodingError else { return false }
            return error.wire.map {
                $0.offset <= bytes.count && "\($0) ends within".contains(words == "truncated" ? "ends within" : words)
            } ?? false
        }
    }

    @Test func aFaultDeepInsideNamesTheField() {
        var pod = Core.Pod()
        var container = Core.Container()
        container.name = "c"
        pod.spec.containers = [container, container]
        var bytes = BinaryEncoder.encode(pod.message)
        // The second container's name is the last "c" in the bytes that stands alone in its field.
        let at = bytes.lastIndex(of: UInt8(ascii: "c"))
        bytes[at ?? 0] = 0xff
        #expect {
            try BinaryDecoder.decode(bytes, as: Self.pod)
        } throws: {
            "\($0)".hasPrefix("spec.containers[1].name")
        }
    }

    @Test func nestingHasAnEnd() throws {
        let type = APIExtensions.JSONSchemaProps.descriptor
        let position = try #require(type.position(of: "not"))
        let number = type.fields[position].number
        func nested(_ depth: Int) -> [UInt8] {
            var writer = ProtobufWriter()
            for _ in 0..<depth { writer.delimit(number, since: 0) }
            return writer.finish()
        }
        #expect(throws: Never.self) { try BinaryDecoder.decode(nested(WireLimits.nesting), as: type) }
        #expect(throws: DecodingError.self) { try BinaryDecoder.decode(nested(WireLimits.nesting + 1), as: type) }
        #expect(throws: DecodingError.self) { try BinaryDecoder.decode(nested(200_000), as: type) }
        let deep = String(repeating: "{\"not\":", count: 200_000)
        #expect(throws: DecodingError.self) { try JSONDecoder.decode(Array(deep.utf8), as: type) }
    }

    @Test(arguments: [
        "", "{", "{\"metadata\"", "{\"metadata\":}", "{\"metadata\":{\"name\":\"\\u12\"}}",
        "{\"metadata\":{\"name\":\"a",
        "{\"spec\":{\"containers\":[{]}}", "[1,]", "nul", "{\"a\":01}", "{\"a\":1.}", "{\"a\":+1}", "{\"a\":1}x",
        "\u{1}",
        "{\"metadata\":{\"generation\":99999999999999999999}}", "{\"metadata\":{\"generation\":1.5}}",
        "{\"metadata\":{\"creationTimestamp\":\"2026-13-01T00:00:00Z\"}}",
    ])
    func malformedJSONIsAnError(_ text: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder.decode(Array(text.utf8), as: Self.pod) }
    }

    @Test func invalidUTF8InJSONIsAnError() {
        let bytes = Array("{\"metadata\":{\"name\":\"".utf8) + [0xc3, 0x28] + Array("\"}}".utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder.decode(bytes, as: Self.pod) }
    }

    /// Every vector, damaged in random ways. What is decoded all the same must encode and decode to itself.
    @Test(arguments: GoldenVectorTests.names())
    func damagedVectorsAreDecodedOrRefused(_ name: String) throws {
        var random = SeededGenerator(seed: name.utf8.reduce(7) { ($0 &* 31) &+ UInt64($1) })
        let binary = try GoldenVectorTests.file("\(name).pb")
        let json = try GoldenVectorTests.file("\(name).json")
        let envelope = try Envelope(reading: binary)
        let type = try #require(GoldenVectorTests.type(name, envelope))
        for _ in 0..<60 {
            let object = Mutation.damage(Array(binary[envelope.object]), &random)
            if let message = try? BinaryDecoder.decode(object, as: type) {
                let again = BinaryEncoder.encode(message)
                let reread = try BinaryDecoder.decode(again, as: type)
                #expect(
                    reread == message,
                    "\(String(decoding: JSONEncoder.encode(reread), as: UTF8.self)) \(String(decoding: JSONEncoder.encode(message), as: UTF8.self))"
                )
                _ = JSONEncoder.encode(message)
            }
            let text = Mutation.damage(json, &random)
            if let decoded = try? JSONDecoder.decode(text, as: type) {
                _ = JSONEncoder.encode(decoded.message)
                _ = BinaryEncoder.encode(decoded.message)
            }
            _ = try? Envelope(reading: Mutation.damage(binary, &random))
        }
    }
}

enum Mutation {
    /// Flips, cuts, repeats, inserts or overwrites bytes, one to four times.
    static func damage(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var result = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) where !result.isEmpty {
            let at = Int.random(in: 0..<result.count, using: &random)
            switch random.next() % 6 {
            case 0: result[at] ^= 1 << UInt8(random.next() % 8)
            case 1: result[at] = UInt8(truncatingIfNeeded: random.next())
            case 2: result.removeSubrange(at..<min(result.count, at + Int(random.next() % 16)))
            case 3: result.insert(contentsOf: [0xff, 0xff, 0xff, 0xff, 0x0f].prefix(Int(random.next() % 6)), at: at)
            case 4: result.insert(contentsOf: result[at..<min(result.count, at + Int(random.next() % 32))], at: at)
            default: result.removeSubrange(at...)
            }
        }
        return result
    }
}
