@testable import Client
import Objects
import Testing
import TestSupport

@Suite("Watch events keep their meaning")
struct ObjectWatchTests {
    private func message(_ events: [(type: Int, revision: Int, object: [UInt8], isEnd: Bool)]) -> [UInt8] {
        var response = Cluster.WatchResponse()
        response.events = events.map { given in
            var event = Cluster.WatchEvent()
            event.type = given.type
            event.revision = given.revision
            event.object = given.object
            event.initialEnd = given.isEnd
            return event
        }
        return BinaryEncoder.encode(response.message)
    }

    @Test("Several events of one message come in order, with their revisions")
    func order() throws {
        var pod = Core.Pod()
        pod.metadata.name = "a"
        let bytes = BinaryEncoder.encode(pod.message)
        let events = try ObjectWatch.events(
            in: message([(1, 4, bytes, false), (2, 5, bytes, false), (3, 6, bytes, false), (4, 7, [], true)]),
            type: Core.Pod.descriptor)
        #expect(
            events.map(\.change) == [.added(pod.message), .modified(pod.message), .deleted(pod.message), .bookmark(7)])
        #expect(events.map(\.revision) == [4, 5, 6, 7])
        #expect(events.map(\.endsInitialObjects) == [false, false, false, true])
    }

    @Test("An ERROR event ends the watch with its Status")
    func error() {
        var status = Meta.Status()
        status.code = 410
        status.message_ = "too old resource version"
        let bytes = message([(5, 0, BinaryEncoder.encode(status.message), false)])
        let error = #expect(throws: ClientError.self) { try ObjectWatch.events(in: bytes, type: Core.Pod.descriptor) }
        #expect(error?.code == .expired)
    }

    @Test("Bytes that are no message are an error, not a trap", arguments: UInt64(1)...50)
    func garbage(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var bytes = message([(1, 4, BinaryEncoder.encode(Core.Pod().message), false)])
        bytes += (0..<20).map { _ in UInt8.random(in: 0...255, using: &random) }
        // Whether it decodes depends on the bytes; it must come back either way.
        _ = try? ObjectWatch.events(in: bytes, type: Core.Pod.descriptor)
        #expect(throws: ClientError.self) { try ObjectWatch.events(in: [0xff, 0xff], type: Core.Pod.descriptor) }
    }
}
