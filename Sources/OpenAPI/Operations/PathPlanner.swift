import Objects

/// Says which paths a resource has, what can be done there, and under which names.
struct PathPlanner {
    let descriptions: DescriptionTable
    /// What the operations speak of.
    var schemas = SchemaSet()
    private(set) var paths: [PathPlan] = []

    private let status: MessageDescriptor
    private let deleteOptions: MessageDescriptor

    init(descriptions: DescriptionTable) {
        self.descriptions = descriptions
        status = Meta.Status.descriptor
        deleteOptions = Meta.DeleteOptions.descriptor
    }

    /// A resource, and the models of what it reads and writes.
    struct Served {
        let resource: DocumentedResource
        let model: String
        let listModel: String
        let root: String
        var collection: String {
            root + (resource.isNamespaced ? "/namespaces/{namespace}" : "") + "/" + resource.plural
        }
        var scope: [Parameter] { resource.isNamespaced ? [.namespace] : [] }
        var isCustom: Bool { resource.schema.isCustom }
        var mediaTypes: [String] { isCustom ? MediaTypes.customObjects : MediaTypes.objects }

        /// `AppsV1NamespacedDeployment`, after an operation's verb.
        func identifier(of part: String = "", collection: Bool = false) -> String {
            resource.groupVersion.identifier + part + (collection ? "Collection" : "")
                + (resource.isNamespaced ? "Namespaced" : "") + resource.kind
        }
    }

    mutating func add(_ resource: DocumentedResource) {
        let root = "/" + resource.groupVersion.path
        let served: Served
        switch resource.schema {
        case .message(let type, let list):
            schemas.insert(type)
            if let list { schemas.insert(list) }
            served = Served(
                resource: resource, model: ModelName.of(type), listModel: list.map(ModelName.of) ?? ModelName.of(type),
                root: root)
        case .custom(let custom):
            schemas.insert(resource, custom)
            // Metadata of an object, and of a list.
            schemas.insert(Meta.ObjectMeta.descriptor)
            schemas.insert(Meta.ListMeta.descriptor)
            served = Served(
                resource: resource, model: ModelName.custom(resource.group, resource.version, resource.kind),
                listModel: ModelName.custom(resource.group, resource.version, custom.listKind), root: root)
        }
        // In documents of custom resources no operation names it, but clients are generated that read watches.
        if resource.verbs.contains("watch") { schemas.insert(Meta.WatchEvent.descriptor) }
        addCollection(served)
        addItem(served)
        if resource.isNamespaced, resource.verbs.contains("list") { addEverywhere(served) }
        for subresource in resource.subresources { add(subresource, of: served) }
        addWatches(served)
    }

    // MARK: Paths

    private mutating func addEverywhere(_ served: Served) {
        let resource = served.resource
        let id = "list\(resource.groupVersion.identifier)\(resource.kind)ForAllNamespaces"
        append(
            served.root + "/" + resource.plural, Parameter.lists,
            [("get", listing(served, id: id, parameters: []))])
    }

    private mutating func addCollection(_ served: Served) {
        let verbs = served.resource.verbs
        let kind = served.resource.kind
        var operations: [(method: String, plan: OperationPlan)] = []
        if verbs.contains("deletecollection") {
            schemas.insert(status)
            schemas.insert(deleteOptions)
            operations.append(
                (
                    "delete",
                    plan(
                        "delete" + served.identifier(collection: true), "Deletes objects of kind \(kind).",
                        "deletecollection", served,
                        parameters: Self.deletion + [.ignoreReadError] + Parameter.selections,
                        body: deletionBody, responses: OperationPlan.responses([200], ModelName.of(status)))
                ))
        }
        if verbs.contains("list") {
            operations.append(
                ("get", listing(served, id: "list" + served.identifier(), parameters: Parameter.selectionsAndWatch)))
        }
        if verbs.contains("create") {
            operations.append(
                (
                    "post",
                    plan(
                        "create" + served.identifier(), "Creates an object of kind \(kind).", "post", served,
                        parameters: Self.writing,
                        body: OperationPlan.Body(model: served.model, mediaTypes: served.mediaTypes, isRequired: true),
                        responses: OperationPlan.responses([200, 201, 202], served.model))
                ))
        }
        append(served.collection, served.scope + [.pretty], operations)
    }

    private mutating func addItem(_ served: Served) {
        let verbs = served.resource.verbs
        let kind = served.resource.kind
        var operations: [(method: String, plan: OperationPlan)] = []
        if verbs.contains("delete") {
            schemas.insert(status)
            schemas.insert(deleteOptions)
            operations.append(
                (
                    "delete",
                    plan(
                        "delete" + served.identifier(), "Deletes an object of kind \(kind).", "delete", served,
                        parameters: Self.deletion + [.ignoreReadError], body: deletionBody,
                        responses: OperationPlan.responses(
                            [200, 202], served.resource.returnsDeleted ? served.model : ModelName.of(status)))
                ))
        }
        if verbs.contains("get") {
            operations.append(
                (
                    "get",
                    plan(
                        "read" + served.identifier(), "Reads an object of kind \(kind).", "get", served,
                        responses: OperationPlan.responses([200], served.model))
                ))
        }
        operations += changes(served, "", served.model, verbs, served.resource.groupVersionKind)
        append(
            served.collection + "/{name}", [Parameter.name(of: kind)] + served.scope + [.pretty], operations)
    }

    // MARK: Operations

    mutating func changes(
        _ served: Served, _ suffix: String, _ model: String, _ verbs: Set<String>, _ kind: GroupVersionKind
    ) -> [(method: String, plan: OperationPlan)] {
        let what = suffix.isEmpty ? "an object" : "\(suffix.lowercased()) of an object"
        var operations: [(method: String, plan: OperationPlan)] = []
        if verbs.contains("patch") {
            schemas.insertPatch()
            operations.append(
                (
                    "patch",
                    plan(
                        "patch" + served.identifier() + suffix,
                        "Changes a part of \(what) of kind \(served.resource.kind).", "patch", served, kind: kind,
                        parameters: [.dryRun, .applyManager, .fieldValidation, .force],
                        body: OperationPlan.Body(
                            model: ModelName.patch,
                            mediaTypes: served.isCustom ? MediaTypes.customPatches : MediaTypes.patches,
                            isRequired: true),
                        responses: OperationPlan.responses([200, 201], model))
                ))
        }
        if verbs.contains("update") {
            operations.append(
                (
                    "put",
                    plan(
                        "replace" + served.identifier() + suffix, "Replaces \(what) of kind \(served.resource.kind).",
                        "put", served, kind: kind, parameters: Self.writing,
                        body: OperationPlan.Body(model: model, mediaTypes: served.mediaTypes, isRequired: true),
                        responses: OperationPlan.responses([200, 201], model))
                ))
        }
        return operations
    }

    private func listing(_ served: Served, id: String, parameters: [Parameter]) -> OperationPlan {
        var list = plan(
            id, "Lists objects of kind \(served.resource.kind), or watches them.", "list", served,
            parameters: parameters,
            responses: OperationPlan.responses([200], served.listModel))
        list.produces = served.isCustom ? MediaTypes.customLists : MediaTypes.lists
        return list
    }

    func plan(
        _ id: String, _ description: String, _ action: String, _ served: Served, kind: GroupVersionKind? = nil,
        parameters: [Parameter] = [], body: OperationPlan.Body? = nil, responses: [OperationPlan.Response]
    ) -> OperationPlan {
        OperationPlan(
            id: id, description: description, tag: served.resource.groupVersion.tag, action: action,
            kind: kind ?? served.resource.groupVersionKind, parameters: parameters, body: body, responses: responses,
            produces: served.mediaTypes)
    }

    private var deletionBody: OperationPlan.Body {
        OperationPlan.Body(model: ModelName.of(deleteOptions), mediaTypes: MediaTypes.objects, isRequired: false)
    }
    static let writing: [Parameter] = [.dryRun, .fieldManager, .fieldValidation]
    private static let deletion: [Parameter] = [.dryRun, .gracePeriodSeconds, .orphanDependents, .propagationPolicy]

    mutating func append(
        _ path: String, _ parameters: [Parameter], _ operations: [(method: String, plan: OperationPlan)]
    ) {
        guard !operations.isEmpty else { return }
        paths.append(
            PathPlan(path: path, parameters: parameters, operations: operations.sorted { $0.method < $1.method }))
    }
}
