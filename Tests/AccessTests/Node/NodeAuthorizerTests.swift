import Objects
import Testing

@testable import Access

@Suite("What kubelets may do") struct NodeAuthorizerTests {
    private let kubelet = Identity("system:node:n1", groups: ["system:nodes", "system:authenticated"])

    private func pod(_ name: String, node: String, _ change: (inout Core.Pod) -> Void = { _ in }) -> Core.Pod {
        var pod = Core.Pod()
        pod.metadata.namespace = "a"
        pod.metadata.name = name
        pod.spec.nodeName = node
        pod.spec.serviceAccountName = "web"
        change(&pod)
        return pod
    }

    private func authorizer(_ pods: [Core.Pod]) -> Authorizer {
        var authorizer = Authorizer([.node, .rbac])
        for pod in pods { authorizer.nodes.setPod(pod) }
        return authorizer
    }

    private func can(
        _ authorizer: Authorizer, _ verb: String, _ resource: String, group: String = "", subresource: String = "",
        in namespace: String = "", name: String = "", selectedNode: String? = nil, who: Identity? = nil
    ) -> Verdict {
        authorizer.decide(
            who ?? kubelet,
            AccessAttributes(
                verb,
                .init(
                    group: group, resource: resource, subresource: subresource, namespace: namespace, name: name,
                    selectedNode: selectedNode)))
    }

    @Test("Its own Node, and no other's, in kube-apiserver's words") func nodes() {
        let authorizer = authorizer([])
        #expect(can(authorizer, "get", "nodes", name: "n1").isAllowed)
        #expect(can(authorizer, "create", "nodes").isAllowed)
        #expect(can(authorizer, "patch", "nodes", subresource: "status", name: "n1").isAllowed)
        #expect(
            can(authorizer, "list", "nodes").reason == "node 'n1' cannot read all nodes, only its own Node object")
        #expect(
            can(authorizer, "get", "nodes", name: "n2").reason == "node 'n1' cannot read 'n2', only its own Node object"
        )
        #expect(!can(authorizer, "delete", "nodes", name: "n1").isAllowed)
    }

    @Test("Secrets and ConfigMaps of its pods, as long as they are its") func secrets() {
        var authorizer = authorizer([])
        let pod = pod("p", node: "n1") { pod in
            var volume = Core.Volume()
            volume.volumeSource.secret = Core.SecretVolumeSource()
            volume.volumeSource.secret?.secretName = "s"
            pod.spec.volumes = [volume]
            var container = Core.Container()
            var source = Core.EnvFromSource()
            source.configMapRef = Core.ConfigMapEnvSource()
            source.configMapRef?.localObjectReference.name = "c"
            container.envFrom = [source]
            pod.spec.containers = [container]
        }
        let none = "no relationship found between node 'n1' and this object"
        #expect(can(authorizer, "get", "secrets", in: "a", name: "s").reason == none)
        authorizer.nodes.setPod(pod)
        #expect(can(authorizer, "get", "secrets", in: "a", name: "s").isAllowed)
        #expect(can(authorizer, "watch", "configmaps", in: "a", name: "c").isAllowed)
        #expect(can(authorizer, "get", "secrets", in: "b", name: "s").reason == none)
        #expect(can(authorizer, "list", "secrets", in: "a").reason == "No Object name found")
        #expect(
            can(authorizer, "update", "secrets", in: "a", name: "s").reason == "can only read resources of this type")
        #expect(can(authorizer, "create", "serviceaccounts", subresource: "token", in: "a", name: "web").isAllowed)
        #expect(!can(authorizer, "create", "serviceaccounts", subresource: "token", in: "a", name: "other").isAllowed)
        let other = Identity("system:node:n2", groups: ["system:nodes"])
        #expect(!can(authorizer, "get", "secrets", in: "a", name: "s", who: other).isAllowed)
        var done = pod
        done.status.phase = "Succeeded"
        authorizer.nodes.setPod(done)
        #expect(!can(authorizer, "get", "secrets", in: "a", name: "s").isAllowed)
        authorizer.nodes.setPod(pod)
        authorizer.nodes.removePod(namespace: "a", name: "p")
        #expect(!can(authorizer, "get", "secrets", in: "a", name: "s").isAllowed)
    }

    @Test("What two pods share stays as long as one of them is there") func shared() {
        var authorizer = authorizer([pod("p", node: "n1"), pod("q", node: "n1")])
        authorizer.nodes.removePod(namespace: "a", name: "p")
        #expect(can(authorizer, "create", "serviceaccounts", subresource: "token", in: "a", name: "web").isAllowed)
        authorizer.nodes.removePod(namespace: "a", name: "q")
        #expect(!can(authorizer, "create", "serviceaccounts", subresource: "token", in: "a", name: "web").isAllowed)
    }

    @Test("Pods by its own node's selector, or one by one") func pods() {
        let authorizer = authorizer([pod("p", node: "n1"), pod("q", node: "n2")])
        #expect(can(authorizer, "watch", "pods", selectedNode: "n1").isAllowed)
        #expect(!can(authorizer, "watch", "pods", selectedNode: "n2").isAllowed)
        #expect(can(authorizer, "list", "pods").reason == "can only list/watch pods with spec.nodeName field selector")
        #expect(can(authorizer, "get", "pods", in: "a", name: "p").isAllowed)
        #expect(!can(authorizer, "get", "pods", in: "a", name: "q").isAllowed)
        #expect(can(authorizer, "patch", "pods", subresource: "status", in: "a", name: "p").isAllowed)
        #expect(!can(authorizer, "patch", "pods", in: "a", name: "p").isAllowed)
    }

    @Test("Volumes that its pods have claimed, and their Secrets") func volumes() {
        var authorizer = authorizer([
            pod("p", node: "n1") { pod in
                var volume = Core.Volume()
                volume.volumeSource.persistentVolumeClaim = Core.PersistentVolumeClaimVolumeSource()
                volume.volumeSource.persistentVolumeClaim?.claimName = "claim"
                pod.spec.volumes = [volume]
            }
        ])
        var volume = Core.PersistentVolume()
        volume.metadata.name = "pv"
        volume.spec.claimRef = Core.ObjectReference()
        volume.spec.claimRef?.namespace = "a"
        volume.spec.claimRef?.name = "claim"
        volume.spec.persistentVolumeSource.csi = Core.CSIPersistentVolumeSource()
        volume.spec.persistentVolumeSource.csi?.nodeStageSecretRef = Core.SecretReference()
        volume.spec.persistentVolumeSource.csi?.nodeStageSecretRef?.name = "stage"
        volume.spec.persistentVolumeSource.csi?.nodeStageSecretRef?.namespace = "csi"
        #expect(can(authorizer, "get", "persistentvolumeclaims", in: "a", name: "claim").isAllowed)
        #expect(!can(authorizer, "get", "persistentvolumes", name: "pv").isAllowed)
        authorizer.nodes.setVolume(volume)
        #expect(can(authorizer, "get", "persistentvolumes", name: "pv").isAllowed)
        #expect(can(authorizer, "get", "secrets", in: "csi", name: "stage").isAllowed)
        authorizer.nodes.removeVolume("pv")
        #expect(!can(authorizer, "get", "persistentvolumes", name: "pv").isAllowed)
        #expect(!can(authorizer, "get", "secrets", in: "csi", name: "stage").isAllowed)
    }

    @Test("Its own Lease and CSINode") func own() {
        let authorizer = authorizer([])
        let leases = "coordination.k8s.io"
        #expect(can(authorizer, "update", "leases", group: leases, in: "kube-node-lease", name: "n1").isAllowed)
        #expect(!can(authorizer, "update", "leases", group: leases, in: "kube-node-lease", name: "n2").isAllowed)
        #expect(!can(authorizer, "update", "leases", group: leases, in: "default", name: "n1").isAllowed)
        #expect(can(authorizer, "get", "csinodes", group: "storage.k8s.io", name: "n1").isAllowed)
        #expect(!can(authorizer, "get", "csinodes", group: "storage.k8s.io", name: "n2").isAllowed)
    }

    @Test("What is not told apart by node is as the role system:node says") func common() {
        let authorizer = authorizer([])
        #expect(can(authorizer, "list", "services").isAllowed)
        #expect(can(authorizer, "create", "events", in: "a").isAllowed)
        #expect(!can(authorizer, "delete", "services", in: "a", name: "x").isAllowed)
    }

    @Test("Only the name and the group together make a kubelet") func identity() {
        #expect(NodeAuthorizer.node(Identity("system:node:n1")) == nil)
        #expect(NodeAuthorizer.node(Identity("n1", groups: ["system:nodes"])) == nil)
        let authorizer = authorizer([])
        #expect(
            can(authorizer, "list", "services", who: Identity("system:node:", groups: ["system:nodes"])).reason
                == #"unknown node for user "system:node:""#)
    }
}

@Suite("The modes in their order") struct AuthorizerTests {
    @Test("Masters may all, whatever the mode", arguments: [[.rbac], [.alwaysDeny], []] as [[Authorizer.Mode]])
    func masters(_ modes: [Authorizer.Mode]) {
        let admin = Identity("admin", groups: ["system:masters"])
        #expect(Authorizer(modes).decide(admin, AccessAttributes("delete", .init(resource: "nodes"))).isAllowed)
    }

    @Test("The bootstrap policy opens health and version to all, discovery to those who are known") func anonymous() {
        var authorizer = Authorizer([.node, .rbac])
        authorizer.roles = TestPolicy.index()
        func can(_ who: Identity, _ path: String) -> Bool {
            authorizer.decide(who, AccessAttributes("get", path: path)).isAllowed
        }
        let ann = Identity("ann").authenticated
        for path in ["/livez", "/readyz", "/healthz", "/version"] {
            #expect(can(.anonymous, path))
            #expect(can(ann, path))
        }
        for path in ["/api", "/apis", "/apis/apps/v1", "/openapi/v3"] {
            #expect(!can(.anonymous, path))
            #expect(can(ann, path))
        }
        #expect(!can(ann, "/metrics"))
        #expect(!authorizer.decide(.anonymous, AccessAttributes("list", .init(resource: "pods"))).isAllowed)
    }

    @Test("Components have the rights that they need, and not others'") func components() {
        var authorizer = Authorizer([.node, .rbac])
        authorizer.roles = TestPolicy.index()
        func can(_ user: String, _ verb: String, _ resource: String, group: String = "", subresource: String = "")
            -> Bool
        {
            let target = AccessAttributes.Resource(
                group: group, resource: resource, subresource: subresource, namespace: "a", name: "x")
            return authorizer.decide(Identity(user).authenticated, AccessAttributes(verb, target)).isAllowed
        }
        #expect(can("system:kube-scheduler", "create", "pods", subresource: "binding"))
        #expect(!can("system:kube-scheduler", "get", "secrets"))
        #expect(!can("system:kube-scheduler", "update", "deployments", group: "apps"))
        #expect(can("system:kube-controller-manager", "create", "serviceaccounts", subresource: "token"))
        #expect(
            can("system:serviceaccount:kube-system:deployment-controller", "update", "deployments", group: "apps")
                || can(
                    "system:serviceaccount:kube-system:deployment-controller", "create", "replicasets", group: "apps")
        )
        #expect(!can("system:serviceaccount:kube-system:deployment-controller", "get", "secrets"))
    }
}
