"""The controllers as `kubectl` sees them: rollouts, rollbacks, cascades of deletion, namespaces.

No node runs here: a watcher in this file says of each new pod that it is ready.
"""
import json
import os
import signal
import subprocess
import threading
import time

import pytest
from conftest import BINARIES

WEB = {
    "apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web", "namespace": "shop"},
    "spec": {
        "replicas": 3, "selector": {"matchLabels": {"app": "web"}},
        "template": {
            "metadata": {"labels": {"app": "web"}}, "spec": {"containers": [{"name": "web", "image": "web:1"}]}}}}
READY = {"status": {"phase": "Running", "conditions": [
    {"type": "Ready", "status": "True", "lastTransitionTime": "2026-01-01T00:00:00Z"}]}}


class Cluster:
    """An API server, the controllers, and pods that become ready by themselves."""

    def __init__(self, server):
        self.environment = dict(os.environ, KUBECONFIG=str(server.kubeconfig))
        self.controllers = subprocess.Popen(
            [BINARIES / "apus", "controller-manager", "--kubeconfig", server.kubeconfig], stderr=subprocess.DEVNULL)
        self.kubectl("create", "namespace", "shop")
        self.watch = subprocess.Popen(
            ["kubectl", "-n", "shop", "get", "pods", "-w", "-o",
             "jsonpath={.metadata.name} {.status.phase} {.metadata.deletionTimestamp}{\"\\n\"}"],
            env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.thread = threading.Thread(target=self.make_ready, daemon=True)
        self.thread.start()

    def make_ready(self):
        for line in self.watch.stdout:
            name, phase = (line.split(" ") + [""])[:2]
            if phase == "Pending":
                self.say_ready(f"/api/v1/namespaces/shop/pods/{name}")

    def say_ready(self, path):
        """By a PUT of the status, which old releases of kubectl can do too. The pod may be gone by now."""
        pod = self.kubectl("get", "--raw", path, check=False)
        if pod:
            body = json.dumps(dict(json.loads(pod), **READY))
            self.kubectl("replace", "--raw", f"{path}/status", "-f", "-", check=False, stdin=body)

    def until(self, holds, what):
        """Asks again and again; each question takes a moment."""
        end = time.monotonic() + 60
        while not holds():
            assert time.monotonic() < end, what

    def kubectl(self, *arguments, check=True, stdin=None):
        done = subprocess.run(["kubectl", *arguments], env=self.environment, input=stdin, capture_output=True,
                              text=True, timeout=150)
        assert not check or done.returncode == 0, f"{arguments}: {done.stderr}"
        return done.stdout

    def shop(self, *arguments, **rest):
        return self.kubectl("-n", "shop", *arguments, **rest)

    def roll_out(self):
        self.shop("rollout", "status", "deployment/web", "--timeout=100s")

    def apply(self):
        self.kubectl("apply", "-f", "-", stdin=json.dumps(WEB))
        self.roll_out()

    def names(self, kind):
        return set(self.shop("get", kind, "-o", "name").split())

    def stop(self):
        for process in (self.watch, self.controllers):
            process.send_signal(signal.SIGTERM)
            process.wait(60)
        self.watch.stdout.close()
        self.thread.join(60)


@pytest.fixture
def cluster(server):
    running = Cluster(server)
    yield running
    running.stop()


def images(cluster):
    pods = json.loads(cluster.shop("get", "pods", "-o", "json"))["items"]
    return [pod["spec"]["containers"][0]["image"] for pod in pods]


def test_rollout_history_and_undo(cluster):
    cluster.apply()
    assert images(cluster) == ["web:1"] * 3
    cluster.shop("set", "image", "deployment/web", "web=web:2")
    cluster.roll_out()
    assert images(cluster) == ["web:2"] * 3
    cluster.shop("rollout", "undo", "deployment/web")
    cluster.roll_out()
    assert images(cluster) == ["web:1"] * 3
    history = cluster.shop("rollout", "history", "deployment/web").split("\n")
    assert [line.split()[0] for line in history if line[:1].isdigit()] == ["2", "3"]


def test_a_deleted_pod_is_replaced(cluster):
    cluster.apply()
    before = cluster.names("pods")
    gone = sorted(before)[0]
    cluster.shop("delete", gone)
    # What the Deployment says of its pods may still be of before.
    cluster.until(lambda: len(cluster.names("pods")) == 3, "another takes its place")
    cluster.roll_out()
    after = cluster.names("pods")
    assert gone not in after and len(after) == 3 and len(after & before) == 2


def test_paused_and_scaled(cluster):
    cluster.apply()
    cluster.shop("rollout", "pause", "deployment/web")
    cluster.shop("set", "image", "deployment/web", "web=web:2")
    cluster.shop("scale", "deployment/web", "--replicas=5")
    available = ("get", "deployment", "web", "-o", "jsonpath={.status.availableReplicas}")
    cluster.until(lambda: cluster.shop(*available) == "5", "a paused Deployment is scaled")
    assert images(cluster) == ["web:1"] * 5
    cluster.shop("rollout", "resume", "deployment/web")
    cluster.roll_out()
    assert images(cluster) == ["web:2"] * 5


@pytest.mark.parametrize("cascade", ["background", "foreground"])
def test_what_a_deployment_owns_goes_with_it(cluster, cascade):
    cluster.apply()
    pods = cluster.names("pods")
    sets = cluster.names("replicasets")
    cluster.shop("delete", "deployment", "web", f"--cascade={cascade}", "--timeout=100s")
    if cascade == "background":
        cluster.shop("wait", "--for=delete", *sets, *pods, "--timeout=100s")
    assert cluster.names("replicasets,pods") == set()


def test_orphans_stay_and_are_adopted_again(cluster):
    cluster.apply()
    pods = cluster.names("pods")
    cluster.shop("delete", "deployment", "web", "--cascade=orphan", "--timeout=100s")
    sets = json.loads(cluster.shop("get", "replicasets", "-o", "json"))["items"]
    assert [one["metadata"].get("ownerReferences") for one in sets] == [None]
    cluster.apply()
    assert cluster.names("pods") == pods
    assert len(cluster.names("replicasets")) == 1


def test_a_namespace_is_emptied_and_goes(cluster):
    cluster.apply()
    cluster.kubectl("delete", "namespace", "shop", "--timeout=100s")
    assert "NotFound" in subprocess.run(
        ["kubectl", "get", "namespace", "shop"], env=cluster.environment, capture_output=True, text=True).stderr
    for kind in ("deployments", "replicasets", "pods", "configmaps", "serviceaccounts"):
        assert cluster.names(kind) == set(), kind
