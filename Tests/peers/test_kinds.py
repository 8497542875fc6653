"""Every kind does what every kind does: made, read, listed, watched, patched and deleted, in each encoding and over both
faces, and whoever reads sees what whoever wrote meant.

The objects are in kinds/*.yaml; `second` names a further object of kinds whose names have a form of their own. Binary
objects are decoded by protobuf's own classes, made by protoc from proto/.
"""
import base64
import copy
import json
import pathlib
import subprocess

import grpc
import httpx
import pytest
import yaml
from conftest import Server
from stubs import stubs
from test_proto import MAGIC, Renderer, Schema

FOLDER = pathlib.Path(__file__).parent / "kinds"
PROTOBUF = "application/vnd.kubernetes.protobuf"
NAMESPACE = "kinds"
MANIFESTS = {
    f"{manifest['apiVersion']}/{manifest['kind']}": manifest
    for file in sorted(FOLDER.glob("*.yaml")) for manifest in yaml.safe_load_all(file.read_text()) if manifest
}
# What the server says of an object, beside what its writer says.
SERVERS = ["uid", "resourceVersion", "creationTimestamp", "generation", "managedFields"]


def signing_request(folder):
    """A request for a certificate, by OpenSSL."""
    made = subprocess.run(
        ["openssl", "req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", folder / "key", "-subj", "/CN=me"],
        capture_output=True, check=True)
    return base64.b64encode(made.stdout).decode()


class Cluster:
    """A server, its resources, and three ways to speak to it."""

    def __init__(self, server, schema, folder):
        self.rest = httpx.Client(
            base_url=f"http://127.0.0.1:{server.insecure_port}", http1=False, http2=True, timeout=20)
        self.channel = grpc.insecure_channel(f"127.0.0.1:{server.insecure_port}")
        modules = stubs()
        self.messages, self.rpc = modules.cluster, modules.services.ClusterStub(self.channel)
        self.schema, self.renderer = schema, Renderer(schema)
        self.request = signing_request(folder)
        namespace = {"metadata": {"name": NAMESPACE}}
        assert self.rest.post("/api/v1/namespaces", json=namespace).status_code == 201
        self.resources = {}
        for root in ["/api", "/apis"]:
            accept = {"Accept": "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList"}
            for group in self.rest.get(root, headers=accept).json()["items"]:
                name = group["metadata"].get("name", "")
                for version in group["versions"]:
                    for resource in version["resources"]:
                        api = "/".join(filter(None, [name, version["version"]]))
                        self.resources[f"{api}/{resource['responseKind']['kind']}"] = (name, version["version"], resource)

    def close(self):
        self.rest.close()
        self.channel.close()

    def decoded(self, kind, raw):
        """A binary object as JSON, by protobuf's own classes."""
        api, name = kind.rsplit("/", 1)
        message = self.schema.make(self.schema.kinds[api, name]).FromString(raw)
        return message, self.renderer.message(message)

    def opened(self, kind, body):
        """The same of an object in its envelope."""
        assert body.startswith(MAGIC)
        envelope = self.schema.message("k8s.io.apimachinery.pkg.runtime.Unknown").FromString(body[len(MAGIC):])
        assert kind == f"{envelope.typeMeta.apiVersion}/{envelope.typeMeta.kind}"
        return self.decoded(kind, envelope.raw)

    def enveloped(self, kind, message):
        api, name = kind.rsplit("/", 1)
        envelope = self.schema.message("k8s.io.apimachinery.pkg.runtime.Unknown")()
        envelope.typeMeta.apiVersion, envelope.typeMeta.kind = api, name
        envelope.raw = message.SerializeToString()
        return MAGIC + envelope.SerializeToString()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("kinds") / "data").start()
    cluster = Cluster(server, Schema(tmp_path_factory.mktemp("proto")), tmp_path_factory.mktemp("keys"))
    yield cluster
    cluster.close()
    server.stop()


def content(thing):
    """An object without what says which object it is."""
    thing = copy.deepcopy(thing)
    for field in ["name", "namespace", *SERVERS]:
        thing["metadata"].pop(field, None)
    return {key: value for key, value in thing.items() if key not in ("apiVersion", "kind")}


def test_there_is_an_object_of_each_kind_that_can_be_made(cluster):
    made = {kind for kind, (_, _, resource) in cluster.resources.items() if {"create", "list"} <= set(resource["verbs"])}
    missing = sorted(made - set(MANIFESTS))
    groups = {kind.rsplit("/", 1)[0] for kind in MANIFESTS}
    assert [kind for kind in missing if kind.rsplit("/", 1)[0] in groups] == []


@pytest.mark.parametrize("kind", sorted(MANIFESTS))
def test_a_kind_does_what_every_kind_does(cluster, kind):
    if kind not in cluster.resources:
        pytest.skip(f"{kind} is not served")
    group, version, resource = cluster.resources[kind]
    manifest = json.loads(json.dumps(MANIFESTS[kind]).replace("$REQUEST", cluster.request))
    second = manifest.pop("second", None) or manifest["metadata"]["name"].replace("one", "two")
    name, namespaced = manifest["metadata"]["name"], resource["scope"] == "Namespaced"
    base = f"/apis/{group}/{version}" if group else f"/api/{version}"
    path = f"{base}/namespaces/{NAMESPACE}/{resource['resource']}" if namespaced else f"{base}/{resource['resource']}"
    rest = cluster.rest

    # Written as YAML, read as JSON, YAML and protobuf.
    before = rest.get(path).json()["metadata"]["resourceVersion"]
    made = rest.post(path, content=yaml.safe_dump(manifest), headers={"Content-Type": "application/yaml"})
    assert made.status_code == 201, made.text
    read = rest.get(f"{path}/{name}").json()
    assert read == made.json()
    assert yaml.safe_load(rest.get(f"{path}/{name}", headers={"Accept": "application/yaml"}).text) == read
    binary = rest.get(f"{path}/{name}", headers={"Accept": PROTOBUF})
    assert binary.headers["content-type"] == PROTOBUF
    message, rendered = cluster.opened(kind, binary.content)
    assert {"kind": read["kind"], "apiVersion": read["apiVersion"], **rendered} == read

    # Read over the binary face, written there under another name, read as JSON.
    where = {"group": group, "version": version, "resource": resource["resource"]}
    space = NAMESPACE if namespaced else ""
    got = cluster.rpc.Get(
        cluster.messages.GetRequest(resource=where, key={"namespace": space, "name": name})).object.value
    assert cluster.decoded(kind, got)[1] == rendered
    for field in SERVERS:
        message.metadata.ClearField(field)
    if kind.endswith("/APIService"):
        second, message.spec.group = "v1.two.example.com", "two.example.com"
        read["spec"]["group"] = "two.example.com"
    message.metadata.name = second
    copied = cluster.rpc.Create(cluster.messages.CreateRequest(
        resource=where, namespace=space, value=message.SerializeToString())).object
    other = rest.get(f"{path}/{second}").json()
    assert content(other) == content(read)
    assert cluster.rpc.Delete(
        cluster.messages.DeleteRequest(resource=where, key={"namespace": space, "name": second})).removed
    assert copied.revision > 0

    # Written as protobuf, listed in all encodings and as a table.
    written = rest.post(
        path, content=cluster.enveloped(kind, message), headers={"Content-Type": PROTOBUF, "Accept": PROTOBUF})
    assert written.status_code == 201, written.text
    listed = {item["metadata"]["name"]: item for item in rest.get(path).json()["items"]}
    assert {name, second} <= set(listed)
    assert content(listed[second]) == content(read)
    envelope = rest.get(path, headers={"Accept": PROTOBUF})
    assert envelope.content.startswith(MAGIC)
    table = rest.get(path, headers={"Accept": "application/json;as=Table;g=meta.k8s.io;v=v1"}).json()
    assert table["kind"] == "Table"
    assert all(len(row["cells"]) == len(table["columnDefinitions"]) for row in table["rows"])
    assert {name, second} <= {row["object"]["metadata"]["name"] for row in table["rows"]}

    # Patched; status has a path of its own.
    patch = {"metadata": {"labels": {"patched": "yes"}}}
    patched = rest.patch(
        f"{path}/{name}", content=json.dumps(patch), headers={"Content-Type": "application/merge-patch+json"})
    assert patched.status_code == 200, patched.text
    assert patched.json()["metadata"]["labels"]["patched"] == "yes"
    by_label = rest.get(path, params={"labelSelector": "patched=yes"}).json()["items"]
    assert [item["metadata"]["name"] for item in by_label] == [name]
    if "status" in [part["subresource"] for part in resource.get("subresources", [])]:
        replaced = rest.put(f"{path}/{name}/status", json=patched.json())
        assert replaced.status_code == 200, replaced.text
        assert content(replaced.json()) == content(patched.json())

    # Replaced as it is, nothing changes.
    current = rest.get(f"{path}/{name}").json()
    same = rest.put(f"{path}/{name}", json=current)
    assert (same.status_code, same.json()) == (200, current)

    # Deleted; a watch from the beginning has seen everything in order.
    for gone in [name, second]:
        assert rest.delete(f"{path}/{gone}").status_code == 200
        assert rest.get(f"{path}/{gone}").status_code == 404
    seen = []
    query = {"watch": "true", "resourceVersion": before, "timeoutSeconds": 5}
    with rest.stream("GET", path, params=query) as stream:
        for line in stream.iter_lines():
            event = json.loads(line)
            seen.append((event["type"], event["object"]["metadata"]["name"]))
            if seen[-2:] == [("DELETED", name), ("DELETED", second)]:
                break
    assert seen[:3] == [("ADDED", name), ("ADDED", second), ("DELETED", second)]
    assert ("MODIFIED", name) in seen
    assert seen[-2:] == [("DELETED", name), ("DELETED", second)]
