public import Objects
import WatchCache

/// A resource as a declaration: names, schema, where it is stored, and its kind's rules. Adding one is a page.
public struct ResourceDefinition: Sendable {
    /// "" for the core group.
    public let group: String
    public let version: String
    public let plural: String
    public let singular: String
    public let kind: String
    public let shortNames: [String]
    public let categories: [String]
    public let isNamespaced: Bool
    public let type: MessageDescriptor
    public let listType: MessageDescriptor
    /// Below `/registry/`, as Kubernetes names it: `minions` for nodes.
    public let storageName: String
    public let subresources: [Subresource]
    public let selectableFields: [SelectableField]
    public let rules: any ResourceRules
    public let traits: Traits
    /// What is decoded for a row of a table (`ResourceRules.columnFields`); nil, when one of its paths leads nowhere: all.
    let rowFields: Projection?

    public enum Subresource: String, Sendable { case status, scale, log, binding, finalize }

    /// Where kinds differ in how they are written and deleted.
    public struct Traits: Sendable {
        /// `metadata.generation` counts changes of the specification.
        public var tracksGeneration = false
        /// Changes of annotations count as well: a Deployment's are copied to its ReplicaSets.
        public var annotationsAreGenerations = false
        /// A PUT of an object that is not there makes it.
        public var createsOnUpdate = false
        /// A PUT need not say which version it replaces.
        public var updatesUnconditionally = true
        /// A deletion answers with the object, not with a `Status`.
        public var returnsDeleted = false
        public init() {}
    }

    public init(
        group: String = "", version: String = "v1", plural: String, singular: String, kind: String,
        shortNames: [String] = [], categories: [String] = [], isNamespaced: Bool = true, type: MessageDescriptor,
        listType: MessageDescriptor, storageName: String? = nil, subresources: [Subresource] = [],
        selectable: [SelectableField?] = [], traits: Traits = Traits(), rules: any ResourceRules
    ) {
        self.group = group
        self.version = version
        self.plural = plural
        self.singular = singular
        self.kind = kind
        self.shortNames = shortNames
        self.categories = categories
        self.isNamespaced = isNamespaced
        self.type = type
        self.listType = listType
        self.storageName = storageName ?? plural
        self.subresources = subresources
        selectableFields = selectable.compactMap { $0 }
        self.traits = traits
        self.rules = rules
        rowFields = Projection(["metadata.name", "metadata.creationTimestamp"] + rules.columnFields, of: type)
    }

    /// Whether the change is one that controllers must act on, which `metadata.generation` counts.
    func isNewGeneration(_ object: Message, old: Message, subresource: Subresource?) -> Bool {
        guard traits.tracksGeneration, subresource == nil || subresource == .scale else { return false }
        if object["spec"] != old["spec"] { return true }
        return traits.annotationsAreGenerations && Metadata(of: object).annotations != Metadata(of: old).annotations
    }

    /// `v1`, `apps/v1`.
    public var apiVersion: String { group.isEmpty ? version : "\(group)/\(version)" }
    /// `deployments.apps`, as messages name it.
    var qualifiedName: String { group.isEmpty ? plural : "\(plural).\(group)" }
    var cached: CachedResource {
        CachedResource(
            name: qualifiedName, prefix: "/registry/\(storageName)/", isNamespaced: isNamespaced,
            selectableFields: selectableFields)
    }
    /// What may stand in a field selector.
    var selectorNames: [String] {
        ["metadata.name"] + (isNamespaced ? ["metadata.namespace"] : []) + selectableFields.map(\.name)
    }
    var listTypeMeta: TypeMeta { TypeMeta(apiVersion: apiVersion, kind: "\(kind)List") }
    var typeMeta: TypeMeta { TypeMeta(apiVersion: apiVersion, kind: kind) }
}
