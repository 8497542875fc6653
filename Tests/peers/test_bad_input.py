"""Whatever a client sends, it gets a clear answer and the server goes on: seeded mutations of every kind's objects."""
import copy
import json
import random
import socket

import httpx
import pytest
from cluster import eventually

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
    with httpx.Client(base_url=f"http://127.0.0.1:{server.insecure_port}", http1=False, http2=True, timeout=60) as client:
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
    b"{" * 100_000, b"[" * 100_000, b'{"a":' * 100_000, b'{"metadata":{"name":"\xff\xfe"}}', b'{"metadata":{"name":"a"},',
    b'{"data":' + b"9" * 100_000 + b"}", b'{"metadata":{"name":1}}', b"\x00" * 1000, b"null", b"1", b'"x"',
    b"k8s\x00" + b"\xff" * 1000, b"k8s\x00", b'{"metadata":{"labels":{"a":"' + b"b" * 2_000_000 + b'"}}}',
], ids=range(14))
@pytest.mark.parametrize("kind", ["application/json", "application/yaml", "application/vnd.kubernetes.protobuf"])
def test_broken_bodies_are_refused(client, body, kind):
    response = client.post("/api/v1/namespaces/default/configmaps", content=body, headers={"content-type": kind})
    assert 400 <= response.status_code < 500, response.text[:300]
    check(response)


def test_what_follows_a_body_is_refused_in_json_and_left_unread_in_yaml(client):
    path, body = "/api/v1/namespaces/default/configmaps", b'{"metadata":{"name":"followed"}},'
    assert client.post(path, content=body, headers={"content-type": "application/json"}).status_code == 400
    assert client.post(path, content=body, headers={"content-type": "application/yaml"}).status_code == 201
    assert client.delete(f"{path}/followed").status_code == 200


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


CONFIG_MAPS = "/api/v1/namespaces/default/configmaps"
DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions"
TOYS = "/apis/toys.example.com/v1/namespaces/default/toys"


def definition(schema):
    return {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
            "metadata": {"name": "toys.toys.example.com"},
            "spec": {"group": "toys.example.com", "scope": "Namespaced", "names": {"plural": "toys", "kind": "Toy"},
                     "versions": [{"name": "v1", "served": True, "storage": True, "schema": {"openAPIV3Schema": schema}}]}}


@pytest.fixture
def toys(client):
    schema = {"type": "object", "x-kubernetes-preserve-unknown-fields": True, "properties": {
        "i": {"type": "integer", "format": "int32"}, "s": {"type": "string", "pattern": "^(a+)+$"}}}
    assert client.post(DEFINITIONS, json=definition(schema)).status_code == 201
    eventually(lambda: client.get(TOYS).status_code == 200)
    return TOYS


def toy(members):
    return '{"apiVersion":"toys.example.com/v1","kind":"Toy","metadata":{"name":"a"},' + members + "}"


@pytest.mark.parametrize("members", [
    '"free":' + '{"a":' * 200 + "1" + "}" * 200, '"free":' + "[" * 5000 + "]" * 5000, '"free":1e400', '"i":2147483648',
    '"i":1.5', '"i":9223372036854775808', '"i":-1e308', '"s":"' + "a" * 50_000 + 'b"', '"free":"\\ud800', '"free":01',
    '"metadata":{"name":1}', '"metadata":[]', '"kind":"Other"', '"apiVersion":"other/v1"',
], ids=range(14))
def test_custom_objects_that_are_none_are_refused(client, toys, members):
    refused = client.post(toys, content=toy(members), headers={"content-type": "application/json"})
    assert refused.status_code in (400, 422), refused.text[:300]
    check(refused)
    assert client.get(toys).json()["items"] == []


def test_huge_numbers_in_custom_objects_come_back_as_they_were(client, toys):
    for number, text in enumerate(["9223372036854775807", "-9223372036854775808", "1e300", "0.1"]):
        body = toy(f'"free":{text}').replace('"a"', f'"n{number}"', 1)
        created = client.post(toys, content=body, headers={"content-type": "application/json"})
        assert created.status_code == 201, created.text
        assert created.json()["free"] == json.loads(text)


@pytest.mark.parametrize("schema", [
    '{"type":"object","properties":{"a":{"type":"integer","maximum":1e400}}}',
    '{"type":"object","properties":{"a":{"type":"string","maxLength":99999999999999999999}}}',
    '{"type":"object","properties":{"a":{"type":"string","pattern":"(((("}}}',
    '{"type":"object","properties":{"a":{"type":"string","pattern":"' + "(a{1000}){1000}" + '"}}}',
    '{"properties":{"a":' * 60 + '{"type":"string"}' + ',"b":{}},"type":"object"}' * 60,
    '{"type":"object","properties":[]}', '{"type":["object"]}', '{"type":"object","items":{"type":1}}',
], ids=range(8))
def test_definitions_that_are_none_are_refused(client, schema):
    body = json.dumps(definition("SCHEMA")).replace('"SCHEMA"', schema)
    refused = client.post(DEFINITIONS, content=body, headers={"content-type": "application/json"})
    assert refused.status_code in (400, 422), refused.text[:300]
    check(refused)
    assert client.get("/apis/toys.example.com/v1").status_code == 404


def test_a_bomb_in_yaml_of_a_custom_object_is_refused(client, toys):
    lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x]"] + [
        f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    text = "apiVersion: toys.example.com/v1\nkind: Toy\nmetadata: {name: a}\n" + "\n".join(lines)
    for response in [
        client.post(toys, content=text, headers={"content-type": "application/yaml"}),
        client.patch(f"{toys}/a?fieldManager=m", content=text, headers={"content-type": "application/apply-patch+yaml"}),
    ]:
        assert response.status_code in (400, 413)
        check(response)


def resident_kilobytes(server):
    """Without the pages of its code, which a quiet server gives back and a busy one has again."""
    with open(f"/proc/{server.process.pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("RssAnon"))


def test_unknown_paths_leave_nothing_behind(client, server):
    def ask(number):
        for path in [f"/apis/g{number}.example.com/v1/things", f"/api/v1/things{number}", f"/x{number}",
                     f"{CONFIG_MAPS}/none-{number}", f"/api/v1/namespaces/n{number}/pods/p/part{number}",
                     f"{CONFIG_MAPS}?labelSelector=a%3Db{number}&odd{number}=1"]:
            assert client.get(path).status_code in (200, 404)

    # Caches of fixed size are filled by the first of them, and the scrape itself is counted by the next.
    for number in range(300):
        ask(number)
    client.get("/metrics")
    lines, memory = client.get("/metrics").text.count("\n"), resident_kilobytes(server)
    for number in range(300, 1500):
        ask(number)
    assert client.get("/metrics").text.count("\n") == lines
    assert resident_kilobytes(server) - memory < 8 * 1024


def test_tokens_of_pages_that_are_none_are_answered(client):
    chance = random.Random("continue")
    for number in range(5):
        client.post(CONFIG_MAPS, json={"metadata": {"name": f"c{number}"}})
    token = client.get(f"{CONFIG_MAPS}?limit=2").json()["metadata"]["continue"]
    assert [x["metadata"]["name"] for x in client.get(f"{CONFIG_MAPS}?continue={token}").json()["items"]] == [
        "c2", "c3", "c4"]
    for _ in range(300):
        text = list(token)
        for _ in range(chance.choice([1, 1, 2, 5])):
            place = chance.randrange(len(text))
            text[place] = chance.choice("ABCxyz019-_=.%20")
        check(client.get(CONFIG_MAPS, params={"limit": 2, "continue": "".join(text[:chance.choice([len(text), 9])])}))
    # Another list's token leads on in this one, and out of none.
    for path in ["/api/v1/namespaces/other/configmaps", "/api/v1/secrets", "/api/v1/namespaces"]:
        answer = client.get(f"{path}?continue={token}&limit=2")
        assert answer.status_code == 200
        assert all("/configmaps/" not in json.dumps(item) for item in answer.json()["items"])


@pytest.mark.parametrize("kind,patch,status", [
    ("json-patch", '[{"op":"test","path":"/data/a","value":"2"}]', 422),
    ("json-patch", '[{"op":"remove","path":"/data/none"}]', 422),
    ("json-patch", '[{"op":"add","path":"/none/x","value":1}]', 422),
    ("json-patch", '[{"op":"add","path":"/data/b","value":"2"},{"op":"test","path":"/data/a","value":"2"}]', 422),
    ("json-patch", '[{"op":"copy","from":"/data","path":"/data/b"}]', 422),
    ("json-patch", '[{"op":"replace","path":"","value":1}]', 422),
    ("json-patch", '[{"op":"remove","path":"/metadata"}]', 400),
    ("json-patch", '[{"op":"remove","path":""}]', 422),
    ("json-patch", "[" + '{"op":"test","path":"/data/a","value":"1"},' * 10_000 + '{"op":"x"}]', 413),
    ("merge-patch", '{"data":["a"]}', 422), ("merge-patch", '{"data":{"a":1}}', 422), ("merge-patch", "[]", 400),
    ("merge-patch", "null", 400), ("merge-patch", '{"metadata":null}', 400), ("merge-patch", '{"kind":"Secret"}', 422),
    ("merge-patch", '{"apiVersion":"v9"}', 422), ("merge-patch", '{"kind":1}', 422),
    ("merge-patch", '{"a":' * 150 + "1" + "}" * 150, 400), ("merge-patch", '{"data":{"a":"\udcff"}}', 400),
    ("strategic-merge-patch", '{"data":{"$patch":"odd"}}', 500), ("strategic-merge-patch", '{"data":"x"}', 422),
    ("strategic-merge-patch", '{"metadata":{"$setElementOrder/finalizers":{}}}', 400),
    ("strategic-merge-patch", '{"metadata":{"ownerReferences":[{"name":"x"}]}}', 422),
])
def test_patches_that_do_not_apply_change_nothing(client, kind, patch, status):
    before = client.post(CONFIG_MAPS, json={"metadata": {"name": "p"}, "data": {"a": "1"}}).json()
    answer = client.patch(
        f"{CONFIG_MAPS}/p", content=patch.encode(errors="surrogateescape"),
        headers={"content-type": f"application/{kind}+json"})
    assert answer.status_code == status, answer.text[:300]
    assert answer.json()["kind"] == "Status" and answer.json()["message"]
    assert client.get(f"{CONFIG_MAPS}/p").json() == before


def raw(server, target):
    """The status of a request whose target no library has put right."""
    with socket.create_connection(("127.0.0.1", server.insecure_port), timeout=60) as connection:
        connection.sendall(b"GET " + target + b" HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
        answer = b""
        while data := connection.recv(65536):
            answer += data
    return int(answer.split(b" ", 2)[1]), answer.split(b"\r\n\r\n", 1)[-1]


@pytest.mark.parametrize("target", [
    b"/api/v1/namespaces/default/configmaps/../secrets", b"/api/v1/namespaces/../secrets", b"/api/v1/../v1/secrets",
    b"/api/v1/namespaces/default/%2e%2e/secrets", b"/api/v1/namespaces/default/configmaps/%2e%2e%2fsecrets",
    b"/api/v1/namespaces/default/configmaps/..%2f..%2fsecrets%2fs", b"/api/v1/namespaces/%2fdefault/secrets",
    b"/api/v1/namespaces/default/configmaps/%252e%252e/secrets", b"/api/v1/namespaces/default%00/secrets",
    b"/api/v1/namespaces/default/secrets%3fwatch=1", b"/api/v1/namespaces/default/secrets;a=b",
    b"/api/v1/namespaces/default/secrets%zz", b"/api/v1/namespaces/default/secrets/%ff%fe", b"/./api/v1/secrets",
    b"/api/v1/namespaces/default/%73ecrets%2f", b"/api/v1/%2e/secrets",
])
def test_no_spelling_of_a_path_leads_elsewhere(client, server, target):
    secret = {"metadata": {"name": "s"}, "stringData": {"a": "hidden"}}
    assert client.post("/api/v1/namespaces/default/secrets", json=secret).status_code == 201
    status, body = raw(server, target)
    assert status in (400, 404), (status, body[:300])
    assert b"aGlkZGVu" not in body


def test_a_parameter_that_stands_twice_counts_as_kubernetes_counts_it(client):
    for number in range(3):
        client.post(CONFIG_MAPS, json={"metadata": {"name": f"c{number}", "labels": {"n": str(number)}}})

    def names(query):
        answer = client.get(f"{CONFIG_MAPS}?{query}")
        assert answer.status_code == 200, answer.text
        return [item["metadata"]["name"] for item in answer.json()["items"]]

    assert names("labelSelector=n%3D0&labelSelector=n%3D1") == ["c0"]
    assert names("limit=1&limit=3") == ["c0"]
    assert names("watch=false&watch=true") == ["c0", "c1", "c2"]
    # An option that may stand several times is checked as a whole.
    both = client.post(f"{CONFIG_MAPS}?dryRun=All&dryRun=Some", json={"metadata": {"name": "dry"}})
    assert both.status_code == 422 and '["All","Some"]' in both.json()["message"]
    assert client.get(f"{CONFIG_MAPS}/dry").status_code == 404


def test_what_is_no_deletion_deletes_nothing(client):
    client.post(CONFIG_MAPS, json={"metadata": {"name": "a"}})
    for body, kind in [(b"{bad", "json"), (b"[]", "json"), (b'{"kind":"Pod","apiVersion":"v1"}', "json"),
                       (b'{"propagationPolicy":"Odd"}', "json"), (b'{"dryRun":["Some"]}', "json"), (b"a: [", "yaml"),
                       (b'{"gracePeriodSeconds":"x"}', "json"), (b"{}", "xml"), (b'{"preconditions":{"uid":"x"}}', "json")]:
        refused = client.request("DELETE", f"{CONFIG_MAPS}/a", content=body, headers={"content-type": f"application/{kind}"})
        assert refused.status_code >= 400, body
        check(refused)
    assert client.get(f"{CONFIG_MAPS}/a").status_code == 200
