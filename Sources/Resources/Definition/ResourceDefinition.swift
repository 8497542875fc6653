public import Objects

/// A resource as a declaration: its names, what may be asked of it, where it is stored, its kind's rules and its rows.
///
/// Adding one is a page: a definition, rules where the kind has some, and columns.
public final class ResourceDefinition: Sendable {
    /// "" for the core group.
    public let group: String
    public let version: String
    public let plural: String
    public let singular: String
    public let kind: String
    public let listKind: String
    public let shortNames: [String]
    public let categories: [String]
    public let isNamespaced: Bool
    /// In the order that discovery shows them.
    public let verbs: [Verb]
    public let type: MessageDescriptor
    /// Nil: its objects are not listed.
    public let listType: MessageDescriptor?
    /// Below `/registry/`, as Kubernetes names it: `minions` for nodes.
    public let storageName: String
    /// In the order of their names; a custom resource's status comes first.
    public let subresources: [Subresource]
    public let selectableFields: [SelectableField]
    public let traits: Traits
    public let rules: any ResourceRules
    public let rows: RowPlan
    /// Where the number of replicas stands, when there is a subresource `scale`.
    public let scale: ScalePaths?
    /// For a version that is not the one that is stored.
    public let conversion: Conversion?
    /// What everybody who asks for the resource is told, shown as a `Warning` header; nil: it is as good as ever.
    public let deprecation: String?

    /// What may be asked of a resource itself (API concepts, "API verbs").
    public enum Verb: String, Sendable, CaseIterable {
        case create, delete, deletecollection, get, list, patch, update, watch
    }

    /// Where kinds differ in how they are written and deleted.
    public struct Traits: OptionSet, Sendable {
        public let rawValue: UInt16
        public init(rawValue: UInt16) { self.rawValue = rawValue }
        /// `metadata.generation` counts changes of everything but metadata and status.
        public static let tracksGeneration = Traits(rawValue: 1 << 0)
        /// Changes of annotations count as well: a Deployment's are copied to its ReplicaSets.
        public static let annotationsAreGenerations = Traits(rawValue: 1 << 1)
        /// A PUT of an object that is not there makes it.
        public static let createsOnUpdate = Traits(rawValue: 1 << 2)
        /// A PUT must say which version it replaces.
        public static let updatesNeedVersion = Traits(rawValue: 1 << 3)
        /// A deletion answers with the object, not with a `Status`.
        public static let returnsDeleted = Traits(rawValue: 1 << 4)
        /// Status may be given when the object is made, as nodes do that register themselves.
        public static let createsWithStatus = Traits(rawValue: 1 << 5)
        /// Is answered, and not stored: reviews.
        public static let isComputed = Traits(rawValue: 1 << 6)
        /// Labels are not changed through `status`.
        public static let statusKeepsLabels = Traits(rawValue: 1 << 7)
        /// Of the metadata nothing is changed through `status`.
        public static let statusKeepsMetadata = Traits(rawValue: 1 << 12)
        /// Its objects own nothing, and go without regard to what says that it is theirs.
        public static let ownsNothing = Traits(rawValue: 1 << 13)
        /// A write is answered once the server itself has taken it in: the next request's rights may hang on it.
        public static let answersOnceSeen = Traits(rawValue: 1 << 8)
        /// Unless a deletion says otherwise, what the object owns stays and loses its owner.
        public static let orphansDependents = Traits(rawValue: 1 << 9)
        /// `metadata.generation` is 1 and stays so.
        public static let hasOneGeneration = Traits(rawValue: 1 << 10)
        /// Objects of a custom resource: free JSON, which has no binary form of its own and no strategic merge patch.
        public static let isCustom = Traits(rawValue: 1 << 11)
        /// Of a change of `metadata` the rules of all kinds tell alone, and not the kind's own once more.
        static let leavesMetadataChanges = Traits(rawValue: 1 << 14)
        /// The kind's rules for a change do not look at all of the object again.
        static let updatesInPart = Traits(rawValue: 1 << 15)
    }

    /// - Parameters:
    ///   - apiVersion: `v1`, `apps/v1`.
    ///   - singular: nil: the kind in lower case.
    ///   - storageName: nil: the plural.
    ///   - selectable: paths of fields that lists and watches may be selected by.
    ///   - type: nil: the message that the schema has for the kind.
    public init(
        _ apiVersion: String, _ plural: String, _ kind: String, singular: String? = nil, shortNames: [String] = [],
        categories: [String] = [], isNamespaced: Bool = true, verbs: [Verb] = Verb.allCases,
        storageName: String? = nil, subresources: [Subresource] = [], selectable: [String] = [],
        selectableFields: [SelectableField]? = nil, scale: ScalePaths? = nil, traits: Traits = [],
        conversion: Conversion? = nil, listKind: String? = nil, deprecation: String? = nil,
        type: MessageDescriptor? = nil, listType: MessageDescriptor? = nil,
        rules: any ResourceRules = PlainRules(), rows: RowPlan = .nameAndAge
    ) {
        let parts = apiVersion.split(separator: "/")
        group = parts.count > 1 ? String(parts[0]) : ""
        version = parts.last.map(String.init) ?? ""
        self.plural = plural
        self.singular = singular ?? kind.lowercased()
        self.kind = kind
        self.listKind = listKind ?? "\(kind)List"
        self.deprecation = deprecation
        self.shortNames = shortNames
        self.categories = categories
        self.isNamespaced = isNamespaced
        self.verbs = verbs
        guard let type = type ?? Schema.kubernetes.kind(kind, apiVersion: apiVersion) else {
            preconditionFailure("the schema table has no \(kind) of \(apiVersion)")
        }
        self.type = type
        self.listType = listType ?? Schema.kubernetes.kind("\(kind)List", apiVersion: apiVersion)
        self.storageName = storageName ?? plural
        self.subresources =
            traits.contains(.isCustom) ? subresources : subresources.sorted { $0.rawValue < $1.rawValue }
        self.selectableFields = selectableFields ?? selectable.compactMap { SelectableField($0, in: type) }
        self.scale = scale
        self.traits = traits
        self.conversion = conversion
        self.rules = rules
        self.rows = rows
        projection = Projection(["metadata.name", "metadata.creationTimestamp"] + rows.fields, of: type)
    }

    /// What is decoded for a row of a table; nil, when one of its paths leads nowhere: all.
    public let projection: Projection?

    /// `v1`, `apps/v1`.
    public var apiVersion: String { group.isEmpty ? version : "\(group)/\(version)" }
    /// `deployments.apps`, as messages name it.
    public var qualifiedName: String { group.isEmpty ? plural : "\(plural).\(group)" }
    /// What may stand in a field selector.
    public var selectorNames: [String] {
        ["metadata.name"] + (isNamespaced ? ["metadata.namespace"] : []) + selectableFields.map(\.name)
    }
    public var listTypeMeta: TypeMeta { TypeMeta(apiVersion: apiVersion, kind: listKind) }
    public var typeMeta: TypeMeta { TypeMeta(apiVersion: apiVersion, kind: kind) }
}

/// How a version that is not stored becomes the one that is, and back.
public struct Conversion: Sendable {
    /// The version that is stored.
    public let apiVersion: String
    public let toStored: @Sendable (Message) -> Message
    public let fromStored: @Sendable (Message) -> Message
    /// Selectable fields of this version that have another name in the stored one.
    public let fields: [String: String]
    /// Fields that refusals name as this version does, by their names in the stored one; all others keep those.
    public let names: [String: String]
    /// What this version asks for beyond the stored one's rules; of the stored form. `old` is nil for a new object.
    public let problems: @Sendable (_ object: Message, _ old: Message?) -> [FieldProblem]

    public init(
        storedAs apiVersion: String, toStored: @escaping @Sendable (Message) -> Message,
        fromStored: @escaping @Sendable (Message) -> Message, fields: [String: String] = [:],
        names: [String: String] = [:],
        problems: @escaping @Sendable (_ object: Message, _ old: Message?) -> [FieldProblem] = { _, _ in [] }
    ) {
        self.apiVersion = apiVersion
        self.toStored = toStored
        self.fromStored = fromStored
        self.fields = fields
        self.names = names
        self.problems = problems
    }
}
