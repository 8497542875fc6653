public import Objects

/// What the server serves below one plural name: what operations there are, and what its objects look like.
public struct DocumentedResource: Sendable {
    /// "" for the core group.
    public let group: String
    public let version: String
    public let plural: String
    public let kind: String
    public let isNamespaced: Bool
    /// As discovery names them: `create`, `delete`, `deletecollection`, `get`, `list`, `patch`, `update`, `watch`.
    public let verbs: Set<String>
    public let schema: ObjectSchema
    public let subresources: [DocumentedSubresource]
    /// A deletion answers with the object, not with a `Status`.
    public let returnsDeleted: Bool
    /// Another number whenever anything of this has changed.
    public let token: Int

    public init(
        group: String, version: String, plural: String, kind: String, isNamespaced: Bool, verbs: Set<String>,
        schema: ObjectSchema, subresources: [DocumentedSubresource] = [], returnsDeleted: Bool = false,
        token: Int = 0
    ) {
        self.group = group
        self.version = version
        self.plural = plural
        self.kind = kind
        self.isNamespaced = isNamespaced
        self.verbs = verbs
        self.schema = schema
        self.subresources = subresources
        self.returnsDeleted = returnsDeleted
        self.token = token
    }

    var groupVersion: GroupVersion { GroupVersion(group: group, version: version) }
    var groupVersionKind: GroupVersionKind { GroupVersionKind(group: group, version: version, kind: kind) }
}

/// Where the shape of a resource's objects comes from.
public enum ObjectSchema: Sendable {
    /// A type that the program was built with, and that of its lists; nil: it is never listed.
    case message(MessageDescriptor, list: MessageDescriptor?)
    /// A custom resource's.
    case custom(CustomSchema)

    var isCustom: Bool {
        if case .custom = self { true } else { false }
    }
}

/// The schema of a version of a custom resource.
public struct CustomSchema: Sendable {
    /// Gives `spec.versions[].schema.openAPIV3Schema` as JSON; empty: anything goes. Called for each document that is
    /// made, so that no copy of it needs to be kept.
    public let json: @Sendable () -> [UInt8]
    /// `spec.names.listKind`.
    public let listKind: String

    public init(listKind: String, json: @escaping @Sendable () -> [UInt8]) {
        self.json = json
        self.listKind = listKind
    }
}

/// What is served below an object: `status`, `scale`, `log`.
public struct DocumentedSubresource: Sendable {
    public let name: String
    public let verbs: Set<String>
    /// What it reads and writes, when that is not the resource's own type; a kind of the API.
    public let type: MessageDescriptor?
    /// The query parameters that it takes: the fields of `PodLogOptions`, `PodExecOptions`.
    public let options: MessageDescriptor?
    public let form: Form

    public enum Form: Sendable {
        /// Reads and writes objects.
        case object
        /// Answers with text.
        case text
        /// A connection that is handed on: `exec`, `attach`, `portforward`.
        case connection
        /// The same, for any path below it too.
        case proxy
    }

    public init(
        name: String, verbs: Set<String>, type: MessageDescriptor? = nil, options: MessageDescriptor? = nil,
        form: Form = .object
    ) {
        self.name = name
        self.verbs = verbs
        self.type = type
        self.options = options
        self.form = form
    }
}
