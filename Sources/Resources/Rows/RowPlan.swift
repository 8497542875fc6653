public import Objects

/// The condition `Completed` of a row (meta/v1 `TableRowCondition`).
public struct RowCompletion: Sendable, Equatable {
    /// For programs.
    public let reason: String
    /// For people.
    public let message: String
}

/// What `kubectl get` prints of a kind: columns, the fields that they need, and the cells.
public struct RowPlan: Sendable {
    public let columns: [Column]
    /// The paths of the fields that `cells` reads, beside `metadata.name` and `metadata.creationTimestamp`
    /// (`Projection`). Nothing else of an object is decoded for a table.
    public let fields: [String]
    private let make: @Sendable (_ object: Message, _ now: Int64) -> [Cell]
    /// Of two objects in a list's table, whether the first one's row stands above; nil: rows stand as objects do.
    public private(set) var isAbove: (@Sendable (Message, Message) -> Bool)?

    /// Why an object is done, of kinds that say so beside their cells; nil: of none.
    public private(set) var completion: (@Sendable (Message) -> RowCompletion?)?

    /// Cells column by column.
    public init(_ columns: [Column]) {
        self.init(columns, reading: columns.flatMap(\.reads)) { object, now in columns.map { $0.cell(object, now) } }
    }

    /// All cells of a row at once, where columns share what they must find out.
    public init(
        _ columns: [Column], reading fields: [String],
        cells: @escaping @Sendable (_ object: Message, _ now: Int64) -> [Cell]
    ) {
        self.columns = columns
        self.fields = fields
        make = cells
    }

    /// One cell a column.
    ///
    /// - Parameters:
    ///   - object: the fields of `fields` and perhaps others.
    ///   - now: seconds since 1970, for ages.
    public func cells(_ object: Message, now: Int64) -> [Cell] { make(object, now) }

    /// The same with the rows of a list in another order.
    public func sorted(_ isAbove: @escaping @Sendable (Message, Message) -> Bool) -> RowPlan {
        var plan = self
        plan.isAbove = isAbove
        return plan
    }

    /// The same, saying of which objects nothing more is to be expected.
    ///
    /// - Parameter completion: from the fields of `fields`.
    func completing(_ completion: @escaping @Sendable (Message) -> RowCompletion?) -> RowPlan {
        var plan = self
        plan.completion = completion
        return plan
    }

    public static let nameAndAge = RowPlan([.name, .age])
    /// Of kinds that Kubernetes has no words for.
    static let nameAndCreation = RowPlan([
        .name,
        Column("Created At", .date, about: "When the object was created.", reads: []) { object, _ in
            .text(Metadata(of: object).creationSeconds.map { Timestamp(seconds: $0, nanoseconds: 0).rfc3339 } ?? "")
        },
    ])
}
