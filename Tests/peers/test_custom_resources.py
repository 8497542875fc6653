"""Custom resources, from their definition to their end, through REST, kubectl and the binary face."""
import json
import pathlib
import subprocess
import threading

import grpc
import pytest
from cluster import eventually
from exchange import Session
from stubs import stubs

GROUP = "toys.example.com"
DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions"
TOYS = f"/apis/{GROUP}/v1/namespaces/default/toys"
EXCHANGES = pathlib.Path(__file__).parent / "exchanges/customs.json"


def definition(properties=None, **more):
    version = {
        "name": "v1", "served": True, "storage": True,
        "schema": {"openAPIV3Schema": {"type": "object", "properties": {
            "spec": {"type": "object", "properties": properties or {"size": {"type": "integer"}}}}}},
    } | more
    return {
        "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
        "metadata": {"name": f"toys.{GROUP}"},
        "spec": {"group": GROUP, "scope": "Namespaced", "names": {"plural": "toys", "kind": "Toy"},
                 "versions": [version]},
    }


def toy(name="a", version="v1", metadata=None, **spec):
    return {"apiVersion": f"{GROUP}/{version}", "kind": "Toy", "metadata": {"name": name} | (metadata or {}),
            "spec": spec}


@pytest.fixture
def api(server):
    session = Session(server.url, server.pki("ca.crt"), server.pki("admin.crt"), server.pki("admin.key"))

    def call(method, path, body=None, headers=None):
        return session.send({"method": method, "path": path, "headers": headers or {}} | (
            {"body": body} if body is not None else {}))
    call("POST", "/api/v1/namespaces/default/serviceaccounts", {"metadata": {"name": "default"}})
    return call


def establish(api, body):
    made = api("POST", DEFINITIONS, body)
    assert made["status"] == 201, made
    eventually(lambda: api("GET", TOYS)["status"] == 200)


def change(api, edit):
    """Changes the definition; once more when the server has written its status since it was read."""
    def is_changed():
        body = api("GET", f"{DEFINITIONS}/toys.{GROUP}")["body"]
        edit(body["spec"])
        found = api("PUT", f"{DEFINITIONS}/toys.{GROUP}", body)
        assert found["status"] in (200, 409), found
        return found["status"] == 200
    eventually(is_changed)


def test_each_version_is_an_api_service_while_it_is_served(api):
    path = f"/apis/apiregistration.k8s.io/v1/apiservices/v1.{GROUP}"
    establish(api, definition())
    service = eventually(lambda: (found := api("GET", path))["status"] == 200 and found["body"])
    assert service["metadata"]["labels"] == {"kube-aggregator.kubernetes.io/automanaged": "true"}
    assert service["spec"] == {"group": GROUP, "version": "v1", "groupPriorityMinimum": 1000, "versionPriority": 100}
    assert [(c["type"], c["status"], c["reason"]) for c in service["status"]["conditions"]] == [
        ("Available", "True", "Local")]
    assert api("DELETE", f"{DEFINITIONS}/toys.{GROUP}")["status"] == 200
    eventually(lambda: api("GET", path)["status"] == 404)


def test_defaults_come_to_objects_that_were_stored_before(api):
    establish(api, definition())
    assert api("POST", TOYS, toy(size=1))["status"] == 201

    def paint(spec):
        spec["versions"][0]["schema"]["openAPIV3Schema"]["properties"]["spec"]["properties"]["color"] = {
            "type": "string", "default": "red"}
    change(api, paint)
    eventually(lambda: api("GET", f"{TOYS}/a")["body"].get("spec") == {"size": 1, "color": "red"})
    assert api("GET", TOYS)["body"]["items"][0]["spec"] == {"size": 1, "color": "red"}


def test_what_a_schema_forgets_is_not_shown(api):
    establish(api, definition({"size": {"type": "integer"}, "old": {"type": "string"}}))
    assert api("POST", TOYS, toy(size=1, old="x"))["body"]["spec"] == {"size": 1, "old": "x"}
    change(api, lambda spec: spec["versions"][0]["schema"]["openAPIV3Schema"]["properties"]["spec"][
        "properties"].pop("old"))
    eventually(lambda: api("GET", f"{TOYS}/a")["body"].get("spec") == {"size": 1})


def test_versions_show_the_same_objects(api):
    body = definition({"size": {"type": "integer"}, "color": {"type": "string"}})
    schema = json.loads(json.dumps(body["spec"]["versions"][0]["schema"]))
    schema["openAPIV3Schema"]["properties"]["spec"]["properties"] = {
        "size": {"type": "integer"}, "weight": {"type": "integer", "default": 3}}
    body["spec"]["versions"].append({
        "name": "v2", "served": True, "storage": False, "schema": schema, "deprecated": True})
    establish(api, body)
    v2 = TOYS.replace("/v1/", "/v2/")
    assert api("POST", TOYS, toy(size=1, color="red"))["status"] == 201
    found = api("GET", f"{v2}/a")
    assert found["body"]["apiVersion"] == f"{GROUP}/v2"
    assert found["body"]["spec"] == {"size": 1}
    assert found["warnings"] == [f"{GROUP}/v2 Toy is deprecated"]
    # What is stored is the other version, which knows no weight; what is read gets the defaults of what is stored.
    assert api("POST", v2, toy("b", "v2", size=2, weight=9))["body"]["spec"] == {"size": 2}
    assert api("GET", f"{TOYS}/b")["body"]["spec"] == {"size": 2}
    assert [x["metadata"]["name"] for x in api("GET", v2)["body"]["items"]] == ["a", "b"]
    groups = api("GET", f"/apis/{GROUP}")["body"]
    assert [x["version"] for x in groups["versions"]] == ["v2", "v1"]


def test_each_version_validates_and_selects_by_its_own_schema(api):
    body = definition({"size": {"type": "integer"}}, selectableFields=[{"jsonPath": ".spec.size"}])
    schema = {"openAPIV3Schema": {"type": "object", "properties": {"spec": {"type": "object", "properties": {
        "size": {"type": "integer", "maximum": 5}, "color": {"type": "string"}}}}}}
    body["spec"]["versions"].append({
        "name": "v2", "served": True, "storage": False, "schema": schema,
        "selectableFields": [{"jsonPath": ".spec.color"}]})
    establish(api, body)
    v2 = TOYS.replace("/v1/", "/v2/")
    assert api("POST", TOYS, toy(size=9))["status"] == 201
    refused = api("POST", v2, toy("b", "v2", size=9))
    assert refused["status"] == 422
    assert refused["body"]["details"]["causes"][0]["field"] == "spec.size"
    assert [x["metadata"]["name"] for x in api("GET", f"{TOYS}?fieldSelector=spec.size=9")["body"]["items"]] == ["a"]
    assert api("GET", f"{v2}?fieldSelector=spec.color=red")["status"] == 200
    unknown = api("GET", f"{TOYS}?fieldSelector=spec.color=red")
    assert (unknown["status"], unknown["body"]["message"]) == (400, "field label not supported: spec.color")
    # What is too large for the other version stays while nobody touches it.
    merge = {"Content-Type": "application/merge-patch+json"}
    assert api("PATCH", f"{v2}/a", {"metadata": {"labels": {"l": "1"}}}, merge)["status"] == 200
    assert api("PATCH", f"{v2}/a", {"spec": {"size": 8}}, merge)["status"] == 422


def test_what_is_not_served_has_no_status_of_its_own(api):
    establish(api, definition(subresources={"status": {}}))
    assert api("POST", TOYS, toy(size=1))["status"] == 201
    for path in (TOYS.replace("/v1/", "/v9/"), TOYS.replace("/toys", "/dolls"), f"/apis/{GROUP}/v9", "/apis/none/v1/x"):
        found = api("GET", path)
        assert (found["status"], found["body"]) == (404, "404 page not found\n"), path
    assert api("GET", f"{TOYS}/a/scale")["body"]["message"] == f'toys.{GROUP} "a" not found'


def test_a_scale_without_a_version_is_meant_for_any(api):
    establish(api, definition({"size": {"type": "integer"}}, subresources={
        "scale": {"specReplicasPath": ".spec.size", "statusReplicasPath": ".status.size"}}))
    assert api("POST", TOYS, toy(size=1))["status"] == 201
    scale = {"apiVersion": "autoscaling/v1", "kind": "Scale", "metadata": {"name": "a", "namespace": "default"},
             "spec": {"replicas": 4}}
    assert api("PUT", f"{TOYS}/a/scale", scale)["body"]["spec"] == {"replicas": 4}
    assert api("GET", f"{TOYS}/a")["body"]["spec"] == {"size": 4}


def test_names_are_given_once(api):
    establish(api, definition())
    other = definition()
    other["metadata"]["name"] = f"dolls.{GROUP}"
    other["spec"]["names"] = {"plural": "dolls", "kind": "Toy"}
    assert api("POST", DEFINITIONS, other)["status"] == 201

    def conditions():
        status = api("GET", f"{DEFINITIONS}/dolls.{GROUP}")["body"].get("status") or {}
        return {x["type"]: (x["status"], x["reason"]) for x in status.get("conditions") or []}
    found = eventually(conditions)
    assert found["NamesAccepted"][0] == "False"
    assert found["Established"] == ("False", "NotAccepted")
    dolls = TOYS.replace("toys", "dolls").replace("dolls.example", "toys.example")
    assert api("GET", dolls)["status"] == 404
    api("DELETE", f"{DEFINITIONS}/toys.{GROUP}")
    eventually(lambda: api("GET", dolls)["status"] == 200)


def test_a_definition_goes_after_its_objects(api):
    establish(api, definition())
    assert api("POST", TOYS, toy("held", metadata={"finalizers": ["example.com/hold"]}, size=1))["status"] == 201
    assert api("POST", TOYS, toy("free", size=1))["status"] == 201
    assert api("DELETE", f"{DEFINITIONS}/toys.{GROUP}")["status"] == 200
    eventually(lambda: [x["metadata"]["name"] for x in api("GET", TOYS)["body"]["items"]] == ["held"])
    refused = api("POST", TOYS, toy("late", size=1))
    assert refused["status"] == 405, refused
    assert refused["body"]["message"] == "create not allowed while custom resource definition is terminating"
    assert api("GET", f"{DEFINITIONS}/toys.{GROUP}")["status"] == 200
    api("PATCH", f"{TOYS}/held", {"metadata": {"finalizers": None}}, {"Content-Type": "application/merge-patch+json"})
    eventually(lambda: api("GET", f"{DEFINITIONS}/toys.{GROUP}")["status"] == 404)
    eventually(lambda: api("GET", TOYS)["status"] == 404)
    # The same name again, with nothing left of what was.
    establish(api, definition())
    assert api("GET", TOYS)["body"]["items"] == []


def test_objects_and_definitions_outlive_the_server(server, api):
    establish(api, definition())
    api("POST", TOYS, toy(size=7))
    server.stop()
    server.start()
    session = Session(server.url, server.pki("ca.crt"), server.pki("admin.crt"), server.pki("admin.key"))
    found = session.send({"method": "GET", "path": f"{TOYS}/a"})
    assert found["body"]["spec"] == {"size": 7}


def test_binary_is_for_metadata_alone(api):
    establish(api, definition())
    api("POST", TOYS, toy(size=1))
    accept = {"Accept": "application/vnd.kubernetes.protobuf"}
    assert api("GET", f"{TOYS}/a", headers=accept)["status"] == 406
    both = {"Accept": "application/vnd.kubernetes.protobuf,application/json"}
    assert api("GET", f"{TOYS}/a", headers=both)["type"].startswith("application/json")
    partial = {"Accept": "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1"}
    found = api("GET", f"{TOYS}/a", headers=partial)["body"]
    assert found["kind"] == "PartialObjectMetadata" and "spec" not in found


def test_the_binary_face_carries_members_as_json(server, api):
    establish(api, definition({"size": {"type": "integer"}, "color": {"type": "string", "default": "red"}}))
    made = stubs()
    item = made.custom.CustomObject()
    item.metadata.name = "a"
    item.members.json = json.dumps({"spec": {"size": 1, "gone": 2}}).encode()
    resource = {"group": GROUP, "version": "v1", "resource": "toys"}
    with grpc.insecure_channel(f"127.0.0.1:{server.insecure_port}") as channel:
        cluster = made.services.ClusterStub(channel)
        request = made.cluster.CreateRequest(resource=resource, namespace="default", value=item.SerializeToString())
        created = made.custom.CustomObject.FromString(cluster.Create(request).object.value)
        assert json.loads(created.members.json) == {"spec": {"color": "red", "size": 1}}
        assert api("GET", f"{TOYS}/a")["body"]["spec"] == {"color": "red", "size": 1}
        watch = cluster.Watch(made.cluster.WatchRequest(resource=resource, namespace="default", initial_events=True))
        event = next(watch).events[0]
        assert json.loads(made.custom.CustomObject.FromString(event.object).members.json)["spec"]["size"] == 1
        watch.cancel()
        item.members.json = b"[1]"
        with pytest.raises(grpc.RpcError) as error:
            cluster.Create(made.cluster.CreateRequest(
                resource=resource, namespace="default", value=item.SerializeToString()))
        assert error.value.code() == grpc.StatusCode.INVALID_ARGUMENT


@pytest.mark.parametrize("body, status", [
    ({"apiVersion": "toys.example.com/v2", "kind": "Toy", "metadata": {"name": "x"}}, 400),
    ({"apiVersion": "toys.example.com/v1", "kind": "Toy", "metadata": {"name": "x"}, "spec": []}, 422),
    ({"apiVersion": "toys.example.com/v1", "kind": "Toy", "metadata": {"name": "X Y"}}, 422),
    ({"apiVersion": "toys.example.com/v1", "kind": "Toy", "metadata": []}, 400),
    ("{\"spec\":" * 200, 400), ("nonsense", 400),
])
def test_bad_objects_are_refused(api, body, status):
    establish(api, definition())
    found = api("POST", TOYS, body, {"Content-Type": "application/json"})
    assert found["status"] == status, found
    assert api("GET", TOYS)["body"]["items"] == []


def test_what_is_no_object_within_an_object_cannot_be_read(api):
    establish(api, definition({"template": {
        "type": "object", "x-kubernetes-embedded-resource": True, "x-kubernetes-preserve-unknown-fields": True}}))
    inner = {"apiVersion": "v1", "kind": "Pod", "metadata": {"labels": 5}}
    found = api("POST", TOYS, toy(template=inner))["body"]
    assert (found["code"], found["reason"]) == (400, "BadRequest")
    assert found["message"] == (
        'Toy in version "v1" cannot be handled as a Toy: spec.template.metadata: Invalid value: {"labels":5}: json: '
        "cannot unmarshal number into Go struct field ObjectMeta.labels of type map[string]string")
    inner["metadata"]["labels"] = {"a": "b"}
    assert api("POST", TOYS, toy(template=inner))["status"] == 201
    found = api("PATCH", f"{TOYS}/a", {"spec": {"template": {"kind": 5}}},
                {"content-type": "application/merge-patch+json"})["body"]
    assert found["code"] == 422
    assert found["message"].endswith("spec.template.kind: Invalid value: 5: must be a string")


def test_figures_go_with_their_resource(server, api):
    def rows():
        return sum(GROUP in line for line in api("GET", "/metrics")["body"].splitlines())
    for _ in range(2):
        establish(api, definition())
        api("POST", TOYS, toy(size=1))
        assert rows() > 0
        api("DELETE", f"{DEFINITIONS}/toys.{GROUP}")
        eventually(lambda: api("GET", TOYS)["status"] == 404)
        eventually(lambda: rows() == 0)


class Kubectl:
    def __init__(self, server):
        self.command = ["kubectl", "--kubeconfig", str(server.kubeconfig), "--cache-dir", str(server.folder / "cache")]

    def says(self, *arguments):
        """What it prints, whether it succeeds or not."""
        return subprocess.run([*self.command, *arguments], capture_output=True, text=True, timeout=150).stdout

    def __call__(self, *arguments, text=None, fails=False):
        result = subprocess.run(
            [*self.command, *arguments], input=text, capture_output=True, text=True, timeout=150)
        assert (result.returncode != 0) == fails, f"{arguments}: {result.stdout}{result.stderr}"
        return result.stdout + result.stderr

    def watch(self, *arguments):
        process = subprocess.Popen(
            [*self.command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        lines = []
        threading.Thread(target=lambda: lines.extend(process.stdout), daemon=True).start()
        return process, lines


def test_kubectl_works_with_custom_resources(server, api):
    kubectl = Kubectl(server)
    steps = json.loads(EXCHANGES.read_text())["exchanges"]
    body = next(x["request"]["body"] for x in steps if x["request"]["path"] == DEFINITIONS)
    body["spec"]["versions"][0]["selectableFields"] = [{"jsonPath": ".spec.color"}]
    kubectl("create", "-f", "-", text=json.dumps(body))
    kubectl("wait", "--for=condition=Established", f"crd/toys.{GROUP}", "--timeout=60s")
    eventually(lambda: api("GET", TOYS)["status"] == 200)
    kubectl("apply", "-f", "-", text=json.dumps(toy(size=2, tags=["a"])))
    assert "configured" in kubectl("apply", "-f", "-", text=json.dumps(toy(size=3, tags=["a"])))
    process, lines = kubectl.watch("get", "toys", "-w")
    eventually(lambda: any(x.split()[:2] == ["a", "3"] for x in lines))
    assert kubectl("get", "ty").splitlines()[1].split()[:2] == ["a", "3"]
    assert "toy.toys.example.com/a" in kubectl("get", "all", "-o", "name")
    assert "a" in kubectl("get", "toys", "--field-selector", "spec.color=red", "-o", "name")
    assert "No resources found" in kubectl("get", "toys", "--field-selector", "spec.color=blue")
    # Clients that ask see the documents of before for a moment.
    eventually(lambda: "KIND:       Toy" in kubectl.says("explain", "toys.spec.size"))
    assert "integer" in kubectl("explain", "toys.spec.size")
    kubectl("scale", "toy/a", "--replicas=5")
    eventually(lambda: any(x.split()[:2] == ["a", "5"] for x in lines))
    kubectl("patch", "toy", "a", "--type=merge", "-p", '{"spec":{"color":"blue"}}')
    refused = kubectl(
        "patch", "toy", "a", "--type=json", "-p", '[{"op":"replace","path":"/spec/color","value":"green"}]', fails=True)
    assert 'spec.color: Unsupported value: "green": supported values: "red", "blue"' in refused
    strict = kubectl("create", "-f", "-", text=json.dumps(toy("b", size=1, gone=1)), fails=True)
    assert 'unknown field "spec.gone"' in strict
    kubectl("label", "toy", "a", "shelf=top")
    assert kubectl("get", "toys", "-l", "shelf=top", "-o", "name").strip() == "toy.toys.example.com/a"
    kubectl("apply", "--server-side", "--force-conflicts", "-f", "-", text=json.dumps(toy(size=4, tags=["b"])))
    assert json.loads(kubectl("get", "toy", "a", "-o", "json"))["spec"]["tags"] == ["b"]
    kubectl("delete", "crd", f"toys.{GROUP}")
    # With the resource its watches end.
    assert process.wait(60) == 0
    assert "NotFound" in kubectl("get", "toys", fails=True) or "doesn't have a resource" in kubectl(
        "get", "toys", fails=True)


# Upstream's conformance tests (kubernetes/kubernetes: test/e2e/apimachinery/field_validation.go and
# custom_resource_definition.go).

def apply(api, text, query="fieldManager=m&fieldValidation=Strict"):
    return api("PATCH", f"{TOYS}/a?{query}", text, {"Content-Type": "application/apply-patch+yaml"})


MANIFEST = """
apiVersion: toys.example.com/v1
kind: Toy
metadata:
  name: a
  finalizers:
  - example.com/held
spec:
  unknown: uk1
  foo: foo1
  foo: foo2
"""


def test_what_is_applied_strictly_has_no_field_that_is_not_declared(api):
    establish(api, definition({"foo": {"type": "string"}}))
    declared = MANIFEST.replace("  unknown: uk1\n", "").replace("  foo: foo2\n", "")
    assert apply(api, declared)["status"] == 201
    refused = apply(api, declared + "unknownField: unknown\n")
    assert refused["status"] == 500 and ".unknownField: field not declared in schema" in refused["body"]["message"]
    nested = apply(api, declared.replace("  name: a\n", "  name: a\n  unknownMeta: unknown\n"))
    assert ".metadata.unknownMeta: field not declared in schema" in nested["body"]["message"]


def test_what_keeps_anything_keeps_no_key_twice(api):
    free = definition()
    free["spec"]["versions"][0]["schema"]["openAPIV3Schema"]["properties"]["spec"] = {
        "type": "object", "x-kubernetes-preserve-unknown-fields": True, "properties": {"foo": {"type": "string"}}}
    establish(api, free)
    refused = apply(api, MANIFEST)
    assert refused["status"] == 400 and 'line 11: key "foo" already set in map' in refused["body"]["message"]
    assert apply(api, MANIFEST.replace("  foo: foo2\n", ""))["body"]["spec"] == {"unknown": "uk1", "foo": "foo1"}


def test_a_definitions_status_takes_conditions_of_any_kind(api):
    establish(api, definition())
    path = f"{DEFINITIONS}/toys.{GROUP}/status"
    found = eventually(lambda: (lambda b: b if len(b["status"]["conditions"]) == 2 else None)(api("GET", path)["body"]))
    found["status"]["conditions"].append({"message": "updated"})
    updated = api("PUT", path, found)
    assert updated["status"] == 200, updated
    assert updated["body"]["status"]["conditions"][-1]["message"] == "updated"
    patched = api("PATCH", path, [{"op": "add", "path": "/status/conditions", "value": [{"message": "patched"}]}],
                  {"Content-Type": "application/json-patch+json"})
    assert patched["status"] == 200 and [c["message"] for c in patched["body"]["status"]["conditions"]] == ["patched"]


def test_a_definition_without_a_schema_is_published_as_one_that_takes_anything(api):
    free = definition()
    free["spec"]["versions"][0]["schema"]["openAPIV3Schema"] = {
        "type": "object", "x-kubernetes-preserve-unknown-fields": True}
    establish(api, free)
    name = "com.example.toys.v1.Toy"
    kinds = [{"group": GROUP, "version": "v1", "kind": "Toy"}]
    published = eventually(lambda: api("GET", "/openapi/v2")["body"]["definitions"].get(name))
    assert published == {"type": "object", "x-kubernetes-group-version-kind": kinds}
    # A version's name and whether it is served are followed.
    change(api, lambda spec: spec["versions"].append(json.loads(json.dumps(spec["versions"][0])) | {
        "name": "v2", "storage": False}))
    eventually(lambda: "com.example.toys.v2.Toy" in api("GET", "/openapi/v2")["body"]["definitions"])
    change(api, lambda spec: spec["versions"][1].update(name="v3"))
    eventually(lambda: {n for n in api("GET", "/openapi/v2")["body"]["definitions"] if n.startswith("com.example.toys.v")
                        and n.endswith("Toy")} == {name, "com.example.toys.v3.Toy"})
    change(api, lambda spec: spec["versions"][1].update(served=False))
    eventually(lambda: "com.example.toys.v3.Toy" not in api("GET", "/openapi/v2")["body"]["definitions"])
