"""The lives of things that a quota counts, as upstream's conformance tests lead them.

(kubernetes/kubernetes: test/e2e/apimachinery/resource_quota.go, test/integration/quota.)
"""
import json

import pytest
from cluster import eventually
from control import shared
from writers import version, writer

HARD = {
    "cpu": "1", "memory": "500Mi", "pods": "5", "requests.ephemeral-storage": "50Gi", "requests.example.com/dongle": "3",
    "services": "10", "services.nodeports": "1", "services.loadbalancers": "1", "replicationcontrollers": "10",
    "resourcequotas": "1", "configmaps": "10", "secrets": "10", "persistentvolumeclaims": "10",
    "requests.storage": "10Gi", "count/replicasets.apps": "5", "gold.storageclass.storage.k8s.io/requests.storage": "10Gi",
    "gold.storageclass.storage.k8s.io/persistentvolumeclaims": "10", "count/leases.coordination.k8s.io": "1",
}
# Nobody runs these pods.
NOWHERE = {"nodeSelector": {"x-test.k8s.io/unsatisfiable": "not-schedulable"}}


def pod(name, requests=None, limits=None, **spec):
    resources = {k: v for k, v in (("requests", requests), ("limits", limits)) if v}
    return {"metadata": {"name": name}, "spec": NOWHERE | spec | {
        "containers": [{"name": "pause", "image": "pause", "resources": resources}]}}


def workload(version, kind):
    return {
        "apiVersion": version, "kind": kind, "metadata": {"name": "w"}, "spec": {
            "replicas": 0, "selector": {"a": "b"} if version == "v1" else {"matchLabels": {"a": "b"}},
            "template": {"metadata": {"labels": {"a": "b"}}, "spec": pod("p")["spec"]}}}


def service(name, kind):
    return {"metadata": {"name": name}, "spec": {"type": kind, "ports": [{"port": 80}]}}


def quota(writer, hard, name="quota", **spec):
    """Made, and counted for the first time, with the ConfigMaps that controllers give each namespace."""
    eventually(lambda: len(writer.get(f"{writer.core}/configmaps")["items"]) >= 2)
    writer.post(f"{writer.core}/resourcequotas", {"metadata": {"name": name}, "spec": {"hard": hard} | spec})
    eventually(lambda: writer.get(f"{writer.core}/resourcequotas/{name}")["status"].get("hard") == hard)
    return used(writer, name)


def used(writer, name="quota"):
    return writer.get(f"{writer.core}/resourcequotas/{name}")["status"]["used"]


def settles(writer, expected, name="quota"):
    eventually(lambda: used(writer, name) == expected)


def counted(writer, path, body, expected, name="quota"):
    """Makes an object, which the quota has counted before it is there. A quota is read as it changed: the controller counts
    as well, and may do so between the two, without what is not stored yet."""
    quotas = f"{writer.core}/resourcequotas"
    since = version(writer.get(quotas))
    made = writer.post(path, body)
    query = {"watch": "1", "timeoutSeconds": "30", "resourceVersion": since, "fieldSelector": f"metadata.name={name}"}
    with writer.client.stream("GET", quotas, params=query) as answer:
        changes = (json.loads(line)["object"] for line in answer.iter_lines())
        quota = next(each for each in changes if each["status"]["used"] == expected)
    assert int(version(quota)) < int(version(made))


def refused(writer, path, body):
    answer = writer.post(path, body, status=403)
    assert answer["reason"] == "Forbidden"
    return answer["message"]


def test_a_quota_is_counted_promptly_and_counts_itself(writer):
    first = quota(writer, HARD)
    assert set(first) == set(HARD)
    # What each namespace has: the authority in ConfigMaps, and the quota itself.
    assert first.pop("resourcequotas") == "1"
    assert int(first.pop("configmaps")) >= 1
    assert set(first.values()) == {"0"}
    words = refused(writer, f"{writer.core}/resourcequotas", {"metadata": {"name": "another"}, "spec": {"hard": {}}})
    assert words == (
        'resourcequotas "another" is forbidden: exceeded quota: quota, requested: resourcequotas=1, used: '
        "resourcequotas=1, limited: resourcequotas=1")


LIVES = [
    ("core", "services", service("s", "ClusterIP"), {"services": "1"}),
    ("core", "services", service("s", "NodePort"), {"services": "1", "services.nodeports": "1"}),
    ("core", "services", service("s", "LoadBalancer"), {
        "services": "1", "services.nodeports": "1", "services.loadbalancers": "1"}),
    ("core", "secrets", {"metadata": {"name": "s"}}, {"secrets": "1"}),
    ("core", "configmaps", {"metadata": {"name": "s"}}, {"configmaps": "+1"}),
    ("core", "replicationcontrollers", workload("v1", "ReplicationController"), {"replicationcontrollers": "1"}),
    ("apps", "replicasets", workload("apps/v1", "ReplicaSet"), {"count/replicasets.apps": "1"}),
    ("core", "persistentvolumeclaims", {"metadata": {"name": "c"}, "spec": {
        "accessModes": ["ReadWriteOnce"], "storageClassName": "gold", "resources": {"requests": {"storage": "1Gi"}}}}, {
            "persistentvolumeclaims": "1", "requests.storage": "1Gi",
            "gold.storageclass.storage.k8s.io/persistentvolumeclaims": "1",
            "gold.storageclass.storage.k8s.io/requests.storage": "1Gi"}),
]


@pytest.mark.parametrize("root, plural, body, more", LIVES, ids=lambda value: value if isinstance(value, str) else "")
def test_what_is_made_is_counted_and_what_goes_is_given_back(writer, root, plural, body, more):
    before = quota(writer, HARD)
    path = f"{getattr(writer, root)}/{plural}"
    counted(writer, path, body, before | {
        name: str(int(before[name]) + 1) if value == "+1" else value for name, value in more.items()})
    writer.send("DELETE", f"{path}/{body['metadata']['name']}", {}, 200)
    settles(writer, before)


def test_the_life_of_a_pod(writer):
    before = quota(writer, HARD)
    pods = f"{writer.core}/pods"
    first = pod("test-pod", requests={"cpu": "500m", "memory": "252Mi", "ephemeral-storage": "30Gi"},
                limits={"example.com/dongle": "2"})
    first["spec"]["containers"][0]["resources"]["requests"]["example.com/dongle"] = "2"
    now = before | {"cpu": "500m", "memory": "252Mi", "pods": "1", "requests.ephemeral-storage": "30Gi",
                    "requests.example.com/dongle": "2"}
    counted(writer, pods, first, now)
    assert refused(writer, pods, pod("fail", requests={"cpu": "600m", "memory": "100Mi", "ephemeral-storage": "1Gi"})) == (
        'pods "fail" is forbidden: exceeded quota: quota, requested: cpu=600m, used: cpu=500m, limited: cpu=1')
    dongles = pod("fail", requests={"cpu": "500m", "memory": "100Mi", "ephemeral-storage": "1Gi", "example.com/dongle": "2"},
                  limits={"example.com/dongle": "2"})
    assert refused(writer, pods, dongles) == (
        'pods "fail" is forbidden: exceeded quota: quota, requested: requests.example.com/dongle=2, used: '
        "requests.example.com/dongle=2, limited: requests.example.com/dongle=3")
    assert refused(writer, pods, pod("silent")) == (
        'pods "silent" is forbidden: failed quota: quota: must specify cpu for: pause; memory for: pause')
    writer.patch(f"{pods}/test-pod", {"spec": {"containers": [{
        "name": "pause", "image": "pause", "resources": {"requests": {"cpu": "1"}}}]}}, status=422)
    settles(writer, now)
    writer.send("DELETE", f"{pods}/test-pod", {"gracePeriodSeconds": 0}, 200)
    settles(writer, before)


def test_a_finished_pod_uses_nothing(writer):
    before = quota(writer, {"pods": "1", "count/pods": "2"})
    counted(writer, f"{writer.core}/pods", pod("a"), {"pods": "1", "count/pods": "1"})
    refused(writer, f"{writer.core}/pods", pod("b"))
    writer.patch(f"{writer.core}/pods/a/status", {"status": {"phase": "Succeeded"}})
    settles(writer, before | {"count/pods": "1"})
    writer.post(f"{writer.core}/pods", pod("b"))


def test_custom_objects_are_counted(writer):
    group = "quota.example.com"
    writer.post("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", {
        "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
        "metadata": {"name": f"things.{group}"}, "spec": {
            "group": group, "scope": "Namespaced", "names": {"plural": "things", "kind": "Thing"}, "versions": [{
                "name": "v1", "served": True, "storage": True, "schema": {"openAPIV3Schema": {"type": "object"}}}]}})
    things = f"/apis/{group}/v1/namespaces/{writer.namespace}/things"
    eventually(lambda: writer.client.get(things).status_code == 200)
    name = f"count/things.{group}"
    before = quota(writer, {name: "1"})
    assert before == {name: "0"}

    def thing(called):
        return {"apiVersion": f"{group}/v1", "kind": "Thing", "metadata": {"name": called}}

    counted(writer, things, thing("a"), {name: "1"})
    assert refused(writer, things, thing("b")) == (
        f'things.{group} "b" is forbidden: exceeded quota: quota, requested: {name}=1, used: {name}=1, limited: {name}=1')
    writer.send("DELETE", f"{things}/a", {}, 200)
    settles(writer, before)


COMPUTE = {"pods": "5", "requests.cpu": "1", "requests.memory": "500Mi", "limits.cpu": "2", "limits.memory": "1Gi"}
STATED = {"requests": {"cpu": "500m", "memory": "200Mi"}, "limits": {"cpu": "1", "memory": "400Mi"}}
COUNTED = {"pods": "1", "requests.cpu": "500m", "requests.memory": "200Mi", "limits.cpu": "1", "limits.memory": "400Mi"}


@pytest.mark.parametrize("scopes, hard, bodies", [
    (("Terminating", "NotTerminating"), (COMPUTE, COMPUTE), (
        pod("t", **STATED, activeDeadlineSeconds=3600), pod("n", **STATED))),
    (("BestEffort", "NotBestEffort"), ({"pods": "5"}, COMPUTE), (pod("b"), pod("n", **STATED))),
])
def test_a_scope_counts_what_is_in_it(writer, scopes, hard, bodies):
    names = [scope.lower() for scope in scopes]
    zero = [quota(writer, limits, name, scopes=[scope]) for limits, name, scope in zip(hard, names, scopes)]
    for mine, body in enumerate(bodies):
        counted(writer, f"{writer.core}/pods", body, {name: COUNTED[name] for name in hard[mine]}, names[mine])
        assert used(writer, names[1 - mine]) == zero[1 - mine]
        writer.send("DELETE", f"{writer.core}/pods/{body['metadata']['name']}", {"gracePeriodSeconds": 0}, 200)
        settles(writer, zero[mine], names[mine])


@pytest.mark.parametrize("operator, values, counts", [
    ("In", ["high"], {"high"}), ("NotIn", ["high"], {"low", ""}), ("Exists", None, {"high", "low"}),
    ("DoesNotExist", None, {""}),
])
def test_priority_classes_are_a_scope(writer, operator, values, counts):
    classes = {"high": f"high-{writer.namespace}", "low": f"low-{writer.namespace}", "": ""}
    for number, name in enumerate(filter(None, classes.values())):
        writer.post("/apis/scheduling.k8s.io/v1/priorityclasses", {"metadata": {"name": name}, "value": 1000 + number})
    selected = {"scopeName": "PriorityClass", "operator": operator} | (
        {"values": [classes[v] for v in values]} if values else {})
    quota(writer, {"pods": "5"}, scopeSelector={"matchExpressions": [selected]})
    for kind, name in classes.items():
        writer.post(f"{writer.core}/pods", pod(f"p-{kind or 'none'}", **({"priorityClassName": name} if name else {})))
    settles(writer, {"pods": str(len(counts))})


def test_classes_of_volumes_are_a_scope(writer):
    quota(writer, {"persistentvolumeclaims": "1", "requests.storage": "5Gi"}, scopeSelector={"matchExpressions": [
        {"scopeName": "VolumeAttributesClass", "operator": "In", "values": ["gold"]}]})

    def claim(name, **spec):
        return {"metadata": {"name": name}, "spec": {
            "accessModes": ["ReadWriteOnce"], "storageClassName": "", "resources": {"requests": {"storage": "1Gi"}}} | spec}

    claims = f"{writer.core}/persistentvolumeclaims"
    writer.post(claims, claim("plain"))
    writer.post(claims, claim("silver", volumeAttributesClassName="silver"))
    assert used(writer) == {"persistentvolumeclaims": "0", "requests.storage": "0"}
    counted(writer, claims, claim("gold", volumeAttributesClassName="gold"),
            {"persistentvolumeclaims": "1", "requests.storage": "1Gi"})
    refused(writer, claims, claim("more", volumeAttributesClassName="gold"))
    writer.send("DELETE", f"{claims}/gold", {}, 200)
    settles(writer, {"persistentvolumeclaims": "0", "requests.storage": "0"})


def test_a_changed_limit_counts_anew_and_a_status_is_the_controllers(writer):
    quota(writer, {"cpu": "500m", "memory": "500Mi"})
    path = f"{writer.core}/resourcequotas/quota"
    writer.patch(path, {"spec": {"hard": {"cpu": "1", "memory": "1Gi"}}}, kind="strategic")
    eventually(lambda: writer.get(path)["status"]["hard"] == {"cpu": "1", "memory": "1Gi"})
    changed = writer.patch(f"{path}/status", {"status": {"hard": {"cpu": "2", "memory": "2Gi"}}}, kind="strategic")
    assert changed["status"]["hard"] == {"cpu": "2", "memory": "2Gi"}
    assert writer.get(f"{path}/status")["spec"]["hard"] == {"cpu": "1", "memory": "1Gi"}
    writer.patch(path, {"metadata": {"labels": {"own": "yes"}}})
    writer.send("DELETE", f"{writer.core}/resourcequotas", {}, 200, labelSelector="own=yes")
    assert writer.client.get(path).status_code == 404


def test_what_a_service_gives_back_is_free_at_once(writer):
    before = quota(writer, HARD)
    path = f"{writer.core}/services"
    writer.post(path, service("s", "LoadBalancer"))
    settles(writer, before | {"services": "1", "services.nodeports": "1", "services.loadbalancers": "1"})
    writer.patch(f"{path}/s", {"spec": {"type": "ClusterIP", "externalTrafficPolicy": None}})
    # Before everything is counted again, once a minute.
    eventually(lambda: used(writer) == before | {"services": "1"}, 40)
    writer.post(path, service("t", "NodePort"))


def test_a_deadline_moves_a_pod_to_another_quota(writer):
    quota(writer, {"pods": "1"}, "ending", scopes=["Terminating"])
    quota(writer, {"pods": "1"}, "lasting", scopes=["NotTerminating"])
    counted(writer, f"{writer.core}/pods", pod("p"), {"pods": "1"}, "lasting")
    assert used(writer, "ending") == {"pods": "0"}
    writer.patch(f"{writer.core}/pods/p", {"spec": {"activeDeadlineSeconds": 600}})
    settles(writer, {"pods": "1"}, "ending")
    settles(writer, {"pods": "0"}, "lasting")
    writer.post(f"{writer.core}/pods", pod("q"))
    refused(writer, f"{writer.core}/pods", pod("r"))


def test_devices_are_limited_under_all_names_of_their_class(writer):
    group = "/apis/resource.k8s.io/v1"
    name = f"gpu-{writer.namespace}"
    extended = f"{writer.namespace}.example.com/gpu"
    writer.post(f"{group}/deviceclasses", {"metadata": {"name": name}, "spec": {"extendedResourceName": extended}})
    hard = {
        f"{name}.deviceclass.resource.k8s.io/devices": "9", f"requests.deviceclass.resource.kubernetes.io/{name}": "9",
        f"requests.{extended}": "3"}
    before = quota(writer, hard)
    assert set(before.values()) == {"0"}

    def claim(called, count):
        return {"metadata": {"name": called}, "spec": {"devices": {"requests": [
            {"name": "r", "exactly": {"deviceClassName": name, "count": count}}]}}}
    claims = f"{group}/namespaces/{writer.namespace}/resourceclaims"
    writer.post(claims, claim("two", 2))
    settles(writer, {each: "2" for each in hard})
    words = refused(writer, claims, claim("more", 2))
    assert words.endswith(
        f"exceeded quota: quota, requested: requests.{extended}=2, used: requests.{extended}=2, limited: requests.{extended}=3")
    # Pods that ask for the extended resource take of the same.
    writer.post(f"{writer.core}/pods", pod("p", requests={extended: "1"}, limits={extended: "1"}))
    settles(writer, {each: "2" for each in hard} | {f"requests.{extended}": "3"})
    writer.send("DELETE", f"{claims}/two", {}, 200)
    settles(writer, before | {f"requests.{extended}": "1"})
