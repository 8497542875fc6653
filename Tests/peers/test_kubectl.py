"""What people type: every command of kubectl that needs no running container, by an old kubectl and a new one."""
import json
import os
import re
import subprocess
import threading
import time

import pytest
from cluster import ROOT, eventually
from components import Component
from conftest import Server

KUBECTLS = subprocess.run([ROOT / ".make/kubectls"], capture_output=True, text=True, check=True).stdout.split()

NODE = {
    "apiVersion": "v1", "kind": "Node", "metadata": {"name": "n1", "labels": {"disk": "ssd"}},
    "status": {
        "capacity": {"cpu": "8", "memory": "16Gi", "pods": "110"},
        "conditions": [{"type": "Ready", "status": "True", "reason": "KubeletReady"}],
    },
}


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """A control plane with one node that nobody runs: what kubectl does is between it and the API server."""
    folder = tmp_path_factory.mktemp("kubectl")
    # Nodes that are not heard of are left alone for as long as the tests take.
    server = Server(folder / "data").start()
    parts = [
        Component(folder / "controllers.log", "controller-manager", "--kubeconfig",
                  server.folder / "pki/controller-manager.kubeconfig", "--node-monitor-grace-period", "1h").start(),
        Component(folder / "scheduler.log", "scheduler", "--kubeconfig",
                  server.folder / "pki/scheduler.kubeconfig").start(),
    ]
    run(KUBECTLS[0], server, "create", "-f", "-", stdin=json.dumps(NODE))
    eventually(lambda: run(KUBECTLS[0], server, "get", "serviceaccount", "default", check=False).returncode == 0, 20)
    run(KUBECTLS[0], server, "taint", "node", "n1", "node.kubernetes.io/not-ready:NoSchedule-", check=False)
    yield server
    for part in parts:
        part.stop()
    server.stop()


def run(program, server, *arguments, stdin=None, check=True, timeout=60, environment=None):
    result = subprocess.run(
        [program, "--kubeconfig", str(server.kubeconfig), *arguments], input=stdin, capture_output=True, text=True,
        timeout=timeout, env={**os.environ, **(environment or {})})
    if check:
        assert result.returncode == 0, f"kubectl {' '.join(arguments)}\n{result.stdout}{result.stderr}"
    return result


class Kubectl:
    """One of the programs, in a namespace of its own."""

    def __init__(self, program, server):
        self.program, self.server = program, server
        self.namespace = f"t-{time.time_ns() % 10**12}"
        self.is_old = '"1"' in run(program, server, "version", "-o", "json").stdout and self.minor() < 30
        run(program, server, "create", "namespace", self.namespace)
        eventually(lambda: self.try_("get", "serviceaccount", "default").returncode == 0, 20)

    def minor(self):
        version = json.loads(run(self.program, self.server, "version", "-o", "json").stdout)["clientVersion"]["minor"]
        return int(version.rstrip("+"))

    def try_(self, *arguments, **options):
        return run(self.program, self.server, "-n", self.namespace, *arguments, check=False, **options)

    def __call__(self, *arguments, **options):
        return run(self.program, self.server, "-n", self.namespace, *arguments, **options).stdout

    def get(self, *arguments):
        return json.loads(self("get", *arguments, "-o", "json"))

    def apply(self, *objects, flags=()):
        return self("apply", *flags, "-f", "-", stdin=json.dumps({"apiVersion": "v1", "kind": "List", "items": objects}))


@pytest.fixture(params=KUBECTLS, ids=lambda program: "debian" if ".build" in program else "own")
def kubectl(request, cluster):
    made = Kubectl(request.param, cluster)
    yield made
    made("delete", "namespace", made.namespace, "--wait=false")


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


def make_ready(kubectl, selector):
    """Says what a kubelet would, of all pods that are selected."""
    now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    for pod in kubectl.get("pods", "-l", selector)["items"]:
        if pod["metadata"].get("deletionTimestamp") or pod.get("status", {}).get("phase") == "Running":
            continue
        path = f"/api/v1/namespaces/{kubectl.namespace}/pods/{pod['metadata']['name']}/status"
        pod["status"] = {
            "phase": "Running",
            "conditions": [
                {"type": kind, "status": "True", "lastTransitionTime": now}
                for kind in ("PodScheduled", "Initialized", "ContainersReady", "Ready")],
            "containerStatuses": [
                {"name": c["name"], "image": c["image"], "imageID": "", "ready": True, "restartCount": 0,
                 "state": {"running": {"startedAt": now}}} for c in pod["spec"]["containers"]],
        }
        run(KUBECTLS[0], kubectl.server, "replace", "--raw", path, "-f", "-", stdin=json.dumps(pod), check=False)


class Kubelet(threading.Thread):
    """Keeps what is selected running, and lets go what is being deleted, as long as the block lasts."""

    def __init__(self, kubectl, selector):
        super().__init__(daemon=True)
        self.kubectl, self.selector, self.ended = kubectl, selector, threading.Event()

    def run(self):
        while not self.ended.wait(0.3):
            make_ready(self.kubectl, self.selector)
            for pod in self.kubectl.get("pods", "-l", self.selector)["items"]:
                if pod["metadata"].get("deletionTimestamp"):
                    self.kubectl.try_("delete", "pod", pod["metadata"]["name"], "--grace-period=0", "--force",
                                      "--wait=false")

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.join(20)


def test_get_in_all_its_forms(kubectl):
    kubectl.apply(deployment())
    eventually(lambda: len(kubectl.get("pods", "-l", "app=web")["items"]) == 2, 20)
    assert "READY" in kubectl("get", "deployments,replicasets,pods") and "deployment.apps/web" in kubectl("get", "all")
    assert "NOMINATED NODE" in kubectl("get", "pods", "-o", "wide")
    assert kubectl("get", "pods", "-o", "name").startswith("pod/web-")
    assert kubectl("get", "deploy", "web", "-o", "jsonpath={.spec.replicas}") == "2"
    assert "web" in kubectl("get", "deploy", "-o", "custom-columns=NAME:.metadata.name,IMAGE:.spec.template.spec.containers[0].image")
    assert "replicas: 2" in kubectl("get", "deploy", "web", "-o", "yaml")
    assert "app=web" in kubectl("get", "deploy", "--show-labels") and "web" in kubectl("get", "deploy", "-L", "app")
    names = kubectl("get", "pods", "--sort-by=.metadata.name", "-o", "name").split()
    assert names == sorted(names) and len(names) == 2
    assert kubectl("get", "pods", "--field-selector", "status.phase=Pending", "-o", "name").count("pod/") == 2
    assert kubectl("get", "pods", "-l", "app in (web),app!=x", "--chunk-size=1", "-o", "name").count("pod/") == 2
    assert "not found" in kubectl.try_("get", "pod", "nobody").stderr
    assert kubectl("get", "--raw", "/readyz") == "ok"


def test_describe(kubectl):
    kubectl.apply(deployment())
    eventually(lambda: len(kubectl.get("pods", "-l", "app=web")["items"]) == 2, 20)
    eventually(lambda: "ScalingReplicaSet" in kubectl("describe", "deployment", "web"), 10)
    described = kubectl("describe", "pods", "-l", "app=web")
    assert "example.com/web:1" in described and re.search(r"Controlled By: +ReplicaSet/web-", described)
    assert "Allocatable" in kubectl("describe", "node", "n1") or "Capacity" in kubectl("describe", "node", "n1")
    assert "Active" in kubectl("describe", "namespace", kubectl.namespace)


def test_create_of_every_kind_that_has_a_command(kubectl):
    for command in (
        ["configmap", "c", "--from-literal=a=b"], ["secret", "generic", "s", "--from-literal=a=b"],
        ["serviceaccount", "account"], ["deployment", "d", "--image=example.com/web"],
        ["service", "clusterip", "svc", "--tcp=80:8080"], ["service", "nodeport", "np", "--tcp=80:8080"],
        ["job", "j", "--image=example.com/web"], ["cronjob", "cj", "--image=example.com/web", "--schedule=* * * * *"],
        ["role", "r", "--verb=get", "--resource=pods"],
        ["rolebinding", "rb", "--role=r", f"--serviceaccount={kubectl.namespace}:account"],
        ["quota", "q", "--hard=pods=10"], ["poddisruptionbudget", "pdb", "--selector=app=d", "--min-available=1"],
        ["ingress", "i", "--rule=example.com/=svc:80"],
    ):
        # The old one asks for versions that Kubernetes no longer has.
        if kubectl.is_old and command[0] in ("cronjob", "poddisruptionbudget", "ingress"):
            continue
        assert " created" in kubectl("create", *command), command
    assert "already exists" in kubectl.try_("create", "configmap", "c").stderr
    assert json.loads(kubectl("create", "configmap", "x", "--dry-run=server", "-o", "json"))["metadata"]["uid"]
    assert kubectl.try_("get", "configmap", "x").returncode != 0
    assert kubectl.get("service", "svc")["spec"]["clusterIP"].startswith("10.")


def test_apply_and_diff_on_the_client_side(kubectl):
    assert "created" in kubectl.apply(deployment())
    assert "unchanged" in kubectl.apply(deployment())
    changed = deployment(image="example.com/web:2")
    shown = run(
        kubectl.program, kubectl.server, "-n", kubectl.namespace, "diff", "-f", "-", stdin=json.dumps(changed),
        check=False)
    assert shown.returncode == 1 and "+" in shown.stdout and "example.com/web:2" in shown.stdout, shown.stderr
    assert "configured" in kubectl.apply(changed)
    # A field that is left out goes; one that another set stays.
    kubectl("scale", "deployment", "web", "--replicas=5")
    left_out = deployment(image="example.com/web:2")
    del left_out["spec"]["replicas"], left_out["spec"]["template"]["spec"]["containers"][0]["ports"]
    kubectl.apply(left_out)
    found = kubectl.get("deployment", "web")["spec"]
    assert "ports" not in found["template"]["spec"]["containers"][0]
    assert "apply.kubernetes" not in kubectl("apply", "view-last-applied", "deployment/web")
    kubectl.apply({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "kept", "labels": {"set": "x"}}})
    kubectl.apply({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "gone", "labels": {"set": "x"}}})
    kubectl("apply", "--prune", "-l", "set=x", "--prune-whitelist=core/v1/ConfigMap" if kubectl.is_old else
            "--prune-allowlist=core/v1/ConfigMap", "-f", "-",
            stdin=json.dumps({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "kept", "labels": {"set": "x"}}}))
    assert kubectl.try_("get", "configmap", "gone").returncode != 0 and kubectl.get("configmap", "kept")


def test_apply_on_the_server_side(kubectl):
    map_ = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "m"}, "data": {"a": "1", "b": "2"}}
    assert "serverside-applied" in kubectl.apply(map_, flags=["--server-side"])
    mine = {**map_, "data": {"a": "other"}}
    refused = kubectl.try_("apply", "--server-side", "--field-manager=me", "-f", "-", stdin=json.dumps(mine))
    assert refused.returncode != 0 and "conflict" in refused.stderr
    shown = run(
        kubectl.program, kubectl.server, "-n", kubectl.namespace, "diff", "--server-side", "--force-conflicts",
        "--field-manager=me", "-f", "-", stdin=json.dumps(mine), check=False)
    assert shown.returncode == 1 and "+  a: other" in shown.stdout and "b:" in shown.stdout, shown.stderr
    assert kubectl.get("configmap", "m")["data"] == map_["data"]
    kubectl.apply(mine, flags=["--server-side", "--field-manager=me", "--force-conflicts"])
    # The first manager no longer owns `a`; giving up `b` removes it.
    kubectl.apply({**map_, "data": {}}, flags=["--server-side"])
    assert kubectl.get("configmap", "m")["data"] == {"a": "other"}


def test_edit(kubectl, tmp_path):
    kubectl("create", "configmap", "m", "--from-literal=a=before")
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nsed -i 's/a: before/a: after/' \"$1\"\n")
    editor.chmod(0o755)
    assert "edited" in kubectl("edit", "configmap", "m", environment={"EDITOR": str(editor), "KUBE_EDITOR": str(editor)})
    assert kubectl.get("configmap", "m")["data"]["a"] == "after"


def test_patches(kubectl):
    kubectl.apply(deployment())
    for kind, patch in (
        ("merge", {"metadata": {"labels": {"x": "merge"}}}),
        ("strategic", {"spec": {"template": {"spec": {"containers": [{"name": "web", "image": "example.com/web:9"}]}}}}),
        ("json", [{"op": "add", "path": "/metadata/labels/y", "value": "json"}]),
    ):
        assert "patched" in kubectl("patch", "deployment", "web", "--type", kind, "-p", json.dumps(patch))
    found = kubectl.get("deployment", "web")
    assert found["metadata"]["labels"] == {"app": "web", "x": "merge", "y": "json"}
    container, = found["spec"]["template"]["spec"]["containers"]
    assert container["image"] == "example.com/web:9" and container["ports"]


def test_labels_annotations_and_taints(kubectl):
    kubectl("create", "configmap", "m")
    kubectl("label", "configmap", "m", "a=b")
    assert "--overwrite" in kubectl.try_("label", "configmap", "m", "a=c").stderr
    kubectl("label", "configmap", "m", "a=c", "--overwrite")
    kubectl("annotate", "configmap", "m", "note=x")
    assert kubectl.get("configmap", "m")["metadata"]["labels"] == {"a": "c"}
    kubectl("label", "configmap", "m", "a-")
    kubectl("annotate", "configmap", "m", "note-")
    assert "labels" not in kubectl.get("configmap", "m")["metadata"]
    kubectl("taint", "node", "n1", f"{kubectl.namespace}=x:NoSchedule")
    assert any(taint["key"] == kubectl.namespace for taint in kubectl.get("node", "n1")["spec"]["taints"])
    kubectl("taint", "node", "n1", f"{kubectl.namespace}-")


def test_cordon_and_drain_keep_to_disruption_budgets(kubectl):
    # Pods of other tests end with their namespaces, from where none is evicted: theirs is not waited for.
    own = deployment(replicas=2)
    own["spec"]["template"]["metadata"]["labels"]["of"] = kubectl.namespace
    kubectl.apply(own)
    eventually(lambda: all(pod["spec"].get("nodeName") for pod in kubectl.get("pods")["items"]) and
               len(kubectl.get("pods")["items"]) == 2, 30)
    with Kubelet(kubectl, "app=web"):
        eventually(lambda: kubectl.get("deployment", "web")["status"].get("availableReplicas") == 2, 30)
        kubectl.apply({
            "apiVersion": "policy/v1", "kind": "PodDisruptionBudget", "metadata": {"name": "pdb"},
            "spec": {"minAvailable": 2, "selector": {"matchLabels": {"app": "web"}}}})
        kubectl("cordon", "n1")
        try:
            assert "SchedulingDisabled" in kubectl("get", "node", "n1")
            blocked = kubectl.try_(
                "drain", "n1", f"--pod-selector=of={kubectl.namespace}", "--timeout=6s", "--grace-period=0", timeout=40)
            assert blocked.returncode != 0 and "disruption budget" in blocked.stdout + blocked.stderr
            kubectl("delete", "poddisruptionbudget", "pdb")
            assert "evict" in kubectl(
                "drain", "n1", f"--pod-selector=of={kubectl.namespace}", "--timeout=30s", "--grace-period=0", timeout=60)
        finally:
            kubectl("uncordon", "n1")


def test_scale_autoscale_and_set(kubectl):
    kubectl.apply(deployment())
    kubectl("scale", "deployment", "web", "--replicas=3", "--current-replicas=2")
    assert kubectl.try_("scale", "deployment", "web", "--replicas=4", "--current-replicas=9").returncode != 0
    assert kubectl.get("deployment", "web")["spec"]["replicas"] == 3
    kubectl("autoscale", "deployment", "web", "--min=2", "--max=9", "--cpu-percent=50")
    assert "Deployment/web" in kubectl("get", "hpa", "web")
    kubectl("set", "image", "deployment/web", "web=example.com/web:7")
    kubectl("set", "env", "deployment/web", "A=b")
    kubectl("set", "resources", "deployment/web", "--limits=cpu=1")
    kubectl("create", "serviceaccount", "account")
    kubectl("set", "serviceaccount", "deployment", "web", "account")
    spec = kubectl.get("deployment", "web")["spec"]["template"]["spec"]
    container, = spec["containers"]
    assert (container["image"], container["env"], container["resources"]["limits"]) == (
        "example.com/web:7", [{"name": "A", "value": "b"}], {"cpu": "1"})
    assert spec["serviceAccountName"] == "account"


def test_rollouts(kubectl):
    kubectl.apply(deployment())
    with Kubelet(kubectl, "app=web"):
        assert "successfully rolled out" in kubectl("rollout", "status", "deployment/web", "--timeout=40s")
        kubectl("set", "image", "deployment/web", "web=example.com/web:2")
        assert "successfully rolled out" in kubectl("rollout", "status", "deployment/web", "--timeout=40s")
        history = kubectl("rollout", "history", "deployment/web")
        assert "1" in history and "2" in history
        kubectl("rollout", "pause", "deployment/web")
        kubectl("rollout", "resume", "deployment/web")
        kubectl("rollout", "undo", "deployment/web")
        assert "successfully rolled out" in kubectl("rollout", "status", "deployment/web", "--timeout=40s")
        assert kubectl.get("deployment", "web")["spec"]["template"]["spec"]["containers"][0]["image"].endswith(":1")
        kubectl("rollout", "restart", "deployment/web")
        assert "successfully rolled out" in kubectl("rollout", "status", "deployment/web", "--timeout=40s")


def test_expose_run_wait_and_delete(kubectl):
    kubectl.apply(deployment(replicas=1))
    kubectl("expose", "deployment", "web", "--port=80")
    assert kubectl.get("service", "web")["spec"]["selector"] == {"app": "web"}
    kubectl("run", "one", "--image=example.com/web", "--labels=app=one", "--restart=Never")
    with Kubelet(kubectl, "app in (web,one)"):
        kubectl("wait", "--for=condition=Ready", "pod/one", "--timeout=30s")
        kubectl("wait", "--for=condition=Available", "deployment/web", "--timeout=40s")
        waiting = subprocess.Popen(
            [kubectl.program, "--kubeconfig", str(kubectl.server.kubeconfig), "-n", kubectl.namespace, "wait",
             "--for=delete", "pod/one", "--timeout=30s"])
        assert "deleted" in kubectl("delete", "pod", "one", "--timeout=30s")
        assert waiting.wait(40) == 0
        kubectl("delete", "deployment", "web", "--cascade=foreground", "--timeout=40s") if not kubectl.is_old else \
            kubectl("delete", "deployment", "web", "--timeout=40s")
        eventually(lambda: not kubectl.get("pods", "-l", "app=web")["items"], 30)
    kubectl("delete", "service", "--all")
    assert not kubectl.get("services")["items"]


def test_explain_and_the_list_of_resources(kubectl):
    assert "Deployment" in kubectl("api-resources") and "pods" in kubectl("api-resources", "--namespaced=true", "-o", "name")
    assert "deployments.apps" in kubectl("api-resources", "--verbs=list,watch", "-o", "name")
    assert "apps/v1" in kubectl("api-versions").split()
    shown = kubectl("explain", "pods.spec.containers.image")
    assert "image" in shown.lower() and "string" in shown
    assert "containers" in kubectl("explain", "deployment", "--recursive")
    assert kubectl.try_("explain", "pods.spec.nonsense").returncode != 0


def test_what_is_wrong_is_said_before_and_by_the_server(kubectl):
    wrong = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "m"}, "dat": {"a": "b"}}
    refused = kubectl.try_("apply", "-f", "-", stdin=json.dumps(wrong))
    assert refused.returncode != 0 and "dat" in refused.stderr, refused.stderr
    wrong = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "M_"}}
    refused = kubectl.try_("create", "-f", "-", stdin=json.dumps(wrong))
    assert refused.returncode != 0 and "RFC 1123" in refused.stderr
    refused = kubectl.try_("create", "-f", "-", stdin=json.dumps({"apiVersion": "v9", "kind": "Odd", "metadata": {"name": "x"}}))
    assert refused.returncode != 0 and "no matches for kind" in refused.stderr


def test_who_may_what(kubectl):
    assert kubectl("auth", "can-i", "create", "pods").strip() == "yes"
    refused = kubectl.try_("auth", "can-i", "create", "pods", "--as=nobody")
    assert refused.stdout.strip() == "no"
    kubectl("create", "role", "reader", "--verb=get,list", "--resource=configmaps")
    kubectl("create", "rolebinding", "readers", "--role=reader", "--user=nobody")
    eventually(lambda: kubectl.try_("auth", "can-i", "list", "configmaps", "--as=nobody").stdout.strip() == "yes", 5)
    assert "configmaps" in kubectl("auth", "can-i", "--list", "--as=nobody")
    forbidden = kubectl.try_("get", "secrets", "--as=nobody")
    assert "is forbidden" in forbidden.stderr
    if not kubectl.is_old:
        assert "system:masters" in kubectl("auth", "whoami")
        assert kubectl("create", "token", "default").count(".") == 2


def test_events_and_watches(kubectl):
    watching = subprocess.Popen(
        [kubectl.program, "--kubeconfig", str(kubectl.server.kubeconfig), "-n", kubectl.namespace, "get", "configmaps",
         "-w", "-o", "name"], stdout=subprocess.PIPE, text=True)
    try:
        kubectl("create", "configmap", "seen")
        for line in watching.stdout:
            if "seen" in line:
                break
        else:
            pytest.fail("the watch ended before it told of the new object")
    finally:
        watching.kill()
        watching.wait(10)
    kubectl.apply(deployment(replicas=1))
    eventually(lambda: "ScalingReplicaSet" in kubectl("get", "events"), 20)
    if not kubectl.is_old:
        assert "ScalingReplicaSet" in kubectl("events")
