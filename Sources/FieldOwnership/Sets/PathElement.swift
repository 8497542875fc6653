public import Objects
import Wire

/// One step of the way to a field: a member's name, or what tells a list's items apart.
public enum PathElement: Sendable {
    /// A structure's field or a map's key.
    case field(String)
    /// An item of a list of structures, by its key fields in the order of their names.
    case key([KeyField])
    /// An item of a list that is a set: the item itself.
    case value(Value)
    /// An item of a list by its place.
    case index(Int)

    /// A field that is part of an item's key.
    public struct KeyField: Sendable {
        public var name: String
        public var value: Value

        public init(name: String, value: Value) {
            self.name = name
            self.value = value
        }
    }

    /// Names before keys, keys before values, values before places, each in its own order.
    public static func order(_ a: PathElement, _ b: PathElement) -> Order {
        switch (a, b) {
        case (.field(let a), .field(let b)): return Order(a, b)
        case (.key(let a), .key(let b)): return order(a, b)
        case (.value(let a), .value(let b)): return FreeValueOrder.order(a, b)
        case (.index(let a), .index(let b)): return Order(a, b)
        default: return Order(a.rank, b.rank)
        }
    }

    private static func order(_ a: [KeyField], _ b: [KeyField]) -> Order {
        for (first, second) in zip(a, b) {
            let names = Order(first.name, second.name)
            if names != .same { return names }
            let values = FreeValueOrder.order(first.value, second.value)
            if values != .same { return values }
        }
        return Order(a.count, b.count)
    }

    private var rank: Int {
        switch self {
        case .field: 0
        case .key: 1
        case .value: 2
        case .index: 3
        }
    }
}

extension PathElement: Equatable {
    public static func == (a: PathElement, b: PathElement) -> Bool { order(a, b) == .same }
}

extension PathElement: CustomStringConvertible {
    /// As messages show it: `.name`, `[name="c"]`, `[="v"]`, `[0]`.
    public var description: String {
        switch self {
        case .field(let name): ".\(name)"
        case .key(let fields):
            "[\(fields.map { "\($0.name)=\(FreeValueOrder.text($0.value))" }.joined(separator: ","))]"
        case .value(let value): "[=\(FreeValueOrder.text(value))]"
        case .index(let place): "[\(place)]"
        }
    }
}

/// The way from an object to one of its fields.
public typealias FieldPath = [PathElement]

extension FieldPath {
    /// As messages show it: `.spec.containers[name="c"].image`.
    public var text: String { map(\.description).joined() }
}

/// How one thing stands to another.
public enum Order: Sendable {
    case before, same, after

    init(_ a: Int, _ b: Int) { self = a < b ? .before : a > b ? .after : .same }

    /// By UTF-8 bytes.
    init(_ a: String, _ b: String) {
        self = a == b && a.utf8.count == b.utf8.count ? .same : ByteOrder.precedes(a, b) ? .before : .after
    }
}
