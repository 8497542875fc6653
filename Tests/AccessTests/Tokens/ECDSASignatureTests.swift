import TestSupport
import Testing

@testable import Access

@Suite("Two forms of an ECDSA signature") struct ECDSASignatureTests {
    @Test("Each form gives the other back, whatever the numbers") func roundTrip() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            var raw = (0..<64).map { _ in UInt8.random(in: 0...255, using: &random) }
            // Numbers that begin with zeros, or with a bit that DER takes for a sign.
            if Bool.random(using: &random) { raw[0] = 0 }
            if Bool.random(using: &random) { raw[32] = 0x80 }
            #expect(ECDSASignature.raw(ECDSASignature.der(raw), width: 32) == raw)
        }
    }

    @Test(
        "Hostile DER is refused",
        arguments: [
            [], [0x30], [0x30, 0x02, 0x02, 0x00], [0x30, 0x81], [0x30, 0x06, 0x02, 0x01, 0x01, 0x02, 0x7f, 0x01],
            [0x30, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01, 0x00], [0x31, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01],
        ] as [[UInt8]])
    func hostile(_ der: [UInt8]) {
        #expect(ECDSASignature.raw(der, width: 32) == nil)
    }
}
