/// A Swift type that a field can be read as and written from: what typed views are made of.
public protocol FieldValue: Sendable {
    init?(field value: Value)
    var fieldValue: Value { get }
    /// What an absent field without presence reads as.
    static func absent(_ field: FieldDescriptor) -> Self
}

/// A typed view of a message: accessors by name over the same storage.
public protocol MessageView: FieldValue, Equatable {
    static var descriptor: MessageDescriptor { get }
    var message: Message { get set }
    init(_ message: Message)
}

extension MessageView {
    public init() { self.init(Message(Self.descriptor)) }
    public init?(field value: Value) {
        guard case .message(let message) = value else { return nil }
        self.init(message)
    }
    public var fieldValue: Value { .message(message) }
    public static func absent(_ field: FieldDescriptor) -> Self { Self() }
    public static func == (a: Self, b: Self) -> Bool { a.message == b.message }
}

extension Message {
    public func get<T: FieldValue>(_ position: Int) -> T {
        if let value = self[position], let typed = T(field: value) { return typed }
        return T.absent(descriptor.fields[position])
    }
    public mutating func set<T: FieldValue>(_ position: Int, _ value: T) {
        store(position, value.fieldValue)
    }
    public func getOptional<T: FieldValue>(_ position: Int) -> T? {
        self[position].flatMap { T(field: $0) }
    }
    public mutating func setOptional<T: FieldValue>(_ position: Int, _ value: T?) {
        self[position] = value?.fieldValue
    }
    public func getList<T: FieldValue>(_ position: Int) -> [T] {
        guard case .list(let values)? = self[position] else { return [] }
        return values.compactMap { T(field: $0) }
    }
    public mutating func setList<T: FieldValue>(_ position: Int, _ values: [T]) {
        self[position] = values.isEmpty ? nil : .list(values.map(\.fieldValue))
    }
    public func getMap<T: FieldValue>(_ position: Int) -> StringMap<T> {
        guard case .map(let map)? = self[position] else { return [:] }
        return map.compactMapValues { T(field: $0) }
    }
    public mutating func setMap<T: FieldValue>(_ position: Int, _ map: StringMap<T>) {
        self[position] = map.isEmpty ? nil : .map(map.mapValues(\.fieldValue))
    }
    /// For changes in place: the child leaves its slot meanwhile, so that it is not copied.
    public mutating func take<T: FieldValue>(_ position: Int) -> T {
        if let value = takeValue(position), let typed = T(field: value) { return typed }
        return T.absent(descriptor.fields[position])
    }
    public mutating func takeOptional<T: FieldValue>(_ position: Int) -> T? {
        takeValue(position).flatMap { T(field: $0) }
    }
}

extension String: FieldValue {
    public init?(field value: Value) {
        guard case .string(let text) = value else { return nil }
        self = text
    }
    public var fieldValue: Value { .string(self) }
    public static func absent(_ field: FieldDescriptor) -> String { "" }
}

extension Bool: FieldValue {
    public init?(field value: Value) {
        guard case .bool(let flag) = value else { return nil }
        self = flag
    }
    public var fieldValue: Value { .bool(self) }
    public static func absent(_ field: FieldDescriptor) -> Bool { false }
}

extension Int: FieldValue {
    public init?(field value: Value) {
        guard case .int(let number) = value else { return nil }
        self = number
    }
    public var fieldValue: Value { .int(self) }
    public static func absent(_ field: FieldDescriptor) -> Int { 0 }
}

extension Double: FieldValue {
    public init?(field value: Value) {
        guard case .double(let number) = value else { return nil }
        self = number
    }
    public var fieldValue: Value { .double(self) }
    public static func absent(_ field: FieldDescriptor) -> Double { 0 }
}

extension Array: FieldValue where Element == UInt8 {
    public init?(field value: Value) {
        guard case .bytes(let bytes) = value else { return nil }
        self = bytes
    }
    public var fieldValue: Value { .bytes(self) }
    public static func absent(_ field: FieldDescriptor) -> [UInt8] { [] }
}

extension Timestamp: FieldValue {
    public init?(field value: Value) {
        guard case .time(let time) = value else { return nil }
        self = time
    }
    public var fieldValue: Value { .time(self) }
    public static func absent(_ field: FieldDescriptor) -> Timestamp { Timestamp(seconds: 0, nanoseconds: 0) }
}

extension Quantity: FieldValue {
    public init?(field value: Value) {
        guard case .string(let text) = value, let quantity = try? Quantity(parsing: text) else { return nil }
        self = quantity
    }
    public var fieldValue: Value { .string(description) }
    public static func absent(_ field: FieldDescriptor) -> Quantity { Quantity(0) }
}

extension IntOrString: FieldValue {
    public init?(field value: Value) {
        switch value {
        case .int(let number): self = .int(number)
        case .string(let text): self = .string(text)
        default: return nil
        }
    }
    public var fieldValue: Value {
        switch self {
        case .int(let number): .int(number)
        case .string(let text): .string(text)
        }
    }
    public static func absent(_ field: FieldDescriptor) -> IntOrString { .int(0) }
}

extension RawJSON: FieldValue {
    public init?(field value: Value) {
        guard case .bytes(let bytes) = value else { return nil }
        self.init(bytes)
    }
    public var fieldValue: Value { .bytes(bytes) }
    public static func absent(_ field: FieldDescriptor) -> RawJSON { RawJSON([]) }
}
