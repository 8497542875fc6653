import Testing
import TestSupport

@testable import LoadTest

/// Bytes written down field by field from cluster.proto, meta/v1's generated.proto and the REST API's documentation.
@Suite("Events are read wherever the bytes are cut") struct EventScannerTests {
    private static func delimited(_ tag: UInt8, _ bytes: [UInt8]) -> [UInt8] {
        precondition(bytes.count < 128)
        return [tag, UInt8(bytes.count)] + bytes
    }

    private static func prefixed(_ bytes: [UInt8], compressed: UInt8? = nil) -> [UInt8] {
        (compressed.map { [$0] } ?? []) + [0, 0, UInt8(bytes.count >> 8), UInt8(bytes.count & 255)] + bytes
    }

    private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

    /// `WatchEvent`: type 1, revision 2, object 3, initial_end 4; `WatchResponse.events` 1.
    private static func rpcEvent(_ type: UInt8, _ revision: [UInt8], _ object: [UInt8], isEnd: Bool = false) -> [UInt8]
    {
        var event: [UInt8] = [0x08, type, 0x10] + revision
        if !object.isEmpty { event += delimited(0x1a, object) }
        if isEnd { event += [0x20, 0x01] }
        return delimited(0x0a, event)
    }

    private static let rpc: [UInt8] =
        prefixed(rpcEvent(1, [0x96, 0x01], delimited(0x0a, text("\u{0a}\u{01}a"))), compressed: 0)
        // Two events in one message.
        + prefixed(
            rpcEvent(2, [0x97, 0x01], text("xyz")) + rpcEvent(3, [0xff, 0xff, 0xff, 0xff, 0x0f], []), compressed: 0)
        + prefixed(rpcEvent(4, [0x80, 0x80, 0x01], [], isEnd: true), compressed: 0)
        + prefixed(rpcEvent(5, [0x00], text("gone")), compressed: 0)

    private static let expectedRPC: [ScannedEvent] = [
        .init(kind: .added, revision: 150), .init(kind: .modified, revision: 151),
        .init(kind: .deleted, revision: 4_294_967_295), .init(kind: .bookmark, revision: 16_384, endsInitial: true),
        .init(kind: .error, revision: 0),
    ]

    /// `WatchEvent`: type 1, object 2 { raw 1 }; the object enveloped: `k8s\0`, `Unknown.raw` 2.
    private static func protobufEvent(_ type: String, _ object: [UInt8]) -> [UInt8] {
        let unknown = delimited(0x0a, delimited(0x0a, text("v1"))) + delimited(0x12, object)
        return prefixed(delimited(0x0a, text(type)) + delimited(0x12, delimited(0x0a, text("k8s\0") + unknown)))
    }

    private static let protobuf: [UInt8] =
        protobufEvent("ADDED", delimited(0x0a, delimited(0x0a, text("a")) + delimited(0x32, text("12"))))
        // A second metadata with the revision, after the data: later values count.
        + protobufEvent(
            "MODIFIED",
            delimited(0x0a, delimited(0x32, text("7"))) + delimited(0x12, delimited(0x0a, text("k")))
                + delimited(0x0a, delimited(0x32, text("13"))))
        + protobufEvent(
            "BOOKMARK",
            delimited(
                0x0a, delimited(0x32, text("20")) + delimited(0x62, delimited(0x0a, text("k8s.io/initial-events-end"))))
        )
        + protobufEvent("ERROR", delimited(0x0a, []))

    private static let json = text(
        """
        {"type":"ADDED","object":{"kind":"ConfigMap","metadata":{"name":"a","resourceVersion":"12","uid":"u"}}}
        {"type":"MODIFIED","object":{"metadata":{"resourceVersion":"13"},"data":{"k":"\\"resourceVersion\\":\\"99\\""}}}
        {"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"20","annotations":{"k8s.io/initial-events-end":"true"}}}}
        {"type":"ERROR","object":{"kind":"Status","code":410}}

        """)

    private static let expectedREST: [ScannedEvent] = [
        .init(kind: .added, revision: 12), .init(kind: .modified, revision: 13),
        .init(kind: .bookmark, revision: 20, endsInitial: true), .init(kind: .error, revision: 0),
    ]

    private static func example(_ face: Face) -> (bytes: [UInt8], events: [ScannedEvent]) {
        switch face {
        case .rpc: (rpc, expectedRPC)
        case .json: (json, expectedREST)
        case .protobuf: (protobuf, expectedREST)
        }
    }

    private func scan(_ face: Face, _ pieces: [ArraySlice<UInt8>]) throws(ScanError) -> [ScannedEvent] {
        var scanner = EventScanner(face)
        var events: [ScannedEvent] = []
        for piece in pieces {
            let bytes = Array(piece)
            try scanner.scan(bytes.span.bytes) { event, _ in events.append(event) }
        }
        return events
    }

    @Test("whole", arguments: Face.allCases) func whole(face: Face) throws {
        let (bytes, events) = Self.example(face)
        #expect(try scan(face, [bytes[...]]) == events)
    }

    @Test("cut in two at every byte", arguments: Face.allCases) func cutInTwoAtEveryByte(face: Face) throws {
        let (bytes, events) = Self.example(face)
        for cut in bytes.indices { #expect(try scan(face, [bytes[..<cut], bytes[cut...]]) == events) }
    }

    @Test("byte by byte", arguments: Face.allCases) func byteByByte(face: Face) throws {
        let (bytes, events) = Self.example(face)
        #expect(try scan(face, bytes.indices.map { bytes[$0...$0] }) == events)
    }

    @Test("an event's bytes hold its object", arguments: Face.allCases) func anEventsBytesHoldItsObject(face: Face)
        throws
    {
        var scanner = EventScanner(face)
        var sizes: [Int] = []
        let bytes = Self.example(face).bytes
        try scanner.scan(bytes.span.bytes) { _, bytes in sizes.append(bytes.byteCount) }
        #expect(sizes.allSatisfy { $0 > 0 })
        #expect(scanner.pendingBytes == 0)
    }

    @Test("what is cut off waits for its end", arguments: Face.allCases) func whatIsCutOffWaitsForItsEnd(face: Face)
        throws
    {
        let (bytes, events) = Self.example(face)
        #expect(try scan(face, [bytes.dropLast()]) == events.dropLast())
    }

    @Test("bytes that are no events are refused") func bytesThatAreNoEventsAreRefused() {
        #expect(throws: ScanError.self) { try scan(.rpc, [[1, 0, 0, 0, 0]]) }
        #expect(throws: ScanError.self) { try scan(.rpc, [[0, 0xff, 0xff, 0xff, 0xff]]) }
        #expect(throws: ScanError.self) { try scan(.rpc, [[0, 0, 0, 0, 2, 0x0a, 0x7f]]) }
        #expect(throws: ScanError.self) { try scan(.protobuf, [[0, 0, 0, 1, 0xff]]) }
        #expect(throws: ScanError.self) { try scan(.json, [Self.text("{\"kind\":\"Status\"}\n")[...]]) }
        #expect(throws: ScanError.self) { try scan(.json, [Self.text("{\"type\":\"ODD\"}\n")[...]]) }
    }

    @Test("no mutated bytes end the program", arguments: 1...30) func noMutatedBytesEndTheProgram(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for face in Face.allCases {
            for _ in 0..<200 {
                var bytes = Self.example(face).bytes
                for _ in 0...random.next() % 4 {
                    let at = Int(random.next() % UInt64(bytes.count))
                    bytes[at] = UInt8(truncatingIfNeeded: random.next())
                }
                let events = (try? scan(face, [bytes[...]])) ?? []
                #expect(events.count <= bytes.count)
            }
        }
    }
}
