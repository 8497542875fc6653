import Objects

extension PathPlanner {
    /// What is served below an object.
    mutating func add(_ subresource: DocumentedSubresource, of served: Served) {
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
}
