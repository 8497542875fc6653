"""A control plane with one node that nobody runs, and kubectls that work on it, each test in a namespace of its own."""
import itertools
import json
import threading
import time

import httpx
import pytest
from cluster import eventually
from components import Component
from conftest import Server
from hostile import client_context
from kubectls import Kubectl, manifest, programs

NODE = {
    "apiVersion": "v1", "kind": "Node", "metadata": {"name": "n1", "labels": {"disk": "ssd"}},
    "status": {
        "capacity": {"cpu": "8", "memory": "16Gi", "pods": "110"},
        "conditions": [{"type": "Ready", "status": "True", "reason": "KubeletReady"}],
        "addresses": [{"type": "InternalIP", "address": "10.9.0.1"}, {"type": "Hostname", "address": "n1"}],
        "nodeInfo": {"kubeletVersion": "v1.36.0", "osImage": "Debian GNU/Linux 12", "architecture": "amd64"},
    },
}
STRATEGIC = "application/strategic-merge-patch+json"


class Plane:
    """The API server, the controllers and the scheduler: what kubectl does is between it and the API server."""
    numbers = itertools.count(1)

    def __init__(self, folder):
        self.server = Server(folder / "data").start()
        pki = self.server.folder / "pki"
        # A node that is not heard of is left alone for as long as the tests take.
        self.parts = [
            Component(folder / "controllers.log", "controller-manager", "--kubeconfig",
                      pki / "controller-manager.kubeconfig", "--node-monitor-grace-period", "1h",
                      "--cluster-signing-cert-file", pki / "ca.crt", "--cluster-signing-key-file", pki / "ca.key").start(),
            Component(folder / "scheduler.log", "scheduler", "--kubeconfig", pki / "scheduler.kubeconfig").start(),
        ]
        self.http = httpx.Client(base_url=self.server.url, verify=client_context(self.server), http2=True, timeout=60)
        self.send("POST", "/api/v1/nodes", NODE)
        eventually(self.settles)

    def send(self, method, path, body=None, kind="application/json", status=(200, 201)):
        answer = self.http.request(
            method, path, content=None if body is None else json.dumps(body), headers={"Content-Type": kind})
        assert answer.status_code in status, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer.json()

    def settles(self):
        """Whether the node takes pods; what is said of it at first is taken back."""
        taints = self.send("GET", "/api/v1/nodes/n1")["spec"].get("taints")
        if taints:
            self.send("PATCH", "/api/v1/nodes/n1", {"spec": {"taints": None}}, STRATEGIC)
        return not taints

    def namespace(self):
        name = f"t{next(Plane.numbers)}"
        self.send("POST", "/api/v1/namespaces", {"metadata": {"name": name}})
        self.furnished(name)
        return name

    def furnished(self, namespace):
        """Waits for what the controllers put into each namespace."""
        for kind, name in (("serviceaccounts", "default"), ("configmaps", "kube-root-ca.crt")):
            path = f"/api/v1/namespaces/{namespace}/{kind}/{name}"
            eventually(lambda path=path: self.http.get(path).status_code == 200, every=0.02)

    def served(self, group):
        """Waits until discovery shows the kinds of a group: a moment after its definition is established."""
        eventually(lambda: self.http.get(f"/apis/{group}/v1").status_code == 200, every=0.02)

    def rolled(self, namespace, name):
        """Waits until the controllers have nothing left to write of a Deployment and its sets, until a pod changes."""
        path = f"/apis/apps/v1/namespaces/{namespace}/deployments/{name}"

        def is_settled():
            found = self.send("GET", path)
            status, sets = found["status"], self.send("GET", path.replace(f"deployments/{name}", "replicasets"))["items"]
            own = [s for s in sets if s["metadata"].get("ownerReferences", [{}])[0].get("uid") == found["metadata"]["uid"]]
            return (status.get("observedGeneration") == found["metadata"]["generation"] and status.get("conditions")
                    and own and all(s["status"].get("observedGeneration") == s["metadata"]["generation"]
                                    and s["status"]["replicas"] == s["spec"]["replicas"] for s in own)
                    and status.get("replicas", 0) == found["spec"]["replicas"])
        eventually(is_settled)

    def stop(self):
        self.http.close()
        for part in self.parts:
            part.stop()
        self.server.stop()


@pytest.fixture(scope="module")
def plane(tmp_path_factory):
    made = Plane(tmp_path_factory.mktemp("plane"))
    yield made
    made.stop()


@pytest.fixture(scope="module")
def homes(tmp_path_factory):
    return {program: tmp_path_factory.mktemp("home") for program in programs()}


def hand(plane, homes, program):
    made = Kubectl(program, plane.server.kubeconfig, homes[program], plane.namespace())
    made.plane = plane
    yield made
    plane.send("DELETE", f"/api/v1/namespaces/{made.namespace}")


@pytest.fixture(params=programs(), ids=lambda program: "debian" if ".build" in program else "own")
def kubectl(request, plane, homes):
    """Each of the kubectls in turn."""
    yield from hand(plane, homes, request.param)


@pytest.fixture
def recent(plane, homes):
    """The machine's own kubectl, for what the old one has no flag for or does alike."""
    yield from hand(plane, homes, programs()[0])


@pytest.fixture
def file(tmp_path):
    """Writes manifests to a file of its own, and tells where."""
    numbers = itertools.count(1)

    def write(*objects, name=None):
        path = tmp_path / (name or f"{next(numbers)}.yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(manifest(*objects))
        return path
    return write


class Kubelet(threading.Thread):
    """Says of the namespace's pods what a kubelet would, and lets those go that are to be deleted."""

    def __init__(self, kubectl):
        super().__init__(daemon=True)
        self.plane, self.pods = kubectl.plane, f"/api/v1/namespaces/{kubectl.namespace}/pods"
        self.ended = threading.Event()

    def run(self):
        server = self.plane.server
        with httpx.Client(base_url=server.url, verify=client_context(server), http2=True, timeout=60) as http:
            while not self.ended.wait(0.1):
                for pod in http.get(self.pods).json()["items"]:
                    own = f"{self.pods}/{pod['metadata']['name']}"
                    if pod["metadata"].get("deletionTimestamp"):
                        http.delete(f"{own}?gracePeriodSeconds=0")
                    elif pod["status"].get("phase") != "Running":
                        http.patch(f"{own}/status", json={"status": running(pod)}, headers={"Content-Type": STRATEGIC})

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.join(120)


def running(pod):
    now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    return {
        "phase": "Running", "startTime": now, "podIP": "10.8.0.7", "podIPs": [{"ip": "10.8.0.7"}], "hostIP": "10.9.0.1",
        "conditions": [{"type": kind, "status": "True", "lastTransitionTime": now}
                       for kind in ("PodScheduled", "Initialized", "ContainersReady", "Ready")],
        "containerStatuses": [
            {"name": c["name"], "image": c["image"], "imageID": "", "ready": True, "restartCount": 0, "started": True,
             "state": {"running": {"startedAt": now}}} for c in pod["spec"]["containers"]],
    }


def pod(name, labels=None, image="example.com/web:1", **spec):
    return {
        "apiVersion": "v1", "kind": "Pod", "metadata": {"name": name, "labels": labels or {"name": name}},
        # Nobody binds it to a node, so nobody is waited for when it goes.
        "spec": {"schedulerName": "nobody", "containers": [{"name": "web", "image": image}], **spec},
    }


def deployment(name="web", replicas=2, image="example.com/web:1"):
    return {
        "apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": name, "labels": {"app": name}},
        "spec": {
            "replicas": replicas, "selector": {"matchLabels": {"app": name}},
            "template": {
                "metadata": {"labels": {"app": name}},
                "spec": {"containers": [{"name": "web", "image": image, "ports": [{"containerPort": 80}]}]},
            },
        },
    }


def config_map(name, metadata=None, **data):
    return {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": name, **(metadata or {})}, "data": data}


def service(name, **spec):
    return {"apiVersion": "v1", "kind": "Service", "metadata": {"name": name, "labels": {"app": name}},
            "spec": {"selector": {"app": name}, "ports": [{"port": 80, "targetPort": 8080}], **spec}}
