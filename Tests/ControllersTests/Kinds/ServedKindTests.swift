import Client
import Objects
import Testing

@testable import Controllers

@Suite("Which kinds controllers follow")
struct ServedKindTests {
    private func resource(
        _ plural: String, _ kind: String, scope: String = "Namespaced",
        verbs: [String] = ["delete", "get", "list", "watch"]
    ) -> APIDiscovery.APIResourceDiscovery {
        var resource = APIDiscovery.APIResourceDiscovery()
        resource.resource = plural
        resource.scope = scope
        resource.verbs = verbs
        var response = Meta.GroupVersionKind()
        response.kind = kind
        resource.responseKind = response
        return resource
    }

    private func group(
        _ name: String, _ versions: [(String, [APIDiscovery.APIResourceDiscovery])]
    ) -> APIDiscovery.APIGroupDiscovery {
        var group = APIDiscovery.APIGroupDiscovery()
        group.metadata.name = name
        group.versions = versions.map { name, resources in
            var version = APIDiscovery.APIVersionDiscovery()
            version.version = name
            version.resources = resources
            return version
        }
        return group
    }

    @Test("A kind is followed in the version that its group prefers")
    func preferred() {
        let scalers = resource("horizontalpodautoscalers", "HorizontalPodAutoscaler")
        let kinds = ServedKind.all(in: [
            group("", [("v1", [resource("nodes", "Node", scope: "Cluster")])]),
            group("autoscaling", [("v2", [scalers]), ("v1", [scalers])]),
        ])
        #expect(kinds.map(\.resource.apiVersion) == ["v1", "autoscaling/v2"])
        #expect(kinds.map(\.kind) == ["Node", "HorizontalPodAutoscaler"])
        #expect(kinds.map(\.isNamespaced) == [false, true])
        #expect(kinds.map(\.versions) == [["v1"], ["v2", "v1"]])
    }

    @Test("A kind that only an older version of its group has is followed in that")
    func olderVersion() {
        let kinds = ServedKind.all(in: [
            group(
                "example.com",
                [("v1", [resource("as", "A")]), ("v1alpha1", [resource("as", "A"), resource("bs", "B")])])
        ])
        #expect(
            kinds.map(\.resource) == [
                ResourceName(group: "example.com", version: "v1", plural: "as"),
                ResourceName(group: "example.com", version: "v1alpha1", plural: "bs"),
            ])
    }

    @Test("What cannot be listed, watched or deleted is nobody's to follow")
    func verbs() {
        let kinds = ServedKind.all(in: [
            group(
                "",
                [
                    (
                        "v1",
                        [
                            resource("bindings", "Binding", verbs: ["create"]),
                            resource("x", "X", verbs: ["list", "watch"]),
                        ]
                    )
                ])
        ])
        #expect(kinds.isEmpty)
    }
}
