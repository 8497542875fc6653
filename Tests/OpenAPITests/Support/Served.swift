import Objects
import OpenAPI
import Testing

/// Resources as an API server declares them.
enum Served {
    static let allVerbs: Set<String> = [
        "create", "delete", "deletecollection", "get", "list", "patch", "update", "watch",
    ]
    static let changes: Set<String> = ["get", "patch", "update"]

    static let deployments = DocumentedResource(
        group: "apps", version: "v1", plural: "deployments", kind: "Deployment", isNamespaced: true, verbs: allVerbs,
        schema: .message(Apps.Deployment.descriptor, list: Apps.DeploymentList.descriptor),
        subresources: [
            DocumentedSubresource(name: "status", verbs: changes),
            DocumentedSubresource(name: "scale", verbs: changes, type: AutoscalingV1.Scale.descriptor),
        ])
    static let pods = DocumentedResource(
        group: "", version: "v1", plural: "pods", kind: "Pod", isNamespaced: true, verbs: allVerbs,
        schema: .message(Core.Pod.descriptor, list: Core.PodList.descriptor),
        subresources: [
            DocumentedSubresource(name: "log", verbs: ["get"], options: Core.PodLogOptions.descriptor, form: .text),
            DocumentedSubresource(
                name: "exec", verbs: ["create", "get"], options: Core.PodExecOptions.descriptor, form: .connection),
            DocumentedSubresource(
                name: "proxy", verbs: ["create", "delete", "get", "patch", "update"],
                options: Core.PodProxyOptions.descriptor, form: .proxy),
        ], returnsDeleted: true)
    static let nodes = DocumentedResource(
        group: "", version: "v1", plural: "nodes", kind: "Node", isNamespaced: false, verbs: allVerbs,
        schema: .message(Core.Node.descriptor, list: Core.NodeList.descriptor))
    static let clusterRoles = DocumentedResource(
        group: "rbac.authorization.k8s.io", version: "v1", plural: "clusterroles", kind: "ClusterRole",
        isNamespaced: false, verbs: allVerbs,
        schema: .message(Rbac.ClusterRole.descriptor, list: Rbac.ClusterRoleList.descriptor))
    static let tokenReviews = DocumentedResource(
        group: "authentication.k8s.io", version: "v1", plural: "tokenreviews", kind: "TokenReview", isNamespaced: false,
        verbs: ["create"], schema: .message(Authentication.TokenReview.descriptor, list: nil))
    static let definitions = DocumentedResource(
        group: "apiextensions.k8s.io", version: "v1", plural: "customresourcedefinitions",
        kind: "CustomResourceDefinition", isNamespaced: false, verbs: allVerbs,
        schema: .message(
            APIExtensions.CustomResourceDefinition.descriptor,
            list: APIExtensions.CustomResourceDefinitionList.descriptor))

    static func crontabs(_ schema: String, token: Int = 0) -> DocumentedResource {
        DocumentedResource(
            group: "stable.example.com", version: "v1", plural: "crontabs", kind: "CronTab", isNamespaced: true,
            verbs: allVerbs, schema: .custom(CustomSchema(listKind: "CronTabList") { Array(schema.utf8) }),
            subresources: [DocumentedSubresource(name: "status", verbs: changes)], token: token)
    }

    static let builtin = [deployments, pods, nodes, clusterRoles, tokenReviews, definitions]

    static func documents(_ resources: [DocumentedResource], cachedBytes: Int = 4 << 20) -> OpenAPIDocuments {
        OpenAPIDocuments(release: "v1.36.2", resources: resources, cachedBytes: cachedBytes)
    }

    static func v3(_ path: String, _ resources: [DocumentedResource]) throws -> JSONValue {
        try JSONValue(try #require(try documents(resources).document(.init(path: path, format: .json))).bytes)
    }

    static func v2(_ resources: [DocumentedResource]) throws -> JSONValue {
        try JSONValue(try #require(try documents(resources).document(.init(path: nil, format: .json))).bytes)
    }
}
