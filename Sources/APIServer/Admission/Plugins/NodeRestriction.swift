import Access
import Objects
import Resources
import WatchCache

/// A kubelet writes its own Node and Lease and what is bound to its node, and gives itself no labels by which others choose
/// nodes for what only some may see (Kubernetes' admission controller of the same name).
struct NodeRestriction: AdmissionPlugin {

    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        switch (definition.group, definition.plural) {
        case ("", "pods"), ("", "nodes"): verb != .connect
        case ("coordination.k8s.io", "leases"), ("storage.k8s.io", "csinodes"), ("", "persistentvolumeclaims"):
            verb == .create || verb == .update || verb == .delete
        default: false
        }
    }

    func admit(_ request: inout AdmissionRequest, _ core: ServerCore) async throws(APIError) {
        guard let node = NodeAuthorizer.node(request.caller.identity) else { return }
        guard !node.isEmpty else {
            throw request.forbidden(
                "could not determine node from user \(GoText.quoted(request.caller.user))")
        }
        switch request.definition.plural {
        case "pods":
            if request.verb == .delete { try await core.catchUp() }
            try pod(request, node, core)
        case "nodes": try self.node(request, node)
        case "leases": try lease(request, node)
        case "csinodes": try own(request, node, "CSINode")
        default: try claim(request, node)
        }
    }

    // MARK: Pods

    private func pod(_ request: AdmissionRequest, _ node: String, _ core: ServerCore) throws(APIError) {
        switch (request.verb, request.subresource) {
        case (.create, nil): try newPod(request, node, core)
        case (.update, .status?):
            guard let old = request.old, Core.Pod(old).spec.nodeName == node else {
                throw request.forbidden(
                    "node \(GoText.quoted(node)) can only update pod status for pods with spec.nodeName set to itself"
                )
            }
            guard Metadata(of: request.object).message["labels"] == Metadata(of: old).message["labels"] else {
                throw request.forbidden("node \(GoText.quoted(node)) cannot update labels through pod status")
            }
            guard Self.claims(Core.Pod(request.object)) == Self.claims(Core.Pod(old)) else {
                throw request.forbidden("node \(GoText.quoted(node)) cannot update resource claim statues")
            }
        case (.delete, nil):
            guard let pods = request.resource.cache?.find(namespace: request.namespace, name: request.name),
                let message = try? StoredObject(pods).message(request.definition.type)
            else { return }
            guard Core.Pod(message).spec.nodeName == node else {
                throw request.forbidden(
                    "node \(GoText.quoted(node)) can only delete pods with spec.nodeName set to itself")
            }
        case (_, let subresource?):
            throw request.forbidden(
                "unexpected pod subresource \(GoText.quoted(subresource.rawValue)), only 'status' and 'eviction' are allowed"
            )
        default:
            throw request.forbidden(
                "unexpected operation \(request.verb == .update ? "UPDATE" : "\(request.verb)"), node "
                    + "\(GoText.quoted(node)) can only create and delete mirror pods")
        }
    }

    private static func claims(_ pod: Core.Pod) -> [[String?]] {
        pod.status.resourceClaimStatuses.map { [$0.name, $0.resourceClaimName] }
    }

    /// A kubelet makes only mirrors of pods that were given to it without the API, and these reach nothing through the API.
    private func newPod(_ request: AdmissionRequest, _ node: String, _ core: ServerCore) throws(APIError) {
        let pod = Core.Pod(request.object)
        let name = GoText.quoted(node)
        guard pod.metadata.annotations[PodAnnotationRules.mirror] != nil else {
            throw request.forbidden(
                "pod does not have \(GoText.quoted(PodAnnotationRules.mirror)) annotation, node \(name) can only create "
                    + "mirror pods")
        }
        guard pod.spec.nodeName == node else {
            throw request.forbidden("node \(name) can only create pods with spec.nodeName set to itself")
        }
        guard pod.metadata.ownerReferences.count <= 1 else {
            throw request.forbidden("node \(name) can only create pods with a single owner reference set to itself")
        }
        guard let owner = pod.metadata.ownerReferences.first, owner.apiVersion == "v1", owner.kind == "Node",
            owner.name == node
        else { throw request.forbidden("node \(name) can only create pods with an owner reference set to itself") }
        guard owner.controller == true else {
            throw request.forbidden(
                "node \(name) can only create pods with a controller owner reference set to itself")
        }
        guard owner.blockOwnerDeletion != true else {
            throw request.forbidden("node \(name) must not set blockOwnerDeletion on an owner reference")
        }
        guard let stored = TokenObjects(core: core).uid(kind: .node, namespace: "", name: node) else {
            throw APIError(404, "NotFound", "node \"\(node)\" not found", details: .init(name: node, kind: "node"))
        }
        guard owner.uid == stored else {
            throw request.forbidden("node \(node) UID mismatch: expected \(owner.uid) got \(stored)")
        }
        guard pod.spec.serviceAccountName.isEmpty else {
            throw request.forbidden("node \(name) can not create pods that reference a service account")
        }
        let kinds = Set(NodeReferences.of(Self.withoutMirror(pod)).map(\.kind))
        for (kind, word) in Self.forbiddenReferences where kinds.contains(kind) {
            throw request.forbidden("node \(name) can not create pods that reference \(word)")
        }
    }

    /// In the order in which they are looked for.
    private static let forbiddenReferences: [(NodeReferences.Kind, String)] = [
        (.secret, "secrets"), (.configMap, "configmaps"), (.claim, "persistentvolumeclaims"),
        (.resourceClaim, "resourceclaims"),
    ]

    private static func withoutMirror(_ pod: Core.Pod) -> Core.Pod {
        var pod = pod
        pod.metadata.annotations[PodAnnotationRules.mirror] = nil
        return pod
    }

    // MARK: Nodes

    private func node(_ request: AdmissionRequest, _ node: String) throws(APIError) {
        let object = Core.Node(request.object)
        let name = request.verb == .create ? object.metadata.name : request.name
        let quoted = GoText.quoted(node)
        guard name == node else {
            throw request.forbidden(
                "node \(quoted) is not allowed to modify node \(GoText.quoted(name))")
        }
        switch request.verb {
        case .create:
            // A kubelet that says so before others could have written the field says who may be trusted.
            guard object.spec.configSource == nil else {
                throw request.forbidden("node \(quoted) is not allowed to create pods with a non-nil configSource")
            }
            try labels(object, [:], request, quoted, "is not allowed to set the following labels")
        case .update:
            guard let old = request.old.map({ Core.Node($0) }) else { return }
            guard Self.sorted(object.spec.taints) == Self.sorted(old.spec.taints) else {
                throw request.forbidden("node \(quoted) is not allowed to modify taints")
            }
            guard object.metadata.ownerReferences == old.metadata.ownerReferences else {
                throw request.forbidden("node \(quoted) is not allowed to modify ownerReferences")
            }
            try labels(object, old.metadata.labels, request, quoted, "is not allowed to modify labels")
        default: throw request.forbidden("node \(quoted) is not allowed to delete itself")
        }
    }

    private static func sorted(_ taints: [Core.Taint]) -> [String] {
        taints.map { "\($0.key)=\($0.value):\($0.effect)" }.sorted()
    }

    private func labels(
        _ node: Core.Node, _ old: StringMap<String>, _ request: AdmissionRequest, _ name: String, _ words: String
    ) throws(APIError) {
        var changed: Set<String> = []
        for (key, value) in node.metadata.labels where old[key] != value { changed.insert(key) }
        for key in old.keys where node.metadata.labels[key] == nil { changed.insert(key) }
        let forbidden = changed.filter(Self.isForbidden).sorted()
        guard forbidden.isEmpty else {
            throw request.forbidden("node \(name) \(words): \(forbidden.joined(separator: ", "))")
        }
    }

    /// Of the labels that Kubernetes has reserved, those that kubelets do not set.
    static func isForbidden(_ label: String) -> Bool {
        guard let slash = label.firstIndex(of: "/") else { return false }
        let domain = label[..<slash]
        func isWithin(_ suffix: String) -> Bool { domain == suffix || domain.hasSuffix(".\(suffix)") }
        if isWithin("node-restriction.kubernetes.io") { return true }
        guard isWithin("kubernetes.io") || isWithin("k8s.io") else { return false }
        if isWithin("kubelet.kubernetes.io") || isWithin("node.kubernetes.io") { return false }
        return !allowed.contains(label)
    }

    private static let allowed: Set<String> = [
        "kubernetes.io/hostname", "kubernetes.io/arch", "kubernetes.io/os", "beta.kubernetes.io/instance-type",
        "node.kubernetes.io/instance-type", "failure-domain.beta.kubernetes.io/region",
        "failure-domain.beta.kubernetes.io/zone", "topology.kubernetes.io/region", "topology.kubernetes.io/zone",
        "beta.kubernetes.io/os", "beta.kubernetes.io/arch",
    ]

    // MARK: Others

    private func lease(_ request: AdmissionRequest, _ node: String) throws(APIError) {
        guard request.namespace == "kube-node-lease" else {
            throw request.forbidden(
                "can only access leases in the \"kube-node-lease\" system namespace")
        }
        let name = request.verb == .create ? Metadata(of: request.object).name : request.name
        guard name == node else {
            throw request.forbidden("can only access node lease with the same name as the requesting node")
        }
    }

    private func own(_ request: AdmissionRequest, _ node: String, _ kind: String) throws(APIError) {
        let name = request.verb == .create ? Metadata(of: request.object).name : request.name
        guard name == node else {
            throw request.forbidden("can only access \(kind) with the same name as the requesting node")
        }
    }

    /// Kubelets tell how far the growing of a claim's file system is, and nothing else.
    private func claim(_ request: AdmissionRequest, _ node: String) throws(APIError) {
        guard request.verb == .update, request.subresource == .status, let old = request.old else {
            throw request.forbidden(
                "may only update PVC status")
        }
        func bare(_ message: Message) -> Message {
            var claim = Core.PersistentVolumeClaim(message)
            claim.status.capacity = [:]
            claim.status.conditions = []
            claim.status.message["allocatedResources"] = nil
            claim.status.message["allocatedResourceStatuses"] = nil
            claim.metadata.resourceVersion = ""
            claim.metadata.managedFields = []
            return claim.message
        }
        guard bare(request.object) == bare(old) else {
            throw request.forbidden(
                "node \(GoText.quoted(node)) is not allowed to update fields other than status.capacity and "
                    + "status.conditions")
        }
    }
}
