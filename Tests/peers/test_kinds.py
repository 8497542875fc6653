"""Every resource that discovery names is made, read, listed, watched, changed and deleted, in every encoding."""
import pytest
import yaml
from kinds import MANIFESTS, OWN, PROTOBUF, Subject, as_new, cluster, content, events, request_text, resources


def test_every_resource_has_a_manifest(resources):
    wanted = {key for key, entry in resources.items() if key.count("/") == key.rsplit("/", 1)[0].count("/") + 1
              and "/" not in entry["name"] and {"create", "get"} <= set(entry["verbs"])}
    assert wanted - set(MANIFESTS) == set()
    assert len(wanted) > 50


@pytest.mark.parametrize("key", sorted(MANIFESTS))
def test_one_object_through_all_verbs_and_encodings(cluster, resources, request_text, key):
    if key not in resources:
        pytest.skip("not served")
    subject = Subject(cluster, resources, key, request_text, 1 + sorted(MANIFESTS).index(key))
    start = cluster.send("GET", subject.path + "?limit=1").json()["metadata"]["resourceVersion"]

    # JSON: what was written is what is read, one by one and in a list.
    made = cluster.send("POST", subject.path, subject.body, status=(201,)).json()
    assert content(made) == content(subject.get().json())
    listed = cluster.send("GET", f"{subject.path}?fieldSelector=metadata.name={subject.name}").json()
    assert listed["kind"] == subject.entry["kind"] + "List"
    assert [content(item) for item in listed["items"]] == [
        {k: v for k, v in content(made).items() if k not in ("kind", "apiVersion")}]
    table = cluster.send(
        "GET", subject.path, accept="application/json;as=Table;v=v1;g=meta.k8s.io").json()
    assert table["rows"] and all(len(row["cells"]) == len(table["columnDefinitions"]) for row in table["rows"])

    # YAML and protobuf, by REST and by the binary RPC: the same object, made again from each.
    text = subject.get("application/yaml").text
    binary = as_new(cluster.stubs.meta, subject.binary())
    subject.delete()
    readable = yaml.safe_load(text)
    for field in OWN:
        readable["metadata"].pop(field, None)
    cluster.send("POST", subject.path, yaml.safe_dump(readable).encode(), kind="application/yaml", status=(201,))
    assert content(subject.get().json()) == content(made)
    subject.delete()
    cluster.send("POST", subject.path, subject.enveloped(binary), kind=PROTOBUF, status=(201,))
    assert content(subject.get().json()) == content(made)
    subject.delete()
    cluster.rpc.Create(cluster.stubs.cluster.CreateRequest(
        resource=subject.resource, namespace=subject.rpc_key["namespace"], value=binary))
    assert content(subject.get().json()) == content(made)

    def by_rpc():
        return cluster.rpc.Get(cluster.stubs.cluster.GetRequest(resource=subject.resource, key=subject.rpc_key)).object
    subject.settle()
    assert as_new(cluster.stubs.meta, by_rpc().value) == as_new(cluster.stubs.meta, subject.binary())

    # Changes: each kind of patch, and a replacement by what was read.
    for kind, label in [("merge-patch", "merged"), ("strategic-merge-patch", "strategic")]:
        changed = cluster.send("PATCH", subject.own, {"metadata": {"labels": {label: "yes"}}},
                               kind=f"application/{kind}+json").json()
        assert changed["metadata"]["labels"][label] == "yes"
    changed = cluster.send(
        "PATCH", subject.own, [{"op": "add", "path": "/metadata/annotations", "value": {"a": "b"}}],
        kind="application/json-patch+json", status=(200, 422))
    applied = {"apiVersion": subject.body["apiVersion"], "kind": subject.body["kind"],
               "metadata": {"name": subject.name, "labels": {"applied": "yes"}}}
    changed = cluster.send("PATCH", subject.own + "?fieldManager=kinds&force=true", applied,
                           kind="application/apply-patch+yaml").json()
    assert changed["metadata"]["labels"]["applied"] == "yes"
    before = subject.get().json()
    assert cluster.send("PUT", subject.own, before).json()["metadata"]["resourceVersion"] == (
        before["metadata"]["resourceVersion"])
    assert content({**before, "status": None}) == content({**subject.get().json(), "status": None})

    # Status, beside everything else.
    if "status" in subject.subresources:
        written = cluster.send("PATCH", subject.own + "/status", {"status": subject.status or {}},
                               kind="application/merge-patch+json").json()
        assert written == subject.get().json()
        for field, value in (subject.status or {}).items():
            if not isinstance(value, (dict, list)):
                assert written["status"][field] == value
        # The object's own path does not touch it.
        kept = cluster.send("PATCH", subject.own, {"status": None}, kind="application/merge-patch+json").json()
        assert kept.get("status") == written.get("status")
    if "scale" in subject.subresources:
        cluster.send("PATCH", subject.own + "/scale", {"spec": {"replicas": 3}}, kind="application/merge-patch+json")
        assert subject.get().json()["spec"]["replicas"] == 3

    # Deletion, and what a watch tells of all that.
    cluster.send("DELETE", subject.own + "?dryRun=All")
    subject.get()
    subject.delete()
    told = events(subject, start, deletions=4)
    assert [e["type"] for e in told if e["type"] != "MODIFIED"] == ["ADDED", "DELETED"] * 4
    assert any(e["type"] == "MODIFIED" for e in told)
    assert content(told[0]["object"]) == content(made)
    assert told[-1]["object"]["metadata"]["uid"] != made["metadata"]["uid"]
