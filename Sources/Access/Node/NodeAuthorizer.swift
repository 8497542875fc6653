import Objects
/// What kubelets may do (Kubernetes, "Using Node Authorization"): their own Node, Lease and CSINode, the pods that are bound
/// to them, and of Secrets, ConfigMaps and volumes those that these pods need.
///
/// Which objects a node may *write* what into is the business of the admission plugin NodeRestriction.
public enum NodeAuthorizer {
    /// The name of the node whose kubelet this is: a user `system:node:NAME` in the group `system:nodes`. Nil: it is none.
    public static func node(_ identity: Identity) -> String? {
        guard identity.name.utf8.starts(with: SystemUser.nodePrefix.utf8), identity.groups.contains(SystemGroup.nodes)
        else { return nil }
        return String(identity.name.dropFirst(SystemUser.nodePrefix.count))
    }

    /// - Parameters:
    ///   - rules: those of the ClusterRole `system:node`, for what is not told apart by node.
    /// - Returns: nil: not a kubelet, nothing to say.
    static func decide(
        _ identity: Identity, _ attributes: AccessAttributes, _ graph: NodeGraph, rules: [AccessRule]
    ) -> Verdict? {
        guard let node = node(identity) else { return nil }
        guard !node.isEmpty else { return .refused(["unknown node for user \(GoText.quoted(identity.name))"]) }
        if case .resource(let target) = attributes.target,
            let verdict = decide(node, attributes.verb, target, graph)
        {
            return verdict
        }
        guard let rule = rules.first(where: { $0.allows(attributes) }) else { return .refused([]) }
        return .allowed(.node, holdsForAllNames: rule.names.isEmpty)
    }

    /// Nil: the resource is not told apart by node.
    private static func decide(
        _ node: String, _ verb: String, _ target: AccessAttributes.Resource, _ graph: NodeGraph
    ) -> Verdict? {
        switch (target.group, target.resource) {
        case ("", "secrets"): return readOfNamespaced(node, verb, target, .secret, graph)
        case ("", "configmaps"): return readOfNamespaced(node, verb, target, .configMap, graph)
        case ("", "persistentvolumeclaims"):
            if target.subresource == "status" {
                guard verb == "get" || verb == "update" || verb == "patch" else {
                    return .refused(["can only get/update/patch this type"])
                }
                return related(node, target, .claim, graph)
            }
            return getOf(node, verb, target, .claim, graph)
        case ("", "persistentvolumes"): return getOf(node, verb, target, .volume, graph)
        case ("resource.k8s.io", "resourceclaims"): return getOf(node, verb, target, .resourceClaim, graph)
        case ("resource.k8s.io", "resourceslices"): return slices(node, verb, target)
        case ("storage.k8s.io", "volumeattachments"): return attachment(node, verb, target, graph)
        case ("", "serviceaccounts"): return accountToken(node, verb, target, graph)
        case ("coordination.k8s.io", "leases"): return lease(node, verb, target)
        case ("storage.k8s.io", "csinodes"): return csiNode(node, verb, target)
        case ("", "nodes"): return nodeItself(node, verb, target)
        case ("", "pods"): return pod(node, verb, target, graph)
        default: return nil
        }
    }

    private static let allowed = Verdict.allowed(.node, holdsForAllNames: false)

    private static func related(
        _ node: String, _ target: AccessAttributes.Resource, _ kind: NodeReferences.Kind, _ graph: NodeGraph
    ) -> Verdict {
        guard !target.name.isEmpty else { return .refused(["No Object name found"]) }
        let object = NodeReferences.Object(kind, namespace: target.namespace, name: target.name)
        guard graph.isRelated(object, to: node) else { return noRelationship(node) }
        return allowed
    }

    private static func noRelationship(_ node: String) -> Verdict {
        .refused(["no relationship found between node '\(node)' and this object"])
    }

    private static func readOfNamespaced(
        _ node: String, _ verb: String, _ target: AccessAttributes.Resource, _ kind: NodeReferences.Kind,
        _ graph: NodeGraph
    ) -> Verdict {
        guard verb == "get" || verb == "list" || verb == "watch" else {
            return .refused(["can only read resources of this type"])
        }
        guard target.subresource.isEmpty else { return .refused(["cannot read subresource"]) }
        guard !target.namespace.isEmpty else { return .refused(["can only read namespaced object of this type"]) }
        return related(node, target, kind, graph)
    }

    private static func getOf(
        _ node: String, _ verb: String, _ target: AccessAttributes.Resource, _ kind: NodeReferences.Kind,
        _ graph: NodeGraph
    ) -> Verdict {
        guard verb == "get" else { return .refused(["can only get individual resources of this type"]) }
        guard target.subresource.isEmpty else { return .refused(["cannot get subresource"]) }
        return related(node, target, kind, graph)
    }

    private static func attachment(
        _ node: String, _ verb: String, _ target: AccessAttributes.Resource, _ graph: NodeGraph
    ) -> Verdict {
        guard verb == "get" else { return .refused(["can only get individual resources of this type"]) }
        guard target.subresource.isEmpty else { return .refused(["cannot get subresource"]) }
        guard !target.name.isEmpty else { return .refused(["No Object name found"]) }
        return graph.isAttachment(target.name, of: node) ? allowed : noRelationship(node)
    }

    private static func accountToken(
        _ node: String, _ verb: String, _ target: AccessAttributes.Resource, _ graph: NodeGraph
    ) -> Verdict {
        if verb == "get", target.subresource.isEmpty, !target.name.isEmpty {
            return related(node, target, .serviceAccount, graph)
        }
        guard verb == "create", !target.name.isEmpty else {
            return .refused(["can only create tokens for individual service accounts"])
        }
        guard target.subresource == "token" else {
            return .refused(["can only create token subresource of serviceaccounts"])
        }
        return related(node, target, .serviceAccount, graph)
    }

    private static let writes: Set<String> = ["get", "create", "update", "patch", "delete"]

    private static func lease(_ node: String, _ verb: String, _ target: AccessAttributes.Resource) -> Verdict {
        guard writes.contains(verb) else {
            return .refused(["can only get, create, update, patch, or delete a node lease"])
        }
        guard target.namespace == "kube-node-lease" else {
            return .refused(["can only access leases in the \"kube-node-lease\" system namespace"])
        }
        // The name of what is created is not known from the path; NodeRestriction looks at it.
        guard verb == "create" || target.name == node else {
            return .refused(["can only access node lease with the same name as the requesting node"])
        }
        return allowed
    }

    private static func csiNode(_ node: String, _ verb: String, _ target: AccessAttributes.Resource) -> Verdict {
        guard writes.contains(verb) else {
            return .refused(["can only get, create, update, patch, or delete a CSINode"])
        }
        guard target.subresource.isEmpty else { return .refused(["cannot authorize CSINode subresources"]) }
        guard verb == "create" || target.name == node else {
            return .refused(["can only access CSINode with the same name as the requesting node"])
        }
        return allowed
    }

    private static func slices(_ node: String, _ verb: String, _ target: AccessAttributes.Resource) -> Verdict {
        guard target.subresource.isEmpty else { return .refused(["cannot access subresource"]) }
        switch verb {
        // The node name in the object is NodeRestriction's to look at.
        case "get", "create", "update", "patch", "delete": return allowed
        case "list", "watch", "deletecollection":
            return target.selectedNode == node
                ? allowed
                : .refused(["can only list/watch/deletecollection resourceslices with nodeName field selector"])
        default:
            return .refused([
                "only the following verbs are allowed for a ResourceSlice: get, watch, list, create, update, "
                    + "patch, delete, deletecollection"
            ])
        }
    }

    private static func nodeItself(_ node: String, _ verb: String, _ target: AccessAttributes.Resource) -> Verdict {
        switch (target.subresource, verb) {
        // NodeRestriction sees to it that a node writes itself only.
        case ("", "create"), ("", "update"), ("", "patch"), ("status", "update"), ("status", "patch"): return allowed
        case ("", "get"), ("", "list"), ("", "watch"):
            if target.name == node { return allowed }
            if target.name.isEmpty {
                return .refused(["node '\(node)' cannot read all nodes, only its own Node object"])
            }
            return .refused(["node '\(node)' cannot read '\(target.name)', only its own Node object"])
        default: return .refused([])
        }
    }

    private static func pod(
        _ node: String, _ verb: String, _ target: AccessAttributes.Resource, _ graph: NodeGraph
    ) -> Verdict {
        switch (target.subresource, verb) {
        case ("", "get"): return related(node, target, .pod, graph)
        case ("", "list"), ("", "watch"):
            guard target.selectedNode == node else {
                return .refused(["can only list/watch pods with spec.nodeName field selector"])
            }
            return allowed
        // NodeRestriction sees to it that these are pods of the node.
        case ("", "create"), ("", "delete"), ("status", "update"), ("status", "patch"): return allowed
        case ("eviction", "create"): return related(node, target, .pod, graph)
        default: return .refused([])
        }
    }
}
