"""Answers in which kinds and ways of asking differ, as kube-apiserver's sources give them: rows, selectors, versions, bodies
and who owns what the server gives. Beside those that were recorded (`test_exchanges.py`)."""
import pytest
from writers import config_map, fields, managers, pod, shared, writer  # noqa: F401

TABLE = {"accept": "application/json;as=Table;v=v1;g=meta.k8s.io"}
YAML = "application/yaml"


@pytest.mark.parametrize("phase,message", [
    ("Succeeded", "The pod has completed successfully."), ("Failed", "The pod failed."), ("Running", None)])
def test_the_row_of_a_pod_says_that_it_is_done(writer, phase, message):
    writer.post(f"{writer.core}/pods", pod())
    writer.patch(f"{writer.core}/pods/p/status", {"status": {"phase": phase}})
    row = writer.client.get(f"{writer.core}/pods", headers=TABLE).json()["rows"][0]
    done = [{"type": "Completed", "status": "True", "reason": phase, "message": message}]
    assert row.get("conditions") == (done if message else None)


@pytest.mark.parametrize("path,column,kind", [
    ("/apis/storage.k8s.io/v1/volumeattachments", "Attached", "boolean"),
    ("/apis/apps/v1/controllerrevisions", "Revision", "string")])
def test_columns_have_the_types_of_their_cells_or_of_old(writer, path, column, kind):
    columns = writer.client.get(path, headers=TABLE).json()["columnDefinitions"]
    assert [c["type"] for c in columns if c["name"] == column] == [kind]


GENERIC = '"x" is not a known field selector: only "metadata.name", "metadata.namespace"'


@pytest.mark.parametrize("path,words", [
    ("/apis/batch/v1/jobs", 'field label "x" not supported for batchv1.Job'),
    ("/apis/resource.k8s.io/v1/resourceslices",
     "field label not supported for resource.k8s.io/v1, Kind=ResourceSlice: x"),
    ("/api/v1/nodes", "field label not supported: x"), ("/api/v1/persistentvolumes", GENERIC),
    ("/apis/storage.k8s.io/v1/storageclasses", GENERIC), ("/api/v1/configmaps", GENERIC)])
def test_a_field_that_nothing_is_selected_by_is_told_in_the_kinds_words(writer, path, words):
    answer = writer.client.get(path, params={"fieldSelector": "x=y"})
    assert (answer.status_code, answer.json()["message"]) == (400, words)


def test_objects_of_the_cluster_have_no_namespace_to_be_selected_by(writer):
    writer.post("/apis/storage.k8s.io/v1/storageclasses", {"metadata": {"name": "s"}, "provisioner": "x.io/p"})
    for value, count in (("", 1), ("x", 0)):
        answer = writer.client.get(
            "/apis/storage.k8s.io/v1/storageclasses", params={"fieldSelector": f"metadata.namespace={value}"})
        assert len(answer.json()["items"]) == count, answer.text


@pytest.mark.parametrize("version,name,query,status", [
    ("0", "a", {}, 201), ("odd", "b", {}, 201), ("5", "c", {}, 500), ("5", "D_", {}, 422),
    ("5", "e", {"dryRun": "All"}, 201)])
def test_a_new_object_has_no_version_unless_the_store_is_asked(writer, version, name, query, status):
    body = config_map(name, {"resourceVersion": version})
    told = writer.send("POST", f"{writer.core}/configmaps", body, status, **query)
    if status == 500:
        assert told["message"] == "resourceVersion should not be set on objects to be created"


def test_a_put_that_does_not_say_how_the_name_was_made_leaves_nothing_of_it(writer):
    made = writer.post(f"{writer.core}/configmaps", config_map("a", {"generateName": "a-"}))
    assert made["metadata"]["generateName"] == "a-"
    assert "generateName" not in writer.put(f"{writer.core}/configmaps/a", config_map("a"))["metadata"]


def test_nobody_owns_the_port_that_a_changed_service_is_given(writer):
    path = f"{writer.core}/services"
    writer.post(path, {"metadata": {"name": "s"}, "spec": {"ports": [{"port": 80}]}})
    changed = writer.patch(f"{path}/s", {"spec": {"type": "NodePort"}})
    assert changed["spec"]["ports"][0]["nodePort"] >= 30000
    assert managers(changed) == [("creator", "Update", ""), ("updater", "Update", "")]
    assert fields(changed, 1) == {"f:spec": {"f:externalTrafficPolicy": {}, "f:type": {}}}


def test_the_two_forms_of_a_nodes_networks_agree(writer):
    made = writer.post("/api/v1/nodes", {"metadata": {"name": "n"}, "spec": {"podCIDR": "10.1.0.0/24"}})
    assert made["spec"]["podCIDRs"] == ["10.1.0.0/24"]
    refused = writer.patch("/api/v1/nodes/n", {"spec": {"podCIDR": "10.2.0.0/24"}}, status=422)
    assert [c["field"] for c in refused["details"]["causes"]] == ["spec.podCIDRs"]
    two = {"metadata": {"name": "m"}, "spec": {"podCIDRs": ["10.3.0.0/24", "fd00::/64"]}}
    assert writer.post("/api/v1/nodes", two)["spec"]["podCIDR"] == "10.3.0.0/24"


def test_the_first_document_of_a_body_counts(writer):
    body = "metadata: {name: first}\n---\nmetadata: {name: second}\n"
    assert writer.send("POST", f"{writer.core}/configmaps", body, 201, YAML)["metadata"]["name"] == "first"
    assert [o["metadata"]["name"] for o in writer.get(f"{writer.core}/configmaps")["items"]
            if o["metadata"]["name"] != "kube-root-ca.crt"] == ["first"]


def test_keys_that_stand_twice_are_found_in_json_that_is_read_as_yaml(writer):
    body = '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{"q":"1","q":"2"}}'
    refused = writer.apply(f"{writer.core}/configmaps/a", body, status=400, fieldValidation="Strict")
    assert 'line 1: key "q" already set in map' in refused["message"]
    assert writer.apply(f"{writer.core}/configmaps/a", body, status=201)["data"] == {"q": "2"}


@pytest.mark.parametrize("body,words", [
    ('{"kind":"ConfigMap","kind":"ConfigMap","metadata":{"name":"a"}}', 'duplicate field "kind"'),
    ('{"apiVersion":"v1","x":1,"apiVersion":"v1","metadata":{"name":"a"}}',
     'unknown field "x", duplicate field "apiVersion"')])
def test_a_kind_that_is_said_twice_is_told(writer, body, words):
    path = f"{writer.core}/configmaps"
    refused = writer.send("POST", path, body, 400, fieldValidation="Strict")
    assert refused["message"].endswith(f"strict decoding error: {words}")


@pytest.mark.parametrize("amount", [True, {}, [], "x"])
def test_what_is_no_quantity_is_refused_in_quantities_words(writer, amount):
    body = {"metadata": {"name": "q"}, "spec": {"hard": {"pods": amount}}}
    refused = writer.send("POST", f"{writer.core}/resourcequotas", body, 400)
    assert "quantities must match the regular expression" in refused["message"]


@pytest.mark.parametrize("subresource", ["exec", "attach", "portforward"])
def test_a_node_that_is_not_there_is_told_before_a_missing_upgrade(writer, subresource):
    writer.post(f"{writer.core}/pods", pod())
    target = {"metadata": {"name": "p"}, "target": {"kind": "Node", "name": "gone"}}
    writer.post(f"{writer.core}/pods/p/binding", target)
    answer = writer.client.get(f"{writer.core}/pods/p/{subresource}", params={"command": "a", "stdout": "1"})
    assert (answer.status_code, answer.json()["message"]) == (404, 'nodes "gone" not found')


@pytest.mark.parametrize("path", ["/metrics/x", "/openapi", "/openapi/v9", "/nowhere"])
def test_a_page_that_is_not_there_is_told_in_plain_text(writer, path):
    answer = writer.client.get(path)
    assert (answer.status_code, answer.text) == (404, "404 page not found\n")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
