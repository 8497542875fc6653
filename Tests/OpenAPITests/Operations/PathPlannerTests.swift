import OpenAPI
import Testing

/// Every path and verb that is served is there, under the names that clients are generated with, and nothing else.
struct PathPlannerTests {
    private static func identifiers(_ document: JSONValue) -> [String] {
        (document["paths"]?.members.values).map { $0.flatMap(\.members.values) }?
            .compactMap { $0["operationId"]?.text } ?? []
    }

    @Test func namesFollowVerbScopeAndKind() throws {
        let names = Set(Self.identifiers(try Served.v3("apis/apps/v1", Served.builtin)))
        #expect(
            names == [
                "getAppsV1APIResources", "listAppsV1DeploymentForAllNamespaces", "listAppsV1NamespacedDeployment",
                "createAppsV1NamespacedDeployment", "deleteAppsV1CollectionNamespacedDeployment",
                "readAppsV1NamespacedDeployment", "replaceAppsV1NamespacedDeployment",
                "patchAppsV1NamespacedDeployment", "deleteAppsV1NamespacedDeployment",
                "readAppsV1NamespacedDeploymentStatus", "replaceAppsV1NamespacedDeploymentStatus",
                "patchAppsV1NamespacedDeploymentStatus", "readAppsV1NamespacedDeploymentScale",
                "replaceAppsV1NamespacedDeploymentScale", "patchAppsV1NamespacedDeploymentScale",
                "watchAppsV1NamespacedDeployment", "watchAppsV1NamespacedDeploymentList",
                "watchAppsV1DeploymentListForAllNamespaces",
            ])
    }

    @Test func whatHasNoNamespaceHasNone() throws {
        let document = try Served.v3("apis/rbac.authorization.k8s.io/v1", Served.builtin)
        #expect(
            document["paths"]?.members.keys.sorted() == [
                "/apis/rbac.authorization.k8s.io/v1/", "/apis/rbac.authorization.k8s.io/v1/clusterroles",
                "/apis/rbac.authorization.k8s.io/v1/clusterroles/{name}",
                "/apis/rbac.authorization.k8s.io/v1/watch/clusterroles",
                "/apis/rbac.authorization.k8s.io/v1/watch/clusterroles/{name}",
            ])
        #expect(Self.identifiers(document).contains("deleteRbacAuthorizationV1CollectionClusterRole"))
    }

    @Test func onlyServedVerbsAreOffered() throws {
        let document = try Served.v3("apis/authentication.k8s.io/v1", Served.builtin)
        #expect(
            Set(Self.identifiers(document)) == [
                "getAuthenticationV1APIResources", "createAuthenticationV1TokenReview",
            ])
    }

    @Test func connectionsSayWhatTheyTake() throws {
        let document = try Served.v3("api/v1", Served.builtin)
        let exec = try #require(document.at("paths", "/api/v1/namespaces/{namespace}/pods/{name}/exec"))
        #expect(exec.at("get", "operationId")?.text == "connectCoreV1GetNamespacedPodExec")
        #expect(exec.at("post", "operationId")?.text == "connectCoreV1PostNamespacedPodExec")
        #expect(exec.at("get", "x-kubernetes-action")?.text == "connect")
        #expect(exec.at("get", "x-kubernetes-group-version-kind", "kind")?.text == "PodExecOptions")
        #expect(exec["put"] == nil)
        let names = exec["parameters"]?.items.compactMap { $0["name"]?.text }
        #expect(names == ["name", "namespace", "command", "container", "stderr", "stdin", "stdout", "tty"])
        let proxied = try #require(document.at("paths", "/api/v1/namespaces/{namespace}/pods/{name}/proxy/{path}"))
        #expect(proxied.at("put", "operationId")?.text == "connectCoreV1PutNamespacedPodProxyWithPath")
        let places = proxied["parameters"]?.items.filter { $0["name"]?.text == "path" }.compactMap { $0["in"]?.text }
        #expect(places == ["path", "query"])
    }

    @Test func logsAreText() throws {
        let document = try Served.v3("api/v1", Served.builtin)
        let log = try #require(document.at("paths", "/api/v1/namespaces/{namespace}/pods/{name}/log"))
        #expect(log.at("get", "operationId")?.text == "readCoreV1NamespacedPodLog")
        #expect(log.at("get", "responses", "200", "content", "text/plain", "schema", "type")?.text == "string")
        #expect(log["parameters"]?.items.contains { $0["name"]?.text == "tailLines" } == true)
    }

    /// By `fieldValidation` on PATCH clients learn that the server validates.
    @Test func changesTakeTheirParameters() throws {
        let document = try Served.v3("apis/apps/v1", Served.builtin)
        let item = "/apis/apps/v1/namespaces/{namespace}/deployments/{name}"
        for (method, expected) in [
            ("patch", ["dryRun", "fieldManager", "fieldValidation", "force"]),
            ("put", ["dryRun", "fieldManager", "fieldValidation"]),
        ] {
            let names = document.at("paths", item, method, "parameters")?.items.compactMap { $0["name"]?.text }
            #expect(names == expected)
        }
        let scale = document.at("paths", item + "/scale", "patch", "x-kubernetes-group-version-kind")
        #expect(scale?["group"]?.text == "autoscaling")
        #expect(scale?["kind"]?.text == "Scale")
    }

    @Test func listsAndDeletionsSelect() throws {
        let document = try Served.v3("apis/apps/v1", Served.builtin)
        let collection = try #require(document.at("paths", "/apis/apps/v1/namespaces/{namespace}/deployments"))
        func names(_ method: String) -> Set<String> {
            Set(collection.at(method, "parameters")?.items.compactMap { $0["name"]?.text } ?? [])
        }
        let shared: Set = [
            "continue", "fieldSelector", "labelSelector", "limit", "resourceVersion", "resourceVersionMatch",
            "sendInitialEvents", "timeoutSeconds",
        ]
        #expect(names("get") == shared.union(["watch", "allowWatchBookmarks"]))
        #expect(
            names("delete")
                == shared.union([
                    "dryRun", "gracePeriodSeconds", "orphanDependents", "propagationPolicy",
                    "ignoreStoreReadErrorWithClusterBreakingPotential",
                ]))
    }

    /// Generators of clients know these paths by their actions, and leave them out.
    @Test func watchesHaveTheirOldPaths() throws {
        let document = try Served.v3("api/v1", Served.builtin)
        let pods = try #require(document.at("paths", "/api/v1/watch/namespaces/{namespace}/pods"))
        #expect(pods.at("get", "x-kubernetes-action")?.text == "watchlist")
        let pod = try #require(document.at("paths", "/api/v1/watch/namespaces/{namespace}/pods/{name}"))
        #expect(pod.at("get", "x-kubernetes-action")?.text == "watch")
        let event = pod.at("get", "responses", "200", "content", "application/json;stream=watch", "schema", "$ref")
        #expect(event?.text?.hasSuffix("meta.v1.WatchEvent") == true)
        let custom = try Served.v3("apis/stable.example.com/v1", [Served.crontabs("")])
        #expect(custom["paths"]?.members.keys.contains { $0.contains("/watch/") } == false)
    }

    @Test func answersToDeletionsAreTheKindsOwn() throws {
        let document = try Served.v3("api/v1", Served.builtin)
        func answer(_ path: String) -> String? {
            document.at("paths", path, "delete", "responses", "200", "content", "application/json", "schema", "$ref")?
                .text?.split(separator: ".").last.map(String.init)
        }
        #expect(answer("/api/v1/namespaces/{namespace}/pods/{name}") == "Pod")
        #expect(answer("/api/v1/nodes/{name}") == "Status")
    }

    @Test func noNameIsGivenTwice() throws {
        let names = Self.identifiers(try Served.v2(Served.builtin + [Served.crontabs("")]))
        #expect(names.count > 60)
        #expect(Set(names).count == names.count)
    }

    /// A parameter in a path must be declared there, and none but these.
    @Test func parametersOfPathsAreDeclared() throws {
        let paths = try #require(try Served.v2(Served.builtin)["paths"]?.members)
        for (path, item) in paths {
            let named = path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
                String($0.dropFirst().dropLast())
            }
            let declared = item["parameters"]?.items.filter { $0["in"]?.text == "path" }.compactMap { $0["name"]?.text }
            #expect(Set(declared ?? []) == Set(named), "\(path)")
        }
    }

    @Test func swaggerPutsTheBodyAmongTheParameters() throws {
        let document = try Served.v2(Served.builtin)
        let post = try #require(document.at("paths", "/apis/apps/v1/namespaces/{namespace}/deployments", "post"))
        let body = try #require(post["parameters"]?.items.first { $0["in"]?.text == "body" })
        #expect(body.at("schema", "$ref")?.text == "#/definitions/io.k8s.api.apps.v1.Deployment")
        #expect(body["required"] == .bool(true))
        #expect(post["consumes"]?.texts.contains("application/yaml") == true)
        #expect(post["requestBody"] == nil)
    }
}
