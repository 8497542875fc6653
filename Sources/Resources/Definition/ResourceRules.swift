public import Objects

/// What is particular to a kind: its defaults, what of it a client may set, and what is valid.
///
/// Pure: every function sees only the objects that it is given. What all kinds have in common, such as that status has a
/// path of its own, is the definition's (`ResourceDefinition+Strategy`).
public protocol ResourceRules: Sendable {
    /// Removes what the kind does not know, where its type does not say it, and tells what strict decoding would say of it:
    /// `unknown field "spec.gone"`.
    func tidy(_ object: inout Message) -> [String]
    /// Why what a client sent is no object of the kind, where its type does not say it; asked after `tidy`.
    func misfit(_ object: Message) -> FieldProblem?
    /// Fills what the client left open. Also applied to stored objects when they are read for a change.
    func setDefaults(_ object: inout Message)
    /// Fills or clears what the server decides at creation.
    func prepareForCreate(_ object: inout Message)
    /// Keeps what clients do not change, beside what the definition keeps.
    func prepareForUpdate(_ object: inout Message, old: Message, subresource: Subresource?)
    /// Writes down who writes and when, for kinds that tell it; called after the object was prepared.
    ///
    /// - Parameter old: nil: the object is new.
    func record(_ object: inout Message, old: Message?, subresource: Subresource?, by writer: Writer)
    func validate(_ object: Message) -> [FieldProblem]
    /// Rules about a new object that no longer hold for one that was stored.
    func validateCreate(_ object: Message) -> [FieldProblem]
    /// Rules about the change; `validate` has been asked as well.
    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem]
    /// What the writer is told although the object is valid; shown as `Warning` headers.
    func warnings(_ object: Message, old: Message?) -> [String]
    /// Why the object of that name may not be deleted; nil: it may.
    func deletionRefusal(_ name: String) -> String?
    /// What somebody who deletes such an object is told.
    func deletionWarnings(_ propagationIsChosen: Bool) -> [String]
    /// The name's rules; `[]` if it is good.
    func problemsWithName(_ name: String, isPrefix: Bool) -> [String]

    /// Seconds until the object is removed after its deletion has been asked for; nil: it is removed at once.
    func gracePeriodSeconds(_ object: Message, requested: Int?) -> Int?
    /// Whether something beside `metadata.finalizers` keeps an object that is being deleted, as a namespace's content.
    func holdsDeletion(_ object: Message) -> Bool
    /// Shows in the object that its deletion has begun.
    func markDeleting(_ object: inout Message)
}

extension ResourceRules {
    public func tidy(_ object: inout Message) -> [String] { [] }
    public func misfit(_ object: Message) -> FieldProblem? { nil }
    public func setDefaults(_ object: inout Message) {}
    public func prepareForCreate(_ object: inout Message) {}
    public func prepareForUpdate(_ object: inout Message, old: Message, subresource: Subresource?) {}
    public func record(_ object: inout Message, old: Message?, subresource: Subresource?, by writer: Writer) {}
    public func validate(_ object: Message) -> [FieldProblem] { [] }
    public func validateCreate(_ object: Message) -> [FieldProblem] { [] }
    public func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] { [] }
    public func warnings(_ object: Message, old: Message?) -> [String] { [] }
    public func deletionRefusal(_ name: String) -> String? { nil }
    public func deletionWarnings(_ propagationIsChosen: Bool) -> [String] { [] }
    public func problemsWithName(_ name: String, isPrefix: Bool) -> [String] {
        Names.subdomainProblems(name, isPrefix: isPrefix)
    }
    public func gracePeriodSeconds(_ object: Message, requested: Int?) -> Int? { nil }
    public func holdsDeletion(_ object: Message) -> Bool { false }
    public func markDeleting(_ object: inout Message) {}
}

/// A kind without rules of its own.
public struct PlainRules: ResourceRules {
    public init() {}
}
