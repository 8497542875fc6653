import Objects

/// A total order of JSON values, and their text in messages: what items of sets and keys are told apart and sorted by.
enum FreeValueOrder {
    /// Numbers by value, then texts, then false and true, lists, maps, and null at the end.
    static func order(_ a: Value, _ b: Value) -> Order {
        switch (a, b) {
        case (.int(let a), .int(let b)): return Order(a, b)
        case (.double(let a), .double(let b)): return order(a, b)
        case (.int(let a), .double(let b)): return order(Double(a), b)
        case (.double(let a), .int(let b)): return order(a, Double(b))
        case (.string(let a), .string(let b)): return Order(a, b)
        case (.bool(let a), .bool(let b)): return Order(a ? 1 : 0, b ? 1 : 0)
        case (.list(let a), .list(let b)):
            for (first, second) in zip(a, b) {
                let items = order(first, second)
                if items != .same { return items }
            }
            return Order(a.count, b.count)
        case (.map(let a), .map(let b)):
            for (first, second) in zip(a.entries, b.entries) {
                let keys = Order(first.key, second.key)
                if keys != .same { return keys }
                let values = order(first.value, second.value)
                if values != .same { return values }
            }
            return Order(a.count, b.count)
        default: return a == b ? .same : Order(rank(a), rank(b))
        }
    }

    private static func order(_ a: Double, _ b: Double) -> Order { a < b ? .before : a > b ? .after : .same }

    private static func rank(_ value: Value) -> Int {
        switch value {
        case .int, .double: 0
        case .string, .bytes, .time: 1
        case .bool: 2
        case .list: 3
        case .map, .message: 4
        case .null: 5
        }
    }

    /// As paths in messages show a value: texts quoted.
    static func text(_ value: Value) -> String {
        switch value {
        case .string(let text): GoText.quoted(text)
        case .list(let list): "[\(list.map(text).joined(separator: ","))]"
        case .map(let map): "{\(map.entries.map { "\($0.key)=\(text($0.value))" }.joined(separator: ";"))}"
        default: String(decoding: FreeValue.text(value), as: UTF8.self)
        }
    }
}
