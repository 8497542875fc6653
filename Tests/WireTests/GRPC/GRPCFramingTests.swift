import Testing
import Wire

struct GRPCFramingTests {
    @Test func `messages survive any cut of the body`() throws {
        let messages: [[UInt8]] = [[], [1], Array("hello".utf8), [UInt8](repeating: 7, count: 300)]
        let body = messages.flatMap { GRPCFraming.frame($0) }
        for size in 1...body.count {
            var deframer = GRPCDeframer(limitBytes: 300)
            var found: [[UInt8]] = []
            for start in stride(from: 0, to: body.count, by: size) {
                deframer.append(Array(body[start..<min(start + size, body.count)]))
                while let message = try deframer.next() { found.append(message) }
            }
            #expect(found == messages, "pieces of \(size)")
            #expect(deframer.pendingBytes == 0)
        }
    }

    @Test func `the prefix is the flag and the length in network order`() {
        #expect(GRPCFraming.prefix(messageBytes: 0x0102_0304) == [0, 1, 2, 3, 4])
    }

    @Test(arguments: [
        [], [0, 0, 0, 0], [1, 0, 0, 0, 0], [0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 7], [0, 255, 255, 255, 255, 7],
    ])
    func `a body that is not one whole message is none`(body: [UInt8]) {
        #expect(GRPCFraming.onlyMessage(in: body) == nil)
    }

    @Test func `a body that is one message has it behind the prefix`() {
        #expect(GRPCFraming.onlyMessage(in: [0, 0, 0, 0, 0]) == 5..<5)
        #expect(GRPCFraming.onlyMessage(in: GRPCFraming.frame([7, 8])) == 5..<7)
    }

    @Test func `a message over the limit is refused before it arrives`() {
        var deframer = GRPCDeframer(limitBytes: 10)
        deframer.append([0, 0, 0, 0, 11])
        #expect(throws: GRPCDeframer.Failure.tooLarge(messageBytes: 11, limitBytes: 10)) { try deframer.next() }
    }

    @Test func `a length with its highest bit set is a large one, not a negative one`() {
        var deframer = GRPCDeframer(limitBytes: 10)
        deframer.append([0, 0xff, 0xff, 0xff, 0xff, 0])
        #expect(throws: GRPCDeframer.Failure.self) { try deframer.next() }
    }

    @Test func `a compressed message is refused`() {
        var deframer = GRPCDeframer(limitBytes: 10)
        deframer.append([1, 0, 0, 0, 1, 0])
        #expect(throws: GRPCDeframer.Failure.compressed) { try deframer.next() }
    }

    @Test func `messages for people are percent-encoded`() {
        #expect(GRPCMessage.encode("100% of \u{e9}\n") == "100%25 of %C3%A9%0A")
        #expect(GRPCMessage.decode("100%25 of %C3%A9%0a") == "100% of \u{e9}\n")
        #expect(GRPCMessage.decode("50% %zz %4") == "50% %zz %4")
        #expect(GRPCMessage.encode("ab%c", limitBytes: 4) == "ab", "no escape is cut")
        #expect(GRPCMessage.encode("ab%c", limitBytes: 5) == "ab%25")
    }
}
