import Testing
import TestSupport

@testable import LoadTest

@Suite("Bytes are found where they are") struct ByteSearchTests {
    @Test("at every place, against a plain search") func atEveryPlaceAgainstAPlainSearch() {
        var random = SeededGenerator(seed: 7)
        for count in 0..<40 {
            let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next() % 5) }
            for start in 0...count {
                for wanted: UInt8 in 0..<6 {
                    let plain = bytes[start...].firstIndex(of: wanted)
                    #expect(ByteSearch.first(wanted, in: bytes.span.bytes, from: start) == plain)
                }
            }
        }
    }

    @Test("high bytes do not hide their neighbours") func highBytesDoNotHideTheirNeighbours() {
        let bytes: [UInt8] = [0x80, 0xff, 0x0a, 0x8a, 0x0b, 0x0a, 0x00, 0x01, 0x0a]
        #expect(ByteSearch.first(0x0a, in: bytes.span.bytes, from: 0) == 2)
        #expect(ByteSearch.first(0x00, in: bytes.span.bytes, from: 0) == 6)
        #expect(ByteSearch.first(0x81, in: bytes.span.bytes, from: 0) == nil)
    }

    @Test("a needle is found after false starts, and not past the end")
    func aNeedleIsFoundAfterFalseStartsAndNotPastTheEnd() {
        let bytes = Array("aaab aab aaab!".utf8)
        #expect(ByteSearch.end(of: Array("aab!".utf8), in: bytes.span.bytes) == bytes.count)
        #expect(ByteSearch.end(of: Array("ab!?".utf8), in: bytes.span.bytes) == nil)
    }

    @Test("numbers end at the first other byte, and what does not fit is none")
    func numbersEndAtTheFirstOtherByteAndWhatDoesNotFitIsNone() {
        func number(_ text: String) -> Int64? { ByteSearch.decimal(in: Array(text.utf8).span.bytes, at: 0) }
        #expect(number("123\"") == 123)
        #expect(number("9223372036854775807") == .max)
        #expect(number("9223372036854775808") == nil)
        #expect(number("x") == nil)
        #expect(number("") == nil)
    }

    @Test("a stamp is read from any bytes, and another run's is not") func aStampIsReadFromAnyBytesAndAnotherRunsIsNot()
    {
        let stamp = Stamp(run: "abc")
        let bytes = Array("\u{12}\u{20}payload\(Stamp(run: "zzz").text(4))\(stamp.text(42))xxx".utf8)
        #expect(stamp.sequence(in: bytes.span.bytes) == 42)
        #expect(Stamp(run: "ab").sequence(in: bytes.span.bytes) == nil)
    }
}
