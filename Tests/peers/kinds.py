"""One server, the ways to talk to it, and an object of each resource (`manifests.yaml`), for tests about all kinds."""
import base64
import json
import pathlib
import ssl
import subprocess

import grpc
import httpx
import pytest
import yaml
from cluster import eventually
from conftest import Server
from stubs import stubs

MANIFESTS = yaml.safe_load((pathlib.Path(__file__).parent / "manifests.yaml").read_text())
NAMESPACE = "kinds"
# Differs from one object to the next, whatever is written.
OWN = ("uid", "resourceVersion", "creationTimestamp", "managedFields", "deletionTimestamp", "deletionGracePeriodSeconds")
PROTOBUF = "application/vnd.kubernetes.protobuf"
# The kinds whose status the server itself writes a moment after an object was made, to the condition that it then has.
SETTLED_BY = {
    "apiextensions.k8s.io/v1/customresourcedefinitions": "Established",
    "flowcontrol.apiserver.k8s.io/v1/flowschemas": "Dangling",
}


class Cluster:
    """One server, and the three ways to talk to it."""

    def __init__(self, server):
        self.kubeconfig = server.kubeconfig
        context = ssl.create_default_context(cafile=server.pki("ca.crt"))
        context.load_cert_chain(server.pki("admin.crt"), server.pki("admin.key"))
        self.http = httpx.Client(base_url=server.url, verify=context, http2=True, timeout=60)
        self.stubs = stubs()
        identity = [pathlib.Path(server.pki(name)).read_bytes() for name in ("ca.crt", "admin.key", "admin.crt")]
        self.channel = grpc.secure_channel(f"127.0.0.1:{server.port}", grpc.ssl_channel_credentials(*identity))
        self.rpc = self.stubs.services.ClusterStub(self.channel)
        self.send("POST", "/api/v1/namespaces", {"metadata": {"name": NAMESPACE}})
        # What the controllers make, who are not there.
        self.send("POST", f"/api/v1/namespaces/{NAMESPACE}/serviceaccounts", {"metadata": {"name": "default"}})

    def send(self, method, path, body=None, status=(200, 201), accept="application/json", kind="application/json"):
        content = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        answer = self.http.request(method, path, content=content, headers={"Accept": accept, "Content-Type": kind})
        assert answer.status_code in status, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer

    def resources(self):
        """What discovery names: `apps/v1/deployments` to its entry; subresources as `apps/v1/deployments/status`."""
        found = {}
        groups = [f"/apis/{g['name']}/{v['version']}" for g in self.send("GET", "/apis").json()["groups"]
                  for v in g["versions"]]
        for path in ["/api/v1"] + groups:
            listed = self.send("GET", path).json()
            found |= {f"{listed['groupVersion']}/{r['name']}": r for r in listed["resources"]}
        return found


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("kinds") / "data").start()
    made = Cluster(server)
    yield made
    made.channel.close()
    made.http.close()
    server.stop()


@pytest.fixture(scope="module")
def resources(cluster):
    return cluster.resources()


@pytest.fixture(scope="module")
def request_text(tmp_path_factory):
    """A certificate request in base64, as certificatesigningrequests hold it."""
    folder = tmp_path_factory.mktemp("csr")
    subprocess.run(
        ["openssl", "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
         folder / "key", "-subj", "/CN=kinds", "-out", folder / "csr"], check=True, capture_output=True)
    return base64.b64encode((folder / "csr").read_bytes()).decode()


def fields(message):
    """The top fields of a protobuf message, as pairs of number and bytes; of those that are not length-delimited the
    whole field."""
    def varint(at):
        value = shift = 0
        while True:
            byte = message[at]
            value |= (byte & 0x7f) << shift
            at, shift = at + 1, shift + 7
            if byte < 0x80:
                return value, at
    at = 0
    while at < len(message):
        start = at
        tag, at = varint(at)
        if tag & 7 == 2:
            size, at = varint(at)
            yield tag >> 3, message[at:at + size], message[start:at + size]
            at += size
        else:
            at = varint(at)[1] if tag & 7 == 0 else at + (8 if tag & 7 == 1 else 4)
            yield tag >> 3, None, message[start:at]


def as_new(meta, message):
    """The binary object without what the server gave it, to be made again."""
    metadata = meta.ObjectMeta.FromString(b"".join(value for number, value, _ in fields(message) if number == 1))
    for field in OWN:
        metadata.ClearField(field)
    text = metadata.SerializeToString()
    size = len(text)
    head = bytearray([0x0a])
    while size >= 0x80:
        head.append(size & 0x7f | 0x80)
        size >>= 7
    head.append(size)
    return bytes(head) + text + b"".join(whole for number, _, whole in fields(message) if number != 1)


def content(value):
    """The object without what differs from one to the next; generations count the changes of one object."""
    metadata = {k: v for k, v in value["metadata"].items() if k not in OWN + ("generation", "finalizers")}
    # The server itself writes the status of definitions and of flow schemas, a moment after they were made.
    spec = value.get("spec") or {}
    settled = {"status"} if {"versions", "names"} <= set(spec) or "matchingPrecedence" in spec else set()
    rest = {k: v for k, v in value.items() if k not in settled}
    if "lastPhaseTransitionTime" in (rest.get("status") or {}):
        rest["status"] = {k: v for k, v in rest["status"].items() if k != "lastPhaseTransitionTime"}
    return {**rest, "metadata": metadata}


class Subject:
    """One resource of the table, with an object of it."""

    def __init__(self, cluster, resources, key, request_text, number):
        self.cluster, self.key = cluster, key
        group_version, self.plural = key.rsplit("/", 1)
        self.group, _, self.version = group_version.rpartition("/")
        self.entry = resources[key]
        self.subresources = {name.rsplit("/", 1)[1] for name in resources if name.startswith(key + "/")}
        text = json.dumps(MANIFESTS[key]).replace("REQUEST", request_text).replace("NUMBER", str(number))
        body = json.loads(text.replace("NAME", f"kinds{number}"))
        self.name = body.pop("name", f"kinds{number}")
        self.status = body.pop("status", None)
        body.setdefault("metadata", {})["name"] = self.name
        self.body = {"apiVersion": group_version, "kind": self.entry["kind"], **body}
        root = f"/apis/{group_version}" if self.group else f"/api/{group_version}"
        self.path = f"{root}/namespaces/{NAMESPACE}/{self.plural}" if self.entry["namespaced"] else f"{root}/{self.plural}"
        self.own = f"{self.path}/{self.name}"

    def get(self, accept="application/json"):
        return self.cluster.send("GET", self.own, accept=accept)

    def binary(self):
        """The object as its kind's message."""
        envelope = self.get(PROTOBUF).content
        assert envelope[:4] == b"k8s\0"
        unknown = self.cluster.stubs.runtime.Unknown.FromString(envelope[4:])
        assert (unknown.typeMeta.apiVersion, unknown.typeMeta.kind) == (self.body["apiVersion"], self.entry["kind"])
        return unknown.raw

    def enveloped(self, message):
        unknown = self.cluster.stubs.runtime.Unknown(raw=message)
        unknown.typeMeta.apiVersion, unknown.typeMeta.kind = self.body["apiVersion"], self.entry["kind"]
        return b"k8s\0" + unknown.SerializeToString()

    def settle(self):
        """Waits until the server has written the status that it gives some kinds itself, a moment after they were made."""
        if self.key in SETTLED_BY:
            def types():
                # A definition that was just made says null.
                return {each["type"] for each in self.get().json().get("status", {}).get("conditions") or []}
            eventually(lambda: SETTLED_BY[self.key] in types())

    @property
    def resource(self):
        return {"group": self.group, "version": self.version, "resource": self.plural}

    @property
    def rpc_key(self):
        return {"namespace": NAMESPACE if self.entry["namespaced"] else "", "name": self.name}

    def delete(self, status=(200, 201)):
        self.cluster.send(
            "DELETE", self.own, {"gracePeriodSeconds": 0, "propagationPolicy": "Background"}, status)
        left = self.cluster.send("GET", self.own, status=(200, 404))
        if left.status_code == 200:
            # Something holds it, as a claim's protection: nobody is there to let it go.
            value = left.json()
            if self.plural == "namespaces":
                value["spec"]["finalizers"] = []
                value["metadata"].pop("finalizers", None)
                self.cluster.send("PUT", self.own + "/finalize", value)
            else:
                self.cluster.send(
                    "PATCH", self.own, {"metadata": {"finalizers": None}}, kind="application/merge-patch+json",
                    # Or it has gone by itself meanwhile.
                    status=(200, 404))
        self.cluster.send("GET", self.own, status=(404,))


def events(subject, since, deletions):
    """What a watch tells of the object from that revision on, up to so many deletions."""
    path = f"{subject.path}?watch=1&timeoutSeconds=30&resourceVersion={since}&fieldSelector=metadata.name={subject.name}"
    told = []
    with subject.cluster.http.stream("GET", path) as answer:
        assert answer.status_code == 200
        for line in answer.iter_lines():
            told.append(json.loads(line))
            deletions -= told[-1]["type"] == "DELETED"
            if deletions == 0:
                break
    return told
