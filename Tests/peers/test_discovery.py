"""Discovery in the encodings and forms that clients ask for, and the objects that every server begins with."""
import base64
import hashlib
import json

import httpx
import pytest
import yaml
from cluster import eventually
from conftest import Server
from stubs import stubs

AGGREGATED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList"
PROTOBUF = "application/vnd.kubernetes.protobuf"


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("discovery") / "data").start()
    with httpx.Client(
            base_url=f"http://127.0.0.1:{server.insecure_port}", http1=False, http2=True, timeout=60) as client:
        yield client
    server.stop()


@pytest.mark.parametrize("path", ["/api", "/api/v1", "/apis", "/apis/storage.k8s.io", "/apis/storage.k8s.io/v1"])
def test_a_document_says_the_same_in_every_encoding(client, path):
    plain = client.get(path)
    assert plain.headers["content-type"] == "application/json"
    readable = client.get(path, headers={"Accept": "application/yaml"})
    assert yaml.safe_load(readable.text) == plain.json()
    binary = client.get(path, headers={"Accept": PROTOBUF})
    assert binary.headers["content-type"] == PROTOBUF
    modules = stubs()
    envelope = modules.runtime.Unknown.FromString(binary.content[4:])
    assert envelope.typeMeta.kind == plain.json()["kind"]
    message = getattr(modules.meta, envelope.typeMeta.kind).FromString(envelope.raw)
    if envelope.typeMeta.kind == "APIResourceList":
        assert [r.name for r in message.resources] == [r["name"] for r in plain.json()["resources"]]


def test_who_has_the_newest_document_is_told_so(client):
    first = client.get("/apis", headers={"Accept": AGGREGATED})
    assert first.headers["content-type"] == AGGREGATED
    assert first.headers["vary"] == "Accept"
    again = client.get("/apis", headers={"Accept": AGGREGATED, "If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get("/apis", headers={"Accept": AGGREGATED, "If-None-Match": '"ABC"'})
    assert (other.status_code, other.headers["etag"]) == (200, first.headers["etag"])
    assert client.get("/api", headers={"Accept": AGGREGATED}).headers["etag"] != first.headers["etag"]


def test_the_older_form_is_chosen_by_who_knows_no_newer(client):
    both = client.get("/apis", headers={"Accept": AGGREGATED + ",application/json"}).json()
    assert (both["kind"], both["apiVersion"]) == ("APIGroupDiscoveryList", "apidiscovery.k8s.io/v2")
    unknown = AGGREGATED.replace("v=v2", "v=v9")
    assert client.get("/apis", headers={"Accept": unknown + ",application/json"}).json()["kind"] == "APIGroupList"


def test_a_group_that_is_not_there_speaks_no_kubernetes(client):
    for path in ["/apis/none.example.com", "/apis/none.example.com/v1", "/apis/none.example.com/v1/things/x"]:
        answer = client.get(path)
        assert (answer.status_code, answer.text) == (404, "404 page not found\n")
    for path in ["/apis/storage.k8s.io/v9", "/api/v9", "/apis/storage.k8s.io/v1/things"]:
        answer = client.get(path)
        assert (answer.status_code, answer.json()["reason"]) == (404, "NotFound")


def test_the_root_names_what_there_is(client):
    paths = client.get("/").json()["paths"]
    assert paths == sorted(paths) and len(set(paths)) == len(paths)
    assert {"/api", "/api/v1", "/apis", "/apis/apps", "/apis/apps/v1", "/healthz/etcd", "/metrics", "/version"} < set(paths)
    assert client.get("/index.html").json()["paths"] == paths
    for path in paths:
        assert client.get(path).status_code == 200, path


@pytest.mark.parametrize("page,kind", [("/statusz", "Statusz"), ("/flagz", "Flagz")])
def test_the_server_shows_how_it_runs(client, page, kind):
    words = f"\nkube-apiserver {page[1:]}\nWarning: This endpoint is not meant to be machine parseable"
    structured = "application/{};g=config.k8s.io;v={};as=" + kind
    for accept in ["text/plain", "*/*", structured.format("json", "v2") + ",*/*"]:
        answer = client.get(page, headers={"accept": accept})
        assert answer.text.startswith(words) and answer.headers["content-type"].startswith("text/plain")
    for encoding, read in [("json", json.loads), ("yaml", yaml.safe_load)]:
        answer = client.get(page, headers={"accept": structured.format(encoding, "v1beta1")})
        assert answer.headers["content-type"] == f"application/{encoding}" and "warning" not in answer.headers
        shown = read(answer.text)
        assert (shown["apiVersion"], shown["kind"]) == ("config.k8s.io/v1beta1", kind)
        assert shown["metadata"] == {"name": "kube-apiserver"}
    assert "deprecated" in client.get(page, headers={"accept": structured.format("json", "v1alpha1")}).headers["warning"]
    for accept in ["application/json", "application/json;g=config.k8s.io;v=v1beta1", "application/xml"]:
        assert client.get(page, headers={"accept": accept}).status_code == 406
    if kind == "Statusz":
        assert shown["paths"] == ["/flagz", "/healthz", "/livez", "/metrics", "/readyz", "/statusz", "/version"]
        assert shown["emulationVersion"] == "1.36" and shown["uptimeSeconds"] >= 0
    else:
        assert shown["flags"]["data-dir"].endswith("/data")
        # What was not said is shown as it counts.
        assert shown["flags"]["service-cluster-ip-range"] == "10.0.0.0/16"
        assert shown["flags"]["authorization-mode"] == "Node,RBAC"
        assert shown["flags"]["token-auth-file"] == ""
        assert "\nservice-node-port-range: 30000-32767\n" in client.get(page).text


@pytest.mark.parametrize("path", ["/api", "/apis", "/apis/apps", "/apis/apps/v1"])
def test_documents_are_only_read(client, path):
    for method in ["POST", "PUT", "DELETE"]:
        assert client.request(method, path).json()["reason"] == "MethodNotAllowed"


def test_each_version_of_a_group_is_an_api_service_that_is_available(client):
    groups = client.get("/apis").json()["groups"]
    expected = {f"{v['version']}.{g['name']}" for g in groups for v in g["versions"]}
    services = client.get("/apis/apiregistration.k8s.io/v1/apiservices").json()["items"]
    found = {service["metadata"]["name"] for service in services}
    assert found == {"v1."} | expected - {"v1.apiregistration.k8s.io"}
    for service in services:
        assert [(c["type"], c["status"], c["reason"]) for c in service["status"]["conditions"]] == [
            ("Available", "True", "Local")]
    priorities = [
        next(s["spec"]["groupPriorityMinimum"] for s in services if s["spec"].get("group") == g["name"])
        for g in groups if g["name"] != "apiregistration.k8s.io"]
    assert priorities == sorted(priorities, reverse=True)


def test_the_hash_of_what_is_stored_tells_the_version(client):
    def expected(name):
        return base64.b64encode(hashlib.sha256(name.encode()).digest()[:8]).decode()
    for group, resource, stored in [
            ("storage.k8s.io", "storageclasses", "storage.k8s.io/v1/StorageClass"),
            ("events.k8s.io", "events", "/v1/Event"), ("networking.k8s.io", "ingresses", "networking.k8s.io/v1/Ingress")]:
        entries = client.get(f"/apis/{group}/v1").json()["resources"]
        assert [e["storageVersionHash"] for e in entries if e["name"] == resource] == [expected(stored)]


def test_requests_have_schemas_and_levels_from_the_beginning(client):
    root = "/apis/flowcontrol.apiserver.k8s.io/v1"
    levels = {item["metadata"]["name"] for item in client.get(f"{root}/prioritylevelconfigurations").json()["items"]}
    schemas = client.get(f"{root}/flowschemas").json()["items"]
    assert {"exempt", "catch-all", "workload-low", "global-default"} <= levels
    assert {"exempt", "catch-all", "probes", "global-default"} <= {item["metadata"]["name"] for item in schemas}
    assert {item["spec"]["priorityLevelConfiguration"]["name"] for item in schemas} <= levels
    for item in schemas:
        assert [(c["type"], c["status"], c["reason"]) for c in item["status"]["conditions"]] == [
            ("Dangling", "False", "Found")]
        assert [(m["manager"], m["operation"], m.get("subresource")) for m in item["metadata"]["managedFields"]] == [
            ("api-priority-and-fairness-config-consumer-v1", "Apply", "status"),
            ("api-priority-and-fairness-config-producer-v1", "Update", None)]
    table = {"Accept": "application/json;as=Table;g=meta.k8s.io;v=v1"}
    rows = [row["cells"] for row in client.get(f"{root}/flowschemas", headers=table).json()["rows"]]
    assert [(row[2], row[0]) for row in rows] == sorted((row[2], row[0]) for row in rows)
    assert {row[-1] for row in rows} == {"False"}


def test_schemas_tell_whether_their_level_is_there(client):
    root = "/apis/flowcontrol.apiserver.k8s.io/v1"

    def dangling():
        conditions = client.get(f"{root}/flowschemas/mine").json()["status"].get("conditions", [])
        return [(c["status"], c["reason"], c["message"]) for c in conditions if c["type"] == "Dangling"]
    schema = {"metadata": {"name": "mine"}, "spec": {"priorityLevelConfiguration": {"name": "later"}}}
    assert client.post(f"{root}/flowschemas", json=schema).status_code == 201
    words = 'This FlowSchema references the PriorityLevelConfiguration object named "later" '
    eventually(lambda: dangling() == [("True", "NotFound", words + "but there is no such object")])
    level = {"metadata": {"name": "later"}, "spec": {
        "type": "Limited", "limited": {"limitResponse": {"type": "Reject"}}}}
    assert client.post(f"{root}/prioritylevelconfigurations", json=level).status_code == 201
    eventually(lambda: dangling() == [("False", "Found", words + "and it exists")])
    assert client.delete(f"{root}/prioritylevelconfigurations/later").status_code == 200
    eventually(lambda: dangling()[0][0] == "True")


def test_the_default_block_of_service_addresses_is_ready(client):
    block = client.get("/apis/networking.k8s.io/v1/servicecidrs/kubernetes").json()
    assert [(c["type"], c["status"], c["message"]) for c in block["status"]["conditions"]] == [
        ("Ready", "True", "Kubernetes default Service CIDR is ready")]
    owners = [m["manager"] for m in block["metadata"]["managedFields"] if m.get("subresource") == "status"]
    assert owners == ["kubernetes-service-cidr-controller"]


def test_events_are_one_thing_with_two_faces(client):
    core = {"metadata": {"name": "e"}, "involvedObject": {"kind": "Pod", "name": "p", "namespace": "default"},
            "reason": "Seen", "message": "once", "type": "Normal", "reportingComponent": "x.io/c"}
    assert client.post("/api/v1/namespaces/default/events", json=core).status_code == 201
    path = "/apis/events.k8s.io/v1/namespaces/default/events"
    for selector in ["regarding.name=p", "reportingController=x.io/c", "reason=Seen,type=Normal"]:
        found = client.get(path, params={"fieldSelector": selector}).json()["items"]
        assert [(item["note"], item["regarding"]["kind"]) for item in found] == [("once", "Pod")], selector
    assert client.get(path, params={"fieldSelector": "regarding.name=q"}).json()["items"] == []
    refused = client.get(path, params={"fieldSelector": "involvedObject.name=p"})
    assert (refused.status_code, refused.json()["reason"]) == (400, "BadRequest")
    causes = client.post(path, json={"metadata": {"name": "f"}, "type": "Normal"}).json()["details"]["causes"]
    assert "eventTime" in {cause["field"] for cause in causes}
    causes = client.post(path, json={
        "metadata": {"name": "f"}, "eventTime": "2026-01-01T00:00:00.000000Z"}).json()["details"]["causes"]
    assert "reportingController" in {cause["field"] for cause in causes}
    assert "reportingComponent" not in {cause["field"] for cause in causes}
    table = {"Accept": "application/json;as=Table;g=meta.k8s.io;v=v1"}
    rows = [client.get(p, headers=table).json()["rows"][0]["cells"] for p in [path, path.replace("/apis/events.k8s.io/v1", "/api/v1")]]
    assert rows[0][1:] == rows[1][1:]
