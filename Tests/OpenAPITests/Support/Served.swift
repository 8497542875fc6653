import Objects
import OpenAPI
import Testing

/// Resources as an API server declares them.
enum Served {
    static let allVerbs: Set<String> = [
        "create", "delete", "deletecollection", "get", "list", "patch", "update", "watch",
    ]
    static let changes: Set<String> = ["get", "patch", "update"]

    static let deployments = ServedResource(
        group: "apps", version: "v1", plural: "deployments", kind: "Deployment", isNamespaced: true, verbs: allVerbs,
        schema: .message(Apps.Deployment.descriptor, list: Apps.DeploymentList.descriptor),
        subresources: [
            ServedSubresource(name: "status", verbs: changes),
            ServedSubresource(name: "scale", verbs: changes, type: AutoscalingV1.Scale.descriptor),
        ])
    static let pods = ServedResource(
        group: "", version: "v1", plural: "pods", kind: "Pod", isNamespaced: true, verbs: allVerbs,
        schema: .message(Core.Pod.descriptor, list: Core.PodList.descriptor),
        subresources: [
            ServedSubresource(name: "log", verbs: ["get"], options: Core.PodLogOptions.descriptor, form: .text),
            ServedSubresource(
                name: "exec", verbs: ["create", "get"], options: Core.PodExecOptions.descriptor, form: .connection),
            ServedSubresource(
                name: "proxy", verbs: ["create", "delete", "get", "patch", "update"],
                options: Core.PodProxyOptions.descriptor, form: .proxy),
        ], returnsDeleted: true)
    static let nodes = ServedResource(
        group: "", version: "v1", plural: "nodes", kind: "Node", isNamespaced: false, verbs: allVerbs,
        schema: .message(Core.Node.descriptor, list: Core.NodeList.descriptor))
    static let clusterRoles = ServedResource(
        group: "rbac.authorization.k8s.io", version: "v1", plural: "clusterroles", kind: "ClusterRole",
        isNamespaced: false, verbs: allVerbs,
        schema: .message(Rbac.ClusterRole.descriptor, list: Rbac.ClusterRoleList.descriptor))
    static let tokenReviews = ServedResource(
        group: "authentication.k8s.io", version: "v1", plural: "tokenreviews", kind: "TokenReview", isNamespaced: false,
        verbs: ["create"], schema: .message(Authentication.TokenReview.descriptor, list: nil))
    static let definitions = ServedResource(
        group: "apiextensions.k8s.io", version: "v1", plural: "customresourcedefinitions",
        kind: "CustomResourceDefinition", isNamespaced: false, verbs: allVerbs,
        schema: .message(
            APIExtensions.CustomResourceDefinition.descriptor,
            list: APIExtensions.CustomResourceDefinitionList.descriptor))

    static func crontabs(_ schema: String) -> ServedResource {
        ServedResource(
            group: "stable.example.com", version: "v1", plural: "crontabs", kind: "CronTab", isNamespaced: true,
            verbs: allVerbs, schema: .custom(CustomSchema(json: Array(schema.utf8), listKind: "CronTabList")),
            subresources: [ServedSubresource(name: "status", verbs: changes)])
    }

    static let builtin = [deployments, pods, nodes, clusterRoles, tokenReviews, definitions]

    static func documents(_ resources: [ServedResource], cachedBytes: Int = 4 << 20) -> OpenAPIDocuments {
        OpenAPIDocuments(release: "v1.36.2", resources: resources, cachedBytes: cachedBytes)
    }

    static func v3(_ path: String, _ resources: [ServedResource]) throws -> JSONValue {
        try JSONValue(try #require(try documents(resources).v3(path, .json)).bytes)
    }

    static func v2(_ resources: [ServedResource]) throws -> JSONValue {
        try JSONValue(try documents(resources).v2(.json).bytes)
    }
}
