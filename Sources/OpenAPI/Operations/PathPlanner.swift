import Objects

/// Says which paths a resource has, what can be done there, and under which names.
struct PathPlanner {
    let descriptions: DescriptionTable
    /// What the operations speak of.
    private(set) var schemas = SchemaSet()
    private(set) var paths: [PathPlan] = []

    private let status: MessageDescriptor
    private let deleteOptions: MessageDescriptor

    init(descriptions: DescriptionTable) {
        self.descriptions = descriptions
        status = Meta.Status.descriptor
        deleteOptions = Meta.DeleteOptions.descriptor
    }

    /// A resource, and the models of what it reads and writes.
    private struct Served {
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
        // No operation names it, but clients are generated that read watches.
        if resource.verbs.contains("watch") { schemas.insert(Meta.WatchEvent.descriptor) }
        addCollection(served)
        addItem(served)
        if resource.isNamespaced, resource.verbs.contains("list") { addEverywhere(served) }
        for subresource in resource.subresources { add(subresource, of: served) }
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

    private mutating func add(_ subresource: DocumentedSubresource, of served: Served) {
        let resource = served.resource
        let path = "\(served.collection)/{name}/\(subresource.name)"
        let suffix = capitalized(subresource.name)
        var model = served.model
        var kind = resource.groupVersionKind
        if let type = subresource.type {
            schemas.insert(type)
            model = ModelName.of(type)
            let found = GroupVersion(apiVersion: type.apiVersion)
            kind = GroupVersionKind(group: found.group, version: found.version, kind: type.name)
        }
        let options = subresource.options.map { Parameter.fields(of: $0, descriptions) } ?? []
        let shared = [Parameter.name(of: kind.kind)] + served.scope
        switch subresource.form {
        case .object:
            var operations: [(method: String, plan: OperationPlan)] = []
            if subresource.verbs.contains("get") {
                operations.append(
                    (
                        "get",
                        plan(
                            "read" + served.identifier() + suffix,
                            "Reads \(subresource.name) of an object of kind \(resource.kind).", "get", served,
                            kind: kind,
                            responses: OperationPlan.responses([200], model))
                    ))
            }
            if subresource.verbs.contains("create") {
                operations.append(
                    (
                        "post",
                        plan(
                            "create" + served.identifier() + suffix,
                            "Creates \(subresource.name) of an object of kind \(resource.kind).", "post", served,
                            kind: kind,
                            parameters: Self.writing,
                            body: OperationPlan.Body(model: model, mediaTypes: served.mediaTypes, isRequired: true),
                            responses: OperationPlan.responses([200, 201, 202], model))
                    ))
            }
            operations += changes(served, suffix, model, subresource.verbs, kind)
            append(path, shared + [.pretty], operations)
        case .text:
            var text = plan(
                "read" + served.identifier() + suffix,
                "Reads \(subresource.name) of an object of kind \(resource.kind).", "get", served, kind: kind,
                responses: OperationPlan.responses([200], nil))
            text.produces = MediaTypes.logs
            append(path, shared + options + [.pretty], [("get", text)])
        case .connection, .proxy:
            connect(subresource, served, path, shared + options, kind)
        }
    }

    private mutating func connect(
        _ subresource: DocumentedSubresource, _ served: Served, _ path: String, _ parameters: [Parameter],
        _ parent: GroupVersionKind
    ) {
        let methods = Self.connections.filter { subresource.verbs.contains($0.verb) }.map(\.method)
        // What a connection is about is its options.
        let kind = subresource.options.map { options in
            let found = GroupVersion(apiVersion: options.apiVersion)
            return GroupVersionKind(group: found.group, version: found.version, kind: options.name)
        }
        func operations(_ suffix: String) -> [(method: String, plan: OperationPlan)] {
            methods.map { method in
                var operation = plan(
                    "connect" + served.identifier(of: capitalized(method)) + capitalized(subresource.name) + suffix,
                    "Connects to \(subresource.name) of an object of kind \(served.resource.kind).", "connect", served,
                    kind: kind ?? parent, responses: OperationPlan.responses([200], nil))
                operation.produces = MediaTypes.any
                return (method, operation)
            }
        }
        append(path, parameters, operations(""))
        if case .proxy = subresource.form {
            let others = parameters.filter { $0.name != "path" }
            append(
                path + "/{path}",
                others + [.proxiedPath] + parameters.filter { $0.name == "path" && $0.location == .query },
                operations("WithPath"))
        }
    }

    private static let connections = [
        (verb: "create", method: "post"), (verb: "delete", method: "delete"), (verb: "get", method: "get"),
        (verb: "patch", method: "patch"), (verb: "update", method: "put"),
    ]

    // MARK: Operations

    private mutating func changes(
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

    private func plan(
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
    private static let writing: [Parameter] = [.dryRun, .fieldManager, .fieldValidation]
    private static let deletion: [Parameter] = [.dryRun, .gracePeriodSeconds, .orphanDependents, .propagationPolicy]

    private mutating func append(
        _ path: String, _ parameters: [Parameter], _ operations: [(method: String, plan: OperationPlan)]
    ) {
        guard !operations.isEmpty else { return }
        paths.append(
            PathPlan(path: path, parameters: parameters, operations: operations.sorted { $0.method < $1.method }))
    }

    // MARK: Discovery

    /// `/apis/apps/v1/`: what is served in a group's version.
    mutating func addResources(of found: GroupVersion) {
        discovery(
            "/\(found.path)/", "get\(found.identifier)APIResources", "Lists the resources of the version.", found.tag,
            Meta.APIResourceList.descriptor)
    }

    /// `/apis/apps/`: a group's versions.
    mutating func addVersions(of group: String) {
        let tag = GroupVersion(group: group, version: "").tag.dropLast()
        if group.isEmpty {
            discovery(
                "/api/", "getCoreAPIVersions", "Lists the versions of the core group.", String(tag),
                Meta.APIVersions.descriptor)
        } else {
            discovery(
                "/apis/\(group)/", "get\(GroupVersion(group: group, version: "").groupIdentifier)APIGroup",
                "Lists the versions of the group.", String(tag), Meta.APIGroup.descriptor)
        }
    }

    /// `/apis/`: all groups.
    mutating func addGroups() {
        discovery("/apis/", "getAPIVersions", "Lists the groups of the API.", "apis", Meta.APIGroupList.descriptor)
    }

    mutating func addVersion() {
        schemas.insertVersionInfo()
        append(
            "/version/", [],
            [
                (
                    "get",
                    OperationPlan(
                        id: "getCodeVersion", description: "Says which version the server is of.", tag: "version",
                        responses: OperationPlan.responses([200], ModelName.versionInfo), produces: ["application/json"]
                    )
                )
            ])
    }

    private mutating func discovery(
        _ path: String, _ id: String, _ description: String, _ tag: String, _ type: MessageDescriptor
    ) {
        schemas.insert(type)
        append(
            path, [],
            [
                (
                    "get",
                    OperationPlan(
                        id: id, description: description, tag: tag,
                        responses: OperationPlan.responses([200], ModelName.of(type)))
                )
            ])
    }
}
