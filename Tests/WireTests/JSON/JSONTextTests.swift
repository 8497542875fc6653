import Testing

@testable import Wire

/// Text that is written straight into memory is the text that `JSONWriter` writes value by value.
struct JSONTextTests {
    private static func direct(capacity: Int = 64, _ body: (inout JSONText) -> Void) -> String {
        var writer = JSONWriter()
        writer.compact(capacity: capacity) { (text: inout JSONText) in body(&text) }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static func plain(_ text: String) -> String {
        var writer = JSONWriter()
        writer.string(text)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test(arguments: 0...40)
    func stringsOfEveryLengthWithAnythingAnywhere(_ length: Int) {
        for place in 0..<max(length, 1) {
            for scalar in Array((0 as UInt32)...0x80) + [0xe9, 0x2027, 0x2028, 0x2029, 0x202a, 0x1f600] {
                guard let special = Unicode.Scalar(scalar) else { continue }
                var text = String(repeating: "x", count: min(place, length))
                if length > 0 { text.unicodeScalars.append(special) }
                text += String(repeating: "y", count: max(length - place - 1, 0))
                var isText = false
                let written = Self.direct { isText = $0.string(utf8: Array(text.utf8).span) }
                #expect(isText)
                #expect(written == Self.plain(text))
            }
        }
    }

    @Test func whatIsNoUTF8IsNoString() {
        for bytes: [UInt8] in [
            [0xff], [0xc3], [0x61, 0xe2, 0x80], Array(repeating: 0x61, count: 20) + [0xed, 0xa0, 0x80],
        ] {
            var isText = true
            _ = Self.direct { isText = $0.string(utf8: bytes.span) }
            #expect(!isText)
        }
    }

    @Test func commasStandBetweenValuesOnly() {
        let text = Self.direct { out in
            out.beginObject()
            _ = out.key(utf8: Array("a".utf8).span)
            out.beginArray()
            out.endArray()
            _ = out.key(utf8: Array("b<".utf8).span)
            out.beginArray()
            for number in [0, -1, 9, 10, 123_456_789, .max, .min] { out.int(number) }
            out.unsigned(.max)
            out.bool(true)
            out.bool(false)
            out.null()
            out.endArray()
            out.key(prepared: Array("\"c\":".utf8).span)
            out.beginObject()
            out.endObject()
            out.raw(Array("\"d\":{},\"e\":1".utf8).span)
            _ = out.key(utf8: Array("f".utf8).span)
            out.base64([0xff, 0x00, 0x3c].span)
            out.endObject()
        }
        #expect(
            text
                == #"{"a":[],"b\u003c":[0,-1,9,10,123456789,9223372036854775807,-9223372036854775808,18446744073709551615"#
                + #",true,false,null],"c":{},"d":{},"e":1,"f":"/wA8"}"#)
    }

    @Test(arguments: [0, 1, 63, 64, 100, 5_000])
    func whatDoesNotFitIsWrittenAgainWithMoreMemory(_ capacity: Int) {
        let words = (0..<300).map { String(repeating: "é\"\n", count: $0 % 40) }
        let text = Self.direct(capacity: capacity) { out in
            out.beginArray()
            for word in words { _ = out.string(utf8: Array(word.utf8).span) }
            out.endArray()
        }
        #expect(text == "[" + words.map { Self.plain($0) }.joined(separator: ",") + "]")
    }

    @Test func itIsOneValueAmongOthers() {
        var writer = JSONWriter()
        writer.beginArray()
        writer.int(1)
        writer.compact(capacity: 8) { (text: inout JSONText) in text.int(2) }
        writer.int(3)
        writer.endArray()
        #expect(writer.bytes == Array("[1,2,3]".utf8))
    }

    @Test func aFailureLeavesNothingAfterTheMark() {
        struct Refused: Error {}
        var writer = JSONWriter()
        writer.beginArray()
        writer.int(1)
        let mark = writer.mark
        #expect(throws: Refused.self) {
            try writer.compact(capacity: 8) { (text: inout JSONText) throws(Refused) in
                text.int(2)
                throw Refused()
            }
        }
        writer.rewind(to: mark)
        writer.endArray()
        #expect(writer.bytes == Array("[1]".utf8))
    }

    @Test func keysOfEveryLengthAreCopiedWhole() {
        for length in 0...200 {
            let key = (0..<length).map { UInt8(truncatingIfNeeded: 0x61 + $0 % 26) }
            #expect(Self.direct { $0.raw(key.span) } == String(decoding: key, as: UTF8.self))
        }
    }
}
