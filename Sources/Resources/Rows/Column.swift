public import Objects

/// A column of a `Table` (meta/v1), and where its cells come from.
public struct Column: Sendable {
    public enum Kind: String, Sendable { case string, integer, number, boolean, date }
    public let name: String
    public let kind: Kind
    /// "name" marks the column that names the object.
    public let format: String
    /// 0: always shown; 1: with `-o wide`.
    public let priority: Int
    public let description: String
    /// The paths of the fields that the cell needs, beside `metadata.name` and `metadata.creationTimestamp`.
    let reads: [String]
    /// The cell, from the fields of `reads` and perhaps others; `now` is seconds since 1970, for ages.
    let cell: @Sendable (_ object: Message, _ now: Int64) -> Cell

    /// A column whose cells a plan makes together with those of other columns.
    public init(
        _ name: String, _ kind: Kind = .string, format: String = "", priority: Int = 0, about description: String
    ) {
        self.init(name, kind, format: format, priority: priority, about: description, reads: []) { _, _ in .text("") }
    }

    /// A column with cells of its own.
    public init(
        _ name: String, _ kind: Kind = .string, format: String = "", priority: Int = 0, about description: String,
        reads: [String], cell: @escaping @Sendable (_ object: Message, _ now: Int64) -> Cell
    ) {
        self.name = name
        self.kind = kind
        self.format = format
        self.priority = priority
        self.description = description
        self.reads = reads
        self.cell = cell
    }

    /// A column that shows one field as it stands.
    ///
    /// - Parameter absent: what is shown where the object has no such field.
    public init(
        _ name: String, _ kind: Kind = .string, format: String = "", priority: Int = 0, about description: String,
        field path: String, absent: Cell = .text("")
    ) {
        self.init(name, kind, format: format, priority: priority, about: description, reads: [path]) { object, _ in
            switch object[path: path] {
            case .string(let text)?: .text(text)
            case .int(let number)?: .integer(number)
            case .bool(let flag)?: .flag(flag)
            default: absent
            }
        }
    }

    /// The same column, always shown or only with `-o wide`.
    func shown(priority: Int) -> Column {
        Column(name, kind, format: format, priority: priority, about: description, reads: reads, cell: cell)
    }

    public static let name = Column(
        "Name", format: "name", about: "The object's name, unique among objects of its kind and namespace.", reads: []
    ) { object, _ in RowText.name(object) }
    public static let age = Column("Age", about: "The time since the object was created.", reads: []) { object, now in
        RowText.age(object, now)
    }
}

public enum Cell: Sendable, Equatable {
    case text(String)
    case integer(Int)
    case flag(Bool)
    case number(Double)
    /// Nothing to show: `null`, which kubectl prints as `<none>`.
    case none
}
