"""Who writes under which name, and the objects that are written, for tests of ownership."""
import json
import ssl

import httpx
import pytest
from conftest import Server

KINDS = {
    "apply": "application/apply-patch+yaml", "merge": "application/merge-patch+json",
    "strategic": "application/strategic-merge-patch+json", "json": "application/json-patch+json"}
CONTAINER = {"name": "nginx", "image": "nginx:latest"}


def deployment(labels=None, containers=(CONTAINER,), replicas=None):
    spec = {} if replicas is None else {"replicas": replicas}
    return {
        "apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "d", "labels": labels or {"app": "nginx"}},
        "spec": spec | {"selector": {"matchLabels": {"app": "nginx"}}, "template": {
            "metadata": {"labels": {"app": "nginx"}}, "spec": {"containers": list(containers)}}}}


def pod(labels=None, **spec):
    return {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"} | ({"labels": labels} if labels else {}),
            "spec": {"containers": [{"name": "a", "image": "i"}]} | spec}


def config_map(name="m", metadata=None, **data):
    return {"apiVersion": "v1", "kind": "ConfigMap",
            "metadata": {"name": name} | (metadata or {}), "data": data}


class Writer:
    """The administrator, who writes under many names in a namespace of his own."""
    number = 0

    def __init__(self, server):
        trust = ssl.create_default_context(cafile=server.pki("ca.crt"))
        trust.load_cert_chain(server.pki("admin.crt"), server.pki("admin.key"))
        self.client = httpx.Client(verify=trust, base_url=server.url, timeout=60, headers={"user-agent": "peer/1"})
        Writer.number += 1
        self.namespace = f"writer-{Writer.number}"
        self.core = f"/api/v1/namespaces/{self.namespace}"
        self.apps = f"/apis/apps/v1/namespaces/{self.namespace}"
        self.client.post("/api/v1/namespaces", json={"metadata": {"name": self.namespace}})
        self.client.post(f"{self.core}/serviceaccounts", json={"metadata": {"name": "default"}})

    def send(self, method, path, body, status, kind="application/json", **query):
        answer = self.client.request(method, path, content=body if isinstance(body, (str, bytes)) else json.dumps(body),
                                     headers={"content-type": kind}, params=query)
        expected = status if isinstance(status, tuple) else (status,)
        assert answer.status_code in expected, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer.json()

    def apply(self, path, body, by="apply_test", status=(200, 201), **query):
        return self.send("PATCH", path, body, status, KINDS["apply"], fieldManager=by, **query)

    def patch(self, path, body, by="updater", kind="merge", status=200):
        return self.send("PATCH", path, body, status, KINDS[kind], fieldManager=by)

    def put(self, path, body, by="updater", status=200):
        return self.send("PUT", path, body, status, fieldManager=by)

    def post(self, path, body, by="creator", status=201):
        return self.send("POST", path, body, status, fieldManager=by)

    def get(self, path):
        return self.client.get(path).json()


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    running = Server(tmp_path_factory.mktemp("writers") / "data").start()
    yield running
    running.stop()


@pytest.fixture
def writer(shared):
    made = Writer(shared)
    yield made
    made.client.close()


def managers(value):
    return [(e["manager"], e["operation"], e.get("subresource", "")) for e in value["metadata"].get("managedFields", [])]


def fields(value, at):
    return value["metadata"]["managedFields"][at]["fieldsV1"]


def version(value):
    return value["metadata"]["resourceVersion"]
