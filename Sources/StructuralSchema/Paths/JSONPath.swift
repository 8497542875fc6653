public import Objects

/// A JSONPath as printer columns have them (Kubernetes, "JSONPath Support", without templates):
/// `.status.conditions[?(@.type=="Ready")].status`, `.spec.ports[*].port`, `.metadata.labels['a.b/c']`.
public struct JSONPath: Sendable {
    indirect enum Step: Sendable {
        case member(String)
        /// Of a list: from, to, every so many.
        case slice(Int?, Int?, Int)
        case index(Int)
        case all
        /// The steps after it, from here and everything below.
        case descend
        case choice([Step])
        case filter([Step], Comparison?)
    }
    struct Comparison: Sendable {
        enum Operand: Sendable {
            case value(Value)
            case path([Step])
        }
        var sign: String
        var right: Operand
    }
    let steps: [Step]

    /// - Returns: nil when the text is no path.
    public init?(_ text: String) {
        guard text.utf8.count <= SchemaLimits.pathBytes else { return nil }
        var parser = JSONPathParser(text)
        guard let steps = parser.parse() else { return nil }
        self.steps = steps
    }

    /// The member names that the path begins with, as far as it goes straight: what must be read of an object.
    public var firstMember: String? {
        if case .member(let name)? = steps.first { name } else { nil }
    }

    /// The values it leads to, at most `SchemaLimits.pathResults`; missing members lead nowhere.
    public func find(in value: Value) -> [Value] { Self.find(steps[...], [value]) }

    private static func find(_ steps: ArraySlice<Step>, _ start: [Value]) -> [Value] {
        var values = start
        for (place, step) in zip(steps.indices, steps) {
            var found: [Value] = []
            if case .descend = step {
                for value in values { everything(in: value, depth: 0, &found) }
                return find(steps[(place + 1)...], found)
            }
            for value in values {
                take(step, value, &found)
                guard found.count < SchemaLimits.pathResults else { break }
            }
            values = found
            if values.isEmpty { break }
        }
        return values
    }

    private static func everything(in value: Value, depth: Int, _ found: inout [Value]) {
        guard found.count < SchemaLimits.pathResults, depth < 128 else { return }
        found.append(value)
        switch value {
        case .map(let map): for entry in map.entries { everything(in: entry.value, depth: depth + 1, &found) }
        case .list(let list): for item in list { everything(in: item, depth: depth + 1, &found) }
        default: break
        }
    }

    private static func take(_ step: Step, _ value: Value, _ found: inout [Value]) {
        switch (step, value) {
        case (.member(let name), .map(let map)): if let member = map[name] { found.append(member) }
        case (.index(let index), .list(let list)):
            let place = index < 0 ? list.count + index : index
            if list.indices.contains(place) { found.append(list[place]) }
        case (.slice(let from, let to, let stride), .list(let list)):
            let low = max(0, from.map { $0 < 0 ? list.count + $0 : $0 } ?? 0)
            let high = min(list.count, to.map { $0 < 0 ? list.count + $0 : $0 } ?? list.count)
            guard low < high, stride > 0 else { return }
            for place in Swift.stride(from: low, to: high, by: stride) { found.append(list[place]) }
        case (.all, .list(let list)): found += list
        case (.all, .map(let map)): found += map.values
        case (.choice(let steps), _): for step in steps { take(step, value, &found) }
        case (.filter(let left, let comparison), .list(let list)):
            for item in list where holds(left, comparison, item) { found.append(item) }
        case (.filter(let left, let comparison), .map(let map)):
            for item in map.values where holds(left, comparison, item) { found.append(item) }
        default: break
        }
    }

    private static func holds(_ left: [Step], _ comparison: Comparison?, _ item: Value) -> Bool {
        guard let value = find(left[...], [item]).first else { return false }
        guard let comparison else { return true }
        let right: Value
        switch comparison.right {
        case .value(let literal): right = literal
        case .path(let steps):
            guard let found = find(steps[...], [item]).first else { return false }
            right = found
        }
        switch comparison.sign {
        case "==": return FreeValue.isEqual(value, right)
        case "!=": return !FreeValue.isEqual(value, right)
        default: break
        }
        let isLess: Bool
        let isMore: Bool
        switch (number(value), number(right), value, right) {
        case (let a?, let b?, _, _): (isLess, isMore) = (a < b, a > b)
        case (_, _, .string(let a), .string(let b)): (isLess, isMore) = (a < b, a > b)
        default: return false
        }
        return switch comparison.sign {
        case "<": isLess
        case "<=": !isMore
        case ">": isMore
        default: !isLess
        }
    }

    private static func number(_ value: Value) -> Double? {
        switch value {
        case .int(let number): Double(number)
        case .double(let number): number
        default: nil
        }
    }
}

/// Reads the text of a `JSONPath`; every function returns nil where the text is none.
struct JSONPathParser {
    private let text: [UInt8]
    private var at = 0
    private var depth = 0

    init(_ text: String) { self.text = Array(text.utf8) }

    private var next: UInt8? { at < text.count ? text[at] : nil }

    mutating func parse() -> [JSONPath.Step]? {
        if next == UInt8(ascii: "{"), text.last == UInt8(ascii: "}") { return nil }
        let steps = steps(stopsAt: [])
        return at == text.count ? steps : nil
    }

    /// - Parameter stops: bytes that end the path, outside brackets.
    private mutating func steps(stopsAt stops: [UInt8]) -> [JSONPath.Step]? {
        depth += 1
        defer { depth -= 1 }
        guard depth < 16 else { return nil }
        var steps: [JSONPath.Step] = []
        if next == UInt8(ascii: "$") || next == UInt8(ascii: "@") { at += 1 }
        while let byte = next, !stops.contains(byte) {
            switch byte {
            case UInt8(ascii: "."):
                at += 1
                if next == UInt8(ascii: ".") {
                    at += 1
                    steps.append(.descend)
                }
                if next == UInt8(ascii: "[") || next == nil { continue }
                guard let step = member(stopsAt: stops) else { return nil }
                steps.append(step)
            case UInt8(ascii: "["):
                guard let step = bracket() else { return nil }
                steps.append(step)
            default:
                guard steps.isEmpty, let step = member(stopsAt: stops) else { return nil }
                steps.append(step)
            }
        }
        return steps
    }

    private mutating func member(stopsAt stops: [UInt8]) -> JSONPath.Step? {
        var name: [UInt8] = []
        while let byte = next, byte != UInt8(ascii: "."), byte != UInt8(ascii: "["), !stops.contains(byte) {
            at += 1
            if byte == UInt8(ascii: "\\"), let escaped = next {
                name.append(escaped)
                at += 1
            } else {
                name.append(byte)
            }
        }
        if name == [UInt8(ascii: "*")] { return .all }
        return name.isEmpty ? nil : .member(String(decoding: name, as: UTF8.self))
    }

    private mutating func skipSpace() { while next == UInt8(ascii: " ") { at += 1 } }

    private mutating func bracket() -> JSONPath.Step? {
        at += 1
        skipSpace()
        if next == UInt8(ascii: "?") { return filter() }
        var choices: [JSONPath.Step] = []
        while true {
            skipSpace()
            guard let byte = next else { return nil }
            if byte == UInt8(ascii: "*") {
                at += 1
                choices.append(.all)
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                guard let name = quoted() else { return nil }
                choices.append(.member(name))
            } else {
                guard let step = place() else { return nil }
                choices.append(step)
            }
            skipSpace()
            if next == UInt8(ascii: ",") {
                at += 1
                continue
            }
            guard next == UInt8(ascii: "]") else { return nil }
            at += 1
            return choices.count == 1 ? choices[0] : .choice(choices)
        }
    }

    /// `0`, `-1`, `1:`, `1:4:2`.
    private mutating func place() -> JSONPath.Step? {
        var parts: [Int?] = [integer()]
        while next == UInt8(ascii: ":"), parts.count < 3 {
            at += 1
            parts.append(integer())
        }
        if parts.count == 1 { return parts[0].map { .index($0) } }
        return .slice(parts[0], parts[1], parts.count > 2 ? parts[2] ?? 1 : 1)
    }

    private mutating func integer() -> Int? {
        let start = at
        if next == UInt8(ascii: "-") { at += 1 }
        while let byte = next, (0x30...0x39).contains(byte) { at += 1 }
        return Int(String(decoding: text[start..<at], as: UTF8.self))
    }

    private mutating func quoted() -> String? {
        guard let quote = next else { return nil }
        at += 1
        var name: [UInt8] = []
        while let byte = next, byte != quote {
            at += 1
            if byte == UInt8(ascii: "\\"), let escaped = next {
                name.append(escaped)
                at += 1
            } else {
                name.append(byte)
            }
        }
        guard next == quote else { return nil }
        at += 1
        return String(decoding: name, as: UTF8.self)
    }

    /// `?(@.type=="Ready")]`.
    private mutating func filter() -> JSONPath.Step? {
        at += 1
        guard next == UInt8(ascii: "(") else { return nil }
        at += 1
        skipSpace()
        let signs = Array("=!<> )".utf8)
        guard let left = steps(stopsAt: signs) else { return nil }
        skipSpace()
        var comparison: JSONPath.Comparison?
        if next != UInt8(ascii: ")") {
            guard let found = self.comparison() else { return nil }
            comparison = found
        }
        skipSpace()
        guard next == UInt8(ascii: ")") else { return nil }
        at += 1
        guard next == UInt8(ascii: "]") else { return nil }
        at += 1
        return .filter(left, comparison)
    }

    private mutating func comparison() -> JSONPath.Comparison? {
        let start = at
        while let byte = next, Array("=!<>".utf8).contains(byte) { at += 1 }
        let sign = String(decoding: text[start..<at], as: UTF8.self)
        guard ["==", "!=", "<", "<=", ">", ">="].contains(sign) else { return nil }
        skipSpace()
        guard let byte = next else { return nil }
        if byte == UInt8(ascii: "@") || byte == UInt8(ascii: "$") {
            return steps(stopsAt: Array(" )".utf8)).map { JSONPath.Comparison(sign: sign, right: .path($0)) }
        }
        if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
            return quoted().map { JSONPath.Comparison(sign: sign, right: .value(.string($0))) }
        }
        let first = at
        while let byte = next, byte != UInt8(ascii: " "), byte != UInt8(ascii: ")") { at += 1 }
        guard let value = try? FreeValue.parse(Array(text[first..<at])) else { return nil }
        return JSONPath.Comparison(sign: sign, right: .value(value))
    }
}
