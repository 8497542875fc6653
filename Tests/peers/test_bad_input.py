"""Whatever a client sends, it gets a clear answer and the server goes on: seeded mutations of every kind's objects."""
import copy
import json
import random

import httpx
import pytest

EXTREMES = [
    0, -1, 1, 2**31 - 1, 2**31, -(2**31) - 1, 2**53 + 1, 2**63 - 1, -(2**63), 2**63, 10**40, 1.5, 1e308, -0.0, True, None,
    "", "0", "-1", "9223372036854775807", "9223372036854775808", "1e400", "1e-400", "999999999999%", "-5%", "1Ei", "9999999Ei",
    "-9999999999999999999999", "\u0000", "\ud7ff", "a" * 5000, "é" * 300, "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
    "2026-02-30T00:00:00Z", "..", "a/b/c", "$(A)", [], {}, [[]], [None], {"": ""}, {"a": None}, [{"name": "a"}, {"name": "a"}],
]

POD = {
    "terminationGracePeriodSeconds": 1, "activeDeadlineSeconds": 5, "priority": 0, "nodeName": "n", "restartPolicy": "Always",
    "nodeSelector": {"a": "b"}, "hostname": "h", "securityContext": {"runAsUser": 1, "sysctls": [{"name": "a", "value": "1"}]},
    "tolerations": [{"key": "k", "operator": "Exists", "effect": "NoExecute", "tolerationSeconds": 3}],
    "initContainers": [{"name": "i", "image": "i", "command": ["x"]}],
    "containers": [{
        "name": "c", "image": "i", "args": ["a"], "ports": [{"containerPort": 80, "hostPort": 1, "protocol": "TCP"}],
        "env": [{"name": "A", "value": "b"}, {"name": "B", "valueFrom": {"fieldRef": {"fieldPath": "metadata.name"}}}],
        "resources": {"requests": {"cpu": "100m", "memory": "1Gi"}, "limits": {"cpu": "1", "memory": "2Gi"}},
        "livenessProbe": {"httpGet": {"port": "http", "path": "/"}, "periodSeconds": 1, "timeoutSeconds": 1},
        "volumeMounts": [{"name": "v", "mountPath": "/v"}],
    }],
    "volumes": [{"name": "v", "configMap": {"name": "m", "defaultMode": 420, "items": [{"key": "k", "path": "p"}]}}],
}
KINDS = {
    "/api/v1/namespaces": {"spec": {"finalizers": ["example.com/f"]}},
    "/api/v1/nodes": {"spec": {"podCIDR": "10.0.0.0/24", "taints": [{"key": "k", "effect": "NoSchedule"}]},
                      "status": {"capacity": {"cpu": "1"}, "addresses": [{"type": "InternalIP", "address": "1.1.1.1"}]}},
    "/api/v1/namespaces/default/pods": {"spec": POD},
    "/apis/apps/v1/namespaces/default/deployments": {"spec": {
        "replicas": 1, "minReadySeconds": 1, "revisionHistoryLimit": 1, "progressDeadlineSeconds": 600,
        "selector": {"matchLabels": {"a": "b"}, "matchExpressions": [{"key": "a", "operator": "In", "values": ["b"]}]},
        "strategy": {"type": "RollingUpdate", "rollingUpdate": {"maxSurge": "25%", "maxUnavailable": 1}},
        "template": {"metadata": {"labels": {"a": "b"}}, "spec": {"containers": [{"name": "c", "image": "i"}]}}}},
    "/apis/apps/v1/namespaces/default/replicasets": {"spec": {
        "replicas": 1, "minReadySeconds": 1, "selector": {"matchLabels": {"a": "b"}},
        "template": {"metadata": {"labels": {"a": "b"}}, "spec": {"containers": [{"name": "c", "image": "i"}]}}}},
    "/api/v1/namespaces/default/configmaps": {"data": {"a": "b"}, "binaryData": {"c": "AAAA"}, "immutable": False},
    "/api/v1/namespaces/default/secrets": {"data": {"a": "AAAA"}, "stringData": {"b": "c"}, "type": "Opaque"},
    "/api/v1/namespaces/default/events": {
        "involvedObject": {"namespace": "default", "name": "x"}, "reason": "R", "count": 1, "eventTime": None,
        "firstTimestamp": "2026-01-01T00:00:00Z", "series": {"count": 1, "lastObservedTime": "2026-01-01T00:00:00.000000Z"}},
    "/apis/coordination.k8s.io/v1/namespaces/default/leases": {"spec": {
        "holderIdentity": "h", "leaseDurationSeconds": 15, "leaseTransitions": 1, "renewTime": "2026-01-01T00:00:00.000000Z"}},
    "/api/v1/namespaces/default/serviceaccounts": {"secrets": [{"name": "s"}], "automountServiceAccountToken": True},
}
METADATA = {
    "labels": {"a": "b"}, "annotations": {"c": "d"}, "finalizers": ["example.com/f"], "generation": 1, "uid": "u",
    "ownerReferences": [{"apiVersion": "v1", "kind": "ConfigMap", "name": "o", "uid": "u", "controller": True}],
    "creationTimestamp": "2026-01-01T00:00:00Z", "deletionGracePeriodSeconds": 1, "resourceVersion": "",
}


@pytest.fixture
def client(server):
    account = "/api/v1/namespaces/default/serviceaccounts"
    with httpx.Client(base_url=f"http://127.0.0.1:{server.insecure_port}", http1=False, http2=True, timeout=20) as client:
        client.post(account, json={"metadata": {"name": "default"}})
        yield client


def places(value, path=()):
    yield path
    if isinstance(value, dict):
        for key in value:
            yield from places(value[key], path + (key,))
    elif isinstance(value, list):
        for index in range(len(value)):
            yield from places(value[index], path + (index,))


def mutated(value, chance):
    value = copy.deepcopy(value)
    for _ in range(chance.choice([1, 1, 2, 3])):
        path = chance.choice([p for p in places(value) if p] or [("added",)])
        holder = value
        for step in path[:-1]:
            holder = holder[step]
        deed = chance.random()
        if deed < 0.75 or path == ("added",):
            holder[path[-1]] = copy.deepcopy(chance.choice(EXTREMES))
        elif deed < 0.85 and isinstance(holder, dict):
            holder["unknown"] = 1
        else:
            holder.pop(path[-1], None) if isinstance(holder, dict) else holder.pop()
    return value


# Kubernetes answers these faults of the client with 500, and so do we.
BLAMED_ON_THE_SERVER = (
    "resourceVersion should not be set on objects to be created", "resourceVersion: Invalid value",
    "strconv.ParseUint: parsing", "couldn't get version/kind; json parse error", "yaml: ", "json: cannot unmarshal",
    "list element types are not identical", "map: map[", "unable to find api field", "cannot merge lists without merge key",
)


def check(response):
    """Success, or a Status that blames the client and says something."""
    if response.status_code == 500 and response.json()["message"].startswith(BLAMED_ON_THE_SERVER):
        return
    if response.status_code == 504:
        assert response.json()["details"]["retryAfterSeconds"] == 1, "a revision that is not there yet"
        return
    assert response.status_code < 500, (response.request.url, response.request.content[:800], response.text[:400])
    if response.status_code >= 400:
        status = response.json()
        assert status["kind"] == "Status" and status["code"] == response.status_code and status["message"], status


@pytest.mark.parametrize("path", KINDS)
def test_mutated_objects_are_answered(client, path):
    chance = random.Random(path)
    accepted = 0
    for number in range(120):
        body = {"metadata": {**METADATA, "name": f"m{number}"}, **KINDS[path]}
        created = client.post(path, json=mutated(body, chance))
        check(created)
        accepted += created.status_code == 201
        base = client.post(path, json={**body, "metadata": {"name": f"b{number}", "labels": {"a": "b"}}})
        if base.status_code == 201:
            kind = chance.choice(["merge-patch", "strategic-merge-patch"])
            patch = mutated({"metadata": METADATA, **KINDS[path]}, chance)
            check(client.patch(f"{path}/b{number}", content=json.dumps(patch),
                               headers={"content-type": f"application/{kind}+json"}))
            check(client.put(f"{path}/b{number}", json=mutated(base.json(), chance)))
            check(client.put(f"{path}/b{number}/status", json=mutated(base.json(), chance)))
        check(client.request("DELETE", f"{path}/m{number}", json=mutated(
            {"gracePeriodSeconds": 1, "propagationPolicy": "Background", "preconditions": {"uid": "u"}, "dryRun": ["All"]},
            chance)))
    for accept in ["application/json;as=Table;v=v1;g=meta.k8s.io", "application/vnd.kubernetes.protobuf", "application/yaml"]:
        assert client.get(path, headers={"accept": accept}).status_code == 200
    assert accepted > 0, "no mutation was harmless: the objects themselves are refused"


NUMBERS = ["0", "-1", "1", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "x", "", "1e3", "%00", "١"]


@pytest.mark.parametrize("name", ["limit", "timeoutSeconds", "resourceVersion", "gracePeriodSeconds", "continue"])
def test_extreme_parameters_are_answered(client, name):
    path = "/api/v1/namespaces/default/configmaps"
    for number in NUMBERS:
        check(client.get(f"{path}?{name}={number}"))
        check(client.delete(f"{path}/none?{name}={number}"))
        with client.stream("GET", f"{path}?watch=1&{name}={number}") as watch:
            if watch.status_code >= 400:
                watch.read()
                check(watch)
    assert client.get("/livez").text == "ok"


@pytest.mark.parametrize("body", [
    b"{" * 100_000, b"[" * 100_000, b'{"a":' * 100_000, b'{"metadata":{"name":"\xff\xfe"}}', b'{"metadata":{"name":"a"}},',
    b'{"data":' + b"9" * 100_000 + b"}", b'{"metadata":{"name":1}}', b"\x00" * 1000, b"null", b"1", b'"x"',
    b"k8s\x00" + b"\xff" * 1000, b"k8s\x00", b'{"metadata":{"labels":{"a":"' + b"b" * 2_000_000 + b'"}}}',
], ids=range(14))
@pytest.mark.parametrize("kind", ["application/json", "application/yaml", "application/vnd.kubernetes.protobuf"])
def test_broken_bodies_are_refused(client, body, kind):
    response = client.post("/api/v1/namespaces/default/configmaps", content=body, headers={"content-type": kind})
    assert 400 <= response.status_code < 500, response.text[:300]
    check(response)


def test_a_yaml_bomb_is_refused(client):
    lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x]"] + [
        f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    response = client.post("/api/v1/namespaces/default/configmaps", content="\n".join(lines),
                           headers={"content-type": "application/yaml"})
    assert response.status_code in (400, 413)
    check(response)


def test_a_body_over_the_limit_is_refused(client):
    response = client.post("/api/v1/namespaces/default/configmaps", content=b" " * (3 * 1024 * 1024 + 1),
                           headers={"content-type": "application/json"})
    assert response.status_code == 413
    check(response)
