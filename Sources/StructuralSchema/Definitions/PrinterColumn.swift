public import Objects
public import Resources

/// A column of tables beside the name.
public struct PrinterColumn: Sendable {
    public let name: String
    /// `integer`, `number`, `string`, `boolean`, `date`.
    public let type: String
    public let format: String
    public let description: String
    public let priority: Int
    public let path: JSONPath?

    init(_ column: APIExtensions.CustomResourceColumnDefinition) {
        name = column.name
        type = column.type
        format = column.format
        description =
            column.description_.isEmpty
            ? "Custom resource definition column (in JSONPath format): \(column.jsonPath)" : column.description_
        priority = column.priority
        path = JSONPath(column.jsonPath)
    }

    /// What resources have that name no columns.
    static let age: PrinterColumn = {
        var column = APIExtensions.CustomResourceColumnDefinition()
        column.name = "Age"
        column.type = "date"
        column.description_ = "When the object was made: how long it has been there."
        column.jsonPath = ".metadata.creationTimestamp"
        return PrinterColumn(column)
    }()

    /// What the column shows of an object.
    ///
    /// - Parameter now: seconds since 1970, for ages.
    public func cell(of object: Value, now: Int64) -> Cell {
        guard let found = path?.find(in: object).first else { return .none }
        switch (type, found) {
        case ("string", .null): return .none
        case ("string", .string(let text)): return .text(text)
        case ("string", .list), ("string", .map), ("string", .double):
            return .text(String(decoding: FreeValue.text(found), as: UTF8.self))
        case ("string", _): return .text(FreeValue.goText(found))
        case ("integer", .int(let number)): return .integer(number)
        case ("integer", .double(let number)):
            return Int(exactly: number.rounded(.towardZero)).map { .integer($0) } ?? .none
        case ("number", .int(let number)): return .number(Double(number))
        case ("number", .double(let number)): return .number(number)
        case ("boolean", .bool(let flag)): return .flag(flag)
        case ("date", .string(let text)):
            guard let time = try? Timestamp(rfc3339: text) else { return .text("<invalid>") }
            return .text(Age.text(since: time.seconds, now: now))
        default: return .none
        }
    }
}
