import TestSupport

@testable import Objects

/// Objects of any type with anything in them, valid or not; words that rows look for occur often.
enum RandomObject {
    private static let words = [
        "", "a", "web", "True", "False", "Ready", "Initialized", "PodScheduled", "SchedulingGated", "Always", "Running",
        "Completed", "PodInitializing", "NodeLost", "Failed", "InternalIP", "ExternalIP", "kubernetes.io/role",
        "node-role.kubernetes.io/worker", "In", "Exists", "é<&>\u{2028}", " padded\n",
    ]

    static func make(_ type: MessageDescriptor, _ random: inout SeededGenerator, depth: Int = 0) -> Message {
        var message = Message(type)
        for (position, field) in type.fields.enumerated() {
            // Deep down there is less, so that there is an end.
            guard Int.random(in: 0..<10, using: &random) < (depth < 5 ? 7 : 1), depth < 9 else { continue }
            switch field.label {
            case .singular:
                if let value = value(field, &random, depth) { message.store(position, value) }
            case .repeated:
                let list = (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in value(field, &random, depth) }
                if !list.isEmpty { message[position] = .list(list) }
            case .map where !field.hasIntegerKeys:
                var map: StringMap<Value> = [:]
                for _ in 0..<Int.random(in: 0...3, using: &random) {
                    if let value = value(field, &random, depth) { map[word(&random)] = value }
                }
                if !map.isEmpty { message[position] = .map(map) }
            case .map: break
            }
        }
        return message
    }

    private static func word(_ random: inout SeededGenerator) -> String { words.randomElement(using: &random) ?? "" }

    /// Nil: of kinds that no row shows.
    private static func value(_ field: FieldDescriptor, _ random: inout SeededGenerator, _ depth: Int) -> Value? {
        switch field.kind {
        case .bool: return .bool(random.next() % 2 == 0)
        case .int32, .int64, .uint32, .uint64: return .int(Int.random(in: 0...4, using: &random))
        case .string: return .string(word(&random))
        case .bytes: return .bytes([1, 2, 3])
        case .time, .microTime: return .time(Timestamp(seconds: Int64(random.next() % 4_000), nanoseconds: 0))
        case .quantity: return .string("\(random.next() % 100)")
        case .intOrString: return random.next() % 2 == 0 ? .int(1) : .string("25%")
        case .message: return field.message.map { .message(make($0, &random, depth: depth + 1)) }
        default: return nil
        }
    }
}
