import Client
import Testing
import TestSupport

@Suite("Messages keep their bounds")
struct MessageFramingTests {
    @Test("Messages come out whole however the stream is cut", arguments: UInt64(1)...20)
    func anyPieces(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let messages = (0..<Int.random(in: 1...30, using: &random)).map { _ in
            (0..<Int.random(in: 0...300, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        }
        let stream = messages.flatMap { MessageFraming.frame($0) }
        var deframer = MessageDeframer(limit: 300)
        var found: [[UInt8]] = []
        var position = 0
        while position < stream.count {
            let end = min(position + Int.random(in: 1...64, using: &random), stream.count)
            deframer.receive(Array(stream[position..<end]))
            position = end
            while let message = try deframer.next() { found.append(message) }
        }
        #expect(found == messages)
        #expect(deframer.isEmpty)
    }

    @Test("A length over the limit is refused before its bytes are awaited")
    func tooLong() {
        var deframer = MessageDeframer(limit: 10)
        deframer.receive([0, 0, 0, 0, 11])
        #expect(throws: ClientError.self) { try deframer.next() }
    }

    @Test("A compressed message is refused")
    func compressed() {
        var deframer = MessageDeframer(limit: 10)
        deframer.receive([1, 0, 0, 0, 0])
        #expect(throws: ClientError.self) { try deframer.next() }
    }

    @Test("A length with its highest bit set is a large length, not a negative one")
    func highBit() {
        var deframer = MessageDeframer(limit: 10)
        deframer.receive([0, 0xff, 0xff, 0xff, 0xff, 0])
        #expect(throws: ClientError.self) { try deframer.next() }
    }
}
