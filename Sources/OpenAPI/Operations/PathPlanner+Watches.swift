import Objects

extension PathPlanner {
    /// The paths that watched before `watch` was a parameter of lists. They are deprecated, and none has been added for
    /// custom resources.
    mutating func addWatches(_ served: Served) {
        let resource = served.resource
        let verbs = resource.verbs
        guard verbs.contains("watch"), !served.isCustom else { return }
        let root = served.root + "/watch"
        let scope = resource.isNamespaced ? "/namespaces/{namespace}" : ""
        let many = "Watches objects of kind \(resource.kind). Deprecated in favour of a list with watch=true."
        let one =
            "Watches an object of kind \(resource.kind). Deprecated in favour of a list with watch=true and a"
            + " fieldSelector."
        if verbs.contains("list") {
            if resource.isNamespaced {
                append(
                    "\(root)/\(resource.plural)", Parameter.lists,
                    [
                        (
                            "get",
                            watching(
                                served, "\(resource.groupVersion.identifier)\(resource.kind)ListForAllNamespaces", many,
                                "watchlist")
                        )
                    ])
            }
            append(
                "\(root)\(scope)/\(resource.plural)", served.scope + Parameter.lists,
                [("get", watching(served, served.identifier() + "List", many, "watchlist"))])
        }
        append(
            "\(root)\(scope)/\(resource.plural)/{name}",
            [Parameter.name(of: resource.kind)] + served.scope + Parameter.lists,
            [("get", watching(served, served.identifier(), one, "watch"))])
    }

    private func watching(_ served: Served, _ id: String, _ description: String, _ action: String) -> OperationPlan {
        var watch = plan(
            "watch" + id, description, action, served,
            responses: OperationPlan.responses([200], ModelName.of(Meta.WatchEvent.descriptor)))
        watch.produces = MediaTypes.lists
        return watch
    }
}
