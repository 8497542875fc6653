"""Who owns what, and what an apply changes: the cases that upstream's own integration tests hold a server to.

(kubernetes/kubernetes: test/integration/apiserver/apply/apply_test.go.)
"""
import json

import pytest
from writers import CONTAINER, KINDS, config_map, deployment, fields, managers, pod, shared, version, writer


def test_an_apply_makes_and_another_owner_of_the_same_is_no_conflict(writer):
    for path, body in [(f"{writer.core}/pods/p", pod()), (f"{writer.core}/services/s", {
            "apiVersion": "v1", "kind": "Service", "metadata": {"name": "s"},
            "spec": {"ports": [{"port": 8080, "protocol": "UDP"}]}})]:
        writer.apply(path, body, status=201)
        writer.apply(path, body, by="another", status=200)
    identified = pod()
    identified["metadata"] |= {"name": "other", "uid": "88e00824-7f0e-11e8-94a1-c8d3ffb15800"}
    assert writer.apply(f"{writer.core}/pods/other", identified, status=409)["reason"] == "Conflict"


def test_what_changes_nothing_is_not_written(writer):
    body = pod({"a": "one", "c": "two", "b": "three"},
               containers=[{"name": n, "image": "i"} for n in "acb"], volumes=[{"name": "v", "emptyDir": {}}])
    made = writer.apply(f"{writer.core}/pods/p", body)
    assert version(writer.put(f"{writer.core}/pods/p", made)) == version(made)
    assert writer.apply(f"{writer.core}/pods/p", body) == made
    without = json.loads(json.dumps(body))
    del without["spec"]["volumes"][0]["emptyDir"]
    assert version(writer.apply(f"{writer.core}/pods/p", without)) != version(made)
    whole = deployment()
    whole["spec"]["template"]["metadata"]["annotations"] = {}
    made = writer.apply(f"{writer.apps}/deployments/d", whole)
    assert writer.apply(f"{writer.apps}/deployments/d", whole) == made
    nothing = config_map("n", {"creationTimestamp": None, "resourceVersion": None}, key="value")
    made = writer.apply(f"{writer.core}/configmaps/n", nothing)
    assert writer.apply(f"{writer.core}/configmaps/n", nothing) == made


@pytest.mark.parametrize("way", ["apply", "put"])
def test_quantities_and_defaults_are_no_changes(writer, way):
    template = {"metadata": {"name": "v"}, "spec": {
        "accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Gi"}}}}
    body = {
        "apiVersion": "apps/v1", "kind": "StatefulSet", "metadata": {"name": "s", "labels": {"app": "nginx"}},
        "spec": deployment(containers=[CONTAINER | {"resources": {"limits": {"memory": "2048Mi"}}}])["spec"]
        | {"serviceName": "s", "volumeClaimTemplates": [template]}}
    if way == "apply":
        made = writer.apply(f"{writer.apps}/statefulsets/s", body)
        again = writer.apply(f"{writer.apps}/statefulsets/s", body)
    else:
        made = writer.post(f"{writer.apps}/statefulsets", body, by="one")
        again = writer.put(f"{writer.apps}/statefulsets/s", body, by="one")
    assert version(again) == version(made)


def test_entries_of_updaters_are_grouped_when_they_are_too_many(writer):
    path = "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations/w"
    writer.apply(path, {
        "apiVersion": "admissionregistration.k8s.io/v1", "kind": "ValidatingWebhookConfiguration",
        "metadata": {"name": "w", "labels": {"applier": "true"}}})
    for number in range(20):
        found = writer.patch(path, {"metadata": {"labels": {f"updater{number}": "new"}}}, by=f"updater{number}")
    names = [name for name, _, _ in managers(found)]
    assert (len(names), names[:2]) == (11, ["apply_test", "ancient-changes"])


@pytest.mark.parametrize("way", ["create", "update", "patch"])
def test_a_large_object_is_taken_without_its_entries(writer, way):
    data = {f"this-key-is-very-long-so-as-to-create-a-very-large-serialized-fieldset-{n}": "A" for n in range(9999)}
    path = f"{writer.core}/configmaps/m"
    if way == "create":
        writer.post(f"{writer.core}/configmaps", config_map(**data))
    else:
        small = writer.post(f"{writer.core}/configmaps", config_map(k="v"))
        if way == "update":
            writer.put(path, small | {"data": data})
        else:
            writer.patch(path, {"data": data})
    # An apply needs them.
    refused = writer.apply(path, {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "m"}},
                           status=(400, 413, 422, 500))
    assert refused["status"] == "Failure"


def test_entries_tell_the_last_time_and_all_fields_of_one_updater(writer):
    path = f"{writer.core}/configmaps/m"
    writer.apply(path, config_map(metadata={"labels": {"test-label": "test"}}, key="value"))
    writer.patch(path, {"data": {"new-key": "value"}})
    writer.patch(path, {"data": {"key": "new value"}})
    found = writer.get(path)
    assert managers(found) == [("apply_test", "Apply", ""), ("updater", "Update", "")]
    assert fields(found, 0) == {"f:metadata": {"f:labels": {"f:test-label": {}}}}
    assert fields(found, 1) == {"f:data": {"f:key": {}, "f:new-key": {}}}
    assert all(e["fieldsType"] == "FieldsV1" and e["apiVersion"] == "v1" for e in found["metadata"]["managedFields"])


def test_who_owns_nothing_has_no_entry(writer):
    body = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "m"}}
    for _ in range(2):
        assert managers(writer.apply(f"{writer.core}/configmaps/m", body)) == []


@pytest.mark.parametrize("kind, change", [
    ("merge", {"metadata": {"managedFields": [{}]}}), ("strategic", {"metadata": {"managedFields": [{}]}}),
    ("json", [{"op": "replace", "path": "/metadata/managedFields", "value": [{}]}]), ("put", [{}]), ("put", []),
])
def test_entries_can_be_dropped(writer, kind, change):
    path = f"{writer.core}/configmaps/m"
    labels = {"labels": {"test-label": "test"}}
    writer.apply(path, config_map(metadata=labels, key="value"))
    if kind == "put":
        writer.put(path, config_map(metadata=labels | {"managedFields": change}, key="value"))
    else:
        writer.patch(path, change, kind=kind)
    found = writer.get(path)
    assert managers(found) == []
    assert found["metadata"]["labels"] == labels["labels"] and found["data"] == {"key": "value"}
    # Nor are there any later, until somebody applies.
    assert managers(writer.patch(path, {"metadata": {"labels": {"test-label": "v1"}}})) == []


@pytest.mark.parametrize("way", ["create", "put", "patch"])
def test_entries_that_are_none_refuse_nothing(writer, way):
    entry = {"manager": "apply_test", "operation": "Apply", "apiVersion": "v1", "time": "2019-07-08T09:31:18Z",
             "fieldsType": "", "fieldsV1": {}}
    bad = config_map(metadata={"managedFields": [entry]}, key="value")
    if way == "create":
        assert managers(writer.post(f"{writer.core}/configmaps", bad)) == [("creator", "Update", "")]
        return
    writer.post(f"{writer.core}/configmaps", config_map(key="value"))
    if way == "put":
        found = writer.put(f"{writer.core}/configmaps/m", bad)
    else:
        found = writer.patch(
            f"{writer.core}/configmaps/m", [{"op": "replace", "path": "/metadata/managedFields", "value": [entry]}],
            kind="json")
    assert managers(found) == [("creator", "Update", "")]


def test_a_status_does_not_say_who_owns_the_rest(writer):
    live = writer.apply(f"{writer.core}/pods/p", pod())
    claimed = {"manager": "testing", "operation": "Update", "apiVersion": "v1", "fieldsType": "FieldsV1",
               "fieldsV1": {"f:spec": {"f:containers": {'k:{"name":"testing"}': {".": {}, "f:image": {}, "f:name": {}}}}}}
    found = writer.patch(f"{writer.core}/pods/p/status", {
        "metadata": {"managedFields": [claimed]}, "status": {"conditions": [{"type": "MyStatus", "status": "true"}]}},
        by="other")
    assert managers(found) == managers(live) + [("other", "Update", "status")]
    assert found["metadata"]["managedFields"][0] == live["metadata"]["managedFields"][0]


def test_what_is_left_out_goes_unless_somebody_else_has_it(writer):
    path = f"{writer.apps}/deployments/d"
    hostname = deployment(replicas=3)
    hostname["spec"]["template"]["spec"]["hostname"] = "test-hostname"
    for owner in ("one", "two"):
        writer.apply(path, hostname, by=owner)
    shared = writer.apply(path, deployment(), by="one")["spec"]
    assert (shared["replicas"], shared["template"]["spec"]["hostname"]) == (3, "test-hostname")
    alone = writer.apply(path, deployment(), by="two")["spec"]
    assert alone["replicas"] == 1 and "hostname" not in alone["template"]["spec"]


def test_a_controller_takes_a_field_over_but_keeps_no_item_alive(writer):
    path = f"{writer.apps}/deployments/d"
    made = writer.apply(path, deployment(replicas=3))
    made["spec"]["replicas"] = 4
    made["spec"]["template"]["spec"]["containers"][0]["workingDir"] = "/home/replacement"
    writer.put(path, made, by="controller")
    assert writer.apply(path, deployment())["spec"]["replicas"] == 4
    other = writer.apply(path, deployment(containers=[{"name": "other", "image": "nginx:latest"}]))
    assert [c["name"] for c in other["spec"]["template"]["spec"]["containers"]] == ["other"]


def test_a_port_goes_and_one_is_known_by_the_defaults_of_its_key(writer):
    path = f"{writer.apps}/deployments/d"
    port = {"name": "foo", "containerPort": 80}
    writer.apply(path, deployment(containers=[CONTAINER | {"ports": [port]}]))
    refused = writer.apply(
        path, deployment(containers=[CONTAINER | {"ports": [port | {"name": "bar", "protocol": "TCP"}]}]), by="other",
        status=409)
    assert len(refused["details"]["causes"]) == 1
    assert "ports" not in writer.apply(path, deployment())["spec"]["template"]["spec"]["containers"][0]


def test_an_apply_in_another_version_is_refused_and_older_entries_are_forgotten(writer):
    path = f"{writer.apps}/deployments/d"
    older = {"manager": "sidecar", "operation": "Apply", "apiVersion": "extensions/v1beta1",
             "fieldsV1": {"f:metadata": {"f:labels": {"f:sidecar_version": {}}}}}
    body = deployment()
    body["metadata"]["managedFields"] = [older]
    writer.post(f"{writer.apps}/deployments", body)
    writer.apply(path, deployment() | {"apiVersion": "extensions/v1beta"}, status=400)
    found = writer.apply(path, {
        "apiVersion": "apps/v1", "kind": "Deployment",
        "metadata": {"name": "d", "labels": {"sidecar_version": "release"}},
        "spec": {"template": {"spec": {"containers": [{"name": "sidecar", "image": "sidecar:latest"}]}}}}, by="sidecar")
    assert managers(found) == [("sidecar", "Apply", ""), ("creator", "Update", "")]
    assert fields(found, 0) == {
        "f:metadata": {"f:labels": {"f:sidecar_version": {}}},
        "f:spec": {"f:template": {"f:spec": {"f:containers": {
            'k:{"name":"sidecar"}': {".": {}, "f:image": {}, "f:name": {}}}}}}}


def test_kubectl_applies_over_what_it_wrote_before(writer):
    path = f"{writer.apps}/deployments/d"
    noted = deployment(replicas=3, containers=[{"name": "c", "image": "i"}])
    live = deployment(replicas=100000, containers=[{"name": "c", "image": "i"}])
    live["metadata"]["annotations"] = {"kubectl.kubernetes.io/last-applied-configuration": json.dumps(noted)}
    writer.post(f"{writer.apps}/deployments", live)
    writer.apply(path, deployment(replicas=3, labels={"app": "new"}, containers=[{"name": "c", "image": "i"}]),
                 by="kubectl", status=409)
    found = writer.apply(path, deployment(labels={"app": "new"}, containers=[{"name": "c", "image": "new"}]), by="kubectl")
    assert found["spec"]["replicas"] == 100000
    assert found["spec"]["template"]["spec"]["containers"][0]["image"] == "new"


@pytest.mark.parametrize("operation", ["Apply", "Update"])
def test_of_entries_that_get_one_name_the_last_counts(writer, operation):
    path = f"{writer.core}/pods/p"
    writer.apply(path, pod(), by="first")
    for name, label in [("one", "a"), ("two", "b")]:
        change = {"apiVersion": "v1", "kind": "Pod", "metadata": {"labels": {label: name}}}
        (writer.apply if operation == "Apply" else writer.patch)(path, change, by=name)
    found = writer.get(path)
    assert found["metadata"]["labels"] == {"a": "one", "b": "two"}
    for entry in found["metadata"]["managedFields"]:
        entry["manager"] = "same" if entry["manager"] != "first" else "first"
    renamed = writer.put(path, found)
    assert managers(renamed) == [("first", "Apply", ""), ("same", operation, "")]
    assert fields(renamed, 1) == {"f:metadata": {"f:labels": {"f:b": {}}}}


def test_entries_of_subresources_stand_beside_those_of_the_object(writer):
    path = f"{writer.core}/pods/p"
    writer.apply(path, pod(), by="first")
    writer.apply(path, {"apiVersion": "v1", "kind": "Pod", "metadata": {"labels": {"a": "one"}}}, by="labels")
    found = writer.apply(
        f"{path}/status", {"apiVersion": "v1", "kind": "Pod", "metadata": {"labels": {"b": "two"}}}, by="labels")
    assert found["metadata"]["labels"] == {"a": "one", "b": "two"}
    assert managers(found) == [("first", "Apply", ""), ("labels", "Apply", ""), ("labels", "Apply", "status")]
    for entry in found["metadata"]["managedFields"]:
        entry.pop("subresource", None)
    dropped = writer.put(path, found)
    assert managers(dropped) == [("first", "Apply", ""), ("labels", "Apply", "")]
    assert fields(dropped, 1) == {"f:metadata": {"f:labels": {"f:b": {}}}}
    made = writer.apply(f"{writer.apps}/deployments/d", deployment(replicas=3), by="manager")
    writer.patch(f"{writer.apps}/deployments/d/scale", {"spec": {"replicas": 32}}, by="manager")
    scaled = writer.get(f"{writer.apps}/deployments/d")
    assert managers(scaled) == managers(made) + [("manager", "Update", "scale")]
    assert fields(scaled, 1) == {"f:spec": {"f:replicas": {}}}


def test_items_of_one_key_are_owned_together(writer):
    path = f"{writer.apps}/daemonsets/ds"

    def ports(*given):
        return [{"name": name, "containerPort": number} for name, number in given]

    def variables(*given):
        return [{"name": name, "value": value} for name, value in given]

    def body(env, port, **template):
        return {
            "apiVersion": "apps/v1", "kind": "DaemonSet", "metadata": {"name": "ds", "labels": {"app": "nginx"}},
            "spec": {"selector": {"matchLabels": {"app": "nginx"}}, "template": template | {
                "spec": {"containers": [CONTAINER | {"env": env, "ports": port}]}}}}

    labelled = {"metadata": {"labels": {"app": "nginx"}}}

    def told(value, by):
        """Variables, ports, and what the manager owns of each."""
        container = value["spec"]["template"]["spec"]["containers"][0]
        owned = next(e["fieldsV1"] for e in value["metadata"]["managedFields"] if e["manager"] == by)
        owned = owned["f:spec"]["f:template"]["f:spec"]["f:containers"]['k:{"name":"nginx"}']
        return len(container["env"]), len(container["ports"]), owned.get("f:env"), owned.get("f:ports")

    item = {".": {}, "f:name": {}, "f:value": {}}
    first = {'k:{"containerPort":1,"protocol":"TCP"}': {
        ".": {}, "f:containerPort": {}, "f:name": {}, "f:protocol": {}}}
    made = writer.post(f"{writer.apps}/daemonsets", body(
        variables(("ENV0", "/env0value"), ("PATH", "/bin"), ("PATH", "$PATH:/usr/bin")),
        ports(("port0", 1), ("port1", 80), ("port2", 80)), **labelled), by="create")
    assert told(made, "create") == (
        3, 3, {".": {}, 'k:{"name":"ENV0"}': item, 'k:{"name":"PATH"}': {}},
        {".": {}, **first, 'k:{"containerPort":80,"protocol":"TCP"}': {}})
    added = writer.apply(path, body(variables(("HOME", "/usr/home")), ports(("port3", 443))), by="apply")
    mine = {'k:{"containerPort":443,"protocol":"TCP"}': {".": {}, "f:containerPort": {}, "f:name": {}}}
    assert told(added, "apply") == (4, 4, {'k:{"name":"HOME"}': item}, mine)
    assert told(added, "create") == (4, 4) + told(made, "create")[2:]
    changed = writer.put(path, body(
        variables(("ENV0", "/env0value"), ("PATH", "/bin"), ("PATH", "$PATH:/usr/bin:/usr/local/bin"),
                  ("HOME", "/usr/home")),
        ports(("port0", 1), ("port3", 443), ("port4", 80), ("port5", 80)), **labelled), by="update")
    assert told(changed, "update") == (
        4, 4, {'k:{"name":"PATH"}': {}}, {'k:{"containerPort":80,"protocol":"TCP"}': {}})
    assert told(changed, "create") == (4, 4, {".": {}, 'k:{"name":"ENV0"}': item}, {".": {}, **first})
    one = writer.apply(
        path, body(variables(("PATH", "/bin:/usr/bin:/usr/local/bin")), ports(("port80", 80))), by="apply", force="true")
    assert told(one, "apply") == (2, 2, {'k:{"name":"PATH"}': item}, {
        'k:{"containerPort":80,"protocol":"TCP"}': {".": {}, "f:containerPort": {}, "f:name": {}}})
    assert fields(one, 2) == {"f:metadata": {"f:annotations": {"f:deprecated.daemonset.template.generation": {}}}}


def test_what_was_owned_as_one_is_owned_by_field(writer):
    volumes = "/api/v1/persistentvolumes"
    claim = {"name": "pvc-storage", "namespace": "default"}
    spec = {"capacity": {"storage": "16Mi"}, "accessModes": ["ReadWriteOnce"], "hostPath": {"path": "/tmp/mydata"}}
    whole = {"apiVersion": "v1", "kind": "PersistentVolume", "metadata": {"name": "pv", "labels": {"type": "local"}}}
    made = writer.post(volumes, whole | {"spec": spec | {"claimRef": claim | {
        "apiVersion": "v1", "kind": "PersistentVolumeClaim", "resourceVersion": "15499",
        "uid": "2018e302-7b12-406c-9fa2-e52535d29e48"}}}, by="apply_test")

    def entry(manager, operation, owned, **more):
        return {"manager": manager, "operation": operation, "apiVersion": "v1", "time": "2022-06-08T23:46:32Z",
                "fieldsType": "FieldsV1", "fieldsV1": owned} | more

    mine = {"f:metadata": {"f:labels": {"f:type": {}}}, "f:spec": {
        "f:accessModes": {}, "f:capacity": {"f:storage": {}}, "f:hostPath": {"f:path": {}}, "f:storageClassName": {}}}
    theirs = entry("controller", "Update", {"f:spec": {"f:claimRef": {}}})
    writer.patch(f"{volumes}/pv", {"metadata": {"managedFields": [entry("apply_test", "Apply", mine), theirs]}},
                 by="apply_test", kind="strategic")
    found = writer.apply(f"{volumes}/pv", whole | {"spec": spec | {"storageClassName": "", "claimRef": claim}})
    assert found["spec"]["claimRef"] == made["spec"]["claimRef"]
    assert managers(found) == [("apply_test", "Apply", ""), ("controller", "Update", "")]
    mine["f:spec"]["f:claimRef"] = {"f:name": {}, "f:namespace": {}}
    assert [fields(found, 0), fields(found, 1)] == [mine, {"f:spec": {"f:claimRef": {}}}]


def test_who_applies_what_is_not_there_needs_the_right_to_make_it(writer):
    rbac = "/apis/rbac.authorization.k8s.io/v1"

    def panda(status):
        answer = writer.client.patch(
            f"{writer.core}/pods/p?fieldManager=m", content=json.dumps(pod()),
            headers={"content-type": KINDS["apply"], "impersonate-user": "panda"})
        assert answer.status_code == status, answer.text
        return answer.json()

    for verb in ("patch", "create"):
        refused = panda(403)
        assert refused["message"] == (
            f'pods "p" is forbidden: User "panda" cannot {verb} resource "pods" in API group "" in the namespace '
            f'"{writer.namespace}"')
        assert refused["details"] == {"name": "p", "kind": "pods"}
        writer.post(f"{rbac}/clusterroles", {"metadata": {"name": f"{verb}-pods"}, "rules": [
            {"verbs": [verb], "apiGroups": [""], "resources": ["pods"]}]})
        writer.post(f"{rbac}/namespaces/{writer.namespace}/rolebindings", {
            "metadata": {"name": f"{verb}-pods"},
            "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": f"{verb}-pods"},
            "subjects": [{"kind": "User", "apiGroup": "rbac.authorization.k8s.io", "name": "panda"}]})
    panda(201)


@pytest.mark.parametrize("kind", ["Deployment", "StatefulSet", "ReplicaSet", "ReplicationController"])
def test_the_replicas_change_hands(writer, kind):
    body = deployment(replicas=1) | {"kind": kind, "metadata": {"name": "test"}}
    path = f"{writer.apps}/{kind.lower()}s/test"
    if kind == "ReplicationController":
        body["apiVersion"], body["spec"]["selector"] = "v1", {"app": "nginx"}
        path = f"{writer.core}/replicationcontrollers/test"
    scale = f"{path}/scale"

    def wanted(replicas):
        return {"kind": "Scale", "apiVersion": "autoscaling/v1",
                "metadata": {"name": "test", "namespace": writer.namespace}, "spec": {"replicas": replicas}}

    def owners(replicas):
        found = writer.get(path)
        assert found["spec"]["replicas"] == replicas
        return {e["manager"] for e in found["metadata"]["managedFields"] if "f:replicas" in e["fieldsV1"].get("f:spec", {})}

    writer.apply(path, body)
    assert owners(1) == {"apply_test"}
    writer.patch(scale, {"status": {"replicas": 42}}, by="scaler")
    assert owners(1) == {"apply_test"}
    writer.patch(scale, {"spec": {"replicas": 5}}, by="scaler")
    assert owners(5) == {"scaler"}
    writer.apply(path, body, status=409)
    writer.apply(path, body, force="true")
    assert owners(1) == {"apply_test"}
    assert '"apply_test"' in writer.apply(scale, wanted(17), by="applier", status=409)["message"]
    writer.apply(scale, wanted(17), by="applier", force="true")
    assert owners(17) == {"applier"}
    writer.put(scale, wanted(7), by="replacer")
    assert owners(7) == {"replacer"}
    writer.apply(scale, wanted(7), by="sharer")
    assert owners(7) == {"replacer", "sharer"}
    writer.patch(scale, {"spec": {"replicas": 5}}, by="scaler")
    assert owners(5) == {"scaler"}


def test_who_owns_a_pod_is_not_changed_through_its_status(writer):
    owner = [{"apiVersion": "v1", "kind": "Secret", "name": "s", "uid": "u"}]
    pods = f"{writer.core}/pods"
    writer.post(pods, pod())
    told = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p", "labels": {"l": "v"}, "ownerReferences": owner},
            "status": {"message": "m"}}
    writer.patch(f"{pods}/p/status", {"metadata": {"ownerReferences": owner}})
    writer.apply(f"{pods}/p/status", told, "applier")
    found = writer.get(f"{pods}/p")
    assert "ownerReferences" not in found["metadata"] and found["status"]["message"] == "m"
    owned = [entry["fieldsV1"] for entry in found["metadata"]["managedFields"] if entry["manager"] == "applier"]
    assert owned == [{"f:metadata": {"f:labels": {"f:l": {}}}, "f:status": {"f:message": {}}}]
    # Of others it is.
    sets = f"{writer.apps}/deployments"
    writer.post(sets, deployment())
    changed = writer.patch(f"{sets}/d/status", {"metadata": {"ownerReferences": owner}})
    assert changed["metadata"]["ownerReferences"] == owner
