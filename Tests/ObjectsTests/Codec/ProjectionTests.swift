import Testing
import TestSupport

@testable import Objects

/// What is projected is what the whole object has there, and nothing else.
struct ProjectionTests {
    /// Every path of a type to a depth, passing through lists, as a projection takes them.
    private static func paths(_ type: MessageDescriptor, depth: Int) -> [String] {
        type.fields.flatMap { field -> [String] in
            guard field.kind == .message, field.label != .map, let inner = field.message else {
                return field.isInline ? [] : [field.name]
            }
            let below = depth > 0 ? paths(inner, depth: depth - 1) : []
            return field.isInline ? below : [field.name] + below.map { "\(field.name).\($0)" }
        }
    }

    /// The whole object's fields at the paths, by another way: what is not on them is cleared.
    private static func pruned(_ message: Message, _ paths: [ArraySlice<Substring>]) -> Message {
        var kept = Message(message.descriptor)
        for (position, field) in message.descriptor.fields.enumerated() {
            guard let value = message[position] else { continue }
            let own =
                field.isInline ? paths : paths.filter { $0.first.map(String.init) == field.name }.map { $0.dropFirst() }
            if own.isEmpty { continue }
            if own.contains(where: \.isEmpty) {
                kept.store(position, value)
                continue
            }
            switch value {
            case .message(let inner):
                if field.isInline,
                    !own.contains(where: { path in inner.descriptor.fields.contains { $0.name == path[path.startIndex] }
                    })
                {
                    continue
                }
                kept.store(position, .message(pruned(inner, own)))
            case .list(let list):
                kept[position] = .list(
                    list.map { if case .message(let inner) = $0 { .message(pruned(inner, own)) } else { $0 } })
            default: break
            }
        }
        return kept
    }

    @Test(arguments: GoldenVectorTests.names())
    func whatItNamesIsReadAndTheRestIsNot(_ name: String) throws {
        var random = SeededGenerator(seed: name.utf8.reduce(7) { ($0 &* 31) &+ UInt64($1) })
        let binary = try GoldenVectorTests.file("\(name).pb")
        let envelope = try Envelope(reading: binary)
        let type = try #require(GoldenVectorTests.type(name, envelope))
        let whole = try BinaryDecoder.decode(binary, in: envelope.object, as: type)
        let all = Self.paths(type, depth: 3)
        for _ in 0..<40 {
            let paths = (0..<6).compactMap { _ in all.randomElement(using: &random) }
            let projection = try #require(Projection(paths, of: type), "\(paths)")
            let found = try BinaryDecoder.decode(binary, in: envelope.object, as: type, only: projection)
            let expected = Self.pruned(whole, paths.map { $0.split(separator: ".")[...] })
            #expect(found == expected, "\(paths)")
        }
    }

    @Test(arguments: [
        "spec.nodeNames", "nothing", "spec.nodeName.x", "metadata.labels.app", "spec.containers.resources.limits.cpu",
    ])
    func aPathThatLeadsNowhereIsRefused(_ path: String) {
        #expect(Projection(["metadata.name", path], of: Core.Pod.descriptor) == nil)
    }

    @Test func ofNoPathsNothingIsRead() throws {
        var pod = Core.Pod()
        pod.metadata.name = "a"
        pod.spec.nodeName = "b"
        let bytes = BinaryEncoder.encode(pod.message)
        let projection = try #require(Projection([], of: Core.Pod.descriptor))
        let found = try BinaryDecoder.decode(bytes, in: 0..<bytes.count, as: Core.Pod.descriptor, only: projection)
        #expect(found.isEmpty)
    }
}
