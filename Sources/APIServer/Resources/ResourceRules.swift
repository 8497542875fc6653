public import Objects

/// What is particular to a kind: its defaults, what of it a client may set, what is valid, and how it is printed.
///
/// Pure: every function sees only the objects that it is given.
public protocol ResourceRules: Sendable {
    /// Fills what the client left open. Also applied to stored objects when they are read for a change.
    func setDefaults(_ object: inout Message)
    /// Clears what clients do not set at creation, such as status.
    func prepareForCreate(_ object: inout Message)
    /// Keeps what clients do not change through the main resource, such as status; through the subresource
    /// `status`, everything but status.
    func prepareForUpdate(_ object: inout Message, old: Message, subresource: ResourceDefinition.Subresource?)
    func validate(_ object: Message) -> [FieldProblem]
    /// Rules about the change; `validate` has been asked as well.
    func validateUpdate(_ object: Message, old: Message, subresource: ResourceDefinition.Subresource?) -> [FieldProblem]
    /// The name's rules; `[]` if it is good.
    func problemsWithName(_ name: String, isPrefix: Bool) -> [String]

    /// What `kubectl get` prints.
    var columns: [Column] { get }
    /// The paths of the fields that `cells` reads, beside `metadata.name` and `metadata.creationTimestamp`
    /// (`Projection`). Nothing else of an object is decoded for a table.
    var columnFields: [String] { get }
    /// One cell a column.
    ///
    /// - Parameters:
    ///   - object: the fields of `columnFields` and perhaps others.
    ///   - now: seconds since 1970, for ages.
    func cells(_ object: Message, now: Int64) -> [Cell]

    /// Through the subresource `scale`; nil: the kind has none.
    func scale(of object: Message) -> ScaleState?
    func setScale(_ replicas: Int, on object: inout Message)

    /// Seconds until the object is removed after its deletion has been asked for; nil: it is removed at once.
    func gracePeriodSeconds(_ object: Message, requested: Int?) -> Int?
    /// Whether something beside `metadata.finalizers` keeps an object that is being deleted, as a namespace's content.
    func holdsDeletion(_ object: Message) -> Bool
    /// Shows in the object that its deletion has begun.
    func markDeleting(_ object: inout Message)
}

public struct ScaleState: Sendable {
    public var replicas: Int
    public var observedReplicas: Int
    /// The label selector of the pods that are counted, as text.
    public var selector: String
    public init(replicas: Int, observedReplicas: Int, selector: String) {
        self.replicas = replicas
        self.observedReplicas = observedReplicas
        self.selector = selector
    }
}

/// A column of a `Table` (meta/v1).
public struct Column: Sendable {
    public enum Kind: String, Sendable { case string, integer, number, boolean, date }
    public let name: String
    public let kind: Kind
    /// "name" marks the column that names the object.
    public let format: String
    /// 0: always shown; 1: with `-o wide`.
    public let priority: Int
    public let description: String

    public init(
        _ name: String, _ kind: Kind = .string, format: String = "", priority: Int = 0, about description: String
    ) {
        self.name = name
        self.kind = kind
        self.format = format
        self.priority = priority
        self.description = description
    }

    public static let name = Column(
        "Name", format: "name", about: "The object's name, unique among objects of its kind and namespace.")
    public static let age = Column("Age", about: "The time since the object was created.")
}

public enum Cell: Sendable, Equatable {
    case text(String)
    case integer(Int)
}

extension ResourceRules {
    public func setDefaults(_ object: inout Message) {}
    public func prepareForCreate(_ object: inout Message) {}
    public func prepareForUpdate(_ object: inout Message, old: Message, subresource: ResourceDefinition.Subresource?) {}
    public func validate(_ object: Message) -> [FieldProblem] { [] }
    public func validateUpdate(
        _ object: Message, old: Message, subresource: ResourceDefinition.Subresource?
    ) -> [FieldProblem] { [] }
    public func problemsWithName(_ name: String, isPrefix: Bool) -> [String] {
        Names.subdomainProblems(name, isPrefix: isPrefix)
    }
    public var columns: [Column] { [.name, .age] }
    public var columnFields: [String] { [] }
    public func scale(of object: Message) -> ScaleState? { nil }
    public func setScale(_ replicas: Int, on object: inout Message) {}
    public func gracePeriodSeconds(_ object: Message, requested: Int?) -> Int? { nil }
    public func holdsDeletion(_ object: Message) -> Bool { false }
    public func markDeleting(_ object: inout Message) {}
    public func cells(_ object: Message, now: Int64) -> [Cell] {
        let metadata = Metadata(of: object)
        return [.text(metadata.name), .text(Age.text(since: metadata.creationSeconds, now: now))]
    }
}

/// How long ago something was, as Kubernetes prints it.
public enum Age {
    public static func text(since seconds: Int64?, now: Int64) -> String {
        guard let seconds else { return "<unknown>" }
        return text(seconds: now - seconds)
    }

    /// Two units at the most, the finer the younger: `42s`, `5m10s`, `26m`, `3h12m`, `2d4h`, `40d`, `2y30d`.
    public static func text(seconds: Int64) -> String {
        if seconds < -1 { return "<invalid>" }
        if seconds < 0 { return "0s" }
        if seconds < 120 { return "\(seconds)s" }
        let minutes = seconds / 60
        if minutes < 10 { return seconds % 60 == 0 ? "\(minutes)m" : "\(minutes)m\(seconds % 60)s" }
        if minutes < 180 { return "\(minutes)m" }
        let hours = minutes / 60
        if hours < 8 { return minutes % 60 == 0 ? "\(hours)h" : "\(hours)h\(minutes % 60)m" }
        if hours < 48 { return "\(hours)h" }
        let days = hours / 24
        if hours < 192 { return hours % 24 == 0 ? "\(days)d" : "\(days)d\(hours % 24)h" }
        if days < 730 { return "\(days)d" }
        let years = days / 365
        if days < 2920 { return days % 365 == 0 ? "\(years)y" : "\(years)y\(days % 365)d" }
        return "\(years)y"
    }
}
