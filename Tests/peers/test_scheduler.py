"""The scheduler as `kubectl` sees it: where pods go, and one line that says why one goes nowhere.

No node runs here: nodes are objects that say what they have.
"""
import asyncio
import json
import os
import signal
import subprocess
import time

import httpx
import pytest
from conftest import BINARIES


def node(name, cpu="4", pods="110", labels=None, **spec):
    amounts = {"cpu": cpu, "memory": "8Gi", "pods": pods}
    return {
        "apiVersion": "v1", "kind": "Node", "metadata": {"name": name, "labels": labels or {}}, "spec": spec,
        "status": {"capacity": amounts, "allocatable": amounts,
                   "conditions": [{"type": "Ready", "status": "True"}]}}


def pod(name, cpu="1", **spec):
    container = {"name": "c", "image": "c:1", "resources": {"requests": {"cpu": cpu}}}
    return {
        "apiVersion": "v1", "kind": "Pod", "metadata": {"name": name, "namespace": "yard"},
        "spec": dict({"containers": [container]}, **spec)}


class Cluster:
    def __init__(self, server):
        self.environment = dict(os.environ, KUBECONFIG=str(server.kubeconfig))
        self.server = server
        self.scheduler = None
        self.kubectl("create", "namespace", "yard")
        account = {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "default", "namespace": "yard"}}
        self.create(account)
        self.start()

    def start(self, *flags):
        self.scheduler = subprocess.Popen(
            [BINARIES / "apus", "scheduler", "--kubeconfig", self.server.kubeconfig, *flags], stderr=subprocess.DEVNULL)

    def stop(self, how=signal.SIGTERM):
        self.scheduler.send_signal(how)
        self.scheduler.wait(60)

    def kubectl(self, *arguments, stdin=None):
        done = subprocess.run(["kubectl", *arguments], env=self.environment, input=stdin, capture_output=True,
                              text=True, timeout=120)
        assert done.returncode == 0, f"{arguments}: {done.stderr}"
        return done.stdout

    def create(self, *objects):
        items = {"apiVersion": "v1", "kind": "List", "items": list(objects)}
        self.kubectl("create", "--validate=false", "-f", "-", stdin=json.dumps(items))

    def add(self, node):
        """As a node does: a new one is tainted as not ready until the controllers see that it is."""
        self.create(node)
        taints = node["spec"].get("taints", [])
        self.kubectl("patch", "node", node["metadata"]["name"], "--type=merge", "-p",
                     json.dumps({"spec": {"taints": taints}}))

    def get(self, name):
        return json.loads(self.kubectl("-n", "yard", "get", "pod", name, "-o", "json"))

    def place(self, name):
        return self.get(name)["spec"].get("nodeName", "")

    def placed(self, name):
        self.until(lambda: self.place(name), f"{name} gets a node")
        return self.place(name)

    def events(self, name, reason):
        text = self.kubectl("-n", "yard", "get", "events", "-o", "json")
        return [event["message"] for event in json.loads(text)["items"]
                if event["involvedObject"]["name"] == name and event["reason"] == reason]

    def condition(self, name):
        conditions = self.get(name).get("status", {}).get("conditions", [])
        return next((found for found in conditions if found["type"] == "PodScheduled"), {})

    def told(self, name, message):
        self.until(lambda: self.condition(name).get("message") == message, f"{name} is told: {message}")
        self.until(lambda: message in self.events(name, "FailedScheduling"), "an event says so")

    def until(self, holds, what, seconds=120):
        """Asks again and again; each question takes a moment."""
        end = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < end, what


@pytest.fixture
def cluster(server):
    running = Cluster(server)
    yield running
    running.stop()


def test_a_pod_that_fits_nowhere_says_why_and_goes_where_room_appears(cluster):
    cluster.add(node("small", cpu="1"))
    cluster.create(pod("big", cpu="2"))
    cluster.told("big", "0/1 nodes are available: 1 Insufficient cpu.")
    assert cluster.condition("big")["status"] == "False"
    assert cluster.condition("big")["reason"] == "Unschedulable"
    assert "0/1 nodes are available: 1 Insufficient cpu." in cluster.kubectl("-n", "yard", "describe", "pod", "big")
    cluster.add(node("large"))
    assert cluster.placed("big") == "large"
    assert cluster.condition("big")["status"] == "True"
    cluster.until(lambda: cluster.events("big", "Scheduled") == ["Successfully assigned yard/big to large"],
                  "an event says where it went")


def test_reasons_are_counted_and_each_can_be_mended(cluster):
    cluster.add(node("cordoned", unschedulable=True, labels={"disk": "ssd"}))
    cluster.add(node("tainted", labels={"disk": "ssd"}, taints=[{"key": "k", "value": "v", "effect": "NoSchedule"}]))
    cluster.add(node("other", labels={"disk": "hdd"}))
    cluster.create(pod("choosy", nodeSelector={"disk": "ssd"}))
    cluster.told("choosy", "0/3 nodes are available: 1 node(s) didn't match Pod's node affinity/selector, "
                           "1 node(s) had untolerated taint(s), 1 node(s) were unschedulable.")
    cluster.create(pod("tolerant", nodeSelector={"disk": "ssd"}, tolerations=[{"key": "k", "operator": "Exists"}]))
    assert cluster.placed("tolerant") == "tainted"
    cluster.kubectl("uncordon", "cordoned")
    assert cluster.placed("choosy") == "cordoned"


def test_a_deleted_pod_leaves_its_room_to_the_next(cluster):
    cluster.add(node("only", pods="1"))
    cluster.create(pod("first"))
    cluster.placed("first")
    cluster.create(pod("second"))
    cluster.told("second", "0/1 nodes are available: 1 Too many pods.")
    cluster.kubectl("-n", "yard", "delete", "pod", "first", "--grace-period=0", "--force")
    assert cluster.placed("second") == "only"


def test_pods_alike_are_spread(cluster):
    # It is to know all the nodes before the first pod.
    cluster.stop()
    for name in "abc":
        cluster.add(node(name))
    cluster.start()
    cluster.create(*(pod(f"p{number}") for number in range(9)))
    places = [cluster.placed(f"p{number}") for number in range(9)]
    assert sorted(places) == ["a"] * 3 + ["b"] * 3 + ["c"] * 3


def test_a_scheduler_that_was_killed_goes_on_where_it_was(cluster):
    cluster.add(node("only", cpu="4"))
    cluster.create(*(pod(f"p{number}") for number in range(6)))
    cluster.stop(signal.SIGKILL)
    cluster.start()
    cluster.until(lambda: sum(bool(cluster.place(f"p{number}")) for number in range(6)) == 4, "as many as fit")
    waiting = next(f"p{number}" for number in range(6) if not cluster.place(f"p{number}"))
    cluster.told(waiting, "0/1 nodes are available: 1 Insufficient cpu.")
    assert sum(bool(cluster.place(f"p{number}")) for number in range(6)) == 4


def test_pods_of_another_scheduler_are_left_to_it(cluster):
    cluster.add(node("only"))
    cluster.create(pod("theirs", schedulerName="mine"))
    cluster.create(pod("ours"))
    cluster.placed("ours")
    assert cluster.place("theirs") == ""


def test_two_thousand_pods_at_once_all_have_their_event(cluster):
    cluster.add(node("wide", cpu="4000", pods="3000"))
    cluster.stop()
    pods = "/api/v1/namespaces/yard/pods"

    async def create():
        async with httpx.AsyncClient(http1=False, http2=True, timeout=120) as client:
            gate = asyncio.Semaphore(64)

            async def post(number):
                async with gate:
                    url = f"http://127.0.0.1:{cluster.server.insecure_port}{pods}"
                    assert (await client.post(url, json=pod(f"p{number}"))).status_code == 201
            await asyncio.gather(*(post(number) for number in range(2_000)))
    asyncio.run(create())
    # Without a lease, which a busy machine may lose: what waits to be told then is lost with it.
    cluster.start("--leader-elect", "false")
    with httpx.Client(http1=False, http2=True, timeout=120) as client:
        def told():
            url = f"http://127.0.0.1:{cluster.server.insecure_port}/api/v1/namespaces/yard/events"
            events = client.get(url).json()["items"]
            return {event["involvedObject"]["name"] for event in events if event["reason"] == "Scheduled"}
        cluster.until(lambda: len(told()) == 2_000, "each pod has an event", 600)
