"""Server-side apply and managedFields, by kubectl and by clients of both faces."""
import json
import os
import shutil
import ssl
import subprocess

import grpc
import httpx
import pytest
import yaml
from stubs import stubs as modules

needs_kubectl = pytest.mark.skipif(
    shutil.which("kubectl") is None, reason="kubectl is not installed: make test installs it as root")

DEPLOYMENT = {
    "apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "d", "labels": {"app": "a"}},
    "spec": {
        "replicas": 2, "selector": {"matchLabels": {"app": "a"}},
        "template": {
            "metadata": {"labels": {"app": "a"}},
            "spec": {"containers": [{"name": "c", "image": "i:1", "ports": [{"containerPort": 80}]}]},
        },
    },
}


def deployment(image, **spec):
    changed = json.loads(json.dumps(DEPLOYMENT))
    changed["spec"]["template"]["spec"]["containers"][0]["image"] = image
    changed["spec"].update(spec)
    return changed


class Kubectl:
    def __init__(self, server, folder):
        self.environment = {**os.environ, "KUBECONFIG": str(server.kubeconfig), "HOME": str(folder)}
        self.folder = folder

    def run(self, *arguments, manifest=None):
        if manifest is not None:
            path = self.folder / "manifest.yaml"
            path.write_text(yaml.safe_dump(manifest))
            arguments += ("-f", str(path))
        return subprocess.run(
            ["kubectl", *arguments], env=self.environment, capture_output=True, text=True, timeout=120, check=False)

    def managers(self, kind, name):
        """Entries by manager, operation and subresource: the fields that they own."""
        found = self.run("get", kind, name, "-o", "json", "--show-managed-fields")
        assert found.returncode == 0, found.stderr
        return {
            (entry["manager"], entry["operation"], entry.get("subresource", "")): entry["fieldsV1"]
            for entry in json.loads(found.stdout)["metadata"].get("managedFields", [])
        }


@pytest.fixture
def kubectl(server, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    return Kubectl(server, home)


def container(fields):
    return fields["f:spec"]["f:template"]["f:spec"]["f:containers"]['k:{"name":"c"}']


@needs_kubectl
def test_conflicts_are_told_and_taken_by_force(kubectl):
    assert "serverside-applied" in kubectl.run("apply", "--server-side", manifest=deployment("i:1")).stdout
    refused = kubectl.run("apply", "--server-side", "--field-manager=other", manifest=deployment("i:2"))
    assert refused.returncode != 0
    assert 'conflict with "kubectl": .spec.template.spec.containers[name="c"].image' in refused.stderr
    forced = kubectl.run(
        "apply", "--server-side", "--field-manager=other", "--force-conflicts", manifest=deployment("i:2"))
    assert "serverside-applied" in forced.stdout
    managers = kubectl.managers("deployment", "d")
    assert "f:image" in container(managers["other", "Apply", ""])
    assert "f:image" not in container(managers["kubectl", "Apply", ""])


@needs_kubectl
def test_what_is_applied_no_more_goes_and_defaults_come_back(kubectl):
    kubectl.run("apply", "--server-side", manifest=deployment("i:1", minReadySeconds=7, revisionHistoryLimit=3))
    kubectl.run("apply", "--server-side", manifest=deployment("i:1"))
    found = json.loads(kubectl.run("get", "deployment", "d", "-o", "json").stdout)
    assert "minReadySeconds" not in found["spec"]
    assert found["spec"]["revisionHistoryLimit"] == 10


@needs_kubectl
def test_an_object_applied_by_the_client_goes_over_to_the_server(kubectl):
    kubectl.run("apply", manifest=deployment("i:1"))
    assert ("kubectl-client-side-apply", "Update", "") in kubectl.managers("deployment", "d")
    moved = kubectl.run("apply", "--server-side", manifest=deployment("i:2"))
    assert moved.returncode == 0, moved.stderr
    managers = kubectl.managers("deployment", "d")
    assert "f:image" in container(managers["kubectl", "Apply", ""])
    noted = json.loads(kubectl.run("apply", "view-last-applied", "deployment", "d", "-o", "json").stdout)
    assert noted["spec"]["template"]["spec"]["containers"][0]["image"] == "i:2"


@needs_kubectl
def test_diff_shows_what_would_change_and_changes_nothing(kubectl):
    kubectl.run("apply", "--server-side", manifest=deployment("i:1"))
    before = kubectl.run("get", "deployment", "d", "-o", "json", "--show-managed-fields").stdout
    shown = kubectl.run("diff", "--server-side", manifest=deployment("i:2"))
    assert shown.returncode == 1
    assert "-      - image: i:1" in shown.stdout and "+      - image: i:2" in shown.stdout
    assert kubectl.run("diff", "--server-side", manifest=deployment("i:1")).returncode == 0
    assert kubectl.run("get", "deployment", "d", "-o", "json", "--show-managed-fields").stdout == before


@needs_kubectl
def test_who_scales_owns_the_replicas_and_who_edits_what_it_changed(kubectl):
    kubectl.run("apply", "--server-side", manifest=deployment("i:1"))
    assert kubectl.run("scale", "deployment", "d", "--replicas=5").returncode == 0
    assert kubectl.run("set", "image", "deployment/d", "c=i:3").returncode == 0
    managers = kubectl.managers("deployment", "d")
    assert managers["kubectl", "Update", "scale"] == {"f:spec": {"f:replicas": {}}}
    assert "f:replicas" not in managers["kubectl", "Apply", ""]["f:spec"]
    assert container(managers["kubectl-set", "Update", ""]) == {"f:image": {}}


def rest(server):
    context = ssl.create_default_context(cafile=server.pki("ca.crt"))
    context.load_cert_chain(server.pki("admin.crt"), server.pki("admin.key"))
    return httpx.Client(base_url=server.url, verify=context, http2=True, timeout=120, headers={"User-Agent": "peer/1.0"})


APPLY = {"Content-Type": "application/apply-patch+yaml"}
MAPS = "/api/v1/namespaces/default/configmaps"


def test_entries_are_the_same_in_every_encoding(server):
    with rest(server) as client:
        made = client.post(MAPS, json={"metadata": {"name": "a"}, "data": {"k": "v"}}).json()
        entries = made["metadata"]["managedFields"]
        assert [(e["manager"], e["fieldsV1"]) for e in entries] == [("peer", {"f:data": {".": {}, "f:k": {}}})]
        as_yaml = client.get(f"{MAPS}/a", headers={"Accept": "application/yaml"}).text
        assert yaml.safe_load(as_yaml)["metadata"]["managedFields"][0]["fieldsV1"] == entries[0]["fieldsV1"]
        binary = client.get(f"{MAPS}/a", headers={"Accept": "application/vnd.kubernetes.protobuf"}).content
        assert b'{"f:data":{".":{},"f:k":{}}}' in binary
        # What a client of one encoding got, a client of another may send back.
        again = client.put(
            f"{MAPS}/a", content=binary, headers={"Content-Type": "application/vnd.kubernetes.protobuf"})
        assert again.status_code == 200
        assert again.json()["metadata"]["managedFields"] == entries
        listed = client.get(MAPS).json()["items"]
        assert [o["metadata"]["managedFields"] for o in listed if o["metadata"]["name"] == "a"] == [entries]


def test_options_of_apply_are_checked(server):
    with rest(server) as client:
        config = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}, "data": {"k": "v"}}

        def cause(answer):
            assert answer.status_code == 422
            return answer.json()["details"]["causes"][0]

        nobody = client.patch(f"{MAPS}/a", json=config, headers=APPLY)
        assert cause(nobody)["message"] == "Required value: is required for apply patch"
        long = client.patch(f"{MAPS}/a?fieldManager={'m' * 129}", json=config, headers=APPLY)
        assert cause(long)["message"] == "Too long: may not be more than 128 bytes"
        strange = client.patch(f"{MAPS}/a?fieldManager=a%0Ab", json=config, headers=APPLY)
        assert cause(strange)["field"] == "fieldManager"
        forced = client.patch(
            f"{MAPS}/a?force=true", json={"data": {}}, headers={"Content-Type": "application/merge-patch+json"})
        assert cause(forced)["message"] == "Forbidden: may not be specified for non-apply patch"
        other = client.patch(f"{MAPS}/a?fieldManager=m", json={**config, "kind": "Secret"}, headers=APPLY)
        assert (other.status_code, other.json()["message"]) == (400, "invalid object type: /v1, Kind=Secret")
        status = "/apis/apps/v1/namespaces/default/deployments/none/status?fieldManager=m"
        assert client.patch(status, json=DEPLOYMENT, headers=APPLY).status_code == 404


def test_a_dry_run_of_apply_makes_nothing(server):
    with rest(server) as client:
        config = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "dry"}, "data": {"k": "v"}}
        shown = client.patch(f"{MAPS}/dry?fieldManager=m&dryRun=All", json=config, headers=APPLY)
        assert shown.status_code == 201 and shown.json()["data"] == {"k": "v"}
        assert client.get(f"{MAPS}/dry").status_code == 404


def test_hostile_entries_are_refused_or_left_out(server):
    with rest(server) as client:
        made = client.post(MAPS, json={"metadata": {"name": "h"}, "data": {"k": "v"}}).json()
        entry = made["metadata"]["managedFields"][0]
        for fields in ({"x": {}}, {"f:a": 1}, {"k:{": {}}, {"v:": {}}, [], "text"):
            hostile = {**made, "metadata": {**made["metadata"], "managedFields": [{**entry, "fieldsV1": fields}]}}
            del hostile["metadata"]["resourceVersion"]
            answer = client.put(f"{MAPS}/h", json=hostile)
            assert answer.status_code == 200, answer.text
            assert client.get(f"{MAPS}/h").json()["metadata"]["managedFields"] == [entry]
        deep = fields = {}
        for _ in range(60):
            fields["f:a"] = {}
            fields = fields["f:a"]
        hostile["metadata"]["managedFields"] = [{**entry, "fieldsV1": deep}] * 3
        assert client.put(f"{MAPS}/h", json=hostile).status_code == 200
        emptied = client.patch(
            f"{MAPS}/h", json={"metadata": {"managedFields": [{}]}},
            headers={"Content-Type": "application/merge-patch+json"})
        assert "managedFields" not in emptied.json()["metadata"]


def test_the_binary_face_applies_too(server):
    made = modules()
    with grpc.insecure_channel(f"127.0.0.1:{server.insecure_port}") as channel:
        cluster = made.services.ClusterStub(channel)

        def apply(manager, data, force=False):
            config = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "g"}, "data": data}
            answer = cluster.Patch(made.cluster.PatchRequest(
                resource={"version": "v1", "resource": "configmaps"}, key={"namespace": "default", "name": "g"},
                type=made.cluster.APPLY, patch=json.dumps(config).encode(), options={"field_manager": manager},
                force=force))
            entries = made.core.ConfigMap.FromString(answer.object.value).metadata.managedFields
            return [(entry.manager, entry.fieldsV1.Raw) for entry in entries]

        apply("m1", {"k": "1"})
        with pytest.raises(grpc.RpcError) as refused:
            apply("m2", {"k": "2"})
        assert 'conflict with "m1": .data.k' in refused.value.details()
        assert apply("m2", {"k": "2"}, force=True) == [("m2", b'{"f:data":{"f:k":{}}}')]
