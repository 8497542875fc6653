"""In what kinds differ when they are written and deleted: upstream's own integration tests hold each kind to these lists.

(kubernetes/kubernetes: test/integration/apiserver/apidefinitions, test/integration/dryrun.)
"""
import json

import pytest
from kinds import MANIFESTS, NAMESPACE, Subject, cluster, events, request_text, resources

KEYS = sorted(MANIFESTS)
MERGE = "application/merge-patch+json"
# They have a status.
WITH_STATUS = [
    "admissionregistration.k8s.io/v1/validatingadmissionpolicies", "apiextensions.k8s.io/v1/customresourcedefinitions",
    "apiregistration.k8s.io/v1/apiservices", "apps/v1/daemonsets", "apps/v1/deployments", "apps/v1/replicasets",
    "apps/v1/statefulsets", "autoscaling/v1/horizontalpodautoscalers", "autoscaling/v2/horizontalpodautoscalers",
    "batch/v1/cronjobs", "batch/v1/jobs", "certificates.k8s.io/v1/certificatesigningrequests",
    "flowcontrol.apiserver.k8s.io/v1/flowschemas", "flowcontrol.apiserver.k8s.io/v1/prioritylevelconfigurations",
    "networking.k8s.io/v1/ingresses", "networking.k8s.io/v1/servicecidrs", "policy/v1/poddisruptionbudgets",
    "resource.k8s.io/v1/resourceclaims", "storage.k8s.io/v1/volumeattachments", "v1/namespaces", "v1/nodes",
    "v1/persistentvolumeclaims", "v1/persistentvolumes", "v1/pods", "v1/replicationcontrollers", "v1/resourcequotas",
    "v1/services",
]
# A PUT makes what is not there.
CREATED_BY_PUT = {
    "endpoints", "events", "events.events.k8s.io", "leases.coordination.k8s.io", "limitranges", "services",
    "clusterrolebindings.rbac.authorization.k8s.io", "clusterroles.rbac.authorization.k8s.io",
    "rolebindings.rbac.authorization.k8s.io", "roles.rbac.authorization.k8s.io", "runtimeclasses.node.k8s.io",
}
# Their names follow from what is in them.
NAMED_BY_CONTENT = {
    "apiservices.apiregistration.k8s.io", "customresourcedefinitions.apiextensions.k8s.io",
    "ipaddresses.networking.k8s.io",
}
# A PUT must say which version it replaces.
UPDATED_BY_VERSION = {
    "apiservices.apiregistration.k8s.io", "csidrivers.storage.k8s.io", "csinodes.storage.k8s.io",
    "csistoragecapacities.storage.k8s.io", "customresourcedefinitions.apiextensions.k8s.io",
    "leases.coordination.k8s.io", "mutatingadmissionpolicies.admissionregistration.k8s.io",
    "mutatingadmissionpolicybindings.admissionregistration.k8s.io",
    "mutatingwebhookconfigurations.admissionregistration.k8s.io", "poddisruptionbudgets.policy",
    "runtimeclasses.node.k8s.io", "validatingadmissionpolicies.admissionregistration.k8s.io",
    "validatingadmissionpolicybindings.admissionregistration.k8s.io",
    "validatingwebhookconfigurations.admissionregistration.k8s.io", "volumeattachments.storage.k8s.io",
}
ORPHANING = {"jobs.batch", "replicationcontrollers"}
OWNING_NOTHING = {"events", "events.events.k8s.io"}
# Through their status metadata changes as well.
CHANGED_BY_STATUS = {
    "certificatesigningrequests.certificates.k8s.io", "cronjobs.batch",
    "customresourcedefinitions.apiextensions.k8s.io", "daemonsets.apps", "horizontalpodautoscalers.autoscaling",
    "ingresses.networking.k8s.io", "jobs.batch", "namespaces", "nodes", "persistentvolumeclaims", "persistentvolumes",
    "poddisruptionbudgets.policy", "pods", "replicasets.apps", "replicationcontrollers", "resourcequotas", "services",
    "statefulsets.apps",
}
# They have a status and no generation.
WITHOUT_GENERATION = {
    "apiservices.apiregistration.k8s.io", "certificatesigningrequests.certificates.k8s.io",
    "horizontalpodautoscalers.autoscaling", "namespaces", "nodes", "persistentvolumeclaims", "persistentvolumes",
    "resourceclaims.resource.k8s.io", "resourcequotas",
    "servicecidrs.networking.k8s.io", "services", "volumeattachments.storage.k8s.io",
}


@pytest.fixture
def subject(cluster, resources, request_text, request):
    key = request.param
    if key not in resources:
        pytest.skip("not served")
    made = Subject(cluster, resources, key, request_text, 1 + KEYS.index(key))
    yield made
    if cluster.send("GET", made.own, status=(200, 404)).status_code == 200:
        made.delete()


def each_kind(test):
    return pytest.mark.parametrize("subject", KEYS, indirect=True)(test)


def qualified(subject):
    return f"{subject.plural}.{subject.group}" if subject.group else subject.plural


def finalizers(value):
    return set(value["metadata"].get("finalizers", []))


@each_kind
def test_what_a_put_does(subject):
    send, name = subject.cluster.send, qualified(subject)
    # Events are one thing with two faces, which is told by its older name.
    told = "events" if subject.plural == "events" else name
    expected = 201 if name in CREATED_BY_PUT else 404
    send("PUT", subject.own, subject.body, status=(expected,))
    if expected == 404:
        send("POST", subject.path, subject.body, status=(201,))
    subject.settle()
    found = subject.get().json()
    newer = send("PATCH", subject.own, {"metadata": {"labels": {"newer": "yes"}}}, kind=MERGE).json()
    late = send("PUT", subject.own, found, status=(409,)).json()
    assert late["reason"] == "Conflict" and late["details"]["kind"] == subject.plural
    assert late["message"] == (
        f'Operation cannot be fulfilled on {told} "{subject.name}": the object has been modified; please apply your '
        "changes to the latest version and try again")
    del newer["metadata"]["resourceVersion"]
    if name in UPDATED_BY_VERSION:
        refused = send("PUT", subject.own, newer, status=(422,)).json()
        assert refused["message"] == (
            f'{name} "{subject.name}" is invalid: metadata.resourceVersion: Invalid value: 0: must be specified for '
            "an update")
    else:
        send("PUT", subject.own, newer, status=(200,))


@each_kind
def test_names_that_the_server_makes(subject):
    body = json.loads(json.dumps(subject.body))
    del body["metadata"]["name"]
    body["metadata"]["generateName"] = "made-"
    answer = subject.cluster.send("POST", subject.path, body, status=(201, 422))
    if qualified(subject) in NAMED_BY_CONTENT:
        assert answer.status_code == 422
    else:
        assert answer.status_code == 201, answer.text
        subject.name = answer.json()["metadata"]["name"]
        subject.own = f"{subject.path}/{subject.name}"
        assert len(subject.name) == 10 and subject.name.startswith("made-")


@each_kind
def test_what_becomes_of_dependents(subject):
    send, name = subject.cluster.send, qualified(subject)

    def deletion(body):
        """What holds the object that is being deleted, beside the finalizer that keeps it visible."""
        send("POST", subject.path, subject.body, status=(201,))
        send("PATCH", subject.own, {"metadata": {"finalizers": ["example.com/held"]}}, kind=MERGE)
        send("DELETE", subject.own, body)
        found = subject.get().json()
        assert found["metadata"]["deletionTimestamp"] and found["metadata"].get("deletionGracePeriodSeconds", 0) == 0
        subject.delete()
        return finalizers(found) - {"example.com/held", "customresourcecleanup.apiextensions.k8s.io"}

    assert deletion({}) == ({"orphan"} if name in ORPHANING else set())
    # No grace is given to what does not run.
    assert deletion({"gracePeriodSeconds": 30, "propagationPolicy": "Foreground"}) == (
        set() if name in OWNING_NOTHING else {"foregroundDeletion"})
    assert deletion({"propagationPolicy": "Orphan"}) == (set() if name in OWNING_NOTHING else {"orphan"})


def test_which_kinds_have_a_status(resources):
    assert [key for key in KEYS if f"{key}/status" in resources] == WITH_STATUS


@pytest.mark.parametrize("subject", WITH_STATUS, indirect=True)
def test_what_a_status_changes(subject):
    send, name = subject.cluster.send, qualified(subject)
    made = send("POST", subject.path, {**subject.body, "status": subject.status or {}}, status=(201,)).json()
    if name != "nodes":
        given = (subject.status or {}).items()
        assert not [k for k, v in given if v and made.get("status", {}).get(k) == v]
    generation = made["metadata"].get("generation", 0)
    assert generation == (0 if name in WITHOUT_GENERATION else 1)
    changed = send("PATCH", subject.own + "/status", {
        "metadata": {"labels": {"by": "status"}, "annotations": {"by": "status"}}, "status": subject.status or {}},
        kind=MERGE).json()
    keeps = name not in CHANGED_BY_STATUS
    assert ("by" in changed["metadata"].get("labels", {})) is not keeps
    # Of a deployment the labels alone.
    assert ("by" in changed["metadata"].get("annotations", {})) is (not keeps or name == "deployments.apps")
    assert changed["metadata"].get("generation", 0) == generation
    # Who applies owns what is changed where he applies it, and no more.
    whole = {**subject.body, "status": subject.status or {}}
    whole["metadata"] = {**whole["metadata"], "labels": {**whole["metadata"].get("labels", {}), "applied": "yes"}}
    for manager, path in (("speaker", subject.own), ("applier", subject.own + "/status")):
        send("PATCH", f"{path}?fieldManager={manager}&force=true", whole, kind="application/apply-patch+yaml")
    entries = subject.get().json()["metadata"]["managedFields"]
    spoken, applied = ([entry["fieldsV1"] for entry in entries if entry["manager"] == manager]
                       for manager in ("speaker", "applier"))
    assert len(spoken) == 1 and "f:status" not in spoken[0]
    assert not any("f:spec" in fields for fields in applied)
    # Of a definition's metadata nothing is owned so, though it is changed.
    owns = not keeps and name != "customresourcedefinitions.apiextensions.k8s.io"
    assert any("f:metadata" in fields for fields in applied) is owns


@each_kind
def test_a_dry_run_is_seen_by_who_asks_alone(subject):
    send = subject.cluster.send
    start = send("GET", subject.path + "?limit=1").json()["metadata"]["resourceVersion"]
    dry = "?dryRun=All"
    shown = send("POST", subject.path + dry, subject.body, status=(201,)).json()
    assert shown["metadata"]["uid"] and shown["metadata"]["name"] == subject.name
    send("GET", subject.own, status=(404,))
    made = send("POST", subject.path, subject.body, status=(201,)).json()
    again = send("POST", subject.path + dry, subject.body, status=(409,)).json()
    assert again["reason"] == "AlreadyExists"
    subject.settle()
    found = subject.get().json()
    changed = json.loads(json.dumps(found))
    changed["metadata"].setdefault("annotations", {})["dry"] = "yes"
    assert send("PUT", subject.own + dry, changed).json()["metadata"]["annotations"]["dry"] == "yes"
    patched = send("PATCH", subject.own + dry, {"metadata": {"annotations": {"dry": "yes"}}}, kind=MERGE).json()
    assert patched["metadata"]["annotations"]["dry"] == "yes"
    if "scale" in subject.subresources:
        scaled = send("PATCH", subject.own + "/scale" + dry, {"spec": {"replicas": 9}}, kind=MERGE).json()
        assert scaled["spec"]["replicas"] == 9
    send("DELETE", subject.own + dry)
    if "deletecollection" in subject.entry["verbs"]:
        send("DELETE", f"{subject.path}{dry}&fieldSelector=metadata.name={subject.name}")
    left = subject.get().json()
    assert left["metadata"]["uid"] == made["metadata"]["uid"] and "deletionTimestamp" not in left["metadata"]
    assert left["metadata"]["resourceVersion"] == found["metadata"]["resourceVersion"]
    subject.delete()
    told = [event for event in events(subject, start, deletions=1) if event["type"] == "ADDED"]
    assert len(told) == 1


@each_kind
def test_a_collection_is_listed_watched_and_deleted_by_its_label(cluster, resources, request_text, subject):
    number = 1 + KEYS.index(subject.key)
    others = [Subject(cluster, resources, subject.key, request_text, number + more) for more in (70, 140)]
    label = f"collected=of-{number}"
    start = cluster.send("GET", subject.path + "?limit=1").json()["metadata"]["resourceVersion"]
    for each in [subject] + others:
        body = json.loads(json.dumps(each.body))
        body["metadata"].setdefault("labels", {})["collected"] = f"of-{number}"
        cluster.send("POST", each.path, body, status=(201,))
    names = sorted(each.name for each in [subject] + others)
    everywhere = subject.path.replace(f"/namespaces/{NAMESPACE}", "")
    for path in (subject.path, everywhere):
        listed = cluster.send("GET", f"{path}?labelSelector={label}").json()
        assert [item["metadata"]["name"] for item in listed["items"]] == names
    first = cluster.send("GET", f"{subject.path}?labelSelector={label}&limit=2").json()
    rest = cluster.send(
        "GET", f"{subject.path}?labelSelector={label}&limit=2&continue={first['metadata']['continue']}").json()
    assert [item["metadata"]["name"] for item in first["items"] + rest["items"]] == names
    assert rest["metadata"]["resourceVersion"] == first["metadata"]["resourceVersion"]
    if "deletecollection" not in subject.entry["verbs"]:
        cluster.send("DELETE", f"{subject.path}?labelSelector={label}", status=(405,))
    else:
        gone = cluster.send(
            "DELETE", f"{subject.path}?labelSelector={label}", {"gracePeriodSeconds": 0, "propagationPolicy": "Background"})
        assert gone.json()["kind"] == subject.entry["kind"] + "List"
    for each in others + [subject]:
        # Those that end by themselves may be gone by now.
        each.delete(status=(200, 404))
    path = f"{subject.path}?watch=1&timeoutSeconds=60&resourceVersion={start}&labelSelector={label}"
    told = []
    with cluster.http.stream("GET", path) as answer:
        for line in answer.iter_lines():
            event = json.loads(line)
            told.append((event["type"], event["object"]["metadata"]["name"]))
            if sum(what == "DELETED" for what, _ in told) == 3:
                break
    assert sorted(name for what, name in told if what == "ADDED") == names
    assert sorted(name for what, name in told if what == "DELETED") == names
