import Testing
import Wire
import TestSupport

struct Base64Tests {
    /// RFC 4648, section 10.
    @Test(
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ])
    func standardVectors(_ text: String, _ encoded: String) {
        #expect(Base64.encode(Array(text.utf8)) == encoded)
        #expect(Base64.decode(encoded) == Array(text.utf8))
    }

    @Test func everyDigitOfTheAlphabet() {
        let bytes: [UInt8] = [0xfb, 0xff, 0xbf, 0x00, 0x10, 0x83]
        #expect(Base64.encode(bytes) == "+/+/ABCD")
        #expect(Base64.decode("+/+/ABCD") == bytes)
    }

    @Test(arguments: ["Zm9v\nYmFy", "\nZm9vYmFy", "Zm9vYmFy\r\n", "Z\nm\n9\nv\nYmFy", "Zm9vYm\r\nFy\n\n"])
    func lineBreaksArePassedOver(_ text: String) {
        #expect(Base64.decode(text) == Array("foobar".utf8))
    }

    @Test func lineBreaksMayStandAroundPadding() {
        #expect(Base64.decode("Zg\n=\n=\n") == [0x66])
        #expect(Base64.decode("\n\r\n") == [])
    }

    @Test func bitsTooManyInTheLastDigitAreNotLookedAt() {
        #expect(Base64.decode("Zh==") == [0x66])
        #expect(Base64.decode("Zm9=") == Array("fo".utf8))
    }

    @Test(
        arguments: [
            "Z", "Zg", "Zg=", "Zm8", "Zm9vY", "=", "==", "====", "Z===", "Zg===", "Zm8==", "Zg==Zg==", "Zm9v=",
            "Zm9vZg=a",
            "Zm 9v", "Zm-v", "Zm_v", "Zm9é", "Zm9v\t", "\u{0}AAA", "Zm9*",
        ])
    func everythingElseIsRefused(_ text: String) {
        #expect(Base64.decode(text) == nil)
    }

    /// Go's encoding/base64 names these places: its CorruptInputError.
    @Test(
        arguments: [
            ("not base64!", 3), ("Z", 0), ("Zg", 0), ("Zg=", 3), ("Z===", 1), ("Zg===", 4), ("Zg==Zg==", 4),
            ("Zm9vZ", 4), ("Zm9v=", 4), ("Zm9*", 3), ("Zg=a", 2),
        ])
    func aFaultHasItsPlace(_ text: String, _ place: Int) {
        #expect(Base64.decode(text) == nil)
        #expect(Base64.fault(in: text) == place)
    }

    @Test func encodingAppends() {
        var out = Array("x:".utf8)
        Base64.encode([0x66], into: &out)
        #expect(out == Array("x:Zg==".utf8))
    }

    @Test func whatIsEncodedReadsBack() {
        var random = SeededGenerator(seed: 5)
        for count in 0..<400 {
            let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            let text = Base64.encode(bytes)
            #expect(text.utf8.count == (count + 2) / 3 * 4)
            #expect(Base64.decode(text) == bytes)
            var broken = Array(text.utf8)
            broken.insert(0x0a, at: Int(random.next() % UInt64(broken.count + 1)))
            #expect(Base64.decode(broken) == bytes)
        }
    }
}
