"""Namespaces from their making to their end, as upstream's conformance and integration tests lead them.

(kubernetes/kubernetes: test/e2e/apimachinery/namespace.go, test/integration/namespace.)
"""
from cluster import eventually
from control import shared
from writers import deployment, writer

HELD = "example.com/held"


def path(writer):
    return f"/api/v1/namespaces/{writer.namespace}"


def ended(writer):
    # The looks at what is left come at intervals of up to 16 seconds.
    return eventually(lambda: writer.client.get(path(writer)).status_code == 404, 120)


def conditions(writer):
    return {c["type"]: (c["status"], c["reason"], c["message"]) for c in
            writer.get(path(writer))["status"].get("conditions", [])}


def test_labels_status_and_finalizers_change_by_their_own_ways(writer):
    patched = writer.patch(path(writer), {"metadata": {"labels": {"testLabel": "testValue"}}}, kind="strategic")
    assert patched["metadata"]["labels"] == {"testLabel": "testValue", "kubernetes.io/metadata.name": writer.namespace}
    condition = {"type": "StatusPatch", "status": "True", "reason": "E2E", "message": "Patched by an e2e test"}
    told = writer.patch(f"{path(writer)}/status", {
        "metadata": {"annotations": {"patchedstatus": "true"}}, "status": {"conditions": [condition]}})
    assert told["metadata"]["annotations"]["patchedstatus"] == "true"
    assert told["status"] == {"phase": "Active", "conditions": [condition | {"lastTransitionTime": None}]}
    told["status"]["conditions"].append({"type": "StatusUpdate", "status": "True", "reason": "E2E", "message": "Updated"})
    assert len(writer.put(f"{path(writer)}/status", told)["status"]["conditions"]) == 2
    # What holds its content is let go through `finalize` alone.
    fake = "e2e.example.com/fakeFinalizer"
    found = writer.patch(path(writer), {"spec": {"finalizers": [fake]}})
    assert found["spec"]["finalizers"] == ["kubernetes"]
    found["spec"]["finalizers"].append(fake)
    found = writer.put(f"{path(writer)}/finalize", found)
    assert found["spec"]["finalizers"] == ["kubernetes", fake] and found["status"]["phase"] == "Active"
    found["spec"]["finalizers"].remove(fake)
    assert writer.put(f"{path(writer)}/finalize", found)["spec"]["finalizers"] == ["kubernetes"]


def test_all_that_is_in_it_goes_and_nothing_comes(writer):
    held = {"metadata": {"name": "held", "finalizers": [HELD]}}
    writer.post(f"{writer.core}/secrets", held)
    writer.post(f"{writer.core}/services", {"metadata": {"name": "s"}, "spec": {"ports": [{"port": 80}]}})
    writer.post(f"{writer.core}/pods", {
        "metadata": {"name": "p"}, "spec": {"containers": [{"name": "c", "image": "i"}]}})
    writer.send("DELETE", path(writer), {}, 200)
    refused = writer.post(f"{writer.core}/configmaps", {"metadata": {"name": "late"}}, status=403)
    assert refused["message"] == (
        f'configmaps "late" is forbidden: unable to create new content in namespace {writer.namespace} because it is '
        "being terminated")
    assert refused["details"]["causes"][0]["reason"] == "NamespaceTerminating"
    eventually(lambda: not writer.get(f"{writer.core}/services")["items"] + writer.get(f"{writer.core}/pods")["items"], 120)
    writer.patch(f"{writer.core}/secrets/held", {"metadata": {"finalizers": None}})
    ended(writer)
    writer.post("/api/v1/namespaces", {"metadata": {"name": writer.namespace}})
    for plural in ("pods", "services", "secrets"):
        assert writer.get(f"{writer.core}/{plural}")["items"] == []


def test_conditions_tell_what_holds_it_up(writer):
    body = deployment(replicas=0)
    body["metadata"]["finalizers"] = ["custom.io/finalizer"]
    writer.post(f"{writer.apps}/deployments", body)
    writer.send("DELETE", path(writer), {}, 200)
    expected = {
        "NamespaceDeletionDiscoveryFailure": ("False", "ResourcesDiscovered", "All resources successfully discovered"),
        "NamespaceDeletionGroupVersionParsingFailure": (
            "False", "ParsedGroupVersions", "All legacy kube types successfully parsed"),
        "NamespaceDeletionContentFailure": (
            "False", "ContentDeleted", "All content successfully deleted, may be waiting on finalization"),
        "NamespaceContentRemaining": (
            "True", "SomeResourcesRemain", "Some resources are remaining: deployments.apps has 1 resource instances"),
        "NamespaceFinalizersRemaining": (
            "True", "SomeFinalizersRemain",
            "Some content in the namespace has finalizers remaining: custom.io/finalizer in 1 resource instances"),
    }
    eventually(lambda: conditions(writer) == expected, 120)
    writer.patch(f"{writer.apps}/deployments/d", {"metadata": {"finalizers": None}})
    ended(writer)


def test_pods_go_before_everything_else(writer):
    pod = f"{writer.core}/pods/p"
    writer.post(f"{writer.core}/pods", {
        "metadata": {"name": "p", "finalizers": [HELD]}, "spec": {"containers": [{"name": "c", "image": "i"}]}})
    writer.post(f"{writer.core}/configmaps", {"metadata": {"name": "m"}})
    writer.send("DELETE", path(writer), {}, 200)
    eventually(lambda: conditions(writer).get("NamespaceContentRemaining") == (
        "True", "SomeResourcesRemain", "Some resources are remaining: pods. has 1 resource instances"), 120)
    assert writer.get(pod)["metadata"]["deletionTimestamp"]
    assert "deletionTimestamp" not in writer.get(f"{writer.core}/configmaps/m")["metadata"]
    writer.patch(pod, {"metadata": {"finalizers": None}})
    ended(writer)
