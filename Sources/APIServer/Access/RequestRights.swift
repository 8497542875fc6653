import Access
import Objects
import Resources

/// What a request wants to do, as rights name it.
enum RequestRights {
    /// Of a request for a resource over REST; nil: the method is none that rights know.
    ///
    /// - Parameter resource: nil: the path names none that is served.
    static func key(_ path: RequestPath.ResourcePath, _ verb: RightsVerb, _ resource: ServedResource?) -> Allowances
        .Key?
    {
        guard let resource else { return nil }
        let subresource = Subresource(rawValue: path.subresource)
        guard path.subresource.isEmpty || subresource != nil else { return nil }
        return Allowances.Key(
            resource: resource.index, verb: verb, subresource: subresource,
            namespace: path.plural == "namespaces" && path.group.isEmpty ? path.name : path.namespace)
    }

    static func attributes(
        _ path: RequestPath.ResourcePath, _ verb: RightsVerb, _ resource: ServedResource?, fieldSelector: String?
    ) -> AccessAttributes {
        attributes(
            verb, group: path.group, version: path.version, resource: path.plural, subresource: path.subresource,
            namespace: path.namespace, name: path.name,
            fields: equalities(fieldSelector, resource?.stored.selectorNames ?? []))
    }

    static func attributes(
        _ verb: RightsVerb, of resource: ServedResource, subresource: String = "", namespace: String, name: String,
        fieldSelector: String? = nil
    ) -> AccessAttributes {
        let definition = resource.definition
        return attributes(
            verb, group: definition.group, version: definition.version, resource: definition.plural,
            subresource: subresource, namespace: namespace, name: name,
            fields: equalities(fieldSelector, resource.stored.selectorNames))
    }

    private static func attributes(
        _ verb: RightsVerb, group: String, version: String, resource: String, subresource: String,
        namespace: String, name: String, fields: [(field: String, value: String)]
    ) -> AccessAttributes {
        var target = AccessAttributes.Resource(
            group: group, version: version, resource: resource, subresource: subresource, namespace: namespace,
            name: name)
        // A role in a namespace may give rights on the namespace itself.
        if group.isEmpty, resource == "namespaces", !name.isEmpty { target.namespace = name }
        for (field, value) in fields where name.isEmpty {
            if field == "metadata.name" { target.name = value }
            if field == "spec.nodeName" { target.selectedNode = value }
        }
        return AccessAttributes(verb.rawValue, target)
    }

    /// The fields that the selector asks to have a value. What it is besides is found out when it is used.
    private static func equalities(_ selector: String?, _ allowed: [String]) -> [(field: String, value: String)] {
        guard let selector, !selector.isEmpty, selector.utf8.count <= ServerLimits.selectorBytes,
            let parsed = try? FieldSelector(parsing: selector, allowed: allowed)
        else { return [] }
        return parsed.requirements.filter(\.isEqual).map { ($0.field, $0.value) }
    }
}

extension AccessControl {
    /// Lets the caller do something to what a path names, or refuses him.
    ///
    /// - Parameter resource: nil: the path names none that is served.
    func authorize(
        _ caller: Caller, _ verb: RightsVerb, _ path: RequestPath.ResourcePath, _ resource: ServedResource?,
        fieldSelector: @autoclosure () -> String?, _ core: ServerCore
    ) async throws(APIError) {
        try await authorize(caller, RequestRights.key(path, verb, resource), core) {
            RequestRights.attributes(path, verb, resource, fieldSelector: fieldSelector())
        }
    }
}
