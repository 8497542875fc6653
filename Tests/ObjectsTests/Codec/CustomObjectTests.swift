import Objects
import Testing
import Wire

/// Objects whose members are free JSON (proto/apus/v1/custom.proto).
@Suite struct CustomObjectTests {
    private static let type = MessageDescriptor.custom(kind: "Toy", apiVersion: "example.com/v1", schemaMark: 0)
    private static let json =
        #"{"kind":"Toy","apiVersion":"example.com/v1","metadata":{"name":"a","labels":{"x":"y"}},"# + #""#
        + #""data":[1,2.5,null,"<é>"],"members":{"kind":"inner"},"spec":{"color":"red","on":true,"size":3}}"#

    private func decode(_ text: String) throws -> JSONDecoded {
        try JSONDecoder.decode(Array(text.utf8), as: Self.type)
    }

    private func text(_ message: Message) -> String { String(decoding: JSONEncoder.encode(message), as: UTF8.self) }

    @Test func jsonAndBinaryGiveTheSameObject() throws {
        let decoded = try decode(Self.json)
        #expect(decoded.problems.isEmpty)
        let again = try BinaryDecoder.decode(BinaryEncoder.encode(decoded.message), as: Self.type)
        #expect(again == decoded.message)
        #expect(text(again).replacing("\\u003c", with: "<").replacing("\\u003e", with: ">") == Self.json)
    }

    @Test func transcodingWritesWhatTheTreeWrites() throws {
        let message = try decode(Self.json).message
        let suffix: [UInt8] = [0x0a, 3, 0x32, 1, 0x37]
        var bytes = BinaryEncoder.encode(message)
        bytes += suffix
        var writer = JSONWriter()
        var transcoder = JSONTranscoder()
        try transcoder.write(bytes, as: Self.type, typeMeta: TypeMeta(of: Self.type), to: &writer)
        let merged = try BinaryDecoder.decode(bytes, as: Self.type)
        #expect(writer.bytes == JSONEncoder.encode(merged))
        #expect(Meta.ObjectMeta(field: merged["metadata"] ?? .null)?.resourceVersion == "7")
    }

    @Test func keysThatStandTwiceAreReported() throws {
        let decoded = try decode(#"{"metadata":{"name":"a"},"spec":{"a":1,"a":2,"l":[{"b":1,"b":2}]},"spec":{}}"#)
        #expect(
            decoded.problems == [
                #"duplicate field "spec.a""#, #"duplicate field "spec.l[0].b""#, #"duplicate field "spec""#,
            ])
    }

    @Test func membersAreReadAndSetByName() throws {
        var message = try decode(Self.json).message
        #expect(message["spec"]?.asMap?["size"] == .int(3))
        message["status"] = .map(["ok": .bool(true)])
        message["spec"] = nil
        #expect(message["spec"] == nil)
        #expect(text(message).hasSuffix(#""members":{"kind":"inner"},"status":{"ok":true}}"#))
    }

    @Test func fieldsAreSkimmedFromTheText() throws {
        let fields = try [["spec", "color"], ["spec", "size"], ["spec", "on"], ["spec", "none"], ["data", "x"]].map {
            try #require(SelectableField($0.joined(separator: "."), members: $0, in: Self.type))
        }
        let bytes = BinaryEncoder.encode(try decode(Self.json).message)
        let skim = try ObjectSkim(bytes, in: 0..<bytes.count, fields: fields)
        #expect(skim.fields == ["red", "3", "true", "", ""])
        #expect(skim.name == "a")
        #expect(skim.labels.map(\.key) == ["x"])
    }

    @Test func brokenMembersAreErrorsAndNoTraps() throws {
        for text in ["[1]", "{", "", "{\"a\":", String(repeating: "{\"a\":", count: 500)] {
            var writer = ProtobufWriter()
            let outer = writer.count
            writer.bytes(Array(text.utf8))
            writer.delimit(1, since: outer)
            writer.delimit(2, since: outer)
            let bytes = writer.finish()
            #expect(throws: DecodingError.self) { _ = try BinaryDecoder.decode(bytes, as: Self.type) }
        }
    }

    @Test func nestingIsBounded() {
        let deep = #"{"spec":"# + String(repeating: "[", count: 200) + String(repeating: "]", count: 200) + "}"
        #expect(throws: DecodingError.self) { _ = try decode(deep) }
    }
}
