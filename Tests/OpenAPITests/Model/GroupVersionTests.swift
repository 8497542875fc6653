import Testing

@testable import OpenAPI

/// Names are those that clients are generated with: `AppsV1Api`, `RbacAuthorizationV1Api`.
struct GroupVersionTests {
    @Test(
        arguments: [
            ("", "v1", "CoreV1", "core_v1", "api/v1"), ("apps", "v1", "AppsV1", "apps_v1", "apis/apps/v1"),
            (
                "rbac.authorization.k8s.io", "v1", "RbacAuthorizationV1", "rbacAuthorization_v1",
                "apis/rbac.authorization.k8s.io/v1"
            ),
            (
                "flowcontrol.apiserver.k8s.io", "v1", "FlowcontrolApiserverV1", "flowcontrolApiserver_v1",
                "apis/flowcontrol.apiserver.k8s.io/v1"
            ),
            (
                "stable.example.com", "v1beta1", "StableExampleComV1beta1", "stableExampleCom_v1beta1",
                "apis/stable.example.com/v1beta1"
            ),
            ("my-group.io", "v1", "MyGroupIoV1", "myGroupIo_v1", "apis/my-group.io/v1"),
        ])
    func namesAreMadeFromTheGroup(_ group: String, _ version: String, _ id: String, _ tag: String, _ path: String) {
        let found = GroupVersion(group: group, version: version)
        #expect(found.identifier == id)
        #expect(found.tag == tag)
        #expect(found.path == path)
    }

    @Test func anAPIVersionIsTakenApart() {
        #expect(GroupVersion(apiVersion: "v1") == GroupVersion(group: "", version: "v1"))
        #expect(GroupVersion(apiVersion: "apps/v1") == GroupVersion(group: "apps", version: "v1"))
    }

    @Test(
        arguments: [
            ("k8s.io.api.apps.v1.Deployment", "io.k8s.api.apps.v1.Deployment"),
            (
                "k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta", "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"
            ),
            (
                "k8s.io.apiextensions_apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps",
                "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps"
            ),
        ])
    func modelsAreCalledByTheirReversedDomain(_ name: String, _ model: String) {
        #expect(ModelName.of(fullName: name) == model)
    }

    @Test func customModelsAreCalledByTheirReversedGroup() {
        #expect(ModelName.custom("stable.example.com", "v1", "CronTab") == "com.example.stable.v1.CronTab")
    }
}
